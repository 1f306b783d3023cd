"""Releases: immutable, numbered, published by renaming a folder and then a pointer."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from finance_monitor.errors import StoreError, UserError
from finance_monitor.store.batches import Batch
from finance_monitor.store.files import make_folder, step, write_json
from finance_monitor.store.store import Store


@dataclass(frozen=True, slots=True)
class Release:
    """What readers see. `content` is the hash of every table; `fingerprints` say what each indicator came from."""

    number: int
    data_date: date
    published_at: datetime
    is_demo: bool
    batches: tuple[str, ...]
    tables: Mapping[str, tuple[int, str]]
    fingerprints: Mapping[str, str]
    rollup_days: tuple[date, ...]
    folder: Path

    @property
    def file(self) -> Path:
        """Return the release's database file."""
        return self.folder / "release.duckdb"


def publish_release(store: Store, about: Mapping[str, Any], fill: Callable[[Path], Mapping[str, Any]]) -> Release:
    """Build a release aside, then show it: folder renamed first, pointer replaced last.

    `fill` writes the database file into the folder it is given and returns the rest of the manifest.
    """
    numbers = [int(folder.name) for folder in store.releases.glob("[0-9]*")]
    number = max(numbers, default=0) + 1
    folder = store.releases / f"{number:06d}"

    def fill_folder(aside: Path) -> None:
        built = fill(aside / "release.duckdb")
        step("release built")
        write_json(aside / "manifest.json", {"number": number, **about, **built})

    make_folder(folder, fill_folder)
    write_json(store.folder / "CURRENT.json", {"release": number})
    store.note("release published", release=number)
    return read_release(store, number)


def read_release(store: Store, number: int | None = None) -> Release:
    """Return a release, the current one by default; raise UserError where there is none."""
    if number is None:
        pointer = store.folder / "CURRENT.json"
        if not pointer.exists():
            raise UserError("store.no_release")
        number = int(json.loads(pointer.read_text(encoding="utf-8"))["release"])
    manifest = store.releases / f"{number:06d}" / "manifest.json"
    if not manifest.exists():
        raise UserError("store.no_such_release", release=number)
    said = json.loads(manifest.read_text(encoding="utf-8"))
    return Release(
        number=said["number"],
        data_date=date.fromisoformat(said["data_date"]),
        published_at=datetime.fromisoformat(said["published_at"]),
        is_demo=said["is_demo"],
        batches=tuple(said["batches"]),
        tables={name: (rows, content) for name, (rows, content) in said["tables"].items()},
        fingerprints=said["fingerprints"],
        rollup_days=tuple(date.fromisoformat(day) for day in said["rollup_days"]),
        folder=manifest.parent,
    )


def list_releases(store: Store) -> list[Release]:
    """Return every complete release, oldest first."""
    return [
        read_release(store, int(manifest.parent.name))
        for manifest in sorted(store.releases.glob("[0-9]*/manifest.json"))
    ]


def batches_of(release: Release, batches: list[Batch]) -> list[Batch]:
    """Return the batches a release was built from; raise StoreError where one is gone."""
    wanted = set(release.batches)
    found = [batch for batch in batches if batch.batch_id in wanted]
    if len(found) != len(wanted):
        raise StoreError("store.release_damaged", release=release.number)
    return found
