"""Needs waiting to be pushed, and visits."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from datetime import date
from typing import Any

from tests.reference_answers.abc import cases_of, is_by, summed
from tests.reference_answers.registry import Home, Parts, Row, Rows, twin


@twin("referral_needs_waiting")
def referral_needs_waiting(
    rows: Rows, inside: Collection[str], day: date, params: dict[str, Any], home_of: Home
) -> Parts:
    """Count needs of the platform that are reviewed, neither pushed nor withdrawn."""
    own = [row for row in rows["loan_needs"] if row["region_code"] in inside and row["channel"] == "platform"]
    reviewed = [row for row in own if is_by(row["reviewed_on"], day)]
    return sum(not is_by(row["pushed_on"], day) and not is_by(row["withdrawn_on"], day) for row in reviewed), 0


@twin("loans_visited_after_share")
def loans_visited_after_share(
    rows: Rows, inside: Collection[str], day: date, params: dict[str, Any], home_of: Home
) -> Parts:
    """Look for a visit after each loan."""
    visits: dict[str, list[Row]] = defaultdict(list)
    for row in rows["visits"]:
        if row["kind"] == params["kind"] and is_by(row["visited_on"], day):
            visits[home_of(row["region_code"])].append(row)

    def told() -> Iterator[Parts]:
        for row, said in cases_of(rows, inside, home_of, params["counted_from"]):
            if not is_by(said.get("disbursed_on"), day):
                continue
            yield int(any(_is_of(visit, said) for visit in visits[home_of(row["region_code"])])), 1

    return summed(told())


def _is_of(visit: Row, said: Row) -> bool:
    same_loan = visit["loan_no"] is not None and visit["loan_no"] == said["loan_no"]
    same_loan = same_loan and (None in (visit["lender"], said["lender"]) or visit["lender"] == said["lender"])
    same_referral = visit["referral_no"] == said["referral_no"]
    return (same_loan or same_referral) and bool(visit["visited_on"] >= said["disbursed_on"])


@twin("visits_made")
def visits_made(rows: Rows, inside: Collection[str], day: date, params: dict[str, Any], home_of: Home) -> Parts:
    """Count visits of a kind up to the day."""
    own = [row for row in rows["visits"] if row["kind"] == params["kind"] and row["region_code"] in inside]
    return sum(is_by(row["visited_on"], day) for row in own), 0


@twin("visits_households")
def visits_households(rows: Rows, inside: Collection[str], day: date, params: dict[str, Any], home_of: Home) -> Parts:
    """Count households, each once per county, at the place of the first visit of the kind."""
    first: dict[tuple[str, str], Row] = {}
    own = [row for row in rows["visits"] if row["kind"] == params["kind"] and row["household_no"] is not None]
    for row in sorted(own, key=lambda row: (row["visited_on"], row["batch_id"], row["source_row"])):
        first.setdefault((home_of(row["region_code"]), row["household_no"]), row)
    return sum(row["region_code"] in inside and row["visited_on"] <= day for row in first.values()), 0
