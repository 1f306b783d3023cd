"""Look into batches and releases to see that they are what their manifests say."""

from __future__ import annotations

import json
from collections.abc import Collection
from functools import cache
from pathlib import Path

import polars as pl

from finance_monitor.errors import StoreError
from finance_monitor.ledgers.model import Ledger
from finance_monitor.store.batches import Batch
from finance_monitor.store.engine import connect, content_of
from finance_monitor.store.files import sha256_of
from finance_monitor.store.release_files import Release


def batch_is_whole(batch: Batch) -> bool:
    """Say whether every file of a batch is what was written; a count alone is answered without looking."""
    try:
        sums = json.loads((batch.folder / "sums.json").read_text(encoding="utf-8"))
        return all(sha256_of(batch.folder / name) == written for name, written in sums.items())
    except (OSError, json.JSONDecodeError) as fault:
        raise StoreError("store.damaged", file=batch.batch_id) from fault


def tables_of_release(release: Release) -> dict[str, tuple[int, str]]:
    """Count and hash every table of a release anew, as its manifest keeps them."""
    connection = connect(attached={"release": release.file})
    try:
        return {name: content_of(connection, f"release.{name}") for name in release.tables}
    finally:
        connection.close()


@cache
def indicators_in(rows_file: Path) -> frozenset[str]:
    """Return the indicators a batch of filled-in figures speaks of; a batch never changes, so it is asked once."""
    return frozenset(pl.scan_parquet(rows_file).select("indicator").unique().collect()["indicator"])


@cache
def kinds_in(rows_file: Path) -> frozenset[str]:
    """Return the kinds of entry a batch of a general ledger holds; asked once, as above."""
    return frozenset(pl.scan_parquet(rows_file).select("kind").unique().collect()["kind"])


def speaks_of(batch: Batch, ledger: Ledger, kinds: Collection[str]) -> bool:
    """Say whether a batch tells of kinds of entry: a file of a general ledger tells only of those it holds."""
    return not ledger.kinds_apart or not kinds or not kinds_in(batch.rows_file).isdisjoint(kinds)
