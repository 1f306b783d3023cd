"""When a target is not judged for a region on a day, and why."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from finance_monitor.policy.model import Goal, Policy, Target
from finance_monitor.progress.stand import bound_of

_SUMS = frozenset({"total", "stock", "flow", "milestone", "growth", "growth_gap"})
_ABSOLUTE = (Decimal(0), Decimal(100))


def own_region(target: Target, policy: Policy) -> str:
    """Return the region whose target it is."""
    return target.region or policy.region


def is_split(goal: Goal) -> bool:
    """Say whether a goal holds inside a smaller region too: counts of units do, absolute demands do, sums do not."""
    if goal.kind in _SUMS:
        return False
    bound = bound_of(goal)
    if goal.kind in ("ratio", "ceiling", "survey"):
        return bound is not None and bound.number in _ABSOLUTE
    return True


def why_not_judged(target: Target, goal: Goal, policy: Policy, region: str, as_of: date) -> str | None:
    """Return the reason key for which a goal is only shown, None where it is judged."""
    if as_of < target.from_on or policy.lifecycle(as_of) == "not_yet":
        return "not_begun"
    if target.context_only:
        return "context_only"
    if is_direction(target, goal):
        return None
    return None if region == own_region(target, policy) or is_split(goal) else "not_split"


def is_direction(target: Target, goal: Goal) -> bool:
    """Say whether only the direction matters."""
    return target.wording == "direction" or goal.kind == "trend" or bound_of(goal) is None


def is_over(policy: Policy, as_of: date) -> bool:
    """Say whether the document has ended (expired, adjusted, repealed): its results are history."""
    return policy.lifecycle(as_of) in ("expired", "adjusted", "repealed")
