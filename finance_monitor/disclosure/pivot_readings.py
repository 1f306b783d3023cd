"""The readings of a pivot: of every cell, of the totals, and of what belongs to no part."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from finance_monitor.disclosure.dimensions import dimensions_of
from finance_monitor.disclosure.pivot_question import Head, Question
from finance_monitor.disclosure.seat import Desk
from finance_monitor.indicators.model import Indicator, Reading

_ByDay = Mapping[date, Mapping[str, Reading]]


@dataclass(frozen=True, slots=True)
class Spot:
    """What one cell is about; `value` None: whatever the dimension holds. Of a flow what happened after `since`."""

    indicator_id: str
    region_code: str
    since: date
    on: date
    value: str | None = None


def spot_of(question: Question, row: Head, column: Head) -> Spot:
    """Return what a cell is about; where an axis is not laid out, or in a total, the whole of it."""
    spot = Spot(question.indicators[0], question.region, question.before, question.days[-1])
    for head in (row, column):
        if head.kind != "part":
            continue
        if head.axis == "region":
            spot = replace(spot, region_code=head.key)
        elif head.axis == "value":
            spot = replace(spot, value=head.key)
        elif head.axis == "indicator":
            spot = replace(spot, indicator_id=head.key)
        else:
            at = question.days.index(date.fromisoformat(head.key))
            since = question.days[at - 1] if at else question.before
            spot = replace(spot, since=since, on=question.days[at])
    return spot


class PivotReadings:
    """Everything a pivot needs, read with one statement for each indicator and value."""

    def __init__(self, desk: Desk, question: Question, heads: tuple[Head, ...]) -> None:
        self._desk, self._question = desk, question
        axes = question.axes
        days = question.days if "month" in axes else question.days[-1:]
        self._days = tuple(dict.fromkeys((question.before, *days)))
        self._codes = [question.region, *(head.key for head in heads if head.axis == "region")]
        values = [None, *(head.key for head in heads if head.axis == "value")]
        self.indicators = question.indicators if "indicator" in axes else question.indicators[:1]
        self._found = {(one, value): self._read(one, value) for one in self.indicators for value in values}

    def _read(self, indicator_id: str, value: str | None) -> _ByDay:
        where = self._question.where
        if value is not None and self._question.dimension is not None:
            where = (*(one for one in where if one[0] != self._question.dimension), (self._question.dimension, value))
        known = dimensions_of(self._desk.world, self.indicator(indicator_id))
        if any(dimension not in known for dimension, _ in where):
            return {}
        return self._desk.readings.on_days(indicator_id, self._days, self._codes, where)

    def indicator(self, indicator_id: str) -> Indicator:
        """Return an indicator."""
        return self._desk.world.indicators[indicator_id]

    def at(self, spot: Spot) -> Reading | None:
        """Return the reading of a cell; None where the records cannot be narrowed so."""
        by_day = self._found[spot.indicator_id, spot.value]
        reading = by_day.get(spot.on, {}).get(spot.region_code)
        if reading is None or self.indicator(spot.indicator_id).nature != "flow":
            return reading
        before = by_day.get(spot.since, {}).get(spot.region_code)
        return reading if before is None else reading.less(before)


def rest_of(whole: Reading | None, parts: list[Reading | None]) -> Reading | None:
    """Return what the whole has beyond its parts; a part that nobody reported adds nothing."""
    if whole is None or whole.numerator is None:
        return whole
    known = [part for part in parts if part is not None and part.numerator is not None]
    denominator = whole.denominator
    if denominator is not None:
        denominator -= sum(part.denominator or 0 for part in known)
    return replace(
        whole,
        numerator=whole.numerator - sum(part.numerator or 0 for part in known),
        denominator=denominator,
        rows=whole.rows - sum(part.rows for part in known),
        reported_rows=whole.reported_rows - sum(part.reported_rows for part in known),
        numerator_rows=whole.numerator_rows - sum(part.numerator_rows for part in known),
    )


def is_something(reading: Reading | None) -> bool:
    """Say whether a reading counts anything."""
    return reading is not None and bool(reading.numerator or reading.denominator)


def is_below_nothing(reading: Reading | None) -> bool:
    """Say whether the parts of a whole come to more than the whole: something is counted in several of them."""
    return reading is not None and ((reading.numerator or 0) < 0 or (reading.denominator or 0) < 0)
