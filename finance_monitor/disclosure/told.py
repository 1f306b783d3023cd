"""An indicator's figure with everything a reader needs to trace it, narrowed to some records or over some time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from finance_monitor.disclosure.desk import Desk, batches_behind, path_of
from finance_monitor.disclosure.dimensions import dimensions_of
from finance_monitor.disclosure.figure import Figure
from finance_monitor.disclosure.figure_of import empty, of_reading
from finance_monitor.disclosure.masking import asks_for_masked
from finance_monitor.disclosure.secrecy import is_secret
from finance_monitor.disclosure.shown import Path
from finance_monitor.disclosure.windows import in_window
from finance_monitor.errors import UserError
from finance_monitor.indicators.model import Indicator, Reading
from finance_monitor.regions import Region, level_rank
from finance_monitor.store.narrowing import Where

__all__ = ["Told", "Where", "dimensions_of", "find_indicator", "series", "show_indicator"]

# The day looked at and the day after which something counts; None: from the first record on.
Window = tuple[date, date | None]
# Below a township nobody brings in files of his own.
_LOWEST_UNIT = "township"


@dataclass(frozen=True, slots=True)
class Told:
    """One indicator's figure for one region.

    `units_reported` of `units_total` parts of the region have reported. `unmet` are the dimensions of `where` that
    none of its ledgers has: the figure cannot be narrowed by them and is missing.
    """

    indicator: Indicator
    figure: Figure
    units_reported: int
    units_total: int
    batches: tuple[str, ...]
    path: Path
    release: int
    data_date: date
    is_demo: bool
    where: Where = ()
    since: date | None = None
    unmet: tuple[str, ...] = ()


def find_indicator(desk: Desk, indicator_id: str) -> Indicator:
    """Return an indicator; raise UserError for an unknown one."""
    if indicator_id not in desk.world.indicators:
        raise UserError("desk.unknown_indicator", indicator=indicator_id)
    return desk.world.indicators[indicator_id]


def show_indicator(
    desk: Desk,
    indicator_id: str,
    region_code: str,
    as_of: date | None = None,
    where: Where = (),
    since: date | None = None,
) -> Told:
    """Return an indicator's figure for a region; raise AccessError for a region not the viewer's.

    `where` narrows it to the records of some values, `since` to what happened after that day.
    """
    indicator, day = find_indicator(desk, indicator_id), desk.day(as_of)
    figure, reading = _figures(desk, indicator, region_code, (day,), where, since)[0]
    reported, total = _units(desk, indicator, region_code, day)
    path = path_of(reading)
    return Told(
        indicator=indicator,
        figure=figure,
        units_reported=reported,
        units_total=total,
        batches=batches_behind(desk, indicator, region_code, path),
        path=path,
        release=desk.release.number,
        data_date=desk.release.data_date,
        is_demo=desk.release.is_demo,
        where=where,
        since=since,
        unmet=unmet_by(desk, indicator, where),
    )


def series(
    desk: Desk,
    indicator_id: str,
    region_code: str,
    days: Iterable[date],
    where: Where = (),
    since: date | None = None,
) -> tuple[Figure, ...]:
    """Return a region's figure on each of several days, in their order; all are read in one statement."""
    indicator, asked = find_indicator(desk, indicator_id), tuple(days)
    return tuple(figure for figure, _ in _figures(desk, indicator, region_code, asked, where, since))


def unmet_by(desk: Desk, indicator: Indicator, where: Where) -> tuple[str, ...]:
    """Return the dimensions asked for that the indicator cannot be narrowed by."""
    known = dimensions_of(desk.world, indicator)
    return tuple(dimension for dimension, _ in where if dimension not in known)


def _figures(
    desk: Desk, indicator: Indicator, region_code: str, days: tuple[date, ...], where: Where, since: date | None
) -> tuple[tuple[Figure, Reading | None], ...]:
    """Return a region's figures on some days, with the readings they were made of."""
    desk.viewer.require(desk.regions, region_code)
    region = desk.regions.get(region_code)
    if unmet_by(desk, indicator, where):
        return tuple((empty(indicator, region, day, "missing"), None) for day in days)
    if asks_for_masked(desk, indicator, where):
        return tuple((empty(indicator, region, day, "hidden"), None) for day in days)
    readings = in_window(desk, indicator, days, [region_code], where, since)
    found = [readings[day].get(region_code) for day in days]
    return tuple(
        (_figure(desk, indicator, region, reading, (day, since), where), reading)
        for day, reading in zip(days, found, strict=True)
    )


def over_windows(
    desk: Desk, indicator: Indicator, region_code: str, windows: Sequence[Window], where: Where = ()
) -> tuple[Figure, ...]:
    """Return a region's figure over each of several windows of time; all are read in one statement."""
    desk.viewer.require(desk.regions, region_code)
    region = desk.regions.get(region_code)
    if unmet_by(desk, indicator, where):
        return tuple(empty(indicator, region, day, "missing") for day, _ in windows)
    if asks_for_masked(desk, indicator, where):
        return tuple(empty(indicator, region, day, "hidden") for day, _ in windows)
    days = {day for window in windows for day in window if day is not None}
    readings = in_window(desk, indicator, days, [region_code], where)
    found = []
    for day, since in windows:
        reading = readings[day].get(region_code)
        if reading is not None and since is not None:
            reading = reading.less(readings[since][region_code])
        found.append(_figure(desk, indicator, region, reading, (day, since), where))
    return tuple(found)


def _figure(
    desk: Desk, indicator: Indicator, region: Region, reading: Reading | None, window: Window, where: Where
) -> Figure:
    day, since = window
    hidden = is_secret(desk, indicator, region.code, day, where, since)
    return of_reading(indicator, region, reading, day, is_hidden=hidden)


def _units(desk: Desk, indicator: Indicator, region_code: str, day: date) -> tuple[int, int]:
    """Count the parts of a region that have reported, and all of them.

    A township is one unit; so is a region whose records name none of its parts.
    """
    parts = [
        part.code for part in desk.regions.children(region_code) if level_rank(part.level) <= level_rank(_LOWEST_UNIT)
    ]
    readings = desk.readings.of(indicator.id, day, [*parts, region_code])
    reported = {code for code, reading in readings.items() if reading.numerator is not None}
    if parts and (reported & set(parts) or region_code not in reported):
        return len(reported & set(parts)), len(parts)
    return int(region_code in reported), 1
