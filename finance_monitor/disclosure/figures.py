"""Figures of many regions at once, for a map, a table or a chart."""

from __future__ import annotations

from datetime import date

from finance_monitor.disclosure.desk import Desk, find_target, progress_of
from finance_monitor.disclosure.figure import Figure
from finance_monitor.disclosure.figure_of import empty, of_progress, of_reading
from finance_monitor.disclosure.masking import asks_for_masked
from finance_monitor.disclosure.reach import units_of
from finance_monitor.disclosure.reading_ahead import needed_for, remembering
from finance_monitor.disclosure.secrecy import secret_among
from finance_monitor.disclosure.told import find_indicator, unmet_by
from finance_monitor.disclosure.windows import in_window
from finance_monitor.policy.model import Goal, Target
from finance_monitor.progress.model import Read
from finance_monitor.progress.scope import own_region
from finance_monitor.progress.window import goal_of
from finance_monitor.regions import Region
from finance_monitor.store.narrowing import Where

# Kinds whose figure for a region of many units is how many of them have arrived, not a sum.
BY_UNITS = ("per_unit_min", "coverage")


def parts_of(desk: Desk, region_code: str, level: str | None = None) -> tuple[Region, ...]:
    """Return the regions of a level inside a region; without a level, those that hang directly on it."""
    if level is None:
        return desk.regions.children(region_code)
    return desk.regions.descendants(region_code, level)


def figures_of_indicator(
    desk: Desk,
    indicator_id: str,
    region_code: str,
    level: str | None = None,
    as_of: date | None = None,
    where: Where = (),
    since: date | None = None,
) -> list[Figure]:
    """Return an indicator's figure for every part of a region; raise AccessError for a region not the viewer's.

    `where` narrows it to the records of some values, `since` to what happened after that day.
    """
    desk.viewer.require(desk.regions, region_code)
    indicator, day = find_indicator(desk, indicator_id), desk.day(as_of)
    regions = parts_of(desk, region_code, level)
    if unmet_by(desk, indicator, where):
        return [empty(indicator, region, day, "missing") for region in regions]
    if asks_for_masked(desk, indicator, where):
        return [empty(indicator, region, day, "hidden") for region in regions]
    codes = [region.code for region in regions]
    readings = in_window(desk, indicator, (day,), codes, where, since)[day]
    hidden = secret_among(desk, indicator, codes, day, where, since)
    return [
        of_reading(indicator, region, readings.get(region.code), day, is_hidden=region.code in hidden)
        for region in regions
    ]


def figures_of_target(
    desk: Desk,
    target_id: str,
    region_code: str,
    level: str | None = None,
    as_of: date | None = None,
    read: Read | None = None,
) -> list[Figure]:
    """Return a target's figure for every part of a region: value, status and light where the target speaks of it.

    `read` may already hold what several targets ask for; it must know every part and every unit of the target.
    """
    desk.viewer.require(desk.regions, region_code)
    policy, target = find_target(desk.world, target_id)
    day, regions = desk.day(as_of), parts_of(desk, region_code, level)
    if read is None:
        codes = [region.code for region in regions]
        units = units_of(desk, target, region_code) if target.scope else ()
        read = remembering(desk, [*codes, *units], needed_for(desk, policy, target, day))
    own = own_region(target, policy)
    indicator = desk.world.indicators[(target.parts or (target,))[0].indicator]
    inside = {region.code for region in regions if desk.regions.covers(own, region.code)}
    hidden = secret_among(desk, indicator, inside, day)
    figures = []
    for region in regions:
        if region.code not in inside:
            figures.append(empty(indicator, region, day, "out_of_scope"))
            continue
        progress = progress_of(desk, policy, target, region.code, day, read)
        goal = goal_of(target, progress.part_id)
        figures.append(
            of_progress(
                # Of several parts the worst speaks for all, with its own decimals.
                desk.world.indicators[progress.indicator_id],
                region,
                progress,
                of_units=is_of_units(desk, target, goal, region.code),
                is_count=goal.kind == "coverage",
                is_hidden=region.code in hidden,
                strictness=target.strictness,
            )
        )
    return figures


def is_of_units(desk: Desk, target: Target, goal: Goal, region_code: str) -> bool:
    """Say whether a region's figure is the share of its units that have arrived; a unit's own figure is its value."""
    return goal.kind in BY_UNITS and units_of(desk, target, region_code) != (region_code,)
