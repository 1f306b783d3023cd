"""Invented loans and households over all townships of the nation: seeded, skewed, with the ledgers' own columns."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np
import polars as pl

from finance_monitor.intake.persons import INVENTED
from finance_monitor.ledgers.model import Ledger
from finance_monitor.ledgers.schema import table_schema
from finance_monitor.regions import Regions, level_rank

DATA_DATE = date(2023, 11, 20)
FIRST_LOAN = date(2019, 1, 1)
SEED = 20231120
BANKS = 2
KINDS = ["relieved", "unstable", "marginal", "sudden", "ordinary"]
KIND_SHARES = [0.5, 0.05, 0.04, 0.03, 0.38]
# One loan in ten thousand yuan and its like: whole thousands, so that a file in 万元 keeps every fen.
THOUSAND_YUAN = 100_000
# Registers began in these years; a list that began is where most households come from.
_LISTS_BEGAN = [date(2017, 1, 1), date(2020, 1, 1), date(2021, 1, 1)]
_BORN_FROM, _BORN_DAYS, _PER_DAY = date(1950, 1, 1), 18_000, 900


@dataclass(frozen=True)
class Made:
    """Typed frames as intake would leave them; `bank` and `province` say which batch a row goes into."""

    loans: pl.DataFrame
    households: pl.DataFrame


def townships(regions: Regions) -> pl.DataFrame:
    """Return every valid township with its province and its weight: a few take much, most take little."""
    rng = np.random.default_rng(SEED)
    frame = regions.frame().filter((pl.col("level") == "township") & pl.col("valid_to").is_null())
    provinces = regions.closure().filter(pl.col("ancestor_level") == level_rank("province"))
    frame = frame.select(region_code="code", parent="parent_code").join(
        provinces.select(province="ancestor_code", region_code="descendant_code"), on="region_code"
    )
    parents = frame.select(pl.col("parent").unique().sort())
    parents = parents.with_columns(weight=pl.Series(rng.lognormal(0, 1, parents.height)))
    own = pl.Series(rng.lognormal(0, 0.8, frame.height))
    frame = frame.sort("region_code").join(parents, on="parent", maintain_order="left")
    return frame.with_columns(weight=pl.col("weight") * own).select("region_code", "province", "weight")


def made(regions: Regions, ledgers: dict[str, Ledger], rows: int) -> Made:
    """Return `rows` loans and about half as many households."""
    rng = np.random.default_rng([SEED, rows])
    towns = townships(regions)
    chance = (towns["weight"] / towns["weight"].sum()).to_numpy()
    homes = rng.choice(towns.height, size=max(rows // 2, 1), p=chance)
    loans = _loans(rng, towns, chance, homes, rows)
    households = _households(rng, towns, homes)
    return Made(_typed(loans, ledgers["loans"], "province", "bank"), _typed(households, ledgers["households"], "province"))


def _typed(frame: pl.DataFrame, ledger: Ledger, *beside: str) -> pl.DataFrame:
    """Put the columns into the ledger's order and types, beside `source_row`; header is line 1."""
    schema = table_schema(ledger)
    columns = [
        (pl.col(name) if name in frame.columns else pl.lit(None)).cast(kind).alias(name) for name, kind in schema.items()
    ]
    return frame.with_row_index("source_row", offset=2).select(
        pl.col("source_row").cast(pl.Int64), *columns, *beside, *(["id_number"] if "id_number" in frame.columns else [])
    )


def _households(rng: np.random.Generator, towns: pl.DataFrame, homes: np.ndarray) -> pl.DataFrame:
    """One row a household; one in twenty changes its kind, so its first row ends and a second begins."""
    count = len(homes)
    began = rng.choice([(day - FIRST_LOAN).days for day in _LISTS_BEGAN], size=count, p=[0.3, 0.3, 0.4])
    frame = pl.DataFrame(
        {
            "household_no": [f"H{number:08d}" for number in range(count)],
            "kind": rng.choice(KINDS, size=count, p=KIND_SHARES),
            "valid_from": _days(began),
            "valid_to": pl.repeat(None, count, dtype=pl.Date, eager=True),
            "region_code": towns["region_code"].gather(homes),
            "province": towns["province"].gather(homes),
        }
    )
    changed = frame.filter(pl.Series(rng.random(count) < 0.05))
    ends = changed["valid_from"].dt.offset_by("1y") + pl.duration(days=0)
    changed = changed.with_columns(ends=pl.Series(ends) if isinstance(ends, pl.Series) else pl.col("valid_from"))
    after = changed.with_columns(valid_from=pl.col("valid_from").dt.offset_by("1y"), kind=pl.lit("ordinary"))
    before = changed.with_columns(valid_to=pl.col("valid_from").dt.offset_by("1y"))
    same = frame.join(changed, on="household_no", how="anti", maintain_order="left")
    return pl.concat([same, before.select(frame.columns), after.select(frame.columns)])
