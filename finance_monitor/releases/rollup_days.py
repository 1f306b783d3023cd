"""The days for which readings are kept ready: month ends, the days targets speak of, and the data date."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

import polars as pl

from finance_monitor.dates import month_ends, years_before
from finance_monitor.policy.model import Policy
from finance_monitor.progress.window import dates_needed

BEFORE_ALL = date(1900, 1, 1)


def rollup_days(policies: Iterable[Policy], first_on: date, data_date: date) -> tuple[date, ...]:
    """Return the rollup days in order, none after the data date.

    Beside the month ends these are the days that the targets ask for when they are read on the data date: the evening
    before a window opens, its deadline, and the ends of the periods that growth and directions compare.
    """
    days = {data_date, years_before(data_date, 1), *month_ends(first_on, data_date)}
    for policy in policies:
        for target in policy.targets:
            days |= {day for _, day in dates_needed(target, policy, data_date)}
            days |= {target.from_on - timedelta(days=1)}
            if target.by_on:
                days |= {target.by_on, years_before(target.by_on, 1)}
    return tuple(sorted(day for day in days if day <= data_date))


def days_frame(days: tuple[date, ...]) -> pl.DataFrame:
    """Return each day with the one before it: a movement belongs to the first rollup day not before it."""
    return pl.DataFrame(
        {"as_of": list(days), "after_day": [BEFORE_ALL, *days[:-1]]}, schema={"as_of": pl.Date, "after_day": pl.Date}
    )
