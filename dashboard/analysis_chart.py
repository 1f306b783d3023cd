"""The chart of a pivot: lines over months, months stacked by a dimension, bars of regions or values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from dashboard.analysis_table import Table, head_name, measured, unit_said
from finance_monitor.charts.bars import Bar, bar_chart
from finance_monitor.charts.lines import Line, line_chart
from finance_monitor.charts.shares import Part, share_chart
from finance_monitor.disclosure.pivot import Cell
from finance_monitor.disclosure.pivot_question import Head
from finance_monitor.indicators.model import Indicator
from finance_monitor.texts import Lang

# More lines cannot be told apart, more bars are not looked at.
MOST_LINES, MOST_BARS = 6, 30
_SUMS = ("count", "money")
_Series = tuple[Head, list[tuple[Head, Cell]]]


def chart_of(table: Table, known: Mapping[str, Indicator], lang: Lang, selected: str | None) -> dict[str, Any] | None:
    """Return the chart; None where every figure is missing."""
    indicator = known[table.pivot.question.indicators[0]]
    unit = unit_said(indicator, table.layout.measure, lang)
    if "month" not in table.pivot.question.axes:
        return _bars(table, indicator, unit, lang, selected)
    own = [
        (head, cells)
        for head, cells in _by_month(table)
        if any(measured(cell, table.layout.measure, indicator) is not None for _, cell in cells)
    ]
    own = [one for one in own if _is_of(one, indicator)]
    if not own:
        return None
    if table.is_stacked:
        stacked = tuple(
            Part(head_name(head, lang), _points(cells, table, indicator)) for head, cells in own if head.kind != "total"
        )
        return share_chart(stacked, unit=unit, lang=lang, decimals=indicator.decimals) if stacked else None
    drawn = tuple(
        Line(head_name(head, lang), _points(cells, table, indicator)) for head, cells in _chosen(own, indicator)
    )
    return line_chart(drawn, unit=unit, lang=lang, decimals=indicator.decimals)


def _is_of(series: _Series, indicator: Indicator) -> bool:
    """Keep the main indicator where several stand side by side: another may have another unit."""
    return series[0].axis != "indicator" or series[0].key == indicator.id


def _chosen(series: Sequence[_Series], indicator: Indicator) -> list[_Series]:
    """Return the lines drawn: of a ratio the whole first; of many regions the largest, where they may be compared."""
    parts = [one for one in series if one[0].kind == "part"]
    wholes = [one for one in series if one[0].kind == "total"]
    if len(parts) > MOST_LINES and indicator.rankable and parts[0][0].axis == "region":
        parts = sorted(parts, key=_weight, reverse=True)
    if indicator.measure in _SUMS and parts:
        return parts[:MOST_LINES]
    return [*wholes, *parts][:MOST_LINES]


def _weight(series: _Series) -> Decimal:
    """Return the sum of what is known: the larger a region, the higher it stands."""
    return sum((cell.figure.value or Decimal(0) for _, cell in series[1]), Decimal(0))


def _by_month(table: Table) -> list[_Series]:
    """Return what is drawn over the months: the rows, or the columns where the rows are the months."""
    columns = table.pivot.columns
    if table.pivot.question.columns == "month":
        found = [(head, list(zip(columns, cells, strict=True))) for head, cells in table.lines]
    else:
        found = [(head, [(row, cells[at]) for row, cells in table.lines]) for at, head in enumerate(columns)]
    return [(head, [pair for pair in cells if pair[0].kind == "part"]) for head, cells in found]


def _points(cells: Sequence[tuple[Head, Cell]], table: Table, indicator: Indicator) -> tuple[Any, ...]:
    values = [(cell.spot.on, measured(cell, table.layout.measure, indicator)) for _, cell in cells]
    return tuple((on, None if value is None else float(value)) for on, value in values)


def _bars(table: Table, indicator: Indicator, unit: str, lang: Lang, selected: str | None) -> dict[str, Any] | None:
    """Draw the rows by their total, or by the main indicator."""
    columns = table.pivot.columns
    at = next((n for n, head in enumerate(columns) if head.kind == "total" or head.axis == "indicator"), 0)
    # What is hidden is left out: its place would read as missing.
    parts = [(head, cells[at]) for head, cells in table.lines if head.kind == "part"]
    shown = [(head, cell) for head, cell in parts if cell.figure.state != "hidden"][:MOST_BARS]
    values = [(head, measured(cell, table.layout.measure, indicator)) for head, cell in shown]
    if not any(value for _, value in values):
        return None
    bars = tuple(
        Bar(head.key, head_name(head, lang), None if value is None else float(value)) for head, value in values
    )
    return bar_chart(bars, unit=unit, decimals=indicator.decimals, selected=selected, lang=lang)
