"""What stands around a target's figure: numbers beside it, what is under way, who is silent, how it was shared out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from finance_monitor.disclosure.figure import Figure
from finance_monitor.disclosure.figure_of import empty, of_reading
from finance_monitor.disclosure.seat import Desk
from finance_monitor.disclosure.small_counts import is_small
from finance_monitor.indicators.model import Indicator, Reading
from finance_monitor.policy.model import Goal, Target
from finance_monitor.progress.model import Progress, Read
from finance_monitor.progress.span import value_in
from finance_monitor.progress.window import goal_of
from finance_monitor.settings import settings


def beside(desk: Desk, target: Target, region_code: str, on: date, read: Read) -> tuple[tuple[Indicator, Figure], ...]:
    """Return the indicators that stand beside a target's figure, with their figures for the region."""
    found = []
    region = desk.regions.get(region_code)
    for indicator_id in target.beside:
        indicator = desk.world.indicators[indicator_id]
        reading = read(indicator_id, on).get(region_code)
        # Shown for one region alone, a personal figure could be had by subtraction from its neighbours' list.
        if indicator.sensitivity == "personal" and is_small(indicator, reading, settings().disclosure.threshold):
            found.append((indicator, empty(indicator, region, on, "hidden")))
            continue
        found.append((indicator, of_reading(indicator, region, reading, on, is_hidden=False)))
    return tuple(found)


def in_pipeline(desk: Desk, target: Target, progress: Progress, units: Sequence[str], read: Read) -> dict[str, Decimal]:
    """Return what is under way by region, in the goal's unit; only where there is some.

    Where units are counted (coverage), a unit with enough under way is one unit.
    """
    goal = goal_of(target, progress.part_id)
    indicator = desk.world.indicators[goal.indicator]
    if indicator.pipeline is None:
        return {}
    under_way = desk.world.indicators[indicator.pipeline]
    readings = read(under_way.id, progress.as_of)
    found = {}
    for code in (*units, progress.region_code):
        reading = readings.get(code)
        value = None if reading is None else _under_way(goal, indicator, under_way, reading)
        if value:
            found[code] = value
    return found


def _under_way(goal: Goal, indicator: Indicator, under_way: Indicator, reading: Reading) -> Decimal | None:
    if goal.kind == "coverage":
        return Decimal(1) if (reading.numerator or 0) >= goal.covered_from else None
    if under_way.measure != indicator.measure:
        return None
    return value_in(under_way, goal.unit, reading.numerator, reading.denominator)


def unreported(target: Target, progress: Progress, units: Sequence[str], read: Read) -> tuple[str, ...]:
    """Return the units of a target that have reported nothing by the day its figures stand for."""
    readings = read(goal_of(target, progress.part_id).indicator, progress.measured_on or progress.as_of)
    return tuple(code for code in units if (found := readings.get(code)) is None or found.numerator is None)


def missing(desk: Desk, target: Target, progress: Progress) -> tuple[Indicator, ...]:
    """Return the indicators of a target, or of its parts, that nobody has reported anything of."""
    without = [one for one in progress.parts or (progress,) if one.actual is None and one.units_reported == 0]
    judged = [one for one in without if one.reason not in ("out_of_scope", "not_begun")]
    return tuple(desk.world.indicators[goal_of(target, one.part_id).indicator] for one in judged)
