"""A small world for tests: a few real regions, random records, brought in as batches without a workbook."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl

from finance_monitor.ledgers.batch import BatchHeader
from finance_monitor.ledgers.model import Ledger
from finance_monitor.ledgers.schema import table_schema
from finance_monitor.regions import Regions, regions
from finance_monitor.store.batches import Batch, Parts, active, add_batch, list_batches
from finance_monitor.store.store import Store
from finance_monitor.world import World, world
from tests.reference_answers import Row, Rows


@dataclass(frozen=True)
class Delivery:
    """One file somebody brings in."""

    header: BatchHeader
    rows: Sequence[Row]


def small_regions(*county_codes: str) -> Regions:
    """Return the nation cut down to some counties with all above and inside them, abolished codes included."""
    whole = regions()
    keep = {region.code for code in county_codes for region in whole.path(code)}
    keep |= {region.code for region in whole.abolished() if whole.heir(region) in county_codes}
    frame = whole.frame()
    inside = pl.any_horizontal(*[pl.col("code").str.starts_with(code[:6]) for code in county_codes])
    wanted = frame.filter(pl.col("code").is_in(list(keep)) | (inside & (pl.col("level") == "township")))
    return Regions(wanted)


def small_world(*county_codes: str) -> World:
    """Return the real policies, ledgers and indicators over few regions."""
    whole = world()
    return World(small_regions(*county_codes), {}, whole.policies, whole.ledgers, whole.indicators)


def frame_of(ledger: Ledger, rows: Sequence[Row]) -> pl.DataFrame:
    """Type rows as intake would."""
    types = {**table_schema(ledger), "source_row": pl.Int64()}
    full = [{**dict.fromkeys(types), **row, "source_row": number} for number, row in enumerate(rows, start=2)]
    return pl.DataFrame(full, schema=types, orient="row")


def deliver(store: Store, ledgers: Mapping[str, Ledger], delivery: Delivery, folder: Path) -> Batch:
    """Keep one delivery as a batch; its source is a file that names it."""
    source = folder / "delivery.csv"
    source.write_text(f"{delivery.header}{delivery.rows}", encoding="utf-8")
    empty = pl.DataFrame()
    parts = Parts(frame_of(ledgers[delivery.header.ledger_id], delivery.rows), empty, empty, empty)
    return add_batch(store, delivery.header, parts, source)


def standing_rows(store: Store, ledgers: Mapping[str, Ledger]) -> Rows:
    """Return the rows that count, chosen in plain Python: of one key that of the later period stands."""
    known = list_batches(store)
    found: Rows = {}
    for ledger in ledgers.values():
        chosen: dict[tuple[Any, ...], Row] = {}
        for batch in sorted(active(known, ledger), key=lambda batch: (batch.last_on, batch.batch_id)):
            for row in pl.read_parquet(batch.rows_file).to_dicts():
                told = {
                    **row,
                    "batch_id": batch.batch_id,
                    "reported_by": batch.reported_by,
                    "stands_for_on": batch.stands_for_on,
                    "last_on": batch.last_on,
                }
                chosen[tuple(told[name] for name in ledger.key)] = told
        found[ledger.id] = list(chosen.values())
    return found


def day(text: str) -> date:
    """Return a date."""
    return date.fromisoformat(text)
