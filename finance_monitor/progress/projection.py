"""A plain projection: if it goes on as fast as since the window opened, where does a goal that builds up arrive."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from finance_monitor.progress.rounding import shown

# A line is drawn on only from so many points, so many days apart.
POINTS_NEEDED = 3
DAYS_NEEDED = 60
# A day further off than this many times the window says nothing.
_FURTHEST = 3


@dataclass(frozen=True, slots=True)
class Projection:
    """`at_deadline`: the value on the last day; `reached_on`: the day the number is reached, None where it never is."""

    since: date
    at_deadline: Decimal
    reached_on: date | None


def projected(
    points: Sequence[tuple[date, Decimal | None]],
    number: Decimal,
    deadline: date,
    decimals: int,
    most: Decimal | None = None,
) -> Projection | None:
    """Draw the straight line through the first and the last known point on to the deadline, never above `most`.

    None where the points are too few or too near one another, where the number is reached, or the deadline is past.
    """
    known = [(day, value) for day, value in points if value is not None]
    if len(known) < POINTS_NEEDED:
        return None
    (first_on, first), (last_on, last) = known[0], known[-1]
    run = (last_on - first_on).days
    if run < DAYS_NEEDED or last_on >= deadline or last >= number:
        return None
    rate = (last - first) / run
    ahead = last + rate * (deadline - last_on).days
    at_deadline = shown(ahead if most is None else min(ahead, most), decimals)
    return Projection(first_on, at_deadline, _reached_on(last_on, number - last, rate, (deadline - first_on).days))


def _reached_on(last_on: date, short: Decimal, rate: Decimal, window_days: int) -> date | None:
    """Return the first whole day on which nothing is lacking; None for one that lies out of all sight."""
    if rate <= 0:
        return None
    days = -int(-short // rate)
    return last_on + timedelta(days=days) if days <= window_days * _FURTHEST else None
