"""The pace as a line: what is expected at each month end from the opening of the window to the deadline."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from finance_monitor.dates import month_ends
from finance_monitor.policy.model import Goal
from finance_monitor.progress.pace import expected_on, manner_of, nodes_of

Line = tuple[tuple[date, Decimal], ...]


def pace_line(
    goal: Goal, number: Decimal, from_on: date, deadline: date | None, also: Iterable[date] = ()
) -> tuple[Line, Line]:
    """Return the line in the goal's unit and the same in % of the number; empty where nothing builds up.

    Its corners are month ends, the nodes of a plan, both ends of the window and the days of `also` inside it.
    """
    if deadline is None or number <= 0 or manner_of(goal, deadline) != "curve":
        return (), ()
    corners = {from_on, deadline, *month_ends(from_on, deadline), *nodes_of(goal, number, from_on, deadline), *also}
    days = sorted(day for day in corners if from_on <= day <= deadline)
    expected = [(day, expected_on(goal, number, from_on, deadline, day)) for day in days]
    values = tuple((day, one.value) for day, one in expected if one.value is not None)
    shares = tuple((day, one.pct) for day, one in expected if one.pct is not None)
    return values, shares
