"""Columns of dates, in the ways people and spreadsheets write them."""

from __future__ import annotations

from datetime import date

import polars as pl

from finance_monitor.intake.conversion import Cells, Context, Converted, Problem, unread
from finance_monitor.intake.numbers import half_width

FIRST = date(1900, 1, 1)
LAST = date(2100, 12, 31)
# Day 0 of a spreadsheet, one day early because it counts a 29 February 1900 that never was.
_SERIAL_ZERO = date(1899, 12, 30)
_CLOCK = r"[ T]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?$"


def to_date(cells: Cells, _: Context) -> Converted:
    """Read 2024-03-08, 2024/3/8, 2024.3.8, 2024年3月8日, 20240308 and day numbers; a time of day is left off."""
    values = _iso(cells.text)
    if unread(cells, values).any():
        values = _any_writing(half_width(cells.text))
    outside = ~values.is_between(FIRST, LAST).fill_null(value=True)
    read = pl.select(pl.when(~outside).then(values)).to_series()
    lost = unread(cells, values)
    # A month without its day is said as such: the remedy differs.
    month = cells.text.str.contains(r"^\d{4}[年\-/.]\d{1,2}月?$") & lost
    problems = (
        Problem("no_day", month),
        Problem("not_a_date", lost & ~month),
        Problem("date_far_off", outside, {"first": FIRST.year, "last": LAST.year}),
    )
    return Converted(read, problems)


def _iso(text: pl.Series) -> pl.Series:
    """Read the one writing that most files keep to; strict on digits, so that 24-3-8 is not the year 24."""
    frame = text.alias("t").to_frame()
    iso = pl.when(pl.col("t").str.contains(r"^\d{4}-\d{2}-\d{2}$")).then(pl.col("t"))
    return frame.select(iso.str.to_date("%Y-%m-%d", strict=False)).to_series()


def _any_writing(text: pl.Series) -> pl.Series:
    """Read every writing that is taken."""
    bare = text.str.replace(_CLOCK, "").str.replace_all(r"\s", "").str.strip_chars_start("'")
    bare = bare.str.replace_all(r"[年月/.]", "-").str.replace(r"[日号]$", "")
    frame = bare.alias("t").to_frame()
    cell = pl.col("t")
    dashed = pl.when(cell.str.contains(r"^\d{4}-\d{1,2}-\d{1,2}$")).then(cell).str.to_date("%Y-%m-%d", strict=False)
    packed = pl.when(cell.str.contains(r"^\d{8}$")).then(cell).str.to_date("%Y%m%d", strict=False)
    serial = pl.when(cell.str.contains(r"^[1-7]\d{4}$")).then(cell).str.to_integer(strict=False)
    counted = pl.lit(_SERIAL_ZERO) + pl.duration(days=serial)
    return frame.select(pl.coalesce(dashed, packed, counted).cast(pl.Date)).to_series()
