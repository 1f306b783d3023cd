"""What each indicator means, as SQL over ledger rows on one day: region_code, numerator, denominator, piece_rows."""

_OUTLET = "SELECT region_code, count(*) AS numerator, 0 AS denominator, count(*) AS piece_rows FROM outlets"
_ENTRY = """
    SELECT region_code, count(*) AS numerator, 0 AS denominator, count(*) AS piece_rows FROM registers
    WHERE kind = $kind AND from_on <= $day AND (to_on IS NULL OR to_on > $day) GROUP BY region_code
"""

# The county of every region, or what stands in a county's place.
HOMES = """
    CREATE TABLE home AS SELECT descendant_code AS region_code, arg_max(ancestor_code, ancestor_level) AS county
    FROM up WHERE ancestor_level <= 3 GROUP BY descendant_code
"""
# Loans without those of households that the register knew on the day of the loan as ordinary ones and nothing else.
RELIEVED = """
    CREATE VIEW relieved_loans AS SELECT l.* FROM loans AS l ANTI JOIN (
        SELECT lent.loan_no FROM (SELECT * FROM loans JOIN home USING (region_code)) AS lent
        JOIN (SELECT * FROM households JOIN home USING (region_code)) AS listed
            ON listed.household_no = lent.household_no AND listed.county = lent.county
            AND listed.valid_from <= lent.disbursed_on
            AND (listed.valid_to IS NULL OR listed.valid_to > lent.disbursed_on)
        GROUP BY lent.loan_no HAVING bool_and(listed.kind = 'ordinary')
    ) AS ordinary ON ordinary.loan_no = l.loan_no
"""

BY_REGION = {
    "loans_granted": """
        SELECT region_code, sum(amount_fen) AS numerator, 0 AS denominator, count(*) AS piece_rows
        FROM relieved_loans WHERE disbursed_on <= $day GROUP BY region_code
    """,
    "loans_overdue_share": """
        SELECT region_code, sum(overdue_fen) AS numerator, sum(balance_fen) AS denominator, count(*) AS piece_rows
        FROM relieved_loans WHERE stands_for_on <= $day AND overdue_fen IS NOT NULL GROUP BY region_code
    """,
    "overdue_loans": """
        SELECT region_code, 0 AS numerator, 0 AS denominator, count(*) FILTER (WHERE overdue_fen <> 0) AS piece_rows
        FROM relieved_loans WHERE stands_for_on <= $day GROUP BY region_code
    """,
    "households_with_balance_share": """
        SELECT h.region_code, count(o.household_no) AS numerator, count(*) AS denominator,
            count(o.household_no) + count(*) AS piece_rows
        FROM households AS h JOIN home USING (region_code) LEFT JOIN (
            SELECT DISTINCT home.county, l.household_no FROM loans AS l JOIN home USING (region_code)
            WHERE l.disbursed_on <= $day AND (l.settled_on IS NULL OR l.settled_on > $day)
        ) AS o ON o.household_no = h.household_no AND o.county = home.county
        WHERE h.kind <> 'ordinary' AND h.valid_from <= $day AND (h.valid_to IS NULL OR h.valid_to > $day)
        GROUP BY h.region_code
    """,
    "referrals_eligible_persons": """
        SELECT region_code, count(*) AS numerator, 0 AS denominator, count(*) AS piece_rows FROM (
            SELECT DISTINCT ON (up.ancestor_code, r.person_key) r.region_code
            FROM referrals AS r JOIN up ON up.descendant_code = r.region_code AND up.ancestor_level = 3
            WHERE r.eligible AND r.pushed_on >= $counted_from AND r.pushed_on <= $day
            ORDER BY r.pushed_on, r.batch_id, r.source_row
        ) GROUP BY region_code
    """,
    "outlets_branch_open": _OUTLET
    + " WHERE kind = 'branch' AND opened_on <= $day AND (closed_on IS NULL OR closed_on > $day) GROUP BY region_code",
    "outlets_closed": _OUTLET + " WHERE kind = 'branch' AND closed_on <= $day GROUP BY region_code",
    "atms_installed": """
        SELECT region_code, count(*) AS numerator, 0 AS denominator, count(*) AS piece_rows FROM devices
        WHERE kind IN ('atm', 'crs') AND installed_on <= $day AND (removed_on IS NULL OR removed_on > $day)
        GROUP BY region_code
    """,
    "post_stations_open": """
        SELECT region_code, count(*) AS numerator, 0 AS denominator, count(*) AS piece_rows FROM post_stations
        WHERE opened_on <= $day AND (closed_on IS NULL OR closed_on > $day)
            AND NOT coalesce(suspended_on <= $day AND (resumed_on IS NULL OR resumed_on > $day), false)
        GROUP BY region_code
    """,
    "procurement_mall_column": _ENTRY,
    "neeq_listing_tiansheng": _ENTRY,
    # Only counties fill figures in here: the last one of each stands.
    "reported": """
        SELECT region_code, arg_max(numerator, as_of) AS numerator, arg_max(denominator, as_of) AS denominator,
            1 AS piece_rows
        FROM reported_figures WHERE indicator = $indicator AND as_of <= $day GROUP BY region_code
    """,
}

_DAYS = "(SELECT unnest($days) AS day) AS d"
_INSIDE = "IN (SELECT descendant_code FROM up WHERE ancestor_code = $region)"
TREND = {
    "loans_granted": f"""
        SELECT d.day, coalesce(sum(l.amount_fen), 0), 0
        FROM {_DAYS} LEFT JOIN (
            SELECT disbursed_on, sum(amount_fen) AS amount_fen FROM relieved_loans
            WHERE region_code {_INSIDE} GROUP BY 1
        ) AS l ON l.disbursed_on <= d.day
        GROUP BY d.day ORDER BY d.day
    """,
    "households_with_balance_share": f"""
        WITH base AS (
            SELECT * FROM households JOIN home USING (region_code)
            WHERE kind <> 'ordinary' AND region_code {_INSIDE}
        ), lent AS (
            SELECT home.county, l.household_no, l.disbursed_on, l.settled_on
            FROM loans AS l JOIN home USING (region_code)
            WHERE l.household_no IN (SELECT household_no FROM base)
        ), open AS (
            SELECT DISTINCT d.day, lent.county, lent.household_no FROM {_DAYS} JOIN lent
                ON lent.disbursed_on <= d.day AND (lent.settled_on IS NULL OR lent.settled_on > d.day)
        )
        SELECT d.day, count(open.household_no), count(*)
        FROM {_DAYS} JOIN base ON base.valid_from <= d.day AND (base.valid_to IS NULL OR base.valid_to > d.day)
        LEFT JOIN open ON open.day = d.day AND open.household_no = base.household_no AND open.county = base.county
        GROUP BY d.day ORDER BY d.day
    """,
}
