"""A pivot: indicators by region, month and value of a dimension; totals are sums, and small counts stay hidden.

A total is the reading of the whole itself: numerators and denominators are summed, then divided. What the whole has
beyond its parts (records that name no part) stands in a line of its own.
"""

from __future__ import annotations

from collections.abc import Sequence

from finance_monitor.disclosure.desk import path_of
from finance_monitor.disclosure.figure import Figure
from finance_monitor.disclosure.figure_of import empty, of_reading
from finance_monitor.disclosure.pivot_cells import Cell, Pivot
from finance_monitor.disclosure.pivot_hiding import hidden_places
from finance_monitor.disclosure.pivot_masking import masked
from finance_monitor.disclosure.pivot_question import Axis, Head, Question, heads_of
from finance_monitor.disclosure.pivot_readings import (
    PivotReadings,
    Spot,
    is_below_nothing,
    is_something,
    rest_of,
    spot_of,
)
from finance_monitor.disclosure.seat import Desk
from finance_monitor.indicators.model import Indicator, Reading

__all__ = ["Cell", "Pivot", "adds_up", "pivot"]

_Table = list[list[Reading | None]]


def adds_up(axis: Axis, indicator: Indicator) -> bool:
    """Say whether the parts of an axis belong to one sum: regions and values do, months only of what happens."""
    return axis in ("region", "value") or (axis == "month" and indicator.nature == "flow")


def pivot(desk: Desk, question: Question, *, against_year_before: bool = False) -> Pivot:
    """Answer a question; raise AccessError for a region not the viewer's."""
    desk.viewer.require(desk.regions, question.region)
    now = _table(desk, question)
    if not against_year_before:
        return now
    then = _table(desk, question.a_year_earlier(), keep=True)
    return _both(now, then)


def _table(desk: Desk, question: Question, *, keep: bool = False) -> Pivot:
    """Make the table of one period; `keep` values nothing is counted of."""
    rows, columns = heads_of(desk, question, question.rows), heads_of(desk, question, question.columns)
    read = PivotReadings(desk, question, (*rows, *columns))
    told = [read.indicator(one) for one in read.indicators]
    rows, columns = _with_total(rows, question.rows, told), _with_total(columns, question.columns, told)
    table: _Table = [[read.at(spot_of(question, row, column)) for column in columns] for row in rows]
    if not keep:
        rows, table = _without_nothing(rows, table)
        columns, turned = _without_nothing(columns, _transposed(table))
        table = _transposed(turned)
    rows, table, over_rows = _with_rest(rows, table)
    columns, turned, over_columns = _with_rest(columns, _transposed(table))
    table = _transposed(turned)
    hidden = hidden_places(desk, question, rows, columns, table)
    cells = tuple(
        tuple(
            _cell(desk, read, spot_of(question, row, column), table[r][c], is_hidden=(r, c) in hidden)
            for c, column in enumerate(columns)
        )
        for r, row in enumerate(rows)
    )
    return masked(desk, Pivot(question, rows, columns, cells, over_rows or over_columns))


def _with_total(heads: tuple[Head, ...], axis: Axis, indicators: Sequence[Indicator]) -> tuple[Head, ...]:
    """Put the total first, where the parts of every indicator that stands there belong to one sum."""
    return (Head(axis, "total", "total"), *heads) if all(adds_up(axis, one) for one in indicators) else heads


def _without_nothing(heads: tuple[Head, ...], table: _Table) -> tuple[tuple[Head, ...], _Table]:
    """Leave out values nothing is counted of."""
    kept = [
        at
        for at, head in enumerate(heads)
        if head.axis != "value" or head.kind == "total" or any(is_something(reading) for reading in table[at])
    ]
    return tuple(heads[at] for at in kept), [table[at] for at in kept]


def _with_rest(heads: tuple[Head, ...], table: _Table) -> tuple[tuple[Head, ...], _Table, bool]:
    """Add the line of what belongs to no part, where there is any; say whether the parts come to too much."""
    if not heads or heads[0].kind != "total" or len(heads) == 1 or heads[0].axis == "month":
        return heads, table, False
    rest = [rest_of(column[0], column[1:]) for column in _transposed(table)]
    if any(is_below_nothing(reading) for reading in rest):
        return heads, table, True
    if not any(is_something(reading) for reading in rest):
        return heads, table, False
    return (*heads, Head(heads[0].axis, "rest", "rest")), [*table, rest], False


def _transposed(table: _Table) -> _Table:
    return [list(line) for line in zip(*table, strict=True)]


def _cell(desk: Desk, read: PivotReadings, spot: Spot, reading: Reading | None, *, is_hidden: bool) -> Cell:
    indicator, region = read.indicator(spot.indicator_id), desk.regions.get(spot.region_code)
    if reading is None:
        return Cell(empty(indicator, region, spot.on, "missing"), spot, "none")
    return Cell(of_reading(indicator, region, reading, spot.on, is_hidden=is_hidden), spot, path_of(reading))


def _both(now: Pivot, then: Pivot) -> Pivot:
    """Put the earlier figure beside each; months stand in the same order, everything else has the same key."""
    rows, columns = (_same(own, others) for own, others in ((now.rows, then.rows), (now.columns, then.columns)))
    cells = tuple(
        tuple(
            Cell(cell.figure, cell.spot, cell.path, _earlier(then, rows[r], columns[c])) for c, cell in enumerate(line)
        )
        for r, line in enumerate(now.cells)
    )
    return Pivot(now.question, now.rows, now.columns, cells, now.overlaps)


def _same(heads: tuple[Head, ...], others: tuple[Head, ...]) -> list[int | None]:
    if heads[-1].axis == "month":
        return list(range(len(heads)))
    at = {(head.kind, head.key): place for place, head in enumerate(others)}
    return [at.get((head.kind, head.key)) for head in heads]


def _earlier(then: Pivot, row: int | None, column: int | None) -> Figure | None:
    return None if row is None or column is None else then.cells[row][column].figure
