"""Where the rows of a batch have faults: kind, place and number, never what stands in a cell."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import polars as pl

from finance_monitor.store.batches import Batch

# So many rows are named; the others are counted.
FIRST_ROWS = 5


class FaultKind(NamedTuple):
    """One kind of fault in one column of one file; `rows` are the first ones as a spreadsheet numbers them."""

    level: str
    rule: str
    key: str
    column: str | None
    places: int
    rows: tuple[int, ...]


def faults_in(batch: Batch) -> tuple[FaultKind, ...]:
    """Return the kinds of fault of a batch, the most frequent first; a batch never changes."""
    return _faults(batch.folder / "faults.parquet")


@lru_cache(maxsize=2_000)
def _faults(file: Path) -> tuple[FaultKind, ...]:
    by = ["level", "rule", "key", "column"]
    told = pl.read_parquet(file)
    if not told.width:  # records that came without a file have no faults
        return ()
    found = (
        told.group_by(by)
        .agg(places=pl.len(), rows=pl.col("row").drop_nulls().sort().head(FIRST_ROWS))
        .sort("places", *by, descending=[True, False, False, False, False])
    )
    return tuple(
        FaultKind(level, rule, key, column, places, tuple(rows))
        for level, rule, key, column, places, rows in found.select(*by, "places", "rows").iter_rows()
    )


@lru_cache(maxsize=2_000)
def figures_in(rows_file: Path) -> frozenset[tuple[str, str]]:
    """Return what a batch of filled-in figures speaks of: indicator and region."""
    found = pl.scan_parquet(rows_file).select("indicator", "region_code").unique().collect()
    return frozenset((row[0], row[1]) for row in found.iter_rows())
