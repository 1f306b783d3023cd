"""Days and what lies some months after them, as a table: SQL of the portable subset adds no months to a date."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

import polars as pl

from finance_monitor.dates import months_after

# No ledger reaches further; a date outside has no row, so what is counted from it does not count.
_FIRST, _LAST = date(1990, 1, 1), date(2060, 12, 31)
MONTHS = (1, 3, 6, 12)


@cache
def calendar_frame() -> pl.DataFrame:
    """Return on_date, months (1, 3, 6 or 12), later_on (so many months later) and next_year_on (next 1 January)."""
    days = [_FIRST + timedelta(days=number) for number in range((_LAST - _FIRST).days + 1)]
    rows = [(day, months, months_after(day, months), date(day.year + 1, 1, 1)) for day in days for months in MONTHS]
    names = ("on_date", "months", "later_on", "next_year_on")
    return pl.DataFrame(rows, schema=dict(zip(names, (pl.Date, pl.Int32, pl.Date, pl.Date), strict=True)), orient="row")
