"""Needs for a loan and applications: who was asked for one, who has it, who was told why not."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

from tests.reference_answers.registry import Home, Parts, Row, Rows, twin


def _by(day: date, found: date | None) -> bool:
    """Say whether something has happened by the day."""
    return found is not None and found <= day


@twin("loans_approved_undisbursed")
def loans_approved_undisbursed(
    rows: Rows, inside: Collection[str], day: date, params: dict[str, Any], home_of: Home
) -> Parts:
    """Sum what is approved and neither paid out nor withdrawn."""
    waiting = [
        row
        for row in rows["loan_needs"]
        if row["region_code"] in inside
        and row["decision"] == "approved"
        and _by(day, row["decided_on"])
        and not _by(day, row["disbursed_on"])
        and not _by(day, row["withdrawn_on"])
    ]
    return sum(row["amount_fen"] or 0 for row in waiting), 0


def _financed(asked: list[tuple[Row, date]], day: date) -> Parts:
    """Count those with their loan, and all who are still asked about; each with the day it is asked from."""
    known = [row for row, since in asked if since <= day]
    return sum(_by(day, row["disbursed_on"]) for row in known), len(known)


@twin("qualified_applicants_financed_share")
def qualified_applicants_financed_share(
    rows: Rows, inside: Collection[str], day: date, params: dict[str, Any], home_of: Home
) -> Parts:
    """Ask every qualified applicant who has not withdrawn whether the loan is there."""
    asked = [
        (row, row["applied_on"] or row["registered_on"])
        for row in rows["loan_needs"]
        if row["region_code"] in inside
        and row["qualified"]
        and (row["disbursed_on"] is not None or not _by(day, row["withdrawn_on"]))
    ]
    return _financed([(row, since) for row, since in asked if since >= params["counted_from"]], day)


@twin("needs_financed_share")
def needs_financed_share(
    rows: Rows, inside: Collection[str], day: date, params: dict[str, Any], home_of: Home
) -> Parts:
    """Ask every registered need that is still one whether it was met."""
    asked = []
    for row in rows["loan_needs"]:
        if row["region_code"] not in inside or row["registered_on"] < params["counted_from"]:
            continue
        if params["qualified_only"] and not row["qualified"]:
            continue
        refused = row["decision"] == "rejected" or row["qualified"] is False
        is_gone = _by(day, row["withdrawn_on"]) or (refused and _by(day, row["decided_on"] or row["registered_on"]))
        if row["disbursed_on"] is not None or not is_gone:
            asked.append((row, row["registered_on"]))
    return _financed(asked, day)


@twin("loan_days_decision_to_disbursement")
def loan_days_decision_to_disbursement(
    rows: Rows, inside: Collection[str], day: date, params: dict[str, Any], home_of: Home
) -> Parts:
    """Sum the days from approval to disbursement, and count the loans."""
    days = [
        (row["disbursed_on"] - row["decided_on"]).days
        for row in rows["loan_needs"]
        if row["region_code"] in inside
        and _by(day, row["disbursed_on"])
        and row["disbursed_on"] >= params["counted_from"]
        and _by(row["disbursed_on"], row["decided_on"])
    ]
    return sum(days), len(days)


@twin("rejected_applicants_informed_share")
def rejected_applicants_informed_share(
    rows: Rows, inside: Collection[str], day: date, params: dict[str, Any], home_of: Home
) -> Parts:
    """Ask of every rejection whether the applicant was told."""
    rejected = [
        row
        for row in rows["loan_needs"]
        if row["region_code"] in inside
        and row["decision"] == "rejected"
        and _by(day, row["decided_on"])
        and row["decided_on"] >= params["counted_from"]
    ]
    return sum(_by(day, row["informed_on"]) for row in rejected), len(rejected)
