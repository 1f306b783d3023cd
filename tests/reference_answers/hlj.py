"""Lists of what is to be done, jobs, animals handed out, and the employment fund."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from datetime import date
from typing import Any

from tests.reference_answers.registry import Home, Parts, Row, Rows, stands, twin


def in_order(rows: list[Row], day_of: str) -> list[Row]:
    """Return the rows by their day, then as they were brought in."""
    return sorted(rows, key=lambda row: (row[day_of], row["batch_id"], row["source_row"]))


@twin("rosters_done_share")
def rosters_done_share(rows: Rows, inside: Collection[str], day: date, params: dict[str, Any], home_of: Home) -> Parts:
    """Ask everything that is on the list on the day whether it is done."""
    listed = [
        row
        for row in rows["rosters"]
        if row["kind"] == params["kind"]
        and row["region_code"] in inside
        and stands(row["listed_on"], row["removed_on"], day)
    ]
    return sum(row["done_on"] is not None and row["done_on"] <= day for row in listed), len(listed)


def _jobs_by_person(rows: Rows, params: dict[str, Any], home_of: Home) -> Iterator[list[Row]]:
    """Yield the jobs of each person in each province, in the programmes asked for, the first ones first."""
    kinds = params["kinds"].strip("|").split("|")
    people: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows["employment"]:
        if row["person_key"] is None or row["start_on"] is None or row["start_on"] < params["counted_from"]:
            continue
        if row["kind"] in kinds and params.get("sex", "") in ("", row["sex"]):
            people[home_of(row["region_code"])[:2], row["person_key"]].append(row)
    for jobs in people.values():
        yield in_order(jobs, "start_on")


@twin("employed_persons")
def employed_persons(rows: Rows, inside: Collection[str], day: date, params: dict[str, Any], home_of: Home) -> Parts:
    """Count persons at the place of their first job, from the day it began."""
    first = [jobs[0] for jobs in _jobs_by_person(rows, params, home_of)]
    return sum(job["region_code"] in inside and job["start_on"] <= day for job in first), 0


@twin("employed_now")
def employed_now(rows: Rows, inside: Collection[str], day: date, params: dict[str, Any], home_of: Home) -> Parts:
    """Ask each person which jobs run on the day, and count the one that began first."""
    found = 0
    for jobs in _jobs_by_person(rows, params, home_of):
        running = [job for job in jobs if stands(job["start_on"], job["end_on"], day)]
        found += bool(running) and running[0]["region_code"] in inside
    return found, 0


@twin("employed_in_several")
def employed_in_several(rows: Rows, inside: Collection[str], day: date, params: dict[str, Any], home_of: Home) -> Parts:
    """Go through the jobs of each person until the first one of a second programme."""
    found = 0
    for jobs in _jobs_by_person(rows, params, home_of):
        one = params["as_one"].strip("|").split("|")
        others = [job for job in jobs if job["kind"] != jobs[0]["kind"]]
        if jobs[0]["kind"] in one:
            others = [job for job in others if job["kind"] not in one]
        found += bool(others) and others[0]["region_code"] in inside and others[0]["start_on"] <= day
    return found, 0


def _given(rows: Rows, params: dict[str, Any]) -> list[Row]:
    """Return the grants of one kind that a household was given, the first ones first."""
    own = [row for row in rows["grants"] if row["kind"] == params["kind"] and row["household_no"] is not None]
    return in_order([row for row in own if row["granted_on"] is not None], "granted_on")


@twin("grants_households")
def grants_households(rows: Rows, inside: Collection[str], day: date, params: dict[str, Any], home_of: Home) -> Parts:
    """Count households of each county at the place of their first grant."""
    first: dict[tuple[str, str], Row] = {}
    for row in _given(rows, params):
        first.setdefault((home_of(row["region_code"]), row["household_no"]), row)
    return sum(row["region_code"] in inside and row["granted_on"] <= day for row in first.values()), 0


def _by_household(own: list[Row], home_of: Home) -> list[list[Row]]:
    """Gather rows by household and county, in the order they are in."""
    found: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in own:
        found[home_of(row["region_code"]), row["household_no"]].append(row)
    return list(found.values())


@twin("grants_within_kit_share")
def grants_within_kit_share(
    rows: Rows, inside: Collection[str], day: date, params: dict[str, Any], home_of: Home
) -> Parts:
    """Ask every household, at the place of its first grant, whether all it was given by the day is the right lot."""
    by_the_day = [row for row in _given(rows, params) if row["granted_on"] <= day]
    own = [grants for grants in _by_household(by_the_day, home_of) if grants[0]["region_code"] in inside]
    right = 0
    for grants in own:
        told = [row[params["part"]] for row in grants if row[params["part"]] is not None]
        exact, fewer = sum(told) == params["number"], sum(told) < params["number"]
        right += bool(told) and (exact or (params["sense"] == "at_most" and fewer))
    return right, len(own)


@twin("grants_above_market_share")
def grants_above_market_share(
    rows: Rows, inside: Collection[str], day: date, params: dict[str, Any], home_of: Home
) -> Parts:
    """Ask every household bought back from, at the place of the first time, whether each price was above the market."""
    of_kind = [row for row in rows["grants"] if row["kind"] == params["kind"] and row["household_no"] is not None]
    sold = [row for row in of_kind if row["bought_back_on"] is not None and row["bought_back_on"] <= day]
    above = whole = 0
    for deals in _by_household(in_order(sold, "bought_back_on"), home_of):
        if deals[0]["region_code"] not in inside:
            continue
        prices = [(row["buyback_price_fen"], row["market_price_fen"]) for row in deals]
        whole += 1
        above += all(None not in pair and pair[0] > pair[1] for pair in prices)
    return above, whole


@twin("fund_expenses_purpose_share")
def fund_expenses_purpose_share(
    rows: Rows, inside: Collection[str], day: date, params: dict[str, Any], home_of: Home
) -> Parts:
    """Sum the entries of the day's own calendar year."""
    spent = fund = 0
    for row in rows["fund_expenses"]:
        booked = row["booked_on"]
        if row["region_code"] not in inside or booked is None or booked > day or booked.year != day.year:
            continue
        amount = row["amount_fen"] or 0
        fund += amount if row["kind"] == "fund" else 0
        spent += amount if row["kind"] == "expense" and row["purpose"] == params["purpose"] else 0
    return spent, fund
