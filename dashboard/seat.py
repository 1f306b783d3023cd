"""Who looks at which release of which store: what every cache is keyed by."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

from finance_monitor.access import Viewer, parse_viewer, system_viewer
from finance_monitor.settings import DEFAULT_STORE
from finance_monitor.store.release_files import list_releases, read_release
from finance_monitor.store.store import Store, open_store
from finance_monitor.world import world

# ROLE@REGION; without it the person at the keyboard of the office computer.
VIEWER_VARIABLE = "FINANCE_MONITOR_VIEWER"


class Seat(NamedTuple):
    """Plain values only: folder of the store, number of the release, role and region of the viewer."""

    store: str
    release: int
    role: str
    region: str


def viewer_now() -> Viewer:
    """Return who is viewing; raise UsageError for a malformed variable."""
    asked = os.environ.get(VIEWER_VARIABLE, "")
    return parse_viewer(asked, world().regions) if asked else system_viewer(world().regions)


def store_now() -> Store:
    """Open the store; raise UserError where there is none."""
    return open_store(DEFAULT_STORE)


def newest_release(store: Store) -> int:
    """Return the number of the release readers see now; raise UserError where none is published."""
    return read_release(store).number


def has_release(store: Store, number: int) -> bool:
    """Say whether a release can still be read."""
    return any(release.number == number for release in list_releases(store))


def earlier_release(seat: Seat) -> int | None:
    """Return the number of the release before the one looked at, None where it is the first."""
    numbers = [release.number for release in list_releases(open_store(Path(seat.store)))]
    return max((number for number in numbers if number < seat.release), default=None)
