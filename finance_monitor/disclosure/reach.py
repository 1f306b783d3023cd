"""Which regions a target speaks of, seen from a desk: its own, its units, where a viewer stands."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache

from finance_monitor.disclosure.seat import Desk
from finance_monitor.policy.model import Policy, Target
from finance_monitor.progress.allotment import Allotment, can_be_shared_out, target_for
from finance_monitor.progress.scope import own_region
from finance_monitor.regions import Region, Regions, short_name


def region_for(desk: Desk, policy: Policy, target: Target) -> str | None:
    """Return where a viewer looks at a target first: its own region, or his own inside it; None where he sees none."""
    own = own_region(target, policy)
    if desk.regions.covers(desk.viewer.region_code, own):
        return own
    return desk.viewer.region_code if desk.regions.covers(own, desk.viewer.region_code) else None


def units_of(desk: Desk, target: Target, region_code: str) -> tuple[str, ...]:
    """Return the regions of the target's scope list inside a region.

    It is the region itself where the target has no list, and where the region is a part of one unit of the list.
    """
    if target.scope is None or is_inside_unit(desk, target, region_code):
        return (region_code,)
    return _units_by_region(desk.regions, desk.world.scopes[target.scope].codes).get(region_code, ())


@lru_cache(maxsize=64)
def _units_by_region(regions: Regions, codes: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """Return for every region the units inside it: asked for each of 2,900 counties, a list is gone through once."""
    found: dict[str, list[str]] = defaultdict(list)
    for code in codes:
        for region in (code, *(above.code for above in regions.ancestors(code))):
            found[region].append(code)
    return {region: tuple(units) for region, units in found.items()}


def is_inside_unit(desk: Desk, target: Target, region_code: str) -> bool:
    """Say whether a region lies inside one unit of the target's list, and is not that unit."""
    if target.scope is None:
        return False
    units = desk.world.scopes[target.scope].code_set
    return any(above.code in units for above in desk.regions.ancestors(region_code))


def uncertain_units(desk: Desk, target: Target) -> int:
    """Return how many units of the target's list may not belong to it, while the list is not confirmed."""
    scope = desk.world.scopes.get(target.scope or "")
    if scope is None or scope.confirmed or scope.claimed is None:
        return 0
    return max(len(scope.codes) - scope.claimed, 0)


def touches(desk: Desk, policy: Policy, target: Target, region: str) -> bool:
    """Say whether a region has a part in a target: it lies in the target's region, or contains it."""
    own = own_region(target, policy)
    return desk.regions.covers(own, region) or desk.regions.covers(region, own)


def target_in(desk: Desk, target: Target, region_code: str) -> Target:
    """Return the target as it holds in a region: with the region's own number where one was given to it."""
    allotment = allotment_of(desk, target, region_code)
    return target_for(target, allotment) if allotment else target


def allotment_of(desk: Desk, target: Target, region_code: str) -> Allotment | None:
    """Return the share of the target that a region was given."""
    if not can_be_shared_out(target):
        return None
    return desk.allotments.get(target.id, {}).get(region_code)


def given_below(desk: Desk, target: Target, region_code: str) -> tuple[Allotment, ...]:
    """Return the shares that hang directly on a region: no other share lies between."""
    given = desk.allotments.get(target.id, {})
    inside = [code for code in given if code != region_code and desk.regions.covers(region_code, code)]
    return tuple(given[code] for code in sorted(inside) if not _is_below_another(desk, code, inside))


def _is_below_another(desk: Desk, code: str, others: list[str]) -> bool:
    return any(above.code in others for above in desk.regions.ancestors(code))


def called(region: Region) -> str:
    """Return a region's name as one says it: 关滩村, not the committee of its villagers."""
    return short_name(region) if region.level == "village" else region.name
