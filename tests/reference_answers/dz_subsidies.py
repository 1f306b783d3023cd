"""Interest subsidies and repayments: what is owed on a day, line by line."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

from finance_monitor.dates import months_after
from tests.reference_answers.core import by_loan, of_loan, relieved_loans
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


def _due(rows: Rows, day: date, params: dict[str, Any]) -> list[Row]:
    """Return the lines payable by the day, the first ones first."""
    lines = sorted(_lines(rows), key=lambda row: (row["payable_on"], row["batch_id"], row["source_row"]))
    return [row for row in lines if params["counted_from"] <= row["payable_on"] <= day]


@twin("subsidy_loans_missed")
def subsidy_loans_missed(
    rows: Rows, inside: Collection[str], day: date, params: dict[str, Any], home_of: Home
) -> Parts:
    """Count the loans with a line that is not paid in full, in the place of their first line."""
    loans: dict[tuple[str, str, str | None], list[Row]] = {}
    for row in _due(rows, day, params):
        loans.setdefault((home_of(row["region_code"]), row["loan_no"], row["lender"]), []).append(row)
    return sum(
        lines[0]["region_code"] in inside and not all(_is_met(line, day) for line in lines) for lines in loans.values()
    ), 0


@twin("loans_fully_subsidised_share")
def loans_fully_subsidised_share(
    rows: Rows, inside: Collection[str], day: date, params: dict[str, Any], home_of: Home
) -> Parts:
    """Ask every small loan whether all its lines are paid; without any line it is missed after half a year."""
    told = by_loan(_due(rows, date.max, params), home_of)
    met = asked = 0
    for loan in relieved_loans(rows, home_of):
        if loan["region_code"] not in inside or not _is_small(loan, params):
            continue
        lines = of_loan(loan, told, home_of)
        due = [line for line in lines if line["payable_on"] <= day]
        if not lines:
            first = months_after(max(loan["disbursed_on"], params["counted_from"]), 6)
            asked += first <= day and (loan["settled_on"] is None or first < loan["settled_on"])
        elif due:
            asked += 1
            met += all(_is_met(line, day) for line in due)
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
            and (None in (paid["lender"], row["lender"]) or paid["lender"] == row["lender"])
            and paid["paid_on"] <= day
            and paid["source"] != "compensated"
        ]
        repaid += min(sum(own), row["principal_fen"])
        due += row["principal_fen"]
    return repaid, due
