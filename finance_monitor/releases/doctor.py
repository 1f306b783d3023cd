"""Examine what the figures rest on: data files, queries, batches, the current release."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from finance_monitor.errors import MonitorError
from finance_monitor.policy.loader import check_files
from finance_monitor.store.batches import list_batches
from finance_monitor.store.inspect import batch_is_whole, tables_of_release
from finance_monitor.store.queries import all_queries
from finance_monitor.store.release_files import read_release
from finance_monitor.store.store import Store, open_store
from finance_monitor.texts import Lang, say, tell
from finance_monitor.world import world


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing examined."""

    is_good: bool
    text: str


def examine(folder: Path, lang: Lang) -> list[Finding]:
    """Return what was found, one line each; a part that cannot be examined is a finding, not an end."""
    findings = [
        _try("policies", lang, lambda: len(check_files([])) == 0),
        _try("queries", lang, lambda: len(all_queries()) > 0),
        _try("world", lang, lambda: len(world().indicators) > 0),
    ]
    try:
        store = open_store(folder)
    except MonitorError as fault:
        return [*findings, Finding(is_good=False, text=tell(fault, lang))]
    return [*findings, *_of_store(store, lang)]


def _try(name: str, lang: Lang, holds: Callable[[], bool]) -> Finding:
    try:
        good = holds()
    except (MonitorError, json.JSONDecodeError, OSError) as fault:
        said = tell(fault, lang) if isinstance(fault, MonitorError) else str(fault)
        return Finding(is_good=False, text=say("doctor.broken", lang, what=say(f"doctor.{name}", lang), said=said))
    return Finding(is_good=good, text=say(f"doctor.{name}", lang))


def _of_store(store: Store, lang: Lang) -> Iterator[Finding]:
    yield _try("batches", lang, lambda: all(batch_is_whole(batch) for batch in list_batches(store)))
    yield _try("release", lang, lambda: _release_is_whole(store))
    yield _try("key", lang, lambda: len(store.secret()) == 32)


def _release_is_whole(store: Store) -> bool:
    release = read_release(store)
    return tables_of_release(release) == dict(release.tables)
