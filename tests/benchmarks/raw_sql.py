"""What each indicator means, as SQL over ledger rows on one day: region_code, numerator, denominator, piece_rows."""

_OUTLET = "SELECT region_code, count(*) AS numerator, 0 AS denominator, count(*) AS piece_rows FROM outlets"
_ENTRY = """
    SELECT region_code, count(*) AS numerator, 0 AS denominator, count(*) AS piece_rows FROM registers
    WHERE kind = $register_kind AND from_on <= $day AND (to_on IS NULL OR to_on > $day) GROUP BY region_code
"""

BY_REGION = {
    "loans_granted": """
        SELECT region_code, sum(amount_fen) AS numerator, 0 AS denominator, count(*) AS piece_rows
        FROM loans WHERE disbursed_on <= $day GROUP BY region_code
    """,
    "loans_overdue_share": """
        SELECT region_code, sum(coalesce(overdue_fen, 0)) AS numerator, sum(balance_fen) AS denominator,
            count(*) AS piece_rows
        FROM loans WHERE stands_for_on <= $day GROUP BY region_code
    """,
    "overdue_loans": """
        SELECT region_code, 0 AS numerator, 0 AS denominator, count(*) FILTER (WHERE overdue_fen <> 0) AS piece_rows
        FROM loans WHERE stands_for_on <= $day GROUP BY region_code
    """,
    "households_with_balance_share": """
        SELECT h.region_code, count(o.household_no) AS numerator, count(*) AS denominator,
            count(o.household_no) + count(*) AS piece_rows
        FROM households AS h LEFT JOIN (
            SELECT DISTINCT household_no FROM loans
            WHERE disbursed_on <= $day AND (settled_on IS NULL OR settled_on > $day)
        ) AS o ON o.household_no = h.household_no
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
            SELECT disbursed_on, sum(amount_fen) AS amount_fen FROM loans WHERE region_code {_INSIDE} GROUP BY 1
        ) AS l ON l.disbursed_on <= d.day
        GROUP BY d.day ORDER BY d.day
    """,
    "households_with_balance_share": f"""
        WITH base AS (
            SELECT * FROM households WHERE kind <> 'ordinary' AND region_code {_INSIDE}
        ), lent AS (
            SELECT household_no, disbursed_on, settled_on FROM loans
            WHERE household_no IN (SELECT household_no FROM base)
        ), open AS (
            SELECT DISTINCT d.day, lent.household_no FROM {_DAYS} JOIN lent
                ON lent.disbursed_on <= d.day AND (lent.settled_on IS NULL OR lent.settled_on > d.day)
        )
        SELECT d.day, count(open.household_no), count(*)
        FROM {_DAYS} JOIN base ON base.valid_from <= d.day AND (base.valid_to IS NULL OR base.valid_to > d.day)
        LEFT JOIN open ON open.day = d.day AND open.household_no = base.household_no
        GROUP BY d.day ORDER BY d.day
    """,
}
