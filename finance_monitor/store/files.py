"""Files that are whole or not there: written aside, synced, renamed."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path


def step(name: str) -> None:
    """Mark a moment at which a crash must leave the store whole; the fault tests stop the program here."""


_syncing: ContextVar[bool] = ContextVar("syncing", default=True)


@contextmanager
def synced_in_the_end() -> Iterator[None]:
    """Write many files of a folder that nobody reads before it is whole: they are made to last once, at the end."""
    token = _syncing.set(False)
    try:
        yield
    finally:
        _syncing.reset(token)
    if hasattr(os, "sync"):
        os.sync()


def sync_folder(folder: Path) -> None:
    """Make a rename in `folder` last; Windows has no handle on a folder and does without."""
    if os.name == "nt" or not _syncing.get():
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_file(path: Path) -> None:
    """Make what was written to `path` last."""
    if not _syncing.get():
        return
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that a reader sees all of it or the one before."""
    aside = path.with_name(path.name + ".new")
    aside.write_bytes(content)
    sync_file(aside)
    step(f"written {path.name}")
    aside.replace(path)
    sync_folder(path.parent)


def write_secret(path: Path, content: bytes) -> None:
    """Write a file that only its owner may read, from its first byte on."""
    aside = path.with_name(path.name + ".new")
    with os.fdopen(os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(content)
    sync_file(aside)
    aside.replace(path)
    sync_folder(path.parent)


def write_json(path: Path, content: Mapping[str, object]) -> None:
    """Write a manifest whole, readable by a person."""
    write_whole(path, json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True, default=str).encode())


def make_folder(folder: Path, fill: Callable[[Path], None]) -> None:
    """Make a folder that is complete as soon as it can be seen: filled aside, synced, renamed."""
    aside = folder.with_name(f".{folder.name}.new")
    if aside.exists():
        shutil.rmtree(aside)  # left by a program that was stopped
    aside.mkdir(parents=True, mode=0o700)  # rows held back and persons are in it
    fill(aside)
    for path in aside.iterdir():
        sync_file(path)
    step(f"filled {folder.parent.name}")
    aside.replace(folder)
    step(f"renamed {folder.parent.name}")
    sync_folder(folder.parent)


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
