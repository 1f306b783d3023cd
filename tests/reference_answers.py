"""Slow answers in plain Python, written from the documents and not from the SQL: the SQL must equal them.

A row is a dict of ledger columns. `inside` is the set of region codes that make up a region.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from datetime import date
from typing import Any

Row = dict[str, Any]
Rows = dict[str, list[Row]]
Parts = tuple[int, int]

BASE_KINDS = ("relieved", "unstable", "marginal", "sudden")


def stands(first: date | None, last: date | None, day: date) -> bool:
    """From its first day until the day before its last date."""
    return first is not None and first <= day and (last is None or day < last)


def post_stations_open(rows: Rows, inside: Collection[str], day: date) -> Parts:
    """Count stations that are open and not suspended on the day."""
    found = 0
    for row in rows["post_stations"]:
        if row["region_code"] not in inside or not stands(row["opened_on"], row["closed_on"], day):
            continue
        suspended = row["suspended_on"] is not None and stands(row["suspended_on"], row["resumed_on"], day)
        found += not suspended
    return found, 0


def referrals_eligible_persons(
    rows: Rows, inside: Collection[str], day: date, county_of: Callable[[str], str], counted_from: date
) -> Parts:
    """Count persons, each once per county, at the place of the first push from `counted_from` on."""
    first: dict[tuple[str, str], Row] = {}
    pushes = sorted(rows["referrals"], key=lambda row: (row["pushed_on"], row["batch_id"], row["source_row"]))
    for row in pushes:
        if row["eligible"] and row["pushed_on"] >= counted_from and row["person_key"] is not None:
            first.setdefault((county_of(row["region_code"]), row["person_key"]), row)
    return sum(row["region_code"] in inside and row["pushed_on"] <= day for row in first.values()), 0


def outlets_branch_open(rows: Rows, inside: Collection[str], day: date) -> Parts:
    """Count fixed outlets open on the day."""
    own = [row for row in rows["outlets"] if row["kind"] == "branch" and row["region_code"] in inside]
    return sum(stands(row["opened_on"], row["closed_on"], day) for row in own), 0


def outlets_closed(rows: Rows, inside: Collection[str], day: date) -> Parts:
    """Count fixed outlets closed up to the day."""
    own = [row for row in rows["outlets"] if row["kind"] == "branch" and row["region_code"] in inside]
    return sum(row["closed_on"] is not None and row["closed_on"] <= day for row in own), 0


def atms_installed(rows: Rows, inside: Collection[str], day: date) -> Parts:
    """Count cash machines in use on the day."""
    own = [row for row in rows["devices"] if row["kind"] in ("atm", "crs") and row["region_code"] in inside]
    return sum(stands(row["installed_on"], row["removed_on"], day) for row in own), 0


def loans_granted(rows: Rows, inside: Collection[str], day: date) -> Parts:
    """Sum what was paid out up to the day, in fen."""
    own = [row for row in rows["loans"] if row["region_code"] in inside and row["disbursed_on"] is not None]
    return sum(row["amount_fen"] for row in own if row["disbursed_on"] <= day), 0


def loans_overdue_share(rows: Rows, inside: Collection[str], day: date) -> Parts:
    """Sum overdue principal and balance of the lists that speak of the day or an earlier one."""
    own = [row for row in rows["loans"] if row["region_code"] in inside and row["balance_fen"] is not None]
    own = [row for row in own if row["stands_for_on"] <= day]
    return sum(row["overdue_fen"] or 0 for row in own), sum(row["balance_fen"] for row in own)


def households_with_balance_share(rows: Rows, inside: Collection[str], day: date) -> Parts:
    """Ask each household of the register on the day whether it has an open loan anywhere."""
    open_households = {
        row["household_no"]
        for row in rows["loans"]
        if row["household_no"] is not None and stands(row["disbursed_on"], row["settled_on"], day)
    }
    base = [
        row
        for row in rows["households"]
        if row["kind"] in BASE_KINDS
        and row["region_code"] in inside
        and stands(row["valid_from"], row["valid_to"], day)
    ]
    return sum(row["household_no"] in open_households for row in base), len(base)


def registered(rows: Rows, inside: Collection[str], day: date, kind: str) -> Parts:
    """Count entries of one kind in the general register that hold on the day."""
    own = [row for row in rows["registers"] if row["kind"] == kind and row["region_code"] in inside]
    return sum(stands(row["from_on"], row["to_on"], day) for row in own), 0


def filled_in(
    rows: Iterable[Row], indicator: str, region: str, day: date, now_called: Callable[[str], str]
) -> Parts | None:
    """Take the last figure a region filled in itself up to the day; None where it has filled in none."""
    own = [
        row
        for row in rows
        if row["indicator"] == indicator
        and row["numerator"] is not None
        and now_called(row["region_code"]) == region
        and row["as_of"] <= day
    ]
    if not own:
        return None
    last = max(own, key=lambda row: (row["as_of"], row["batch_id"], row["source_row"]))
    return last["numerator"], last["denominator"] or 0


def summed_up(
    region: str,
    own_figure: Callable[[str], Parts | None],
    records_at: Callable[[str], Parts],
    parts_of: Callable[[str], Iterable[str]],
) -> Parts:
    """A region's own standing figure; without one, the records kept at the region and whatever its parts come to."""
    own = own_figure(region)
    if own is not None:
        return own
    found = [records_at(region), *(summed_up(part, own_figure, records_at, parts_of) for part in parts_of(region))]
    return sum(one[0] for one in found), sum(one[1] for one in found)
