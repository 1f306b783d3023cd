"""Business days. Dates are dates; the only clock is Asia/Shanghai, and it never decides a figure."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

SHANGHAI = ZoneInfo("Asia/Shanghai")


def now_in_shanghai() -> datetime:
    """Say when something was done (batches, releases, audit); never used as an as-of date."""
    return datetime.now(SHANGHAI)


def month_end(day: date) -> date:
    """Return the last day of the month of `day`."""
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def month_ends(first: date, last: date) -> Iterator[date]:
    """Yield every month end from the month of `first` up to `last`, both ends included."""
    day = month_end(first)
    while day <= last:
        yield day
        day = month_end(day + timedelta(days=1))


def years_before(day: date, years: int) -> date:
    """Return the same day `years` earlier; a month end stays a month end (29 February included)."""
    year = day.year - years
    if day == month_end(day):
        return month_end(date(year, day.month, 1))
    return day.replace(year=year)


def months_before(day: date, months: int) -> date:
    """Return the same day so many months earlier; a month end stays a month end."""
    found = months_after(day, -months)
    return month_end(found) if day == month_end(day) else found


def months_after(day: date, months: int) -> date:
    """Return the same day so many months later, or the last day of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    first = date(year, month + 1, 1)
    return first.replace(day=min(day.day, month_end(first).day))
