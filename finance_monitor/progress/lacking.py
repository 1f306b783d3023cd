"""What a share still lacks in things: households, persons, loans that must be added to its numerator."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_CEILING, Decimal

from finance_monitor.indicators.model import Indicator
from finance_monitor.policy.model import Goal
from finance_monitor.progress.model import Progress
from finance_monitor.progress.stand import bound_of

_WEEK_DAYS = 7


def lacking_in_things(goal: Goal, indicator: Indicator, progress: Progress) -> int | None:
    """Return how many must be added to the numerator for the share to reach its number, the base staying as it is.

    None where the goal is no share of counted things, is a limit, or is reached.
    """
    bound = bound_of(goal)
    is_share = indicator.measure == "share" and indicator.parts_are == "count" and goal.unit == "%"
    if not is_share or bound is None or bound.sense == "at_most" or goal.kind not in ("ratio", "survey"):
        return None
    if progress.numerator is None or not progress.denominator or progress.goal is None:
        return None
    if progress.actual is not None and progress.actual >= progress.goal:
        return None
    needed = (progress.goal * progress.denominator / 100).to_integral_value(ROUND_CEILING)
    return max(int(needed) - progress.numerator, 0) or None


def each_week(short: Decimal | int, as_of: date, deadline: date | None) -> int | None:
    """Divide what is lacking by the weeks that are left, a part rounded up; None once the deadline has come."""
    if deadline is None or as_of >= deadline:
        return None
    days = max((deadline - as_of).days, 1)
    each = Decimal(short) * _WEEK_DAYS / days if days > _WEEK_DAYS else Decimal(short)
    return int(each.to_integral_value(ROUND_CEILING))
