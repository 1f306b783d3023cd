"""Who explains the gap: what each part of a region contributes to what its target still lacks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Literal

from finance_monitor.disclosure.desk import Desk, show_target
from finance_monitor.disclosure.figure import Figure
from finance_monitor.disclosure.figures import figures_of_target
from finance_monitor.disclosure.reach import given_below
from finance_monitor.disclosure.shown import Shown
from finance_monitor.indicators.model import Indicator
from finance_monitor.money import amount_in
from finance_monitor.policy.model import Goal
from finance_monitor.progress.allotment import Allotment, can_be_shared_out
from finance_monitor.progress.model import Light, Status
from finance_monitor.progress.window import goals_of

# units: the target's own list. shares: numbers that regions were given (任务分解). not_split: nothing was shared out,
# so parts of the total are context and no contribution to a gap.
Basis = Literal["units", "shares", "not_split"]
# part: a region. rest: what was given to nobody. others: regions without a share, and what may not be told apart.
Kind = Literal["part", "rest", "others"]
_HUNDRED = Decimal(100)
_ADDITIVE = ("count", "money")


@dataclass(frozen=True, slots=True)
class Contribution:
    """One line: `short` below zero is more than was asked.

    `share_pct` is its part of what is lacking before any surplus is set off, unrounded; None where nothing lacks.
    """

    kind: Kind
    region_code: str | None
    name: str
    actual: Decimal | None
    goal: Decimal | None
    short: Decimal | None
    share_pct: Decimal | None
    status: Status | None = None
    light: Light = "none"


@dataclass(frozen=True, slots=True)
class Contributions:
    """`whole` is what is lacking in all, the sum of what the lines are short; of `not_split` the total there is.

    `lacking` is the sum of the lines that are short: where others have more than was asked, that makes up for a part.
    """

    basis: Basis
    # Empty where units of a list are covered or not: then the units themselves are counted.
    unit: str
    whole: Decimal
    lacking: Decimal
    lines: tuple[Contribution, ...]
    # Units that have not reported: counted apart, they explain nothing yet.
    silent: int = 0
    # Parts whose figures are too small to be told: they stand among the others.
    hidden: int = 0


def contributions(desk: Desk, target_id: str, region_code: str, as_of: date) -> Contributions | None:
    """Return who explains the gap, None where there is none or nothing to take it apart by."""
    shown = show_target(desk, target_id, region_code, as_of)
    progress, goals = shown.progress, goals_of(shown.target)
    if shown.hidden or len(goals) > 1 or progress.actual is None:
        return None
    goal = goals[0]
    if goal.kind in ("per_unit_min", "coverage"):
        return _of_units(desk, shown, goal) if progress.units_total > 1 and progress.shortfall else None
    if shown.indicator.measure not in _ADDITIVE or not can_be_shared_out(shown.target):
        return None
    given = given_below(desk, shown.target, region_code)
    if given and progress.goal is not None:
        return _of_shares(desk, shown, given) if progress.goal > progress.actual else None
    return _context(desk, shown)


def _of_units(desk: Desk, shown: Shown, goal: Goal) -> Contributions | None:
    """Take the units of the list that have reported and fall short; where units are covered or not, each lacks one."""
    covers = goal.kind == "coverage"
    lacking = [lack for lack in shown.progress.shortfall if lack.actual is not None]
    shorts = [Decimal(1) if covers else lack.short for lack in lacking]
    whole = sum(shorts, Decimal(0))
    silent = len(shown.progress.shortfall) - len(lacking)
    if not whole:
        return None
    lines = [
        Contribution(
            kind="part",
            region_code=lack.region_code,
            name=shown.names.get(lack.region_code, lack.region_code),
            actual=None if covers else lack.actual,
            goal=None if covers else lack.goal,
            short=short,
            share_pct=short * _HUNDRED / whole,
        )
        for lack, short in zip(lacking, shorts, strict=True)
    ]
    return Contributions("units", "" if covers else goal.unit, whole, whole, tuple(lines), silent)


def _of_shares(desk: Desk, shown: Shown, given: Sequence[Allotment]) -> Contributions:
    """Hold every region against the number it was given; what nobody was given and who cannot be told close the sum."""
    progress, unit = shown.progress, shown.target.unit
    figures = _figures(desk, shown, {desk.regions.get(one.region_code).level for one in given})
    number, total = progress.goal or Decimal(0), _exact(shown.indicator, unit, progress.numerator) or Decimal(0)
    whole = number - total
    told = [(one, figures[one.region_code]) for one in given if _is_told(figures.get(one.region_code))]
    lines = [_line(shown.indicator, unit, figure, one.number) for one, figure in told]
    rest = number - sum((one.number for one in given), Decimal(0))
    if rest:
        lines.append(Contribution("rest", None, "", None, rest, rest, None))
    untold = number - rest - sum((one.number for one, _ in told), Decimal(0))
    others = total - sum((line.actual for line in lines if line.actual is not None), Decimal(0))
    if others or untold:
        lines.append(Contribution("others", None, "", others, untold, untold - others, None))
    states = [figure.state for one in given if (figure := figures.get(one.region_code)) and not _is_told(figure)]
    lacking = sum((line.short for line in lines if line.short and line.short > 0), Decimal(0))
    parted = tuple(replace(line, share_pct=_share(line.short, lacking)) for line in lines)
    return Contributions("shares", unit, whole, lacking, parted, states.count("missing"), states.count("hidden"))


def _share(short: Decimal | None, lacking: Decimal) -> Decimal | None:
    """Return the part of what is lacking: of the sum of the shortfalls, so that the parts add up."""
    return short * _HUNDRED / lacking if short is not None and short > 0 else None


def _line(indicator: Indicator, unit: str, figure: Figure, number: Decimal) -> Contribution:
    actual = _exact(indicator, unit, figure.numerator)
    short = None if actual is None else number - actual
    return Contribution(
        kind="part",
        region_code=figure.region_code,
        name=figure.name,
        actual=actual,
        goal=number,
        short=short,
        share_pct=None,
        status=figure.status,
        light=figure.light,
    )


def _context(desk: Desk, shown: Shown) -> Contributions | None:
    """Say what part of the total each region has: nothing was shared out, so nobody owes a number."""
    unit = shown.target.unit
    total = _exact(shown.indicator, unit, shown.progress.numerator)
    told = [figure for figure in _figures(desk, shown, {None}).values() if _is_told(figure)]
    if not total or not told:
        return None
    lines = []
    for figure in told:
        actual = _exact(shown.indicator, unit, figure.numerator) or Decimal(0)
        lines.append(
            Contribution("part", figure.region_code, figure.name, actual, None, None, actual * _HUNDRED / total)
        )
    return Contributions("not_split", unit, total, total, tuple(lines))


def _figures(desk: Desk, shown: Shown, levels: Iterable[str | None]) -> dict[str, Figure]:
    progress = shown.progress
    return {
        figure.region_code: figure
        for level in levels
        for figure in figures_of_target(desk, progress.target_id, progress.region_code, level, progress.as_of)
    }


def _is_told(figure: Figure | None) -> bool:
    return figure is not None and figure.state in ("shown", "not_split") and figure.numerator is not None


def _exact(indicator: Indicator, unit: str, numerator: int | None) -> Decimal | None:
    """Return a value to the last fen: only so do the parts add up to their whole."""
    if numerator is None:
        return None
    return amount_in(numerator, unit) if indicator.measure == "money" else Decimal(numerator)
