"""Where a value stands against the number of a goal."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from finance_monitor.policy.model import Goal
from finance_monitor.progress.rounding import completion
from finance_monitor.progress.span import Span

Sense = Literal["at_least", "at_most", "exactly", "above"]
SENSES: tuple[Sense, ...] = ("at_least", "at_most", "exactly", "above")


@dataclass(frozen=True, slots=True)
class Bound:
    """The number of a goal and in which sense it binds (以上 and 以下 include the number itself)."""

    sense: Sense
    number: Decimal


@dataclass(frozen=True, slots=True)
class Stand:
    """Reached or not, and the completion in % where the goal has one."""

    reached: bool
    completion_pct: Decimal | None


def bound_of(goal: Goal) -> Bound | None:
    """Return the bound of a goal, None for a trend."""
    for sense in SENSES:
        number: Decimal | None = getattr(goal, sense)
        if number is not None:
            return Bound(sense, number)
    return None


def stand_of(bound: Bound, value: Decimal) -> Stand:
    """Hold a rounded value (it may be infinite) against a bound; limits have no completion."""
    reached = {
        "at_least": value >= bound.number,
        "at_most": value <= bound.number,
        "exactly": value == bound.number,
        "above": value > bound.number,
    }[bound.sense]
    if bound.sense == "at_most":
        return Stand(reached, None)
    return Stand(reached, completion(value, bound.number, reached))


def stands(bound: Bound, span: Span) -> tuple[Stand, Stand]:
    """Return the worst and the best stand the unreported units leave open."""
    low, high = stand_of(bound, span.low), stand_of(bound, span.high)
    if span.low == span.high:
        return low, low
    if bound.sense == "at_most":
        return high, low
    if bound.sense == "exactly":
        within = span.low <= bound.number <= span.high
        return Stand(False, low.completion_pct), Stand(within, high.completion_pct)
    return low, high


def shortfall_of(bound: Bound, value: Decimal) -> Decimal:
    """Return how far a value that does not reach its bound is from it, never negative."""
    return abs(bound.number - value)
