"""Figures that units fill in themselves, and other short tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from finance_monitor.demo.delivery import Delivery, Desk, Row
from finance_monitor.demo.story_counts import TablePart, YearlyPart
from finance_monitor.ledgers.batch import BatchHeader


def table(part: TablePart, desk: Desk) -> Iterator[Delivery]:
    """Yield the one file of a table written out in the story."""
    header = BatchHeader(part.ledger, desk.office(part.office, part.region), part.region, part.period)
    yield Delivery(header, part.style, [dict(row) for row in part.rows])


def yearly(part: YearlyPart, desk: Desk) -> Iterator[Delivery]:
    """Yield one file of filled-in figures for each year."""
    years: dict[int, list[Row]] = defaultdict(list)
    for indicator, by_day in part.figures.items():
        for day, number in by_day.items():
            row: Row = {"indicator": indicator, "region_code": part.region, "as_of": day, "numerator": number}
            years[day.year].append({**row, "unit": part.unit})
    for year, rows in sorted(years.items()):
        header = BatchHeader("reported_figures", desk.office(part.office, part.region), part.region, str(year))
        yield Delivery(header, part.style, rows)
