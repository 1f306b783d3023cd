"""Steps of a referral at the bank, and overdue loans by age."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

from tests.reference_answers.abc import cases_of, is_by
from tests.reference_answers.core import by_loan, relieved_loans
from tests.reference_answers.registry import Home, Parts, Row, Rows, twin


def _reached_on(said: Row, step: str) -> date | None:
    if step in ("accepted", "visited"):
        found: date | None = said.get(f"{step}_on")
        return found
    if step != "decided" and said.get("decision") != step:
        return None
    told = said.get("decided_on") or said.get("disbursed_on")
    if told is None:
        return said["accepted_on"] if said.get("decision") else None
    return max(told, said["accepted_on"])


@twin("referrals_step")
def referrals_step(rows: Rows, inside: Collection[str], day: date, params: dict[str, Any], home_of: Home) -> Parts:
    """Count the cases that have come to a step by the day."""
    cases = cases_of(rows, inside, home_of)
    return sum(is_by(_reached_on(said, params["step"]), day) for _, said in cases), 0


@twin("referrals_rejected_for")
def referrals_rejected_for(
    rows: Rows, inside: Collection[str], day: date, params: dict[str, Any], home_of: Home
) -> Parts:
    """Count the cases rejected by the day for a reason, or for any."""
    found = [said for _, said in cases_of(rows, inside, home_of) if is_by(_reached_on(said, "rejected"), day)]
    return sum(params["reason"] in ("", said["reject_reason"]) for said in found), 0


@twin("loans_overdue_aged")
def loans_overdue_aged(rows: Rows, inside: Collection[str], day: date, params: dict[str, Any], home_of: Home) -> Parts:
    """Take each bank's newest list for a county and add up the principal overdue for so many days."""
    counted = {id(loan) for loan in relieved_loans(rows, home_of)}
    known = by_loan(rows["loans"], home_of)

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
        row["overdue_principal_fen"]
        for row in rows["loan_balances"]
        if row["region_code"] in inside
        and params["from_days"] <= (row["days_overdue"] or 0) <= params["to_days"]
        and newest.get((row["reported_by"], home_of(row["region_code"]))) == row["as_of"]
        and not is_left_out(row)
    ), 0
