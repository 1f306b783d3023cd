"""Reading the demo store in tests."""

from __future__ import annotations

from finance_monitor.access import Viewer
from finance_monitor.indicators.readings import Readings
from finance_monitor.store.batches import list_batches
from finance_monitor.store.reader import reader_of
from finance_monitor.store.release_files import batches_of, read_release
from finance_monitor.world import world

NATION, HEILONGJIANG, DENGZHOU = "000000000000", "230000000000", "411381000000"
KAIZHOU, WULONG = "500154000000", "500156000000"


def readings_of(store):
    """Read the release of a store as the nation does."""
    release = read_release(store)
    batches = batches_of(release, list_batches(store))
    reader = reader_of(Viewer("official", NATION), release, batches, list(world().ledgers.values()))
    return Readings(release, reader, world().indicators)


def number(readings, indicator_id, code, on=None):
    """Return a numerator, None where nobody has reported."""
    found = readings.of(indicator_id, on or readings.release.data_date, [code])
    return found[code].numerator if code in found else None
