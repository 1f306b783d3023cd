"""Readings of an indicator on days, or over the time after a day, for the records of some values or value by value."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from finance_monitor.disclosure.seat import Desk
from finance_monitor.indicators.model import Indicator, Reading
from finance_monitor.store.narrowing import Where

ByDay = dict[date, dict[str, Reading]]


def in_window(
    desk: Desk,
    indicator: Indicator,
    days: Iterable[date],
    codes: Iterable[str],
    where: Where = (),
    since: date | None = None,
) -> ByDay:
    """Return readings by day and region; of a flow only what happened after `since`. A stock knows no window."""
    asked, regions = tuple(days), list(codes)
    start = _start(indicator, since)
    return _after(desk.readings.on_days(indicator.id, (*start, *asked), regions, where), asked, start)


def in_window_by_value(
    desk: Desk,
    indicator: Indicator,
    day: date,
    codes: Iterable[str],
    dimension: str,
    where: Where = (),
    since: date | None = None,
) -> dict[str | None, dict[str, Reading]]:
    """Return readings of a day by value of a dimension and region; None: not filled in."""
    start = _start(indicator, since)
    found = desk.readings.by_value(indicator.id, (*start, day), list(codes), dimension, where)
    return {value: _after(own, (day,), start)[day] for value, own in found.items()}


def _start(indicator: Indicator, since: date | None) -> tuple[date, ...]:
    return () if since is None or indicator.nature != "flow" else (since,)


def _after(found: Mapping[date, Mapping[str, Reading]], asked: Iterable[date], start: tuple[date, ...]) -> ByDay:
    if not start:
        return {day: dict(found[day]) for day in asked}
    before = found[start[0]]
    return {day: {code: reading.less(before[code]) for code, reading in found[day].items()} for day in asked}
