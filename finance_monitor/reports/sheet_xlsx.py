"""A sheet as a workbook: a cover that says what it is, and the table with real numbers and dates."""

from __future__ import annotations

import unicodedata
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

import xlsxwriter

from finance_monitor.reports.sheet import Field, Sheet
from finance_monitor.texts import Lang, say

# No text becomes a formula, a link or a number by itself.
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "default_format_properties": {"font_name": "Microsoft YaHei", "font_size": 10, "valign": "vcenter"},
}
# Two files of the same figures are the same file, so no time of making is in it.
_NO_TIME = datetime(2000, 1, 1)  # noqa: DTZ001  # a file's own times have no zone
_DATE = "yyyy-mm-dd"
_NARROWEST, _WIDEST, _COVER = 9, 44, (16, 92)
_HEAD = {"bold": True, "text_wrap": True, "bottom": 1, "bg_color": "#DCE6F1", "align": "center"}


def sheet_xlsx(sheet: Sheet, lang: Lang) -> bytes:
    """Return the file."""
    content = BytesIO()
    with xlsxwriter.Workbook(content, _OPTIONS) as book:
        book.set_properties({"title": sheet.title, "created": _NO_TIME})
        _write_cover(book, sheet, say("kit.sheet.cover", lang))
        _write_rows(book, sheet, say("kit.sheet.data", lang))
    return content.getvalue()


def _write_cover(book: Any, sheet: Sheet, name: str) -> None:
    cover = book.add_worksheet(name)
    cover.hide_gridlines(2)
    for column, width in enumerate(_COVER):
        cover.set_column(column, column, width)
    cover.write_string(0, 0, sheet.title, book.add_format({"bold": True, "font_size": 14}))
    label, said = book.add_format({"bold": True, "valign": "top"}), book.add_format({"text_wrap": True})
    for row, (what, text) in enumerate(sheet.context, start=2):
        cover.write_string(row, 0, what, label)
        cover.write_string(row, 1, text, said)


def _write_rows(book: Any, sheet: Sheet, name: str) -> None:
    table, head = book.add_worksheet(name), book.add_format(_HEAD)
    formats = [book.add_format(_format(field)) for field in sheet.fields]
    for column, field in enumerate(sheet.fields):
        table.set_column(column, column, _width(field, column, sheet))
        table.write_string(0, column, field.label, head)
    for at, row in enumerate(sheet.rows, start=1):
        for column, (field, value) in enumerate(zip(sheet.fields, row, strict=True)):
            _write(table, (at, column), value, field, formats[column])
    table.freeze_panes(1, 0)
    if sheet.rows:
        table.autofilter(0, 0, len(sheet.rows), len(sheet.fields) - 1)
    table.repeat_rows(0)


def _write(table: Any, place: tuple[int, int], value: object, field: Field, look: Any) -> None:
    if value is None:
        return
    if isinstance(value, date):
        table.write_datetime(*place, value, look)
    elif field.kind == "number" and isinstance(value, Decimal | int | float):
        if Decimal(value).is_finite():
            table.write_number(*place, float(value), look)
    else:
        table.write_string(*place, str(value), look)


def _format(field: Field) -> dict[str, object]:
    if field.kind == "date":
        return {"num_format": _DATE, "align": "center"}
    if field.kind != "number":
        return {"num_format": "@"}
    if field.decimals is None:
        return {"num_format": "#,##0.######"}
    return {"num_format": "#,##0" + ("." + "0" * field.decimals if field.decimals else "")}


def _width(field: Field, column: int, sheet: Sheet) -> int:
    longest = max((_letters(_said(row[column])) for row in sheet.rows), default=0)
    return min(max(_NARROWEST, _letters(field.label) + 4, longest + 2), _WIDEST)


def _said(value: object) -> str:
    return f"{value:,}" if isinstance(value, Decimal | int) else "" if value is None else str(value)


def _letters(text: str) -> int:
    """Count a Chinese letter as two."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)
