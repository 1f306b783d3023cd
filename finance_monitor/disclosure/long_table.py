"""A pivot as a long table: one figure a row, with everything that says what it is and where it comes from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from finance_monitor.disclosure.desk import batches_behind
from finance_monitor.disclosure.figure import State
from finance_monitor.disclosure.pivot import Cell, Pivot
from finance_monitor.disclosure.pivot_question import Head, HeadKind
from finance_monitor.disclosure.seat import Desk
from finance_monitor.disclosure.shown import Path
from finance_monitor.indicators.model import Indicator
from finance_monitor.policy.model import Said


@dataclass(frozen=True, slots=True)
class LongRow:
    """One figure. Numerator and denominator are as they are counted, money in fen; `since` is of a flow only.

    `part` says whether the row is a part, the rest of a whole that names no part, or a whole.
    """

    region_code: str
    region: str
    indicator: Indicator
    since: date | None
    on: date
    dimension: str | None
    value_code: str | None
    value_word: Said | None
    part: HeadKind
    numerator: int | None
    denominator: int | None
    value: Decimal | None
    state: State
    path: Path
    batches: tuple[str, ...]
    release: int


def long_rows(desk: Desk, table: Pivot) -> Iterator[LongRow]:
    """Yield the figures of a pivot, row by row as they stand on the screen."""
    known: dict[tuple[str, str, Path], tuple[str, ...]] = {}
    for row, line in zip(table.rows, table.cells, strict=True):
        for column, cell in zip(table.columns, line, strict=True):
            key = (cell.spot.indicator_id, cell.spot.region_code, cell.path)
            if key not in known:
                indicator = desk.world.indicators[cell.spot.indicator_id]
                known[key] = () if cell.path == "none" else batches_behind(desk, indicator, key[1], cell.path)
            yield _row(desk, table, (row, column), cell, known[key])


def _row(desk: Desk, table: Pivot, heads: tuple[Head, Head], cell: Cell, batches: tuple[str, ...]) -> LongRow:
    figure, spot = cell.figure, cell.spot
    indicator = desk.world.indicators[spot.indicator_id]
    value = next((head for head in heads if head.axis == "value" and head.kind == "part"), None)
    kinds = {head.kind for head in heads}
    return LongRow(
        region_code=spot.region_code,
        region=desk.regions.get(spot.region_code).name,
        indicator=indicator,
        since=spot.since if indicator.nature == "flow" else None,
        on=spot.on,
        dimension=table.question.dimension,
        value_code=value.key if value else None,
        value_word=value.name if value else None,
        part="rest" if "rest" in kinds else "total" if "total" in kinds else "part",
        numerator=figure.numerator,
        denominator=figure.denominator,
        value=figure.value,
        state=figure.state,
        path=cell.path,
        batches=batches,
        release=desk.release.number,
    )
