"""Facts of a region: people and households, as units have filled them in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from finance_monitor.disclosure.margins import Place, Size, hide_in_table
from finance_monitor.disclosure.seat import Desk
from finance_monitor.regions import LEVELS
from finance_monitor.settings import settings
from finance_monitor.store.queries import query

# In the order they are told.
FACTS = ("population", "adults", "households", "poor_households", "disabled_persons")
_PERSONAL = ("poor_households", "disabled_persons")


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact; summed over `regions_told` of `regions_total` regions of a level, the region itself being one of one.

    `value` None: so few persons that it is not shown.
    """

    fact: str
    value: int | None
    newest_on: date
    level: str
    regions_told: int
    regions_total: int


def facts_of(desk: Desk, region_code: str, as_of: date) -> tuple[Fact, ...]:
    """Return what is known of a region; raise AccessError for a region not the viewer's."""
    desk.viewer.require(desk.regions, region_code)
    upper = next(iter(desk.regions.ancestors(region_code)), None)
    beside = [one.code for one in desk.regions.children(upper.code)] if upper else [region_code]
    told = facts_told(desk, {*beside, region_code}, as_of)
    return tuple(
        _fact(desk, region_code, name, row, told) for name in FACTS if (row := told.get(name, {}).get(region_code))
    )


def facts_told(desk: Desk, codes: Iterable[str], as_of: date) -> Mapping[str, Mapping[str, Any]]:
    """Return fact -> region -> its row: the region's own, otherwise the sum of the highest level that tells it."""
    rows = desk.readings.reader.run(query("read/region_facts"), {"as_of": as_of, "region_codes": sorted(codes)})
    found: dict[str, dict[str, Any]] = defaultdict(dict)
    for row in sorted(rows, key=lambda row: int(row["level_rank"])):
        found[row["fact"]].setdefault(row["region_code"], {**row, "level": LEVELS[row["level_rank"]]})
    return found


def _fact(
    desk: Desk, region_code: str, name: str, row: Mapping[str, Any], told: Mapping[str, Mapping[str, Any]]
) -> Fact:
    own = desk.regions.get(region_code).level == row["level"]
    total = 1 if own else len(desk.regions.descendants(region_code, row["level"]))
    hidden = name in _PERSONAL and region_code in _hidden(told[name])
    value = None if hidden else row["total"]
    return Fact(name, value, row["newest_on"], row["level"], row["rows_told"], total)


def _hidden(told: Mapping[str, Any]) -> frozenset[str]:
    """Return whose number is too small to be shown among its neighbours, or would give such a one away."""
    order = sorted(told)
    sizes = {Place(at, 0): Size(told[code]["total"]) for at, code in enumerate(order)}
    sizes[Place(len(order), 0)] = Size(sum(told[code]["total"] for code in order))
    small = {place for place, size in sizes.items() if 0 < size.count < settings().disclosure.threshold}
    hidden = hide_in_table(sizes, small, rows_sum=False, columns_sum=True)
    return frozenset(order[place.row] for place in hidden if place.row < len(order))
