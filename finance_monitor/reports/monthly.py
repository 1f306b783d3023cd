"""What was added month by month, out of figures that add up from the first record on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

from finance_monitor.dates import month_end, months_after
from finance_monitor.disclosure.figure import Figure

Added = tuple[tuple[date, Decimal | None], ...]


def month_days(as_of: date, months: int) -> tuple[date, ...]:
    """Return the month ends of so many months with `as_of` as the last, and the end of the month before them."""
    first = month_end(months_after(as_of.replace(day=1), -months))
    ends = [first]
    while (following := month_end(ends[-1] + timedelta(days=1))) < as_of:
        ends.append(following)
    return (*ends, as_of)


def added(figures: Sequence[Figure]) -> Added:
    """Return what was added between one figure and the next; who had not begun to report had added nothing.

    What is hidden stays hidden: a month is told only where both its ends are.
    """
    return tuple((later.as_of, _added(earlier, later)) for earlier, later in pairwise(figures))


def _added(earlier: Figure, later: Figure) -> Decimal | None:
    if later.value is None or earlier.state == "hidden":
        return None
    return later.value - (earlier.value or Decimal(0))
