"""Windows and periods: deadlines, months back, and the days a target needs readings of."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from finance_monitor.dates import month_end
from finance_monitor.policy.model import Goal, Part, Policy, Target
from finance_monitor.progress.scope import is_direction

# A direction needs at least three period ends; five are looked at.
TREND_POINTS = 5
TREND_POINTS_NEEDED = 3


def months_before(day: date, months: int) -> date:
    """Return the same day `months` earlier; a month end stays a month end."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    last = month_end(date(year, month + 1, 1))
    if day == month_end(day):
        return last
    return last.replace(day=min(day.day, last.day))


def period_ends(day: date, period_months: int) -> tuple[date, ...]:
    """Return the period ends a trend looks at, oldest first, `day` last."""
    return tuple(months_before(day, period_months * back) for back in reversed(range(TREND_POINTS)))


def deadline_of(target: Target, goal: Goal) -> date | None:
    """Return the deadline: that of the target, else the last node of a plan."""
    if target.by_on is None and goal.pace == "plan" and goal.plan:
        return max(goal.plan)
    return target.by_on


def ending_of(target: Target, goal: Goal, policy: Policy, as_of: date) -> date | None:
    """Return the day on which a target came to its end with its document, None while it runs.

    What has a deadline of its own ends with that; a direction is followed until the document ends.
    """
    ended_on = policy.effective_to
    if ended_on is None or as_of <= ended_on:
        return None
    return ended_on if deadline_of(target, goal) is None or is_direction(target, goal) else None


def day_of_parts(target: Target, goal: Goal, policy: Policy, as_of: date) -> date:
    """Return the day for which the parts of a whole are shown: the day its result is read from once it is final."""
    deadline = deadline_of(target, goal)
    if deadline is not None:
        return min(deadline, as_of)
    return ending_of(target, goal, policy, as_of) or as_of


def dates_needed(target: Target, policy: Policy, as_of: date) -> tuple[tuple[str, date], ...]:
    """List the (indicator, day) pairs that evaluating the target may ask for, so that they can be read at once."""
    days_judged = {as_of} if policy.lifecycle(as_of) == "not_yet" else None
    needed = {
        (indicator, day)
        for goal in goals_of(target)
        for base in days_judged or _days_judged(target, goal, ending_of(target, goal, policy, as_of) or as_of)
        for indicator, day in _days_of(target, goal, base)
        if day <= as_of
    }
    return tuple(sorted(needed))


def goals_of(target: Target) -> tuple[Goal, ...]:
    """Return the parts of a composite target, else the target itself."""
    return target.parts or (target,)


def goal_of(target: Target, part_id: str | None) -> Target | Part:
    """Return the part of a target, or the target itself."""
    return next((part for part in target.parts if part.id == part_id), target)


def _days_judged(target: Target, goal: Goal, as_of: date) -> set[date]:
    deadline = deadline_of(target, goal)
    return {as_of} if deadline is None or as_of <= deadline else {as_of, deadline}


def _days_of(target: Target, goal: Goal, day: date) -> Iterator[tuple[str, date]]:
    yield goal.indicator, day
    yield goal.indicator, target.from_on - timedelta(days=1)
    if goal.kind in ("growth", "growth_gap"):
        for indicator in filter(None, (goal.indicator, goal.compared_with)):
            for back in range(3):
                yield indicator, months_before(day, goal.period_months * back)
    if goal.kind == "trend" or target.wording == "direction":
        # Two ends more than are looked at: a flow is the difference of two ends, its growth of three.
        for back in range(TREND_POINTS + 2):
            yield goal.indicator, months_before(day, goal.period_months * back)
