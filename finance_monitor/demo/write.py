"""Write a delivery as an office would: its own headers, units, dates and encoding."""

from __future__ import annotations

import csv
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

import xlsxwriter

from finance_monitor.demo.delivery import AsWritten, Delivery, Value
from finance_monitor.demo.story import Frame, Style
from finance_monitor.ledgers.headers import header_of
from finance_monitor.ledgers.model import Column, Ledger
from finance_monitor.money import amount_in
from finance_monitor.world import World

Cell = str | float | date | None
_TEXT_STYLE_DATES = "%Y-%m-%d"


def write_delivery(delivery: Delivery, frame: Frame, world: World, folder: Path) -> Path:
    """Write the file into `folder` and return its path. The same delivery gives the same bytes."""
    ledger, style = world.ledgers[delivery.header.ledger_id], frame.styles[delivery.style]
    if len(delivery.rows) > frame.longest_workbook:
        style = style.model_copy(update={"ending": "csv"})
    told = {
        "place": world.regions.get(delivery.header.region_code).name,
        "ledger": ledger.title.zh,
        "office": delivery.header.reported_by,
        "period": delivery.header.period,
    }
    writer = _Writer(ledger, style, frame, world)
    path = folder / f"{frame.file_name.format(**told)}.{style.ending}"
    path.parent.mkdir(parents=True, exist_ok=True)
    rows = [writer.cells(row) for row in delivery.rows]
    if style.ending == "csv":
        _write_text(path, style, [writer.headers, *rows])
        return path
    head: list[list[Cell]] = []
    if style.title:
        head = [[frame.title.format(**told)], [frame.subtitle.format(**told)]]
    foot = [writer.totals(rows)] if style.title and writer.money else []
    _write_workbook(path, frame, [*head, writer.headers, *rows, *foot])
    return path


class _Writer:
    """Turns values into cells."""

    def __init__(self, ledger: Ledger, style: Style, frame: Frame, world: World) -> None:
        self._style = style
        self._frame = frame
        self._world = world
        self._columns = ledger.columns
        self._choices = {
            # Of several words for one code an office writes the first.
            column.name: {code: word for word, code in reversed(column.choices.items())}
            for column in ledger.columns
        }
        self.money = [place for place, column in enumerate(ledger.columns) if column.type == "money"]
        self.headers: list[Cell] = [self._header(column) for column in ledger.columns]

    def cells(self, row: dict[str, Value]) -> list[Cell]:
        """Return the cells of a row in the order of the columns."""
        return [self._cell(column, row.get(column.name)) for column in self._columns]

    def totals(self, rows: list[list[Cell]]) -> list[Cell]:
        """Return the row of sums of money."""
        sums: list[Cell] = [None] * len(self._columns)
        sums[0] = self._frame.total
        for place in self.money:
            numbers = [Decimal(str(row[place])) for row in rows if isinstance(row[place], float)]
            sums[place] = float(sum(numbers, Decimal(0)))
        return sums

    def _header(self, column: Column) -> str:
        unit = self._style.money_unit if column.type == "money" and self._style.money_unit else column.unit
        other = self._style.headers == "other" and column.synonyms
        return header_of(column.model_copy(update={"unit": unit, "zh": column.synonyms[0] if other else column.zh}))

    def _cell(self, column: Column, value: Value) -> Cell:
        if value is None:
            return None
        if isinstance(value, AsWritten):
            return value.cell
        if isinstance(value, bool):
            return self._frame.words["yes" if value else "no"]
        if isinstance(value, date):
            return self._date(value)
        if isinstance(value, str):
            return self._text(column, value)
        if column.type == "money":
            return float(amount_in(int(value), self._style.money_unit or str(column.unit)))
        return float(value)

    def _date(self, value: date) -> Cell:
        dates = self._style.dates
        if dates is None and self._style.ending == "xlsx":
            return value
        return value.strftime(dates or _TEXT_STYLE_DATES)

    def _text(self, column: Column, value: str) -> str:
        if column.indicator:
            return self._world.indicators[value].name.zh
        if column.type == "region" and self._style.regions == "name":
            return self._world.regions.get(value).name
        return self._choices[column.name].get(value, value)


def _write_text(path: Path, style: Style, rows: list[list[Cell]]) -> None:
    with path.open("w", encoding=style.encoding, newline="") as file:
        csv.writer(file).writerows([[_as_text(cell) for cell in row] for row in rows])


def _as_text(cell: Cell) -> str:
    """Write 5.0 as 5: nobody types the point."""
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else str(cell)
    return "" if cell is None else str(cell)


def _write_workbook(path: Path, frame: Frame, rows: list[list[Cell]]) -> None:
    book = xlsxwriter.Workbook(path, {"constant_memory": True})
    # The day of making would make every file different.
    book.set_properties({"created": datetime.combine(frame.data_date, time())})
    sheet = book.add_worksheet(frame.sheet)
    dated = book.add_format({"num_format": "yyyy-mm-dd"})
    for number, row in enumerate(rows):
        for place, cell in enumerate(row):
            _write_cell(sheet, number, place, cell, dated)
    book.close()


def _write_cell(sheet: Any, row: int, place: int, cell: Cell, dated: object) -> None:
    if isinstance(cell, str):
        sheet.write_string(row, place, cell)
    elif isinstance(cell, date):
        sheet.write_datetime(row, place, cell, dated)
    elif cell is not None:
        sheet.write_number(row, place, cell)
