"""差距清单: which units hold a target back, what is under way, and what is left when that has come."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, Decimal

from finance_monitor.disclosure.shown import Shown
from finance_monitor.policy.model import Part, Target
from finance_monitor.progress.lacking import each_week, lacking_in_things
from finance_monitor.progress.model import Light, Progress, Shortfall
from finance_monitor.progress.window import deadline_of, goal_of
from finance_monitor.regions import Region, Regions

# More units than this in one list, and those of one region below stand together.
TOGETHER_FROM = 20
WORST_FIRST: tuple[Light, ...] = ("red", "yellow", "green", "none")
_BY_UNITS = ("per_unit_min", "coverage")
_WEEK_DAYS = 7


@dataclass(frozen=True, slots=True)
class Gap:
    """What one unit lacks, in the goal's unit; `units` above 1: several units of one region together."""

    region_code: str
    name: str
    actual: Decimal | None
    goal: Decimal | None
    short: Decimal | None
    is_over: bool = False
    in_pipeline: Decimal | None = None
    # What is still short once everything under way has come.
    left: Decimal | None = None
    needed_per_week: Decimal | None = None
    days_behind: int | None = None
    units: int = 1
    # Of a share: how many must be added to its numerator, and how many of them a week where it builds up.
    things: int | None = None
    things_per_week: int | None = None


@dataclass(frozen=True, slots=True)
class GapGroup:
    """One target (or one part of it) with the units that hold it back; silent units are only counted."""

    shown: Shown
    progress: Progress
    gaps: tuple[Gap, ...]
    units: int
    silent: int
    # Regions that lag behind the share of the target they were given, and how many were given one.
    shares: tuple[Gap, ...] = ()
    given: int = 0

    @property
    def goal(self) -> Target | Part:
        """Return what is asked."""
        return goal_of(self.shown.target, self.progress.part_id)

    @property
    def is_of_units(self) -> bool:
        """Say whether the rows are units of the target's list, not the region itself."""
        return is_of_units(self.shown.target, self.progress)


def is_of_units(target: Target, progress: Progress) -> bool:
    """Say whether a progress counts how many units of a list have arrived."""
    of_units = goal_of(target, progress.part_id).kind in _BY_UNITS
    return of_units and progress.units_total > 1 and progress.units_reached is not None


def gap_groups(found: Iterable[Shown], regions: Regions) -> tuple[GapGroup, ...]:
    """Return what holds targets in force back, the worst light first, otherwise in the order of the targets."""
    groups = [group for one in found if one.lifecycle == "in_force" for group in groups_of(one, regions)]
    return tuple(sorted(groups, key=lambda group: WORST_FIRST.index(group.progress.light)))


def groups_of(one: Shown, regions: Regions) -> Iterator[GapGroup]:
    """Yield a target's own groups, one for each part that is behind."""
    for progress in one.progress.parts or (one.progress,):
        if _is_behind(progress):
            yield group_of(one, progress, regions)


def group_of(one: Shown, progress: Progress, regions: Regions, together_from: int = TOGETHER_FROM) -> GapGroup:
    """Return one target, or one part of it, with its units; where there are many, those of a region stand together."""
    gaps = gaps_of(one, progress)
    told = _together(one, progress, gaps, regions) if len(gaps) > together_from else gaps
    silent = sum(lack.actual is None for lack in progress.shortfall) if is_of_units(one.target, progress) else 0
    return GapGroup(one, progress, told, len(gaps), silent)


def _is_behind(progress: Progress) -> bool:
    if progress.light in ("red", "yellow"):
        return True
    short = any(lack.actual is not None for lack in progress.shortfall)
    return progress.status == "on_track" and progress.units_reached is not None and short


def gaps_of(one: Shown, progress: Progress) -> tuple[Gap, ...]:
    """Return the units that have reported and fall short; of a sum, a share or a date the region itself."""
    if is_of_units(one.target, progress):
        return tuple(_gap(one, progress, lack) for lack in progress.shortfall if lack.actual is not None)
    region = progress.region_code
    lack = next((lack for lack in progress.shortfall if lack.actual is not None), None)
    if lack is None or one.hidden:
        return (Gap(region, one.names.get(region, region), progress.actual, progress.goal, None),)
    gap = replace(_gap(one, progress, lack), days_behind=_behind(progress))
    return (_with_things(one, progress, gap),)


