"""Published reference rates by day: LPR and the benchmark lending rates before it."""

from __future__ import annotations

import csv
from bisect import bisect_right
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from pathlib import Path

from finance_monitor.dates import month_end
from finance_monitor.settings import DATA

# LPR is published on the 20th or the next working day: on the 19th the last one still holds for certain.
LPR_FILE = "lpr.csv"
LPR_DAY = 20
BENCHMARK_FILE = "benchmark_rates.csv"


@dataclass(frozen=True, slots=True)
class Publication:
    """One rate in percent a year, from its day of publication to the last day it is known to hold."""

    published_on: date
    known_up_to: date
    rate: Decimal


def day_before_next(published_on: date) -> date:
    """Return the last day before the next month's publication can come."""
    return (month_end(published_on) + timedelta(days=1)).replace(day=LPR_DAY) - timedelta(days=1)


def load_rates(folder: Path) -> dict[str, tuple[Publication, ...]]:
    """Read all series, oldest publication first: lpr_1y, lpr_5y, benchmark_1y, benchmark_5y, benchmark_over_5y."""
    return read_series(folder / LPR_FILE, monthly=True) | read_series(folder / BENCHMARK_FILE, monthly=False)


def read_series(path: Path, *, monthly: bool) -> dict[str, tuple[Publication, ...]]:
    """Read one file: published_on, one column a series, and known_up_to where rates are not monthly.

    A monthly rate holds until the next month's; a month that is missing leaves a gap in which nothing is known. Other
    rates hold until the next change, the last one until `known_up_to`.
    """
    with path.open(encoding="utf-8", newline="") as file:
        rows = sorted(csv.DictReader(file), key=lambda row: row["published_on"])
    series: dict[str, list[Publication]] = {
        name: [] for name in (rows[0] if rows else ()) if name not in ("published_on", "known_up_to")
    }
    days = [date.fromisoformat(row["published_on"]) for row in rows]
    for index, (day, row) in enumerate(zip(days, rows, strict=True)):
        following = days[index + 1] if index + 1 < len(days) else None
        last = last_day(day, following, row.get("known_up_to", ""), monthly=monthly)
        for name, publications in series.items():
            publications.append(Publication(day, last, Decimal(row[name])))
    return {name: tuple(publications) for name, publications in series.items()}


def last_day(day: date, following: date | None, stated: str, *, monthly: bool) -> date:
    """Return the last day on which a publication is known to be the one in force."""
    if monthly:
        next_month = month_end(day) + timedelta(days=1)
        if following is None or following > month_end(next_month):
            return day_before_next(day)
    if following is not None:
        return following - timedelta(days=1)
    return date.fromisoformat(stated) if stated else day


@cache
def rates() -> dict[str, tuple[Publication, ...]]:
    """Return the series of `data/reference`, read once a process."""
    return load_rates(DATA / "reference")


def rate_on(series: str, on: date) -> Decimal | None:
    """Return the rate in force on a day, in percent a year; None where it cannot be told. KeyError: no such series."""
    publications = rates()[series]
    index = bisect_right(publications, on, key=lambda publication: publication.published_on) - 1
    if index < 0 or on > publications[index].known_up_to:
        return None
    return publications[index].rate


def known_up_to(series: str) -> date:
    """Return the last day for which a series can be told. KeyError: no such series."""
    return rates()[series][-1].known_up_to
