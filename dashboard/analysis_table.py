"""A pivot as a table of words and numbers, ready to be drawn, put into a file or made a chart of."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from dashboard.analysis_code import Layout, Measure
from dashboard.grid import Cell as Drawn
from dashboard.grid import Column, Heat, Link, Note, Row
from finance_monitor.dates import month_end
from finance_monitor.disclosure.pivot import Cell, Pivot
from finance_monitor.disclosure.pivot_question import Head
from finance_monitor.indicators.model import Indicator
from finance_monitor.money import FEN_IN, amount_in
from finance_monitor.progress.words import difference_word
from finance_monitor.texts import Lang, say
from finance_monitor.written import number, signed

# The blue scale has so many steps.
_STEPS = 6
_SUMS = ("count", "money")
_WAN = list(FEN_IN)[2]
_Line = tuple[Head, tuple[Cell, ...]]


@dataclass(frozen=True, slots=True)
class Table:
    """`lines` are the rows in the order asked for; `drawn` the same as the browser is told."""

    pivot: Pivot
    layout: Layout
    lines: tuple[_Line, ...]
    columns: tuple[Column, ...]
    drawn: tuple[Row, ...]
    states: frozenset[str]
    # Values of a sum that come to the whole of a month: they may stand one on the other.
    is_stacked: bool


def table_of(found: Pivot, layout: Layout, known: Mapping[str, Indicator], lang: Lang) -> Table:
    """Return a pivot as it is drawn."""
    lines = _ordered(found, layout)
    shades = _shades(found, layout, known)
    names = tuple(head_name(head, lang) for head in found.columns)

    def drawn_at(head: Head, at: int, cell: Cell) -> Drawn:
        is_part = head.kind == found.columns[at].kind == "part"
        indicator = known[cell.spot.indicator_id]
        return _drawn(cell, layout.measure, indicator, shades.get(indicator.id, ()) if is_part else (), lang)

    first = Column(say(f"analysis.axis.{found.question.rows}", lang), "unit")
    drawn = tuple(
        Row(
            (_first(head, lang), *(drawn_at(head, at, cell) for at, cell in enumerate(cells))),
            pick=head.key if head.axis == "region" and head.kind == "part" else None,
            whole=head.kind == "total",
        )
        for head, cells in lines
    )
    states = frozenset(cell.figure.state for _, cells in lines for cell in cells)
    columns = (first, *(Column(name, "number") for name in names))
    main = known[found.question.indicators[0]]
    is_sum = main.measure in _SUMS and layout.measure == "value" and not found.overlaps
    is_stacked = is_sum and set(found.question.axes) == {"month", "value"}
    return Table(found, layout, tuple(lines), columns, drawn, states, is_stacked)


def head_name(head: Head, lang: Lang) -> str:
    """Name a row or a column."""
    if head.kind != "part":
        return say(f"analysis.{head.kind}.{head.axis}", lang)
    if head.name is not None:
        return head.name.in_(lang)
    on = date.fromisoformat(head.key)
    return f"{on:%Y-%m}" if on == month_end(on) else f"{on:%Y-%m-%d}"


def measured(cell: Cell, measure: Measure, indicator: Indicator) -> Decimal | int | None:
    """Return what is looked at of a cell; money among the parts in 万元."""
    figure = cell.figure
    if measure == "value":
        return figure.value
    if measure == "year":
        return cell.difference
    part = figure.numerator if measure == "numerator" else figure.denominator
    return amount_in(part, _WAN) if part is not None and is_money_part(indicator, measure) else part


def is_money_part(indicator: Indicator, measure: Measure) -> bool:
    """Say whether a part of a ratio is money."""
    return indicator.parts_are == "money" or (measure == "numerator" and indicator.measure == "average_money")


def unit_said(indicator: Indicator, measure: Measure, lang: Lang) -> str:
    """Name the unit of what is looked at."""
    if measure == "value":
        return indicator.unit.in_(lang)
    if measure == "year":
        is_share = indicator.measure == "share"
        return difference_word(indicator.unit.zh, lang, Decimal(2)).strip() if is_share else indicator.unit.in_(lang)
    key = "money" if is_money_part(indicator, measure) else "count"
    return say(f"analysis.unit.{key}", lang)


def written(cell: Cell, measure: Measure, indicator: Indicator) -> str | None:
    """Write what is looked at; None where there is nothing."""
    value = measured(cell, measure, indicator)
    if value is None:
        return None
    if measure == "year":
        return signed(Decimal(value))
    if measure == "value":
        return number(value, indicator.unit.zh)
    return number(value, _WAN if is_money_part(indicator, measure) else "")


def _first(head: Head, lang: Lang) -> Drawn:
    name = head_name(head, lang)
    return Link(name) if head.axis == "region" and head.kind == "part" else name


def _drawn(cell: Cell, measure: Measure, indicator: Indicator, edges: Sequence[Decimal], lang: Lang) -> Drawn:
    said = written(cell, measure, indicator)
    if said is None:
        return Note(state_word(cell, measure, lang))
    if not edges:
        return said
    return Heat(said, 1 + bisect_right(edges, Decimal(measured(cell, measure, indicator) or 0)))


def state_word(cell: Cell, measure: Measure, lang: Lang) -> str:
    """Say why there is no number."""
    figure = cell.figure
    if figure.state == "shown" and measure == "year":
        return say("analysis.state.no_earlier", lang)
    if figure.state == "shown":
        return say("analysis.state.no_part", lang)
    return say(f"analysis.state.{figure.state}", lang)


def _ordered(found: Pivot, layout: Layout) -> list[_Line]:
    """Put the regions in the order of their totals, or of the newest column; what cannot be compared stands last."""
    lines = list(zip(found.rows, found.cells, strict=True))
    if layout.order == "code" or layout.rows != "region":
        return lines
    at = 0 if found.columns[0].kind == "total" or found.columns[0].axis == "indicator" else -1
    down = layout.order == "down"
    parts = sorted((line for line in lines if line[0].kind == "part"), key=lambda line: _rank(line[1][at], down=down))
    wholes = [line for line in lines if line[0].kind == "total"]
    return [*wholes, *parts, *(line for line in lines if line[0].kind == "rest")]


def _rank(cell: Cell, *, down: bool) -> tuple[bool, Decimal]:
    value = cell.figure.value
    return value is None, Decimal(0) if value is None else -value if down else value


def _shades(found: Pivot, layout: Layout, known: Mapping[str, Indicator]) -> dict[str, list[Decimal]]:
    """Return the edges of the steps by indicator, of equal width from the least to the most, totals left out."""
    if not layout.is_shaded:
        return {}
    values: dict[str, list[Decimal]] = {}
    for head, cells in zip(found.rows, found.cells, strict=True):
        for column, cell in zip(found.columns, cells, strict=True):
            if head.kind == "part" and column.kind == "part":
                value = measured(cell, layout.measure, known[cell.spot.indicator_id])
                values.setdefault(cell.spot.indicator_id, []).extend([] if value is None else [Decimal(value)])
    return {one: _edges(own) for one, own in values.items() if own}


def _edges(values: Sequence[Decimal]) -> list[Decimal]:
    low, high = min(values), max(values)
    return [low + (high - low) * step / _STEPS for step in range(1, _STEPS)] if high > low else []
