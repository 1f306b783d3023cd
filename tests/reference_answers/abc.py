"""Referrals on their way through the bank."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date, timedelta
from typing import Any

from tests.reference_answers.registry import Home, Parts, Row, Rows, twin

_STEPS = {"visit": "visited_on", "decision": "decided_on", "disbursement": "disbursed_on"}


def cases_of(rows: Rows, inside: Collection[str], home_of: Home, since: date = date.min) -> Iterator[tuple[Row, Row]]:
    """Go through the referrals of a region with the bank's newest word on each; empty where it has said nothing."""
    newest: dict[tuple[str, str], Row] = {}
    for row in sorted(rows["referral_outcomes"], key=lambda row: (row["batch_id"], row["source_row"])):
        newest[home_of(row["region_code"]), row["referral_no"]] = row
    for row in rows["referrals"]:
        if row["region_code"] in inside and row["pushed_on"] >= since:
            yield row, newest.get((home_of(row["region_code"]), row["referral_no"]), {})


def is_by(found: date | None, day: date) -> bool:
    """Say whether something had happened by the day."""
    return found is not None and found <= day


def _asked_and_done(case_on: date, grace_days: int, done_on: date | None, day: date) -> Parts:
    """Ask for a case from the end of its grace on; what is done is done, however early."""
    done = case_on <= day and is_by(done_on, day)
    return int(done), int(done or case_on + timedelta(days=grace_days) <= day)


def summed(found: Iterator[Parts]) -> Parts:
    """Add up numerators and denominators."""
    told = list(found)
    return sum(one[0] for one in told), sum(one[1] for one in told)


@twin("referrals_pushed")
def referrals_pushed(rows: Rows, inside: Collection[str], day: date, params: dict[str, Any], home_of: Home) -> Parts:
    """Count what was pushed up to the day."""
    return sum(row["region_code"] in inside and row["pushed_on"] <= day for row in rows["referrals"]), 0


@twin("referrals_disbursed")
def referrals_disbursed(rows: Rows, inside: Collection[str], day: date, params: dict[str, Any], home_of: Home) -> Parts:
    """Count referrals paid out up to the day."""
    return sum(is_by(said.get("disbursed_on"), day) for _, said in cases_of(rows, inside, home_of)), 0


@twin("referrals_product_matched_share")
def referrals_product_matched_share(
    rows: Rows, inside: Collection[str], day: date, params: dict[str, Any], home_of: Home
) -> Parts:
    """Ask every qualified referral for its product."""

    def told() -> Iterator[Parts]:
        for row, said in cases_of(rows, inside, home_of, params["counted_from"]):
            if (
                said.get("qualified")
                and row["pushed_on"] <= day
                and is_by(said["visited_on"] or said["accepted_on"], day)
            ):
                yield int(said["matched_product"] is not None), 1

    return summed(told())


@twin("referrals_visited_share")
def referrals_visited_share(
    rows: Rows, inside: Collection[str], day: date, params: dict[str, Any], home_of: Home
) -> Parts:
    """Ask every referral for the bank's visit."""
    cases = cases_of(rows, inside, home_of, params["counted_from"])
    grace = params["grace_days"]
    return summed(_asked_and_done(row["pushed_on"], grace, said.get("visited_on"), day) for row, said in cases)


@twin("referrals_rejected_told_share")
def referrals_rejected_told_share(
    rows: Rows, inside: Collection[str], day: date, params: dict[str, Any], home_of: Home
) -> Parts:
    """Ask every rejection for reason and feedback."""

    def told() -> Iterator[Parts]:
        for _, said in cases_of(rows, inside, home_of, params["counted_from"]):
            if said.get("decision") == "rejected":
                rejected_on = said["decided_on"] or said["visited_on"] or said["accepted_on"]
                told_on = said["feedback_on"] if said["reject_reason"] is not None else None
                yield _asked_and_done(rejected_on, params["grace_days"], told_on, day)

    return summed(told())


@twin("referrals_handled_in_village_share")
def referrals_handled_in_village_share(
    rows: Rows, inside: Collection[str], day: date, params: dict[str, Any], home_of: Home
) -> Parts:
    """Ask every loan where it was handled."""
    places = [
        said["handled_place"]
        for _, said in cases_of(rows, inside, home_of, params["counted_from"])
        if is_by(said.get("disbursed_on"), day)
    ]
    known = [place for place in places if place is not None]
    return known.count("village"), len(known)


@twin("referrals_persons_with_loan")
def referrals_persons_with_loan(
    rows: Rows, inside: Collection[str], day: date, params: dict[str, Any], home_of: Home
) -> Parts:
    """Count persons, each once per county, at the place of the referral that led to the first loan."""
    first: dict[tuple[str, str], tuple[Any, ...]] = {}
    everywhere = {row["region_code"] for row in rows["referrals"]}
    for row, said in cases_of(rows, everywhere, home_of):
        if row["person_key"] is None or row["category"] == "leader" or said.get("disbursed_on") is None:
            continue
        person = (home_of(row["region_code"]), row["person_key"])
        loan = (said["disbursed_on"], said["batch_id"], said["source_row"], row["region_code"])
        first[person] = min(first.get(person, loan), loan)
    return sum(region in inside and paid_on <= day for paid_on, _, _, region in first.values()), 0


@twin("referrals_days_until")
def referrals_days_until(
    rows: Rows, inside: Collection[str], day: date, params: dict[str, Any], home_of: Home
) -> Parts:
    """Add up the days from push to step of the cases that have come to it."""

    def told() -> Iterator[Parts]:
        for row, said in cases_of(rows, inside, home_of):
            step_on = said.get(_STEPS[params["step"]])
            if step_on is not None and row["pushed_on"] <= step_on <= day:
                yield (step_on - row["pushed_on"]).days, 1

    return summed(told())


@twin("referrals_days_to_feedback")
def referrals_days_to_feedback(
    rows: Rows, inside: Collection[str], day: date, params: dict[str, Any], home_of: Home
) -> Parts:
    """Add up the days from rejection to feedback of the cases that were told."""

    def told() -> Iterator[Parts]:
        for _, said in cases_of(rows, inside, home_of):
            decided_on, told_on = said.get("decided_on"), said.get("feedback_on")
            if said.get("decision") == "rejected" and decided_on and told_on and decided_on <= told_on <= day:
                yield (told_on - decided_on).days, 1

    return summed(told())


@twin("referrals_waiting_days")
def referrals_waiting_days(
    rows: Rows, inside: Collection[str], day: date, params: dict[str, Any], home_of: Home
) -> Parts:
    """Count the cases whose age at the bank has reached the limit while nothing is decided."""
    found = 0
    for _, said in cases_of(rows, inside, home_of):
        if not said or (day - said["accepted_on"]).days < params["days"]:
            continue
        over_on = said["decided_on"] or said["disbursed_on"]
        found += over_on > day if over_on else said["decision"] is None
    return found, 0
