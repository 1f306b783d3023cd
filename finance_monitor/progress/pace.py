"""How expectation runs before the deadline."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Literal

from finance_monitor.policy.model import Goal
from finance_monitor.progress.rounding import PERCENT_DECIMALS, shown
from finance_monitor.progress.stand import bound_of

# hold: true on every day or breached. milestone: done or due. curve: held against what is expected by now.
# none: reached or not, without a light.
Manner = Literal["hold", "milestone", "curve", "none"]


@dataclass(frozen=True, slots=True)
class Expected:
    """What is expected on a day, in the goal's unit and as a completion in %, both as shown."""

    value: Decimal | None = None
    pct: Decimal | None = None


NOTHING_EXPECTED = Expected()


def manner_of(goal: Goal, deadline: date | None) -> Manner:
    """Say how a goal is judged before its deadline.

    Growth compares periods of equal length, and a limit or a zero holds on every day: they do not build up.
    """
    if goal.pace == "hold" or goal.kind in ("growth", "growth_gap", "ceiling"):
        return "hold"
    if goal.pace == "none" or deadline is None:
        return "none"
    if goal.pace == "milestone" or goal.kind == "milestone":
        return "milestone"
    bound = bound_of(goal)
    builds_up = bound is not None and bound.sense != "at_most" and bound.number > 0
    return "curve" if builds_up else "hold"


def expected_on(goal: Goal, number: Decimal | None, from_on: date, deadline: date | None, day: date) -> Expected:
    """Return what is expected on a day of a goal whose number is `number`; nothing where it does not build up."""
    if deadline is None or not number or manner_of(goal, deadline) != "curve":
        return NOTHING_EXPECTED
    value = _between(nodes_of(goal, number, from_on, deadline), day)
    return Expected(shown(value, 2), shown(value * 100 / number, PERCENT_DECIMALS))


def nodes_of(goal: Goal, number: Decimal, from_on: date, deadline: date) -> dict[date, Decimal]:
    """Return the days and values between which expectation runs straight."""
    if goal.pace == "plan":
        return {from_on: goal.baseline, **goal.plan}
    return {from_on: goal.baseline, deadline: number}


def _between(nodes: dict[date, Decimal], day: date) -> Decimal:
    """Run a straight line from node to node; before the first and after the last the line is level."""
    days = sorted(nodes)
    if day <= days[0]:
        return nodes[days[0]]
    for first, last in pairwise(days):
        if day <= last:
            share = Decimal((day - first).days) / (last - first).days
            return nodes[first] + (nodes[last] - nodes[first]) * share
    return nodes[days[-1]]
