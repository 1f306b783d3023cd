"""Random rows of any ledger, drawn from its definition; what breaks a check of the ledger is left out as at intake."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import polars as pl
import sqlglot
from sqlglot import exp

from finance_monitor.indicators.model import Indicator
from finance_monitor.ledgers.conditions import compile_condition
from finance_monitor.ledgers.model import Column, Ledger
from finance_monitor.ledgers.schema import PERSONAL, field_of, table_schema
from finance_monitor.regions import Regions
from finance_monitor.store.queries import Query
from tests.reference_answers import Row

FIRST_DAY, LAST_DAY = date(2021, 1, 1), date(2024, 3, 31)
# A handful of days, so that things happen on one day, on month ends and at the turn of a year.
FEW_DAYS = (
    *(date(2021, 1, 1), date(2022, 3, 31), date(2022, 4, 1), date(2022, 12, 31), date(2023, 1, 1)),
    *(date(2023, 1, 31), date(2023, 2, 28), date(2023, 11, 20), date(2023, 12, 31), date(2024, 1, 1)),
)
_ANCHORS = (date(2023, 5, 1), date(2023, 11, 20))
# One small set for all ledgers, so that loans, households and referrals find each other.
_CODES = ("a", "b", "c", "d", "e", "f")
_PERSONS = ("P1", "P2", "P3")
_WORDS = ("甲", "乙", "丙")
_LEFT_BLANK = 0.25
_IN_ORDER = 0.7


@dataclass(frozen=True)
class Hints:
    """What a statement speaks of: words, numbers and days at which its answer may turn; the kinds it counts."""

    words: tuple[str, ...]
    numbers: tuple[Decimal, ...]
    days: tuple[date, ...]
    kinds: tuple[str, ...]
    counted_from: date


def hints_of(pieces: Query, indicator: Indicator) -> Hints:
    """Read the constants of a statement and the values bound in it."""
    values = list(indicator.params.values())
    literals = list(sqlglot.parse_one(pieces.sql, dialect="duckdb").find_all(exp.Literal))
    numbers = {Decimal(str(one.this)) for one in literals if not one.is_string}
    numbers |= {Decimal(value) for value in values if isinstance(value, int)}
    bound = [value for value in values if isinstance(value, date)]
    apart = [int(number) for number in numbers if 1 < number <= 1000]
    days = {*FEW_DAYS, *bound, *(day - timedelta(days=1) for day in bound)}
    steps = {0, *apart, *(n + 1 for n in apart), *(n + m for n in apart for m in apart)}
    days |= {day + timedelta(days=sign * step) for day in _ANCHORS for step in steps for sign in (1, -1)}
    spoken = {str(one.this) for one in literals if one.is_string} | {v for v in values if isinstance(v, str)}
    words = {word for one in spoken for word in one.split("|") if word}
    return Hints(
        tuple(sorted(words)),
        tuple(sorted(numbers)),
        tuple(sorted(days)),
        indicator.kinds,
        min(bound, default=FIRST_DAY),
    )


def pool_of(ledger: Ledger, hints: Hints, regions: Regions, size: int) -> list[Row]:
    """Return so many random rows that pass the checks of the ledger; the same ones every time."""
    draw = random.Random(f"{ledger.id} {hints}")
    columns = [(name, column) for column in ledger.columns if (name := field_of(column)) is not None]
    makers = {name: (column, maker_of(column, ledger, hints, regions, draw)) for name, column in columns}
    schema, found = table_schema(ledger), list[Row]()
    for _ in range(10):
        made = pl.DataFrame([_row(makers, draw) for _ in range(size)], schema=schema, orient="row")
        for check in ledger.checks:
            if check.level == "validity":
                holds = pl.sql_expr(compile_condition(check.must_hold, schema))
                made = made.filter(holds.fill_null(value=True))
        found += made.to_dicts()
        if len(found) >= size:
            break
    return found[:size]


def _row(makers: Mapping[str, tuple[Column, Callable[[], Any]]], draw: random.Random) -> Row:
    """Return one row; most rows have their days in the order of the columns."""
    row = {name: make() for name, (_, make) in makers.items()}
    if draw.random() < _IN_ORDER:
        dated = [name for name, (column, _) in makers.items() if column.type == "date"]
        row.update(zip(dated, sorted(row[name] for name in dated), strict=True))
    for name, (column, _) in makers.items():
        if not column.required and draw.random() < _LEFT_BLANK:
            row[name] = None
    return row


def maker_of(column: Column, ledger: Ledger, hints: Hints, regions: Regions, draw: random.Random) -> Callable[[], Any]:
    """Return what draws a value of a column."""
    if column.type == "date":
        return _some_day(hints, draw)
    if column.type == "boolean":
        return lambda: draw.random() < 0.6
    return _one_of(_values(column, ledger, hints, regions), draw)


def _some_day(hints: Hints, draw: random.Random) -> Callable[[], date]:
    """Draw one of the few days, one that lies as far from them as the statement says, or any that counts."""
    late = [day for day in hints.days if day >= hints.counted_from]
    span = (LAST_DAY - hints.counted_from).days

    def some_day() -> date:
        turn = draw.random()
        if turn < 0.4:
            return draw.choice(late)
        return draw.choice(hints.days) if turn < 0.5 else hints.counted_from + timedelta(draw.randint(0, span))

    return some_day


def _one_of(values: Sequence[Any], draw: random.Random) -> Callable[[], Any]:
    return lambda: draw.choice(values)


def _values(column: Column, ledger: Ledger, hints: Hints, regions: Regions) -> Sequence[Any]:
    """Return the values a column may take, few of them."""
    if column.name == "kind" and ledger.kinds_apart:
        others = [code for code in column.choices.values() if code not in hints.kinds][:1] or ["别的事项"]
        return [*hints.kinds, *hints.kinds, *others]
    if column.choices:
        codes = list(column.choices.values())
        return [*codes, *(code for code in codes if code in hints.words for _ in range(len(codes) // 3 + 1))]
    if column.type == "region":
        return codes_of(regions, column.levels)
    if column.type in PERSONAL:
        return _PERSONS
    if column.type in ("integer", "decimal", "money", "quantity"):
        return _numbers(column, hints)
    # Codes are words of choices; nobody writes them as a text.
    return _CODES if column.type == "code" else [*_WORDS, *(word for word in hints.words if not word.isascii())]


def _numbers(column: Column, hints: Hints) -> Sequence[Any]:
    """Return small numbers and those at which the statement turns, within the bounds of the column."""
    low, high = column.between or (Decimal(0), Decimal(10**12))
    steps: Sequence[Decimal | int] = (0, 1, 2)
    if column.type != "integer":
        steps = (0, Decimal("0.5"), 1, Decimal("3.45")) if column.type == "decimal" else (0, 1, 2, 3, 7, 100)
    near = [number + step for number in hints.numbers for step in (-1, 0, 1)]
    fitting = sorted({number for number in (*(low + step for step in steps), *near) if low <= number <= high})
    return fitting if column.type == "decimal" else [int(number) for number in fitting if number == int(number)]


def codes_of(regions: Regions, levels: Sequence[str]) -> list[str]:
    """Return the codes a row may name; abolished ones too, as they stand in old files."""
    frame = regions.frame()
    return frame.filter(pl.col("level").is_in(list(levels)))["code"].to_list() if levels else frame["code"].to_list()
