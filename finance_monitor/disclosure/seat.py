"""A desk: one viewer before one release."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from finance_monitor.access import Viewer
from finance_monitor.errors import UserError
from finance_monitor.indicators.readings import Readings
from finance_monitor.policy.model import Policy, Target
from finance_monitor.progress.allotment import Allotment
from finance_monitor.regions import Regions
from finance_monitor.store.batches import Batch, list_batches
from finance_monitor.store.queries import query
from finance_monitor.store.reader import Reader, reader_of
from finance_monitor.store.release_files import Release, batches_of, read_release
from finance_monitor.store.store import Store
from finance_monitor.world import World


@dataclass(frozen=True, slots=True)
class Desk:
    """One viewer before one release."""

    world: World
    viewer: Viewer
    release: Release
    batches: tuple[Batch, ...]
    readings: Readings
    # target -> region -> the share of the target the region was given (任务分解)
    allotments: Mapping[str, Mapping[str, Allotment]]

    @property
    def regions(self) -> Regions:
        """Return the regions the figures are about."""
        return self.world.regions

    def day(self, as_of: date | None) -> date:
        """Return the day asked for, the data date by default; raise UserError for a later one."""
        if as_of is not None and as_of > self.release.data_date:
            raise UserError("store.after_data_date", as_of=as_of, data_date=self.release.data_date)
        return as_of or self.release.data_date


def open_desk(store: Store, world: World, viewer: Viewer, release_number: int | None = None) -> Desk:
    """Seat a viewer before a release, the current one by default."""
    release = read_release(store, release_number)
    batches = tuple(batches_of(release, list_batches(store)))
    reader = reader_of(viewer, release, batches, list(world.ledgers.values()))
    return Desk(world, viewer, release, batches, Readings(release, reader, world.indicators), _allotments(reader))


def _allotments(reader: Reader) -> dict[str, dict[str, Allotment]]:
    rows: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for row in reader.run(query("read/allotments"), {}):
        if row["value"] is not None:
            rows[row["target_id"], row["region_code"]].append(row)
    found: dict[str, dict[str, Allotment]] = defaultdict(dict)
    for (target_id, region), own in rows.items():
        nodes = {row["node_on"]: _plain(row["value"]) for row in own}
        batches = tuple(sorted({row["batch_id"] for row in own}))
        found[target_id][region] = Allotment(target_id, region, nodes, own[-1]["document_no"], batches)
    return found


def _plain(value: Decimal) -> Decimal:
    """Take off the places a number does not need: 360, not 360.000000 and not 3.6E+2."""
    return value.to_integral_value() if value == value.to_integral_value() else value.normalize()


def find_target(world: World, target_id: str) -> tuple[Policy, Target]:
    """Return a target with its policy; raise UserError for an unknown one."""
    try:
        return world.target(target_id)
    except KeyError as fault:
        raise UserError("desk.unknown_target", target=target_id) from fault
