"""The store: a folder of immutable batches and releases, one loader at a time."""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from filelock import FileLock, Timeout

from finance_monitor.dates import now_in_shanghai
from finance_monitor.errors import StoreError, UserError
from finance_monitor.store.files import write_json, write_secret

FORMAT = 1


@dataclass(frozen=True, slots=True)
class Store:
    """An open store. `is_demo`: holds invented data, said on every picture and export."""

    folder: Path
    is_demo: bool
    # A demo lives on a day of its own: what it reports never reaches past it, whenever it is made.
    business_day: date | None = None

    @property
    def batches(self) -> Path:
        """Where the batches are, one folder each."""
        return self.folder / "batches"

    @property
    def releases(self) -> Path:
        """Where the releases are, one folder each."""
        return self.folder / "releases"

    @property
    def shapes(self) -> Path:
        """Where the drawable shapes are; made anew whenever missing."""
        return self.folder / "shapes"

    def person_key(self, id_number: str) -> str:
        """Return the key under which a person is kept: HMAC-SHA256 of the ID number, first 32 hex digits."""
        return self.keying()(id_number)

    def keying(self) -> Callable[[str], str]:
        """Return `person_key` for many persons: the store's key is read once, and only when somebody is named."""
        secret = cache(self.secret)
        return lambda id_number: hmac.digest(secret(), id_number.encode(), hashlib.sha256).hex()[:32]

    @property
    def key_file(self) -> Path:
        """Where the key of persons is: beside the store, so that a copy of the store alone names nobody."""
        return self.folder.with_name(f"{self.folder.name}.key")

    def secret(self) -> bytes:
        """Return the key of this store; raise StoreError where it is gone."""
        try:
            return self.key_file.read_bytes()
        except FileNotFoundError as fault:
            raise StoreError("store.no_key", file=self.key_file.name) from fault

    def today(self) -> date:
        """Return the day nothing brought in can speak past: the demo's own, or today in Shanghai."""
        return self.business_day or now_in_shanghai().date()

    @contextmanager
    def loading(self, wait_seconds: float = 30) -> Iterator[None]:
        """Hold the one loader's place; raise StoreError where another keeps it longer than `wait_seconds`."""
        lock = FileLock(self.folder / "loader.lock")
        try:
            with lock.acquire(timeout=wait_seconds):
                yield
        except Timeout as fault:
            raise StoreError("store.busy", seconds=int(wait_seconds)) from fault

    def note(self, event: str, **what: object) -> None:
        """Add a line to the audit log: who did what; never a name or an ID number."""
        line = json.dumps({"at": now_in_shanghai().isoformat(timespec="seconds"), "event": event, **what}, default=str)
        with (self.folder / "audit.jsonl").open("a", encoding="utf-8") as log:
            log.write(line + "\n")


def create_store(folder: Path, *, is_demo: bool, business_day: date | None = None) -> Store:
    """Make an empty store; raise UserError where the folder already holds something.

    A key left by a store of that name is kept: without it nobody in that store's persons could be found again.
    """
    if folder.exists() and any(folder.iterdir()):
        raise UserError("store.not_empty", folder=folder.name)
    for name in ("batches", "releases", "shapes"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    store = Store(folder, is_demo, business_day)
    if not store.key_file.exists():
        write_secret(store.key_file, secrets.token_bytes(32))
    about = {"format": FORMAT, "demo": is_demo, "business_day": business_day, "created_at": now_in_shanghai()}
    write_json(folder / "store.json", about)
    return store


def open_store(folder: Path) -> Store:
    """Open a store; raise UserError where there is none, StoreError where it is of another format."""
    about = folder / "store.json"
    if not about.exists():
        raise UserError("store.missing", folder=folder.name)
    try:
        said = json.loads(about.read_text(encoding="utf-8"))
    except json.JSONDecodeError as fault:
        raise StoreError("store.damaged", file=about.name) from fault
    if said.get("format") != FORMAT:
        raise StoreError("store.other_format", found=said.get("format"), known=FORMAT)
    day = said.get("business_day")
    return Store(folder, bool(said["demo"]), date.fromisoformat(day) if day else None)
