"""Interest subsidies and repayments: what is owed on a day, line by line."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

from finance_monitor.dates import months_after
from tests.reference_answers.registry import Home, Parts, Row, Rows, twin


def _lines(rows: Rows) -> list[Row]:
    """Return the lines that still hold: what was clawed back was never to be subsidised."""
    return [row for row in rows["subsidy_lines"] if row["state"] != "clawed_back"]


def _paid(line: Row, day: date) -> int:
    """Return what has been paid on a line by the day."""
    return (line["subsidy_fen"] or 0) if line["paid_on"] is not None and line["paid_on"] <= day else 0


def _is_met(line: Row, day: date) -> bool:
    """Say whether a line has been paid in full by the day."""
    paid = line["subsidy_fen"] is not None and line["paid_on"] is not None and line["paid_on"] <= day
    return paid and bool(line["subsidy_fen"] >= line["interest_fen"])


@twin("subsidy_paid_share")
def subsidy_paid_share(rows: Rows, inside: Collection[str], day: date, params: dict[str, Any], home_of: Home) -> Parts:
    """Sum what is paid, line by line no more than is due, and what is due."""
    due = [row for row in _lines(rows) if params["counted_from"] <= row["payable_on"] <= day]
    due = [row for row in due if row["region_code"] in inside]
    return sum(min(_paid(row, day), row["interest_fen"]) for row in due), sum(row["interest_fen"] for row in due)


@twin("subsidy_unpaid")
def subsidy_unpaid(rows: Rows, inside: Collection[str], day: date, params: dict[str, Any], home_of: Home) -> Parts:
    """Sum what is missing on lines that are payable."""
    due = [row for row in _lines(rows) if row["payable_on"] <= day and row["region_code"] in inside]
    return sum(row["interest_fen"] - min(_paid(row, day), row["interest_fen"]) for row in due), 0


@twin("subsidy_paid")
def subsidy_paid(rows: Rows, inside: Collection[str], day: date, params: dict[str, Any], home_of: Home) -> Parts:
    """Sum what has been paid."""
    return sum(_paid(row, day) for row in _lines(rows) if row["region_code"] in inside), 0


@twin("subsidy_payable")
def subsidy_payable(rows: Rows, inside: Collection[str], day: date, params: dict[str, Any], home_of: Home) -> Parts:
    """Sum what has become payable, paid or not."""
    own = [row for row in _lines(rows) if row["region_code"] in inside and row["payable_on"] <= day]
    return sum(row["interest_fen"] for row in own), 0


def _due_by_loan(rows: Rows, day: date, params: dict[str, Any], home_of: Home) -> dict[tuple[str, str], list[Row]]:
    """Return the lines payable by the day, loan by loan."""
    found: dict[tuple[str, str], list[Row]] = {}
    for row in sorted(_lines(rows), key=lambda row: (row["payable_on"], row["batch_id"], row["source_row"])):
        if params["counted_from"] <= row["payable_on"] <= day:
            found.setdefault((home_of(row["region_code"]), row["loan_no"]), []).append(row)
    return found


@twin("subsidy_loans_missed")
def subsidy_loans_missed(
    rows: Rows, inside: Collection[str], day: date, params: dict[str, Any], home_of: Home
) -> Parts:
    """Count the loans with a line that is not paid in full, in the place of their first line."""
    loans = _due_by_loan(rows, day, params, home_of).values()
    return sum(
        lines[0]["region_code"] in inside and not all(_is_met(line, day) for line in lines) for lines in loans
    ), 0


@twin("loans_fully_subsidised_share")
def loans_fully_subsidised_share(
    rows: Rows, inside: Collection[str], day: date, params: dict[str, Any], home_of: Home
) -> Parts:
    """Ask every small loan whether all its lines are paid; without any line it is missed after half a year."""
    due = _due_by_loan(rows, day, params, home_of)
    ever = _due_by_loan(rows, date.max, params, home_of)
    met = asked = 0
    for loan in rows["loans"]:
        if loan["region_code"] not in inside or not _is_small(loan, params):
            continue
        key = home_of(loan["region_code"]), loan["loan_no"]
        if key not in ever:
            first = months_after(max(loan["disbursed_on"], params["counted_from"]), 6)
            asked += first <= day and (loan["settled_on"] is None or first < loan["settled_on"])
        elif key in due:
            asked += 1
            met += all(_is_met(line, day) for line in due[key])
    return met, asked


def _is_small(loan: Row, params: dict[str, Any]) -> bool:
    """Say whether a loan is one the document subsidises in full."""
    return (
        loan["disbursed_on"] is not None
        and loan["amount_fen"] <= params["max_amount_fen"]
        and loan["term_months"] is not None
        and loan["term_months"] <= params["max_term_months"]
        and loan["product"] in params["products"].split("|")
    )


@twin("principal_repaid_share")
def principal_repaid_share(
    rows: Rows, inside: Collection[str], day: date, params: dict[str, Any], home_of: Home
) -> Parts:
    """Ask each instalment due by the day what the borrower has repaid of it."""
    repaid = due = 0
    for row in rows["repayment_schedules"]:
        if row["region_code"] not in inside or not params["counted_from"] <= row["due_on"] <= day:
            continue
        own = [
            paid["principal_fen"]
            for paid in rows["repayments"]
            if all(paid[name] == row[name] for name in ("reported_by", "loan_no", "instalment"))
            and paid["paid_on"] <= day
            and paid["source"] != "compensated"
        ]
        repaid += min(sum(own), row["principal_fen"])
        due += row["principal_fen"]
    return repaid, due
