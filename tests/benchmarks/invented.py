"""Invented loans and households over all townships of the nation: seeded, skewed, with the ledgers' own columns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import polars as pl

from finance_monitor.intake.persons import INVENTED
from finance_monitor.ledgers.model import Ledger
from finance_monitor.ledgers.schema import table_schema
from finance_monitor.regions import Regions, level_rank

SEED = 20231120
DATA_DATE = date(2023, 11, 20)
FIRST_LOAN = date(2019, 1, 1)
BANKS = 2
_KINDS = {"relieved": 0.5, "unstable": 0.05, "marginal": 0.04, "sudden": 0.03, "ordinary": 0.38}
_LISTS_BEGAN = [date(2017, 1, 1), date(2020, 1, 1), date(2021, 1, 1)]
# Whole thousands of yuan: a file in 万元 keeps every fen.
_THOUSAND_YUAN = 100_000
_BORN_FROM, _BORN_DAYS = date(1950, 1, 1), 18_000
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)

Ints = np.ndarray[Any, np.dtype[np.int64]]


@dataclass(frozen=True)
class Made:
    """Typed frames as intake leaves them, and beside them what says which batch a row goes into."""

    loans: pl.DataFrame
    households: pl.DataFrame


def townships(regions: Regions) -> pl.DataFrame:
    """Return region_code, province and weight of every valid township: few take much, most take little."""
    rng = np.random.default_rng(SEED)
    frame = regions.frame().filter((pl.col("level") == "township") & pl.col("valid_to").is_null())
    above = regions.closure().filter(pl.col("ancestor_level") == level_rank("province"))
    frame = frame.join(above, left_on="code", right_on="descendant_code").sort("code")
    counties = frame.select(pl.col("parent_code").unique().sort())
    counties = counties.with_columns(county_weight=pl.Series(rng.lognormal(0, 1, counties.height)))
    frame = frame.join(counties, on="parent_code", maintain_order="left")
    own = pl.Series(rng.lognormal(0, 0.8, frame.height))
    return frame.select(region_code="code", province="ancestor_code", weight=pl.col("county_weight") * own)


def made(regions: Regions, ledgers: Mapping[str, Ledger], rows: int) -> Made:
    """Return `rows` loans and about half as many households; the same number gives the same rows."""
    rng = np.random.default_rng([SEED, rows])
    towns = townships(regions)
    chance = (towns["weight"] / towns["weight"].sum()).to_numpy()
    homes = rng.choice(towns.height, size=rows // 2, p=chance)
    strangers = rng.choice(towns.height, size=rows, p=chance)
    loans = _loans(rng, towns, homes, strangers)
    households = _households(rng, towns, homes)
    return Made(
        typed(loans, ledgers["loans"], ("province", "bank", "person")),
        typed(households, ledgers["households"], ("province",)),
    )


def typed(frame: pl.DataFrame, ledger: Ledger, beside: tuple[str, ...]) -> pl.DataFrame:
    """Put columns into the ledger's order and types after `source_row`; its header is line 1 of the file."""
    columns = [
        (pl.col(name) if name in frame.columns else pl.lit(None)).cast(kind).alias(name)
        for name, kind in table_schema(ledger).items()
    ]
    rows = pl.int_range(2, frame.height + 2, dtype=pl.Int64).alias("source_row")
    return frame.select(rows, *columns, *beside)


