"""Who is insured on a day, asked policy by policy."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any

from finance_monitor.regions import level_rank, regions
from tests.reference_answers.registry import Home, Parts, Row, Rows, twin
from tests.reference_answers.wl import newest, now_called


def _in_force(rows: Rows, day: date, params: dict[str, Any]) -> list[Row]:
    """Return the policies of the kinds that cover the day, its last day included, the first to begin first."""
    kinds = params["kinds"].strip("|").split("|")
    own = [row for row in rows["insurance_policies"] if row["kind"] in kinds and row["from_on"] <= day]
    own = [row for row in own if row["to_on"] is None or day <= row["to_on"]]
    return sorted(own, key=lambda row: (row["from_on"], row["batch_id"], row["source_row"]))


def _households(policies: Iterable[Row], inside: Collection[str], home_of: Home) -> int:
    """Count households of each county at the place of the policy that began first."""
    place: dict[tuple[str, str], str] = {}
    for row in policies:
        place.setdefault((home_of(row["region_code"]), row["household_no"]), row["region_code"])
    return sum(code in inside for code in place.values())


@twin("insured_households")
def insured_households(rows: Rows, inside: Collection[str], day: date, params: dict[str, Any], home_of: Home) -> Parts:
    """Count households with a policy, each once."""
    return _households(_in_force(rows, day, params), inside, home_of), 0


@twin("insured_kinds")
def insured_kinds(rows: Rows, inside: Collection[str], day: date, params: dict[str, Any], home_of: Home) -> Parts:
    """Count the products of each county; a township has none of its own."""
    found = {(home_of(row["region_code"]), row["product"]) for row in _in_force(rows, day, params)}
    return sum(county in inside for county, _ in found), 0


@twin("insured_households_share")
def insured_households_share(
    rows: Rows, inside: Collection[str], day: date, params: dict[str, Any], home_of: Home
) -> Parts:
    """Hold insured households out of poverty against all of them, as the county, else its parts, said last."""
    own = [row for row in _in_force(rows, day, params) if row["poor_household"] is True]
    tree = regions()
    told = [
        row
        for row in rows["region_facts"]
        if row["poor_households"] is not None and level_rank(tree.get(row["region_code"]).level) >= level_rank("county")
    ]
    standing = {now_called(row["region_code"]): row for row in newest(told, day)}
    base = 0
    for code, row in standing.items():
        above = {region.code for region in tree.ancestors(code)}
        if row["region_code"] in inside and not above & set(standing):
            base += row["poor_households"]
    return _households(own, inside, home_of), base
