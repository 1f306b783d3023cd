"""A sheet as CSV for a spreadsheet: a mark of UTF-8, first what it is, then the table."""

from __future__ import annotations

import csv
from datetime import date
from decimal import Decimal
from io import StringIO

from finance_monitor.reports.cells import harmless
from finance_monitor.reports.sheet import Field, Sheet


def sheet_csv(sheet: Sheet) -> bytes:
    """Return the file; an empty line parts what it is from the table."""
    text = StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow([harmless(sheet.title)])
    writer.writerows([harmless(label), harmless(said)] for label, said in sheet.context)
    writer.writerow([])
    writer.writerow([harmless(field.label) for field in sheet.fields])
    for row in sheet.rows:
        writer.writerow([_cell(field, value) for field, value in zip(sheet.fields, row, strict=True)])
    return text.getvalue().encode("utf-8-sig")


def _cell(field: Field, value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()
    if field.kind == "number" and isinstance(value, Decimal | int | float):
        return plain_number(Decimal(str(value)), field.decimals)
    return harmless(str(value))


def plain_number(value: Decimal, decimals: int | None) -> str:
    """Write a number for a program: no thousands apart, with the decimals of its column."""
    if not value.is_finite():
        return ""
    return f"{value:f}" if decimals is None else f"{value:.{decimals}f}"
