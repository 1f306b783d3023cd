"""Every indicator of a region at once: what it is, what has changed, its course, the region above and its peers.

The same figures as `show_indicator` and `compared` give one by one; here all indicators and days are read together.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from finance_monitor.dates import month_end, months_after, years_before
from finance_monitor.disclosure.compared import Change, change_between, month_start, year_start
from finance_monitor.disclosure.desk import path_of
from finance_monitor.disclosure.figure import Figure
from finance_monitor.disclosure.figure_of import empty, of_reading
from finance_monitor.disclosure.seat import Desk
from finance_monitor.disclosure.shown import Path
from finance_monitor.disclosure.small_counts import hide_with_complements
from finance_monitor.indicators.model import Indicator, Reading
from finance_monitor.settings import settings

# A course is so many month ends and the day itself.
_MONTHS = 12
_RATIOS = ("share", "average", "average_money")
_NOTHING = ("missing", "not_applicable")


@dataclass(frozen=True, slots=True)
class Standing:
    """One indicator of one region.

    `year` is 同比, `year_start` 较年初 (of a flow this year's own amount). `course`: of a sum of what has happened the
    amount of each month, otherwise what stood at each month end. `above` and `peers` are figures of the same day.
    """

    indicator: Indicator
    figure: Figure
    path: Path
    year: Change | None
    year_start: Change | None
    course: tuple[tuple[date, Decimal | None], ...]
    above: Figure | None
    peers: tuple[Figure, ...]

    @property
    def is_ratio(self) -> bool:
        """Say whether the region above can be held against it: of a sum it is larger anyway."""
        return self.indicator.measure in _RATIOS


def standings_of(desk: Desk, region_code: str, as_of: date, peers: Sequence[str] = ()) -> tuple[Standing, ...]:
    """Return every indicator that says something of a region, in the catalogue's order."""
    desk.viewer.require(desk.regions, region_code)
    above = next((one.code for one in desk.regions.ancestors(region_code)), None)
    if above is not None and not desk.regions.covers(desk.viewer.region_code, above):
        above = None
    told = _Together(desk, [code for code in (region_code, above, *peers) if code], as_of)
    found = (_standing(desk, told, one, (region_code, above, peers), as_of) for one in desk.world.indicators.values())
    return tuple(one for one in found if one.figure.state not in _NOTHING)


def _standing(
    desk: Desk,
    told: _Together,
    indicator: Indicator,
    places: tuple[str, str | None, Sequence[str]],
    as_of: date,
) -> Standing:
    region, above, peers = places
    figure = told.figure(indicator, region, as_of)
    return Standing(
        indicator=indicator,
        figure=figure,
        path=told.path(indicator, region, as_of),
        year=_year(told, indicator, region, as_of),
        year_start=_since_year_start(told, indicator, region, as_of),
        course=tuple(_course(told, indicator, region, as_of)),
        above=told.figure(indicator, above, as_of) if above else None,
        peers=tuple(told.figure(indicator, peer, as_of) for peer in peers),
    )


def _year(told: _Together, indicator: Indicator, region: str, as_of: date) -> Change | None:
    earlier = years_before(as_of, 1)
    if indicator.nature == "flow":
        now = told.figure(indicator, region, as_of, year_start(as_of))
        return change_between(indicator, now, told.figure(indicator, region, earlier, year_start(earlier)))
    return change_between(indicator, told.figure(indicator, region, as_of), told.figure(indicator, region, earlier))


def _since_year_start(told: _Together, indicator: Indicator, region: str, as_of: date) -> Change | None:
    start = year_start(as_of)
    if told.figure(indicator, region, as_of, start).state == "hidden":
        return None
    return change_between(indicator, told.figure(indicator, region, as_of), told.figure(indicator, region, start))


def _course(told: _Together, indicator: Indicator, region: str, as_of: date) -> Iterable[tuple[date, Decimal | None]]:
    by_month = indicator.nature == "flow" and indicator.measure not in _RATIOS
    for day in course_days(as_of):
        yield day, told.figure(indicator, region, day, month_start(day) if by_month else None).value


def course_days(as_of: date) -> tuple[date, ...]:
    """Return the month ends of the twelve months up to a day, the day itself last."""
    before = [month_end(months_after(as_of.replace(day=1), -back)) for back in range(_MONTHS - 1, 0, -1)]
    return (*before, as_of)


class _Together:
    """Readings of all indicators on all days that are asked for; neighbours too, where figures of few are hidden."""

    def __init__(self, desk: Desk, codes: Sequence[str], as_of: date) -> None:
        self._desk = desk
        earlier = years_before(as_of, 1)
        course = course_days(as_of)
        self._days = tuple(
            dict.fromkeys((*course, month_start(course[0]), earlier, year_start(as_of), year_start(earlier)))
        )
        self._beside = {code: self._neighbours(code) for code in codes}
        personal = [one.id for one in desk.world.indicators.values() if one.sensitivity == "personal"]
        others = [one.id for one in desk.world.indicators.values() if one.sensitivity != "personal"]
        self._found = self._read(others, codes) | self._read(
            personal, {c for own in self._beside.values() for c in own}
        )

    def _neighbours(self, code: str) -> tuple[str, ...]:
        upper = next(iter(self._desk.regions.ancestors(code)), None)
        return tuple(one.code for one in self._desk.regions.children(upper.code)) if upper else (code,)

    def _read(
        self, indicator_ids: Sequence[str], codes: Iterable[str]
    ) -> dict[tuple[str, date], Mapping[str, Reading]]:
        wanted = list(codes)
        pairs = [(one, day) for one in indicator_ids for day in self._days]
        found: dict[tuple[str, date], Mapping[str, Reading]] = dict(self._desk.readings.of_pairs(pairs, wanted))
        for day in dict.fromkeys(day for one, day in pairs if (one, day) not in found):
            for one, readings in self._desk.readings.of_several(indicator_ids, day, wanted).items():
                found[one, day] = readings
        return found

    def reading(self, indicator: Indicator, code: str, on: date, since: date | None) -> Reading | None:
        """Return a reading; of a flow what happened after `since`."""
        reading = self._found[indicator.id, on].get(code)
        if reading is None or since is None or indicator.nature != "flow":
            return reading
        before = self._found[indicator.id, since].get(code)
        return reading if before is None else reading.less(before)

    def figure(self, indicator: Indicator, code: str, on: date, since: date | None = None) -> Figure:
        """Return a figure as it may leave: hidden where it is in the list of its neighbours."""
        reading, region = self.reading(indicator, code, on, since), self._desk.regions.get(code)
        if reading is None:
            return empty(indicator, region, on, "missing")
        return of_reading(indicator, region, reading, on, is_hidden=self._is_hidden(indicator, code, on, since))

    def path(self, indicator: Indicator, code: str, on: date) -> Path:
        """Say how a figure came about."""
        return path_of(self.reading(indicator, code, on, None))

    def _is_hidden(self, indicator: Indicator, code: str, on: date, since: date | None) -> bool:
        if indicator.sensitivity != "personal":
            return False
        beside = {
            one: reading
            for one in self._beside[code]
            if (reading := self.reading(indicator, one, on, since)) is not None
        }
        return code in hide_with_complements(indicator, beside, settings().disclosure.threshold, whole_is_shown=True)
