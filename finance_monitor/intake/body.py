"""The rows under a header: which are records, and which are blanks, examples, sums or signatures."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

import polars as pl

from finance_monitor.intake.conversion import Problem
from finance_monitor.intake.header import Header
from finance_monitor.intake.read import Grid
from finance_monitor.intake.words import words
from finance_monitor.ledgers.model import Ledger

# Labels of sums stand in the first columns, before or in the place of a running number.
_LABEL_COLUMNS = 3


@dataclass(frozen=True, slots=True)
class Body:
    """The records of a file: one text column for each column found, `source_row` as a spreadsheet counts.

    `numbers` are masks of number cells; `stray` says where cells stand outside the header; `totals` are the rows of
    sums in the same columns, `grand_totals` those among them that close the whole list.
    """

    rows: pl.DataFrame
    numbers: dict[str, pl.Series]
    stray: Problem
    totals: pl.DataFrame
    grand_totals: pl.DataFrame


def take_rows(grid: Grid, header: Header, ledger: Ledger) -> Body:
    """Part the rows under the header."""
    below = grid.cells.with_row_index("source_row", offset=1).slice(header.row + 1)
    below = below.with_columns(pl.col("source_row").cast(pl.Int64))
    places = header.places
    texts = [pl.col(place).alias(name) for name, place in places.items()]
    needed = [places[column.name] for column in ledger.columns if column.required and column.name in places]
    lacking = pl.any_horizontal(pl.col(place).is_null() for place in needed)
    labels = [pl.col(name) for name in below.columns[1 : 1 + _LABEL_COLUMNS]]
    marks = below.select(
        filled=pl.any_horizontal(pl.col(place).is_not_null() for place in places.values()),
        example=pl.any_horizontal(
            cell.str.to_lowercase().is_in(words("example")).fill_null(value=False) for cell in labels
        ),
        grand=_label(labels, lacking, lambda cell: cell.is_in(words("grand_total"))),
        part=_label(labels, lacking, lambda cell: cell.str.contains(_either("sum_endings") + "$")),
        signed=_label(labels, lacking, lambda cell: cell.str.contains("^" + _either("footers"))),
    )
    sums = marks["grand"] | marks["part"]
    records = marks["filled"] & ~marks["example"] & ~sums & ~marks["signed"]
    wanted = below.filter(records)
    return Body(
        rows=wanted.select("source_row", *texts),
        numbers={
            name: grid.numbers[place].slice(header.row + 1).filter(records)
            for name, place in places.items()
            if place in grid.numbers
        },
        stray=Problem("stray_cell", wanted.select(_strays(grid, header)).to_series()),
        totals=below.filter(sums).select("source_row", *texts),
        grand_totals=below.filter(marks["grand"]).select("source_row", *texts),
    )


def _label(labels: list[pl.Expr], lacking: pl.Expr, test: Callable[[pl.Expr], pl.Expr]) -> pl.Expr:
    """Test the label cells, in their plain spelling, of the rows that lack something required: no record is a sum."""
    cells = (pl.when(lacking).then(label) for label in labels)
    plain = (cell.str.replace_all(r"[\s*]", "").str.replace_all("：", ":").str.to_lowercase() for cell in cells)
    return pl.any_horizontal(test(cell).fill_null(value=False) for cell in plain)


def _either(name: str) -> str:
    """Return a pattern for any of the words of a list."""
    return "(?:" + "|".join(map(re.escape, sorted(words(name)))) + ")"


def _strays(grid: Grid, header: Header) -> pl.Expr:
    """Say where something stands in a column without a header."""
    named = grid.cells.row(header.row)
    nameless = [name for name, cell in zip(grid.cells.columns, named, strict=True) if cell is None]
    return pl.any_horizontal(pl.col(name).is_not_null() for name in nameless) if nameless else pl.lit(value=False)
