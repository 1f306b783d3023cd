"""What a pivot is asked: indicators by region, month and value of a dimension, laid out in rows and columns."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, NamedTuple

from finance_monitor.dates import month_ends, years_before
from finance_monitor.disclosure.seat import Desk
from finance_monitor.disclosure.splits import word_of
from finance_monitor.indicators.counting import indicator_query
from finance_monitor.policy.model import Said
from finance_monitor.regions import Region
from finance_monitor.store.narrowing import NOT_FILLED_IN, Where, column_of

# region: the parts of the region; month: month ends; value: what a dimension holds; indicator: several side by side.
Axis = Literal["region", "month", "value", "indicator"]
HeadKind = Literal["part", "rest", "total"]
# A table of more cells is not made: it would be read by nobody and take everybody's time.
MOST_CELLS = 200_000


class Question(NamedTuple):
    """Plain values, so that answers can be kept by it. `days` are the month ends, the day looked at last."""

    region: str
    indicators: tuple[str, ...]
    level: str | None
    days: tuple[date, ...]
    dimension: str | None
    where: Where
    rows: Axis
    columns: Axis

    @property
    def before(self) -> date:
        """Return the last day before the period: what has happened is counted after it."""
        return self.days[0].replace(day=1) - timedelta(days=1)

    @property
    def axes(self) -> tuple[Axis, Axis]:
        """Return what is laid out."""
        return self.rows, self.columns

    def a_year_earlier(self) -> Question:
        """Return the same question of the year before."""
        return self._replace(days=tuple(years_before(day, 1) for day in self.days))


@dataclass(frozen=True, slots=True)
class Head:
    """A row's or a column's heading; `rest` is what belongs to no part. `name` is None where the page names it."""

    axis: Axis
    key: str
    kind: HeadKind = "part"
    name: Said | None = None


def months_between(first: date, last: date) -> tuple[date, ...]:
    """Return the month ends from the month of `first` up to `last`, and `last` itself."""
    return tuple(dict.fromkeys((*month_ends(first, last), last)))


def parts_asked(desk: Desk, question: Question) -> tuple[Region, ...]:
    """Return the regions that are laid out."""
    if question.level is None:
        return desk.regions.children(question.region)
    return desk.regions.descendants(question.region, question.level)


def cells_asked(desk: Desk, question: Question) -> int:
    """Say how many cells the answer will have, without totals."""
    counts = {
        "region": len(parts_asked(desk, question)),
        "month": len(question.days),
        "value": len(_values(desk, question)),
        "indicator": len(question.indicators),
    }
    return counts[question.rows] * counts[question.columns]


def heads_of(desk: Desk, question: Question, axis: Axis) -> tuple[Head, ...]:
    """Return the parts of an axis in their order."""
    if axis == "region":
        parts = parts_asked(desk, question)
        return tuple(Head(axis, one.code, name=Said(zh=one.name, en=one.name)) for one in parts)
    if axis == "month":
        return tuple(Head(axis, day.isoformat()) for day in question.days)
    if axis == "value":
        dimension = question.dimension or ""
        return tuple(Head(axis, value, name=word_of(desk, dimension, value)) for value in _values(desk, question))
    return tuple(Head(axis, one, name=desk.world.indicators[one].name) for one in question.indicators)


def _values(desk: Desk, question: Question) -> tuple[str, ...]:
    """Return what the dimension holds in the ledgers of the indicators; the blank is a value of its own, the last."""
    if question.dimension is None:
        return ()
    found: dict[str, None] = {}
    for indicator_id in question.indicators:
        pieces = indicator_query(desk.world.indicators[indicator_id])
        for table in pieces.tables if pieces else ():
            ledger = desk.world.ledgers.get(table)
            column = column_of(ledger, question.dimension) if ledger else None
            if column is not None:
                found |= dict.fromkeys(
                    value or NOT_FILLED_IN for value in desk.readings.reader.values_in(table, column)
                )
    return tuple(sorted(found, key=lambda value: (value == NOT_FILLED_IN, value)))
