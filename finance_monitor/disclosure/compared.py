"""A figure held against the same day a year before, the end of the month before and the end of the year before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from finance_monitor.dates import months_before, years_before
from finance_monitor.disclosure.figure import Figure
from finance_monitor.disclosure.seat import Desk
from finance_monitor.disclosure.told import Where, find_indicator, over_windows, series
from finance_monitor.indicators.model import Indicator
from finance_monitor.progress.rounding import PERCENT_DECIMALS, shown

_SHARES = ("share",)


@dataclass(frozen=True, slots=True)
class Change:
    """What has changed since an earlier day, in the figure's unit (of a share in points) and in percent of it."""

    earlier: Figure
    difference: Decimal | None
    growth_pct: Decimal | None


@dataclass(frozen=True, slots=True)
class Compared:
    """What a figure is held against; None where there is nothing to say.

    Of a stock 同比, 环比 and 较年初. Of a flow `year` and `month` hold this year and this month up to the day against
    the same time before; `this_year` and `this_month` are what happened in them. A flow has no `year_start`: it would
    hold a sum from the first record on against another.
    """

    year: Change | None
    month: Change | None
    year_start: Change | None
    this_year: Figure | None = None
    this_month: Figure | None = None


def compared(desk: Desk, indicator_id: str, region_code: str, as_of: date | None = None, where: Where = ()) -> Compared:
    """Compare a figure with earlier ones.

    A stock is held against what stood on the same day a year before, at the end of the month before and on
    31 December. Of a flow windows of equal length are compared. Of a month end the same day is the month end: a whole
    month is held against a whole one.
    """
    indicator, day = find_indicator(desk, indicator_id), desk.day(as_of)
    if indicator.nature == "flow":
        return _of_flow(desk, indicator, region_code, day, where)
    earlier = (years_before(day, 1), month_start(day), year_start(day))
    now, *before = series(desk, indicator_id, region_code, (day, *earlier), where)
    year, month, start = (change_between(indicator, now, figure) for figure in before)
    return Compared(year, month, start)


def _of_flow(desk: Desk, indicator: Indicator, region_code: str, day: date, where: Where) -> Compared:
    year_before, month_before = years_before(day, 1), months_before(day, 1)
    windows = (
        (day, year_start(day)),
        (year_before, year_start(year_before)),
        (day, month_start(day)),
        (month_before, month_start(month_before)),
    )
    year, last_year, month, last_month = over_windows(desk, indicator, region_code, windows, where)
    return Compared(
        year=change_between(indicator, year, last_year),
        month=change_between(indicator, month, last_month),
        year_start=None,
        this_year=year,
        this_month=month,
    )


def month_start(day: date) -> date:
    """Return the last day of the month before."""
    return day.replace(day=1) - timedelta(days=1)


def year_start(day: date) -> date:
    """Return the last day of the year before."""
    return date(day.year - 1, 12, 31)


def change_between(indicator: Indicator, now: Figure, earlier: Figure) -> Change | None:
    """Return what has changed between two figures; None where one of them has no value."""
    if now.value is None or earlier.value is None:
        return None
    difference = now.value - earlier.value
    growth = None
    if indicator.measure not in _SHARES and earlier.value > 0:
        growth = shown(difference * 100 / earlier.value, PERCENT_DECIMALS)
    return Change(earlier, difference, growth)
