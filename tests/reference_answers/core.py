"""Stations, referrals, outlets, machines, loans, households and the general register."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from typing import Any

from tests.reference_answers.registry import Home, Parts, Row, Rows, stands, twin

BASE_KINDS = ("relieved", "unstable", "marginal", "sudden")
# County and loan number -> rows that name the loan.
ByLoan = dict[tuple[str, str], list[Row]]


def relieved_loans(rows: Rows, home_of: Home) -> Iterator[Row]:
    """Yield the loans, without those of households the register knew that day as ordinary ones and nothing else."""
    listed: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows["households"]:
        listed[home_of(row["region_code"]), row["household_no"]].append(row)
    for loan in rows["loans"]:
        own = listed.get((home_of(loan["region_code"]), loan["household_no"]), [])
        kinds = {row["kind"] for row in own if stands(row["valid_from"], row["valid_to"], loan["disbursed_on"])}
        if kinds != {"ordinary"}:
            yield loan


def by_loan(own: Iterable[Row], home_of: Home) -> ByLoan:
    """Put rows together by county and loan number."""
    found: ByLoan = defaultdict(list)
    for row in own:
        found[home_of(row["region_code"]), row["loan_no"]].append(row)
    return found


def of_loan(loan: Row, told: ByLoan, home_of: Home) -> list[Row]:
    """Return the rows that speak of a loan: its number in its county; a lender they name must be its own."""
    own = told.get((home_of(loan["region_code"]), loan["loan_no"]), [])
    return [row for row in own if row["lender"] in (None, loan["lender"])]


@twin("post_stations_open")
def post_stations_open(rows: Rows, inside: Collection[str], day: date, params: dict[str, Any], home_of: Home) -> Parts:
    """Count stations that are open and not suspended on the day."""
    found = 0
    for row in rows["post_stations"]:
        if row["region_code"] not in inside or not stands(row["opened_on"], row["closed_on"], day):
            continue
        suspended = row["suspended_on"] is not None and stands(row["suspended_on"], row["resumed_on"], day)
        found += not suspended
    return found, 0


@twin("referrals_eligible_persons")
def referrals_eligible_persons(
    rows: Rows, inside: Collection[str], day: date, params: dict[str, Any], home_of: Home
) -> Parts:
    """Count persons, each once per county, at the place of the first push from `counted_from` on."""
    first: dict[tuple[str, str], Row] = {}
    pushes = sorted(rows["referrals"], key=lambda row: (row["pushed_on"], row["batch_id"], row["source_row"]))
    for row in pushes:
        if row["eligible"] and row["pushed_on"] >= params["counted_from"] and row["person_key"] is not None:
            first.setdefault((home_of(row["region_code"]), row["person_key"]), row)
    return sum(row["region_code"] in inside and row["pushed_on"] <= day for row in first.values()), 0


@twin("outlets_branch_open")
def outlets_branch_open(rows: Rows, inside: Collection[str], day: date, params: dict[str, Any], home_of: Home) -> Parts:
    """Count fixed outlets of banks open on the day."""
    return sum(stands(row["opened_on"], row["closed_on"], day) for row in _branches(rows, inside)), 0


@twin("outlets_closed")
def outlets_closed(rows: Rows, inside: Collection[str], day: date, params: dict[str, Any], home_of: Home) -> Parts:
    """Count fixed outlets of banks closed up to the day."""
    own = _branches(rows, inside)
    return sum(row["closed_on"] is not None and row["closed_on"] <= day for row in own), 0


def _branches(rows: Rows, inside: Collection[str]) -> list[Row]:
    """Return the fixed outlets of banks; an outlet of no stated type is a bank's."""
    own = [row for row in rows["outlets"] if row["kind"] == "branch" and row["region_code"] in inside]
    return [row for row in own if row.get("org_type") in (None, "bank")]


@twin("atms_installed")
def atms_installed(rows: Rows, inside: Collection[str], day: date, params: dict[str, Any], home_of: Home) -> Parts:
    """Count cash machines in use on the day."""
    own = [row for row in rows["devices"] if row["kind"] in ("atm", "crs") and row["region_code"] in inside]
    return sum(stands(row["installed_on"], row["removed_on"], day) for row in own), 0


@twin("loans_granted")
def loans_granted(rows: Rows, inside: Collection[str], day: date, params: dict[str, Any], home_of: Home) -> Parts:
    """Sum what was paid out up to the day, in fen."""
    own = [row for row in relieved_loans(rows, home_of) if row["region_code"] in inside]
    return sum(row["amount_fen"] for row in own if row["disbursed_on"] <= day), 0


@twin("loans_overdue_share")
def loans_overdue_share(rows: Rows, inside: Collection[str], day: date, params: dict[str, Any], home_of: Home) -> Parts:
    """Sum overdue principal and balance of the lists that speak of the day or an earlier one."""
    own = [row for row in relieved_loans(rows, home_of) if row["region_code"] in inside]
    own = [row for row in own if None not in (row["balance_fen"], row["overdue_fen"]) and row["stands_for_on"] <= day]
    return sum(row["overdue_fen"] for row in own), sum(row["balance_fen"] for row in own)


@twin("households_with_balance_share")
def households_with_balance_share(
    rows: Rows, inside: Collection[str], day: date, params: dict[str, Any], home_of: Home
) -> Parts:
    """Ask each household of the register on the day whether it has an open loan in its county."""
    open_households = {
        (home_of(row["region_code"]), row["household_no"])
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
    return sum((home_of(row["region_code"]), row["household_no"]) in open_households for row in base), len(base)


@twin("registered")
def registered(rows: Rows, inside: Collection[str], day: date, params: dict[str, Any], home_of: Home) -> Parts:
    """Count entries of one kind in the general register that hold on the day."""
    own = [row for row in rows["registers"] if row["kind"] == params["kind"] and row["region_code"] in inside]
    return sum(stands(row["from_on"], row["to_on"], day) for row in own), 0
