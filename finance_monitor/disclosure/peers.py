"""Regions to hold one against: of the same level, near by, and nearest in size."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from finance_monitor.disclosure.facts import facts_told
from finance_monitor.disclosure.seat import Desk
from finance_monitor.regions import Region, level_rank

# What size is measured by, in the order they are tried.
Measure = Literal["households", "village", "township", "county"]
_BELOW: tuple[Measure, ...] = ("village", "township", "county")
# Of fewer regions, the size says too little.
PEERS = 5
# The widest region whose parts are of one kind, by the level of the region: townships of one city, counties of one
# province. A township that hangs on its county alone is held against those of the county.
_WITHIN = {"province": "nation", "prefecture": "province", "county": "province", "township": "prefecture"}


@dataclass(frozen=True, slots=True)
class Peers:
    """The regions nearest in size, the nearest first; `measure` None: no size of the region is known.

    `others` is how many regions of the level there are to choose from; none where the viewer may see no other.
    """

    within: Region
    others: int
    measure: Measure | None
    own: int | None
    found: tuple[tuple[Region, int], ...]


def peers_of(desk: Desk, region_code: str, as_of: date) -> Peers:
    """Return up to five regions to hold a region against; raise AccessError for a region not the viewer's."""
    desk.viewer.require(desk.regions, region_code)
    region = desk.regions.get(region_code)
    within = _within(desk, region)
    others = [one for one in desk.regions.descendants(within.code, region.level) if one.code != region_code]
    for measure, sizes in _sizes(desk, region, others, as_of):
        own = sizes.get(region_code)
        known = [one for one in others if one.code in sizes]
        if own and len(known) >= min(PEERS, len(others)) > 0:
            known.sort(key=lambda one: (abs(sizes[one.code] - own), one.code))
            return Peers(within, len(others), measure, own, tuple((one, sizes[one.code]) for one in known[:PEERS]))
    return Peers(within, len(others), None, None, ())


def _within(desk: Desk, region: Region) -> Region:
    """Return the region whose parts of the same level are looked at, never wider than the viewer's own."""
    wanted = level_rank(_WITHIN.get(region.level, "county"))
    seen = [
        one for one in desk.regions.ancestors(region.code) if desk.regions.covers(desk.viewer.region_code, one.code)
    ]
    nearest = [one for one in seen if level_rank(one.level) >= wanted]
    if nearest:
        return nearest[-1]
    return seen[0] if seen else region


def _sizes(
    desk: Desk, region: Region, others: list[Region], as_of: date
) -> Iterator[tuple[Measure, Mapping[str, int]]]:
    """Yield the sizes by each measure: households as reported, then how many units of a level lie below."""
    codes = [region.code, *(one.code for one in others)]
    households = facts_told(desk, codes, as_of).get("households", {})
    yield "households", {code: row["total"] for code, row in households.items() if row["total"]}
    for level in _BELOW:
        if level_rank(level) > level_rank(region.level):
            counted = {code: len(desk.regions.descendants(code, level)) for code in codes}
            yield level, {code: count for code, count in counted.items() if count}
