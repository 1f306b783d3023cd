"""Batches: what was brought in, immutable, each a folder of Parquet files with a manifest.

A batch replaces (ledger, reporting organisation, region, period): bank A never erases bank B.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path

import polars as pl

from finance_monitor.dates import now_in_shanghai
from finance_monitor.errors import UserError
from finance_monitor.ledgers.batch import BatchHeader, period_days
from finance_monitor.ledgers.model import Ledger
from finance_monitor.store.files import make_folder, sha256_of, step, write_json
from finance_monitor.store.store import Store


@dataclass(frozen=True, slots=True)
class Batch:
    """One batch as its manifest describes it; `stands_for_on` is the day its data stands for."""

    batch_id: str
    ledger_id: str
    reported_by: str
    region_code: str
    period: str
    first_on: date
    last_on: date
    stands_for_on: date
    recorded_at: datetime
    file_name: str
    sha256: str
    rows_in: int
    rows_taken: int
    rows_quarantined: int
    folder: Path
    withdrawn: bool = False

    @property
    def rows_file(self) -> Path:
        """Return the file of the rows taken."""
        return self.folder / "rows.parquet"


@dataclass(frozen=True, slots=True)
class Parts:
    """What intake hands over: rows taken, rows held back, persons named, faults found."""

    rows: pl.DataFrame
    quarantined: pl.DataFrame
    persons: pl.DataFrame
    faults: pl.DataFrame


def add_batch(store: Store, header: BatchHeader, parts: Parts, source: Path) -> Batch:
    """Keep a batch, all or nothing. The caller holds the loader's place (`store.loading`).

    The file itself is not kept, only its name and hash: names and ID numbers live in the persons file alone.
    """
    known = list_batches(store)
    sha256 = sha256_of(source)
    for batch in standing(known):
        if batch.sha256 == sha256 and partition(batch) == _partition_of(header):
            raise UserError("store.already_loaded", batch=batch.batch_id, on=batch.recorded_at.date())
    number = max((int(batch.batch_id[1:]) for batch in known), default=0) + 1
    first_on, last_on = period_days(header.period)
    recorded_at = now_in_shanghai()
    batch_id = f"B{number:06d}"
    batch = Batch(
        batch_id=batch_id,
        ledger_id=header.ledger_id,
        reported_by=header.reported_by,
        region_code=header.region_code,
        period=header.period,
        first_on=first_on,
        last_on=last_on,
        stands_for_on=min(last_on, store.today()),
        recorded_at=recorded_at,
        file_name=source.name,
        sha256=sha256,
        rows_in=parts.rows.height + parts.quarantined.height,
        rows_taken=parts.rows.height,
        rows_quarantined=parts.quarantined.height,
        folder=store.batches / batch_id,
    )
    make_folder(batch.folder, lambda aside: _fill(aside, batch, parts))
    store.note("batch added", batch=batch.batch_id, ledger=batch.ledger_id, rows=batch.rows_taken)
    return batch


def _fill(aside: Path, batch: Batch, parts: Parts) -> None:
    parts.rows.write_parquet(aside / "rows.parquet", compression="zstd")
    step("rows written")
    parts.quarantined.write_parquet(aside / "quarantined.parquet", compression="zstd")
    parts.persons.write_parquet(aside / "persons.parquet", compression="zstd")
    (aside / "persons.parquet").chmod(0o600)
    parts.faults.write_parquet(aside / "faults.parquet", compression="zstd")
    step("quarantine written")
    about = {name: getattr(batch, name) for name in batch.__slots__ if name not in ("folder", "withdrawn")}
    write_json(aside / "sums.json", {path.name: sha256_of(path) for path in sorted(aside.glob("*.parquet"))})
    write_json(aside / "manifest.json", about)


def list_batches(store: Store) -> list[Batch]:
    """Return every batch in the order of loading, withdrawn ones marked."""
    names = sorted(entry.name for entry in os.scandir(store.batches)) if store.batches.exists() else []
    withdrawn = {name.split(".")[0] for name in names if name.endswith(".withdrawn.json")}
    folders = [store.batches / name for name in names if name.startswith("B") and "." not in name]
    return [replace(_read_batch(folder), withdrawn=folder.name in withdrawn) for folder in folders]


def _read_batch(folder: Path) -> Batch:
    """Read a batch's manifest. A batch never changes; a folder made anew at the same place has another time."""
    manifest = folder / "manifest.json"
    return _read_manifest(manifest, manifest.stat().st_mtime_ns)


@lru_cache(maxsize=100_000)
def _read_manifest(manifest: Path, _written_at_ns: int) -> Batch:
    said = json.loads(manifest.read_text(encoding="utf-8"))
    days = {name: date.fromisoformat(said[name]) for name in ("first_on", "last_on", "stands_for_on")}
    recorded_at = datetime.fromisoformat(said["recorded_at"])
    return Batch(**{**said, **days, "recorded_at": recorded_at}, withdrawn=False, folder=manifest.parent)


def withdraw(store: Store, batch_id: str, by: str) -> Batch:
    """Take a batch back: it stays on disk, the one it had replaced stands again."""
    batch = next((batch for batch in list_batches(store) if batch.batch_id == batch_id), None)
    if batch is None or batch.withdrawn:
        raise UserError("store.no_such_batch", batch=batch_id)
    write_json(store.batches / f"{batch_id}.withdrawn.json", {"by": by, "at": now_in_shanghai().isoformat()})
    store.note("batch withdrawn", batch=batch_id, by=by)
    return batch


def partition(batch: Batch) -> tuple[str, str, str, str]:
    """Return what a batch replaces."""
    return (batch.ledger_id, batch.reported_by, batch.region_code, batch.period)


def _partition_of(header: BatchHeader) -> tuple[str, str, str, str]:
    return (header.ledger_id, header.reported_by, header.region_code, header.period)


def standing(batches: Iterable[Batch]) -> list[Batch]:
    """Return the batches that nothing has replaced or withdrawn, every period of them."""
    last: dict[tuple[str, str, str, str], Batch] = {}
    for batch in batches:
        if not batch.withdrawn:
            last[partition(batch)] = batch
    return sorted(last.values(), key=lambda batch: batch.batch_id)


def active(batches: Iterable[Batch], ledger: Ledger) -> list[Batch]:
    """Return the batches of one ledger that a release is built from.

    Of a register only the newest list of each organisation and region stands; snapshots and events keep every period.
    """
    own = [batch for batch in standing(batches) if batch.ledger_id == ledger.id]
    if ledger.mode != "register":
        return own
    newest: dict[tuple[str, str], Batch] = {}
    for batch in sorted(own, key=lambda batch: (batch.last_on, batch.batch_id)):
        newest[batch.reported_by, batch.region_code] = batch
    return sorted(newest.values(), key=lambda batch: batch.batch_id)
