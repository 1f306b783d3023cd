"""How far a goal that builds up is from its pace in days, and what every week must bring until the deadline."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import ROUND_CEILING, Decimal
from itertools import pairwise

from finance_monitor.policy.model import Goal
from finance_monitor.progress.model import Progress
from finance_monitor.progress.pace import manner_of, nodes_of
from finance_monitor.progress.question import Question
from finance_monitor.progress.span import decimals_of

_BUILDING_UP = ("on_track", "behind", "far_behind")
_WEEK_DAYS = 7


def with_catching_up(progress: Progress, question: Question, deadline: date | None) -> Progress:
    """Return the progress with the days it lags behind and what each week must bring, where it still builds up."""
    if deadline is None or progress.status not in _BUILDING_UP or manner_of(question.goal, deadline) != "curve":
        return progress
    return replace(
        progress,
        days_behind=days_behind(question.goal, progress, question.from_on, deadline),
        needed_per_week=_needed_per_week(question, progress, deadline),
    )


def days_behind(goal: Goal, progress: Progress, from_on: date, deadline: date) -> int | None:
    """Return the days since the curve stood where the goal stands now; negative where it will only stand there later.

    Shares of units run along the same curve as the number itself: both in % of what is to be reached.
    """
    if progress.completion_pct is None or not progress.goal:
        return None
    nodes = {
        day: value * 100 / progress.goal for day, value in nodes_of(goal, progress.goal, from_on, deadline).items()
    }
    days = sorted(nodes)
    if progress.completion_pct <= nodes[days[0]]:
        return (progress.as_of - days[0]).days
    for first, last in pairwise(days):
        if nodes[first] < nodes[last] and progress.completion_pct <= nodes[last]:
            run = (progress.completion_pct - nodes[first]) / (nodes[last] - nodes[first])
            return (progress.as_of - first).days - round(run * (last - first).days)
    return None


def _needed_per_week(question: Question, progress: Progress, deadline: date) -> Decimal | None:
    """Divide what is lacking by the weeks that are left; the last day counts as one, and a part is rounded up.

    Of a list, what its units lack that have reported: what silent ones lack nobody knows, they are counted apart.
    """
    short = _short(question.goal, progress)
    if short is None:
        return None
    days_left = max((deadline - progress.as_of).days, 1)
    step = Decimal(1).scaleb(-decimals_of(question.indicator)) if question.goal.kind != "coverage" else Decimal(1)
    each = short * _WEEK_DAYS / days_left if days_left > _WEEK_DAYS else short
    return each.quantize(step, rounding=ROUND_CEILING)


def _short(goal: Goal, progress: Progress) -> Decimal | None:
    if goal.kind == "coverage":
        return None if progress.units_reached is None else Decimal(progress.units_total - progress.units_reached)
    if goal.unit == "%":
        return None
    return sum((lack.short for lack in progress.shortfall if lack.actual is not None), Decimal(0)) or None