def id_numbers(persons: pl.Series) -> pl.Series:
    """Return an ID number of the invented region for every number of a person, its check character right."""
    born = pl.lit(_BORN_FROM) + pl.duration(days=pl.col("n") % _BORN_DAYS)
    order = (pl.col("n") // _BORN_DAYS + 1).cast(pl.String).str.zfill(3)
    frame = persons.alias("n").to_frame()
    frame = frame.select(t=pl.concat_str(pl.lit(INVENTED), born.dt.to_string("%Y%m%d"), order))
    digits = pl.col("t").str.to_integer()
    total = pl.sum_horizontal(digits // 10 ** (16 - place) % 10 * weight for place, weight in enumerate(_WEIGHTS))
    check = (total % 11).replace_strict(dict(enumerate("10X98765432")), return_dtype=pl.String)
    return frame.select(pl.concat_str("t", check)).to_series()


def _households(rng: np.random.Generator, towns: pl.DataFrame, homes: Ints) -> pl.DataFrame:
    """One row a household; one in twenty changes its kind after a year, so its first row ends where a second begins."""
    count = len(homes)
    frame = pl.DataFrame(
        {
            "household_no": _numbered("H", np.arange(count)),
            "kind": rng.choice(list(_KINDS), size=count, p=list(_KINDS.values())),
            "valid_from": _days(rng.choice([(day - FIRST_LOAN).days for day in _LISTS_BEGAN], size=count)),
            "valid_to": pl.Series([None] * count, dtype=pl.Date),
            "region_code": towns["region_code"].gather(homes),
            "province": towns["province"].gather(homes),
            "changes": rng.random(count) < 0.05,
        }
    )
    turn = pl.col("valid_from").dt.offset_by("1y")
    after = frame.filter("changes").with_columns(valid_from=turn, kind=pl.lit("ordinary"))
    before = frame.with_columns(valid_to=pl.when("changes").then(turn))
    return pl.concat([before, after])


def _loans(rng: np.random.Generator, towns: pl.DataFrame, homes: Ints, strangers: Ints) -> pl.DataFrame:
    """Some households borrow often, one loan in twenty is booked elsewhere, one in ten names no household."""
    count = len(strangers)
    household = (len(homes) * rng.random(count) ** 1.3).astype(np.int64)
    last = (DATA_DATE - FIRST_LOAN).days
    start = (last * rng.random(count) ** 0.7).astype(np.int64)
    end = start + rng.integers(30, 900, count)
    settled = (end <= last) & (rng.random(count) < 0.8)
    # Refinanced on the very day: the household keeps its open loan.
    again = np.flatnonzero(settled[:-1] & (rng.random(count - 1) < 0.1)) + 1
    household[again], start[again], settled[again] = household[again - 1], end[again - 1], False
    place = np.where(rng.random(count) < 0.95, homes[household], strangers)
    named = pl.Series(rng.random(count) < 0.9)
    frame = pl.DataFrame(
        {
            "loan_no": _numbered("JJ", np.arange(count)),
            "household_no": pl.select(pl.when(named).then(_numbered("H", household))).to_series(),
            "borrower_key": _numbered("", household, 32),
            "person": household,
            "region_code": towns["region_code"].gather(place),
            "province": towns["province"].gather(place),
            "bank": rng.integers(0, BANKS, count),
            "disbursed_on": _days(start),
            "settled_on": pl.select(pl.when(pl.Series(settled)).then(_days(end))).to_series(),
            "term_months": rng.choice([12, 24, 36], size=count),
        }
    )
    return _with_money(rng, frame)


def _with_money(rng: np.random.Generator, frame: pl.DataFrame) -> pl.DataFrame:
    count = frame.height
    thousands = rng.integers(2, 51, count)
    balance = np.where(frame["settled_on"].is_not_null(), 0, rng.integers(0, thousands + 1))
    overdue = pl.Series(np.where(rng.random(count) < 0.03, balance, 0) * _THOUSAND_YUAN)
    known = pl.Series(rng.random(count) < 0.8)
    return frame.with_columns(
        amount_fen=pl.Series(thousands * _THOUSAND_YUAN),
        balance_fen=pl.Series(balance * _THOUSAND_YUAN),
        overdue_fen=pl.select(pl.when(known).then(overdue)).to_series(),
        rate_pct=pl.Series(rng.choice(["3.65", "3.85", "4.35"], size=count)),
        due_on=pl.col("disbursed_on").dt.offset_by(pl.format("{}mo", "term_months")),
        lender=pl.format("L{}", "bank"),
        product=pl.Series(rng.choice(["P1", "P2", "P3", "P4"], size=count)),
    )


def _days(after_first: Ints) -> pl.Series:
    return pl.select(pl.lit(FIRST_LOAN) + pl.duration(days=pl.lit(pl.Series(after_first)))).to_series()


def _numbered(lead: str, numbers: Ints, digits: int = 9) -> pl.Series:
    return pl.select(pl.concat_str(pl.lit(lead), pl.Series(numbers).cast(pl.String).str.zfill(digits))).to_series()
