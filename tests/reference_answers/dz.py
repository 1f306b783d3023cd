"""Overdue interest, inspections, reminders, guarantees, income and surveys."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta
from typing import Any

from finance_monitor.dates import months_after
from tests.reference_answers.core import by_loan, of_loan, relieved_loans
from tests.reference_answers.registry import Home, Parts, Row, Rows, stands, twin

SATISFIED = ("satisfied", "fairly_satisfied")


def _by(day: date, found: date | None) -> bool:
    """Say whether something has happened by the day."""
    return found is not None and found <= day


@twin("loans_interest_overdue")
def loans_interest_overdue(
    rows: Rows, inside: Collection[str], day: date, params: dict[str, Any], home_of: Home
) -> Parts:
    """Take each bank's newest list for a county and count its loans with overdue interest."""
    relieved = [id(loan) for loan in relieved_loans(rows, home_of)]
    known, counted = by_loan(rows["loans"], home_of), set(relieved)

    def is_left_out(entry: Row) -> bool:
        own = known.get((home_of(entry["region_code"]), entry["loan_no"]), [])
        own = [loan for loan in own if entry["lender"] in (None, loan["lender"])]
        return bool(own) and not any(id(loan) in counted for loan in own)

    newest: dict[tuple[str, str], date] = {}
    for row in rows["loan_balances"]:
        if row["as_of"] <= day:
            key = row["reported_by"], home_of(row["region_code"])
            newest[key] = max(newest.get(key, date.min), row["as_of"])
    return sum(
        row["region_code"] in inside
        and row["overdue_interest_fen"] > 0
        and not is_left_out(row)
        and newest.get((row["reported_by"], home_of(row["region_code"]))) == row["as_of"]
        for row in rows["loan_balances"]
    ), 0


@twin("loans_inspected_share")
def loans_inspected_share(
    rows: Rows, inside: Collection[str], day: date, params: dict[str, Any], home_of: Home
) -> Parts:
    """Ask every open loan of three months or more when it was last inspected."""
    told = by_loan((row for row in rows["use_inspections"] if row["inspected_on"] <= day), home_of)
    due = [
        max((row["inspected_on"] for row in of_loan(loan, told, home_of)), default=None)
        for loan in relieved_loans(rows, home_of)
        if loan["region_code"] in inside
        and (not params["products"] or loan["product"] in params["products"].split("|"))
        and stands(months_after(loan["disbursed_on"], 3), loan["settled_on"], day)
    ]
    return sum(seen is not None and day < months_after(seen, 3) for seen in due), len(due)


@twin("loans_reminded_share")
def loans_reminded_share(
    rows: Rows, inside: Collection[str], day: date, params: dict[str, Any], home_of: Home
) -> Parts:
    """Ask every loan that came near its due day whether the borrower was told in time."""
    notices = by_loan(rows["reminders"], home_of)
    told = asked = 0
    for loan in relieved_loans(rows, home_of):
        notice_on = loan["due_on"] - timedelta(days=params["days"])
        is_open = loan["disbursed_on"] <= notice_on and (loan["settled_on"] is None or notice_on < loan["settled_on"])
        if loan["region_code"] not in inside or not is_open or not params["counted_from"] <= notice_on <= day:
            continue
        asked += 1
        first = notice_on - timedelta(days=params["window_days"])
        told += any(
            row["medium"] in params["media"].split("|") and first <= row["sent_on"] <= notice_on
            for row in of_loan(loan, notices, home_of)
        )
    return told, asked


@twin("inspection_findings")
def inspection_findings(rows: Rows, inside: Collection[str], day: date, params: dict[str, Any], home_of: Home) -> Parts:
    """Count findings of the kinds asked for."""
    kinds = params["findings"].strip("|").split("|")
    own = [row for row in rows["use_inspections"] if row["region_code"] in inside and row["finding"] in kinds]
    return sum(_by(day, row["inspected_on"]) for row in own), 0


@twin("guarantees_granted_share")
def guarantees_granted_share(
    rows: Rows, inside: Collection[str], day: date, params: dict[str, Any], home_of: Home
) -> Parts:
    """Ask of every request whether the guarantee was given."""
    own = [row for row in rows["guarantees"] if row["region_code"] in inside and _by(day, row["requested_on"])]
    own = [row for row in own if row["requested_on"] >= params["counted_from"]]
    return sum(_by(day, row["granted_on"]) for row in own), len(own)


@twin("guarantee_fees")
def guarantee_fees(rows: Rows, inside: Collection[str], day: date, params: dict[str, Any], home_of: Home) -> Parts:
    """Sum the fees of the guarantees given."""
    own = [row for row in rows["guarantees"] if row["region_code"] in inside and _by(day, row["granted_on"])]
    return sum(row["fee_fen"] for row in own), 0


@twin("households_with_benefit")
def households_with_benefit(
    rows: Rows, inside: Collection[str], day: date, params: dict[str, Any], home_of: Home
) -> Parts:
    """Count households, each once per county, in the place of its first benefit."""
    first: dict[tuple[str, str], Row] = {}
    for row in sorted(rows["income_benefits"], key=lambda row: (row["booked_on"], row["batch_id"], row["source_row"])):
        if row["booked_on"] >= params["counted_from"] and row["amount_fen"] > 0:
            first.setdefault((home_of(row["region_code"]), row["household_no"]), row)
    return sum(row["region_code"] in inside and row["booked_on"] <= day for row in first.values()), 0


@twin("income_benefit_amount")
def income_benefit_amount(
    rows: Rows, inside: Collection[str], day: date, params: dict[str, Any], home_of: Home
) -> Parts:
    """Sum the income booked."""
    own = [row for row in rows["income_benefits"] if row["region_code"] in inside and row["booked_on"] <= day]
    return sum(row["amount_fen"] for row in own), 0


@twin("satisfaction_share")
def satisfaction_share(rows: Rows, inside: Collection[str], day: date, params: dict[str, Any], home_of: Home) -> Parts:
    """Count the answers of the year, and among them those that are at least fairly satisfied."""
    own = [row for row in rows["survey_responses"] if params["counted_from"] <= row["answered_on"] <= day]
    own = [row for row in own if row["region_code"] in inside]
    return sum(row["answer"] in SATISFIED for row in own), len(own)
