"""The course of a target over its window: what there was at each month end, the goal, the pace, a plain projection."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from finance_monitor.dates import month_ends
from finance_monitor.disclosure.desk import Desk, find_target, is_hidden, progress_of
from finance_monitor.disclosure.reach import target_in, units_of
from finance_monitor.disclosure.reading_ahead import needed_for, remembering
from finance_monitor.policy.model import Goal, Policy, Target
from finance_monitor.progress.model import Progress
from finance_monitor.progress.pace import manner_of
from finance_monitor.progress.pace_line import Line, pace_line
from finance_monitor.progress.projection import Projection, projected
from finance_monitor.progress.rounding import PERCENT_DECIMALS
from finance_monitor.progress.scope import is_direction
from finance_monitor.progress.span import decimals_of
from finance_monitor.progress.stand import bound_of
from finance_monitor.progress.window import deadline_of, goals_of

_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Course:
    """One target, or one part of it. `actual` has None where nobody reported and where the figure is hidden.

    `of_units`: the points are the share of units that have arrived, in %. `goal` is None where the region has none.
    """

    part_id: str | None
    unit: str
    decimals: int
    of_units: bool
    goal: Decimal | None
    from_on: date
    deadline: date | None
    actual: tuple[tuple[date, Decimal | None], ...]
    pace: Line
    projection: Projection | None
    hidden: bool


def courses_of(desk: Desk, target_id: str, region_code: str, as_of: date) -> tuple[Course, ...]:
    """Return the course of each part of a target; of a direction none: its own points tell it."""
    policy, target = find_target(desk.world, target_id)
    desk.viewer.require(desk.regions, region_code)
    here = target_in(desk, target, region_code)
    units = units_of(desk, target, region_code)
    days = (*(day for day in month_ends(here.from_on, as_of) if day < as_of), as_of)
    needed = [pair for day in days for pair in needed_for(desk, policy, here, day)]
    read = remembering(desk, (*units, region_code), needed)
    results = {day: progress_of(desk, policy, target, region_code, day, read) for day in days if day >= here.from_on}
    return tuple(
        _course(desk, policy, here, goal, place, results)
        for place, goal in enumerate(goals_of(here))
        if not is_direction(here, goal)
    )


def _course(
    desk: Desk, policy: Policy, target: Target, goal: Goal, place: int, results: dict[date, Progress]
) -> Course:
    found = {day: (one.parts or (one,))[place] for day, one in results.items()}
    last = next(reversed(found.values()), None)
    of_units = last is not None and goal.kind == "per_unit_min" and last.units_total > 1
    hidden = last is not None and _is_hidden(desk, goal, last, last.as_of)
    points = tuple(_point(desk, goal, one, of_units=of_units) for one in found.values() if _is_own(one))
    number = None if last is None else last.goal
    deadline = deadline_of(target, goal)
    values, shares = pace_line(goal, number or Decimal(0), target.from_on, deadline, (last.as_of,) if last else ())
    decimals = PERCENT_DECIMALS if of_units else decimals_of(desk.world.indicators[goal.indicator])
    course = Course(
        part_id=last.part_id if last else None,
        unit="%" if of_units else goal.unit,
        decimals=decimals if goal.kind != "coverage" or goal.unit == "%" else 0,
        of_units=of_units,
        goal=_HUNDRED if of_units and number is not None else number,
        from_on=target.from_on,
        deadline=deadline,
        actual=() if hidden else points,
        pace=shares if of_units else values,
        projection=None,
        hidden=hidden,
    )
    of_whole = of_units or desk.world.indicators[goal.indicator].measure == "share"
    return course if hidden or last is None else _with_projection(course, goal, found, _HUNDRED if of_whole else None)


def _is_own(progress: Progress) -> bool:
    """Say whether a progress stands for its own day: after the deadline it repeats the one of the deadline."""
    return progress.measured_on in (None, progress.as_of)


def _point(desk: Desk, goal: Goal, progress: Progress, *, of_units: bool) -> tuple[date, Decimal | None]:
    if _is_hidden(desk, goal, progress, progress.as_of):
        return progress.as_of, None
    return progress.as_of, progress.completion_pct if of_units else progress.actual


def _is_hidden(desk: Desk, goal: Goal, progress: Progress, day: date) -> bool:
    return is_hidden(desk, desk.world.indicators[goal.indicator], progress.region_code, day)


def _with_projection(course: Course, goal: Goal, found: dict[date, Progress], most: Decimal | None) -> Course:
    """Add the projection where the same units have reported all along and the goal builds up to a number.

    A share of units, or of anything else, has no more than `most`.
    """
    bound, deadline = bound_of(goal), course.deadline
    if bound is None or bound.sense == "at_most" or course.goal is None or deadline is None:
        return course
    last = next(reversed(found.values()))
    reported = {day: one.units_reported for day, one in found.items()}
    points = [(day, value) for day, value in course.actual if reported[day] == last.units_reported]
    if manner_of(goal, deadline) != "curve" or last.status not in ("on_track", "behind", "far_behind"):
        return course
    ahead = projected(points, course.goal, deadline, course.decimals, most)
    return replace(course, projection=ahead)
