"""Which cells of a pivot are hidden: few persons, and what would give them away by subtraction."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import date

from finance_monitor.disclosure.margins import Place, Size, hide_in_table
from finance_monitor.disclosure.pivot_question import Head, Question
from finance_monitor.disclosure.pivot_readings import spot_of
from finance_monitor.disclosure.seat import Desk
from finance_monitor.disclosure.secrecy import families_of, secret_among, secret_cells
from finance_monitor.disclosure.small_counts import is_small
from finance_monitor.indicators.model import Indicator, Reading
from finance_monitor.settings import settings
from finance_monitor.store.narrowing import NOT_FILLED_IN

_Table = Sequence[Sequence[Reading | None]]


def hidden_places(
    desk: Desk, question: Question, rows: Sequence[Head], columns: Sequence[Head], table: _Table
) -> frozenset[Place]:
    """Return what is hidden; indicators that stand side by side are tables of their own."""
    by_indicator: dict[str, list[Place]] = {}
    for r, row in enumerate(rows):
        for c, column in enumerate(columns):
            own = spot_of(question, row, column).indicator_id
            by_indicator.setdefault(own, []).append(Place(r, c))
    hidden: set[Place] = set()
    for indicator_id, places in by_indicator.items():
        indicator = desk.world.indicators[indicator_id]
        if indicator.sensitivity == "personal":
            hidden |= _of_one(desk, question, indicator, rows, columns, table, places)
    return frozenset(hidden)


def _of_one(
    desk: Desk,
    question: Question,
    indicator: Indicator,
    rows: Sequence[Head],
    columns: Sequence[Head],
    table: _Table,
    places: Sequence[Place],
) -> frozenset[Place]:
    threshold = settings().disclosure.threshold
    told = {place: reading for place in places if (reading := table[place.row][place.column]) is not None}
    small = {place for place, reading in told.items() if is_small(indicator, reading, threshold)}
    # What is hidden when it is asked alone or in a list stays hidden here, or the two would give it away together.
    small |= _hidden_alone(desk, question, indicator, rows, columns, told)
    sizes = {place: _size(indicator, reading) for place, reading in told.items() if reading.numerator is not None}
    return hide_in_table(
        sizes,
        small & set(sizes),
        rows_sum=any(head.kind == "total" for head in columns),
        columns_sum=any(head.kind == "total" for head in rows),
    )


def _size(indicator: Indicator, reading: Reading) -> Size:
    """Measure a cell; of money there is no rest that could be told."""
    count = reading.numerator or 0
    if indicator.measure != "share" or indicator.parts_are == "money" or reading.denominator is None:
        return Size(count)
    return Size(count, reading.denominator - count)


def _hidden_alone(
    desk: Desk,
    question: Question,
    indicator: Indicator,
    rows: Sequence[Head],
    columns: Sequence[Head],
    told: Collection[Place],
) -> set[Place]:
    """Return the cells whose figures are hidden wherever they are asked for."""
    windows: dict[tuple[date, date], dict[tuple[str | None, str], Place]] = defaultdict(dict)
    for place in told:
        row, column = rows[place.row], columns[place.column]
        if "rest" not in (row.kind, column.kind):
            spot = spot_of(question, row, column)
            windows[spot.since, spot.on][spot.value, spot.region_code] = place
    found: set[Place] = set()
    for (since, on), cells in windows.items():
        hidden = _of_window(desk, question, indicator, (since, on), cells)
        found |= {place for cell, place in cells.items() if cell in hidden}
    return found


def _of_window(
    desk: Desk,
    question: Question,
    indicator: Indicator,
    window: tuple[date, date],
    cells: Collection[tuple[str | None, str]],
) -> set[tuple[str | None, str]]:
    since, on = window
    whole = [code for value, code in cells if value is None]
    found: set[tuple[str | None, str]] = {
        (None, code) for code in secret_among(desk, indicator, whole, on, question.where, since)
    }
    parted = {code for value, code in cells if value is not None}
    if parted and question.dimension is not None:
        rest = tuple(one for one in question.where if one[0] != question.dimension)
        families = families_of(desk, parted)
        hidden = secret_cells(desk, indicator, families, on, question.dimension, rest, since)
        found |= {(NOT_FILLED_IN if value is None else value, code) for value, code in hidden}
    return found
