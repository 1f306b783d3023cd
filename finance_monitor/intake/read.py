"""Read a spreadsheet or a delimited text as a grid of texts; nothing is guessed or converted here."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from itertools import islice
from pathlib import Path

import polars as pl
from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetMetadata,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from finance_monitor.errors import UserError, in_file
from finance_monitor.intake.files import decoded, refuse_hostile_workbook, refuse_unreadable

HEADER_ROWS = 10
# Excel keeps 15 digits of a number; the rest of a binary fraction is noise.
_KEPT_DIGITS = 15
_DELIMITERS = (",", ";", "\t")
# Characters among which the first rows of a text surely are.
_SAMPLE = 2**16
Cell = int | float | str | bool | time | date | datetime | timedelta
# Rates rows as headers: the more columns of the ledger, the higher.
Rate = Callable[[Sequence[Sequence[str]]], int]


@dataclass(frozen=True, slots=True)
class Grid:
    """A sheet as texts: columns "0", "1", … with nulls for blank cells; row 1 of the sheet is row 0 here.

    `numbers` says, for the columns that have any, which cells held a number and not a text.
    """

    file: str
    sheet: str | None
    cells: pl.DataFrame
    numbers: dict[str, pl.Series] = field(default_factory=dict)
    other_sheets: tuple[str, ...] = ()

    def head(self) -> list[list[str]]:
        """Return the rows among which the header is looked for."""
        return [[cell or "" for cell in row] for row in self.cells.head(HEADER_ROWS).iter_rows()]


def read_grid(path: Path, rate: Rate) -> Grid:
    """Read .xlsx or .csv; of several sheets or delimiters the one whose head rates highest.

    Raises:
        UserError: missing, empty, damaged, of an unknown ending or encoding, or hostile.
    """
    ending = path.suffix.lower()
    if ending not in (".xlsx", ".csv"):
        raise UserError("intake.ending", in_file(path), ending=ending or path.name)
    refuse_unreadable(path)
    return _read_workbook(path, rate) if ending == ".xlsx" else _read_text(path, rate)


def _read_text(path: Path, rate: Rate) -> Grid:
    """Read a delimited text; ragged rows are filled up, what goes beyond the widest head row stays in one more."""
    text = decoded(path)
    if text.count('"') % 2:
        raise UserError("intake.quotes", in_file(path))
    sample = io.StringIO(text[:_SAMPLE]).readlines()
    heads = {mark: list(islice(csv.reader(sample, delimiter=mark), HEADER_ROWS)) for mark in _DELIMITERS}
    mark = max(_DELIMITERS, key=lambda each: rate(heads[each]))
    width = max(map(len, heads[mark]), default=0) + 1
    cells = pl.read_csv(
        io.BytesIO(text.encode()),
        has_header=False,
        separator=mark,
        schema={str(place): pl.String for place in range(width)},
        truncate_ragged_lines=True,
        missing_columns="insert",
    )
    return Grid(path.name, None, _trimmed(cells))


def _read_workbook(path: Path, rate: Rate) -> Grid:
    """Read the visible sheet whose head rates highest."""
    refuse_hostile_workbook(path)
    try:
        with CalamineWorkbook.from_path(path) as book:
            names = [meta.name for meta in book.sheets_metadata if _is_readable(meta)]
            sheets = {name: book.get_sheet_by_name(name) for name in names}
            rated = {name: rate(_head_of(sheet)) for name, sheet in sheets.items()}
            best = max(names, key=lambda name: rated[name])
            rows = sheets[best].to_python(skip_empty_area=False)
            _fill_merged(rows, sheets[best])
    except PasswordError as fault:
        raise UserError("intake.password", in_file(path)) from fault
    except (CalamineError, OSError, ValueError) as fault:
        raise UserError("intake.damaged_workbook", in_file(path)) from fault
    other = tuple(name for name in names if name != best and rated[name] > 1)
    cells, numbers = _columns(rows)
    return Grid(path.name, best, cells, numbers, other)


def _is_readable(meta: SheetMetadata) -> bool:
    """Say whether a sheet is shown and holds cells: charts do not."""
    return meta.visible == SheetVisibleEnum.Visible and meta.typ == SheetTypeEnum.WorkSheet


def _head_of(sheet: CalamineSheet) -> list[list[str]]:
    """Return the head of a sheet as texts, merged header cells filled."""
    rows = sheet.to_python(skip_empty_area=False, nrows=HEADER_ROWS)
    _fill_merged(rows, sheet)
    return [[as_text(cell) for cell in row] for row in rows]


def _fill_merged(rows: list[list[Cell]], sheet: CalamineSheet) -> None:
    """Repeat a header that is merged downwards in the last row of its range, where the other headers stand."""
    for (top, left), (bottom, _) in sheet.merged_cell_ranges or []:
        if top < bottom < min(HEADER_ROWS, len(rows)) and left < len(rows[bottom]):
            rows[bottom][left] = rows[top][left]


def _columns(rows: list[list[Cell]]) -> tuple[pl.DataFrame, dict[str, pl.Series]]:
    """Turn rows of cells into columns of texts, and note where numbers stood."""
    texts: dict[str, pl.Series] = {}
    numbers: dict[str, pl.Series] = {}
    for place, column in enumerate(zip(*rows, strict=True)):
        name, kinds = str(place), set(map(type, column))
        texts[name] = _texts(column, kinds).alias(name)
        if kinds & {int, float}:
            numbers[name] = pl.Series([type(cell) in (int, float) for cell in column], dtype=pl.Boolean)
    return _trimmed(pl.DataFrame(texts)), numbers


def _texts(column: Sequence[Cell], kinds: set[type]) -> pl.Series:
    """Turn one column into texts; the kinds of which sheets are full are turned as a whole."""
    if kinds <= {str}:
        return pl.Series(column, dtype=pl.String)
    if not kinds <= {str, float, date}:
        return pl.Series([cell if type(cell) is str else as_text(cell) for cell in column], dtype=pl.String)
    types = {str: pl.String(), float: pl.Float64(), date: pl.Date()}
    parts = pl.DataFrame({kind.__name__: _of_kind(column, kind, kinds, dtype) for kind, dtype in types.items()})
    number = pl.col("float")
    plain = number.abs().is_between(1e-4, 1e15) | (number == 0)
    whole = number.round_sig_figs(_KEPT_DIGITS).cast(pl.String).str.strip_suffix(".0")
    odd = number.map_elements(as_text, return_dtype=pl.String)
    if parts.select((~plain).any()).item():
        whole = pl.when(plain).then(whole).otherwise(odd)
    return parts.select(pl.coalesce(whole, pl.col("date").cast(pl.String), "str")).to_series()


def _of_kind(column: Sequence[Cell], kind: type, kinds: set[type], dtype: pl.DataType) -> pl.Series:
    """Keep the cells of one kind, null elsewhere."""
    if kind not in kinds:
        return pl.repeat(None, len(column), dtype=dtype, eager=True)
    kept = column if len(kinds) == 1 else [cell if type(cell) is kind else None for cell in column]
    return pl.Series(kept, dtype=dtype)


def as_text(cell: Cell) -> str:
    """Write a cell as text: whole numbers without a point, others in the 15 digits Excel keeps, dates as ISO dates."""
    if isinstance(cell, bool):
        return str(cell).upper()
    if isinstance(cell, float):
        text = f"{cell:.{_KEPT_DIGITS}g}"
        return format(Decimal(text), "f") if "e" in text else text
    return cell.date().isoformat() if isinstance(cell, datetime) else str(cell)


def _trimmed(cells: pl.DataFrame) -> pl.DataFrame:
    """Take blanks off both ends of every cell; a blank cell is null."""
    cell = pl.all()
    return cells.with_columns(cell.str.strip_chars()).with_columns(pl.when(cell != "").then(cell))