def _with_things(one: Shown, progress: Progress, gap: Gap) -> Gap:
    """Say of a share how many households, persons or things it lacks at its present base."""
    goal = goal_of(one.target, progress.part_id)
    indicator = one.indicator if one.indicator.id == goal.indicator else None
    things = None if indicator is None else lacking_in_things(goal, indicator, progress)
    if things is None:
        return gap
    builds_up = progress.expected_pct is not None
    week = each_week(things, progress.as_of, deadline_of(one.target, goal)) if builds_up else None
    return replace(gap, things=things, things_per_week=week)


def _behind(progress: Progress) -> int | None:
    return progress.days_behind if progress.days_behind and progress.days_behind > 0 else None


def _gap(one: Shown, progress: Progress, lack: Shortfall) -> Gap:
    goal = goal_of(one.target, progress.part_id)
    actual = lack.actual or Decimal(0)
    is_over = actual > lack.goal
    # What is under way is counted in things: it can be held against a number of things, not against a share.
    comparable = not is_over and (goal.unit != "%" or goal.kind == "coverage")
    waiting = one.in_pipeline.get(lack.region_code) if comparable else None
    return Gap(
        region_code=lack.region_code,
        name=one.names.get(lack.region_code, lack.region_code),
        actual=lack.actual,
        goal=lack.goal,
        short=lack.short,
        is_over=is_over,
        in_pipeline=waiting,
        left=None if waiting is None else max(Decimal(0), lack.short - waiting),
        needed_per_week=_per_week(one, progress, lack.short),
    )


def _per_week(one: Shown, progress: Progress, short: Decimal) -> Decimal | None:
    """Divide what one unit lacks by the weeks that are left; nothing where the target does not build up."""
    goal = goal_of(one.target, progress.part_id)
    deadline, whole = deadline_of(one.target, goal), progress.needed_per_week
    if deadline is None or whole is None or goal.kind == "coverage":
        return None
    days = max((deadline - progress.as_of).days, 1)
    each = short * _WEEK_DAYS / days if days > _WEEK_DAYS else short
    return each.quantize(whole, rounding=ROUND_CEILING)


def _together(one: Shown, progress: Progress, gaps: Sequence[Gap], regions: Regions) -> tuple[Gap, ...]:
    """Put the units of one region below the one looked at together, in the order of codes."""
    by_region: dict[str, list[Gap]] = {}
    for gap in gaps:
        by_region.setdefault(region_below(gap.region_code, progress.region_code, regions), []).append(gap)
    summed = [_sum(regions.get(code), own) for code, own in sorted(by_region.items())]
    return tuple(
        gap if gap.short is None else replace(gap, needed_per_week=_per_week(one, progress, gap.short))
        for gap in summed
    )


def region_below(code: str, region: str, regions: Regions) -> str:
    """Return the region that hangs directly on `region` and contains (or is) the one of the code."""
    path = [code, *(above.code for above in regions.ancestors(code))]
    return path[path.index(region) - 1] if region in path[1:] else code


def _sum(region: Region, gaps: Sequence[Gap]) -> Gap:
    if len(gaps) == 1 and gaps[0].region_code == region.code:
        return gaps[0]
    waiting = any(gap.left is not None for gap in gaps)
    return Gap(
        region_code=region.code,
        name=region.name,
        actual=None,
        goal=gaps[0].goal,
        short=_total(gap.short for gap in gaps),
        in_pipeline=_total(gap.in_pipeline for gap in gaps),
        left=_total(gap.short if gap.left is None else gap.left for gap in gaps) if waiting else None,
        units=len(gaps),
    )


def _total(values: Iterable[Decimal | None]) -> Decimal | None:
    known = [value for value in values if value is not None]
    return sum(known, Decimal(0)) if known else None
