"""A desk: one viewer before one release. Whatever a page, a command or a picture shows is asked here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from finance_monitor.access import Viewer
from finance_monitor.disclosure.shown import Path, Shown
from finance_monitor.disclosure.small_counts import is_small, without_figures
from finance_monitor.errors import UserError
from finance_monitor.indicators.model import Indicator, Reading
from finance_monitor.indicators.readings import Readings
from finance_monitor.policy.model import Policy, Target
from finance_monitor.progress.evaluate import evaluate
from finance_monitor.progress.model import Progress, Read
from finance_monitor.progress.window import goal_of
from finance_monitor.regions import Regions
from finance_monitor.settings import settings
from finance_monitor.store.batches import Batch, list_batches
from finance_monitor.store.inspect import indicators_in
from finance_monitor.store.reader import reader_of
from finance_monitor.store.release_files import Release, batches_of, read_release
from finance_monitor.store.store import Store
from finance_monitor.world import REPORTED_FIGURES, World


@dataclass(frozen=True, slots=True)
class Desk:
    """One viewer before one release."""

    world: World
    viewer: Viewer
    release: Release
    batches: tuple[Batch, ...]
    readings: Readings

    @property
    def regions(self) -> Regions:
        """Return the regions the figures are about."""
        return self.world.regions

    def day(self, as_of: date | None) -> date:
        """Return the day asked for, the data date by default."""
        return as_of or self.release.data_date


def open_desk(store: Store, world: World, viewer: Viewer, release_number: int | None = None) -> Desk:
    """Seat a viewer before a release, the current one by default."""
    release = read_release(store, release_number)
    batches = tuple(batches_of(release, list_batches(store)))
    reader = reader_of(viewer, release, batches, list(world.ledgers.values()))
    return Desk(world, viewer, release, batches, Readings(release, reader, world.indicators))


def find_target(world: World, target_id: str) -> tuple[Policy, Target]:
    """Return a target with its policy; raise UserError for an unknown one."""
    try:
        return world.target(target_id)
    except KeyError as fault:
        raise UserError("desk.unknown_target", target=target_id) from fault


def own_region(policy: Policy, target: Target) -> str:
    """Return the region a target is about."""
    return target.region or policy.region


def region_for(desk: Desk, policy: Policy, target: Target) -> str | None:
    """Return where a viewer looks at a target first: its own region, or his own inside it; None where he sees none."""
    own = own_region(policy, target)
    if desk.regions.covers(desk.viewer.region_code, own):
        return own
    return desk.viewer.region_code if desk.regions.covers(own, desk.viewer.region_code) else None


def units_of(desk: Desk, target: Target, region_code: str) -> tuple[str, ...]:
    """Return the regions of the target's scope list inside a region.

    It is the region itself where the target has no list, and where the region is a part of one unit of the list.
    """
    if target.scope is None or is_inside_unit(desk, target, region_code):
        return (region_code,)
    codes = desk.world.scopes[target.scope].codes
    return tuple(code for code in codes if desk.regions.covers(region_code, code))


def is_inside_unit(desk: Desk, target: Target, region_code: str) -> bool:
    """Say whether a region lies inside one unit of the target's list, and is not that unit."""
    if target.scope is None:
        return False
    units = desk.world.scopes[target.scope].code_set
    return any(above.code in units for above in desk.regions.ancestors(region_code))


def remembering(desk: Desk, codes: Iterable[str]) -> Read:
    """Return a `Read` over some regions that asks the release once for each indicator and day."""
    wanted = tuple(dict.fromkeys(codes))
    asked: dict[tuple[str, date], Mapping[str, Reading]] = {}

    def read(indicator_id: str, on: date) -> Mapping[str, Reading]:
        key = (indicator_id, on)
        if key not in asked:
            asked[key] = desk.readings.of(indicator_id, on, wanted)
        return asked[key]

    return read


def progress_of(desk: Desk, policy: Policy, target: Target, region_code: str, as_of: date, read: Read) -> Progress:
    """Evaluate a target for a region out of prepared readings."""
    own = own_region(policy, target)
    units = units_of(desk, target, region_code)
    in_scope = desk.regions.covers(own, region_code) and bool(units)
    world = desk.world
    return evaluate(
        target,
        policy,
        region_code,
        units,
        as_of,
        read,
        world.indicators,
        settings().bands,
        in_scope,
        inside_unit=is_inside_unit(desk, target, region_code),
    )


def show_target(desk: Desk, target_id: str, region_code: str | None = None, as_of: date | None = None) -> Shown:
    """Return one target's progress as the viewer may see it; raise AccessError for a region that is not his."""
    policy, target = find_target(desk.world, target_id)
    region = region_code or region_for(desk, policy, target) or own_region(policy, target)
    desk.viewer.require(desk.regions, region)
    return _shown(desk, policy, target, region, desk.day(as_of))


def show_all(
    desk: Desk, *, policy_id: str | None = None, region_code: str | None = None, as_of: date | None = None
) -> list[Shown]:
    """Return every target the viewer has a part in, of one policy or all; for one region or where each belongs."""
    if policy_id is not None and policy_id not in desk.world.policies:
        raise UserError("desk.unknown_policy", policy=policy_id, known="、".join(desk.world.policies))
    if region_code is not None:
        desk.viewer.require(desk.regions, region_code)
    found = []
    for policy in desk.world.policies.values():
        if policy_id not in (None, policy.id):
            continue
        for target in policy.targets:
            region = region_code or region_for(desk, policy, target)
            if region is not None and (region_code is None or _touches(desk, policy, target, region)):
                found.append(_shown(desk, policy, target, region, desk.day(as_of)))
    return found


def _touches(desk: Desk, policy: Policy, target: Target, region: str) -> bool:
    own = own_region(policy, target)
    return desk.regions.covers(own, region) or desk.regions.covers(region, own)


def _shown(desk: Desk, policy: Policy, target: Target, region: str, as_of: date) -> Shown:
    own = own_region(policy, target)
    if region != own and desk.regions.covers(region, own):
        region = own  # asked from above: the target is answered where it stands
    read = remembering(desk, [*units_of(desk, target, region), region])
    progress = progress_of(desk, policy, target, region, as_of, read)
    goal = goal_of(target, progress.part_id)
    indicator = desk.world.indicators[goal.indicator]
    reading = read(indicator.id, as_of).get(region)
    hidden = is_small(indicator, reading, settings().disclosure.threshold)
    return Shown(
        policy=policy,
        target=target,
        indicator=indicator,
        progress=without_figures(progress) if hidden else progress,
        hidden=hidden,
        lifecycle=policy.lifecycle(as_of),
        path=path_of(reading),
        batches=batches_behind(desk, indicator, region, path_of(reading)),
        release=desk.release.number,
        data_date=desk.release.data_date,
        is_demo=desk.release.is_demo,
        names={code: desk.regions.get(code).name for code in (region, *units_of(desk, target, region))},
    )


def path_of(reading: Reading | None) -> Path:
    """Say whether records or filled-in figures gave a reading."""
    if reading is None or reading.rows == 0:
        return "none"
    if reading.reported_rows == 0:
        return "detail"
    return "reported" if reading.reported_rows == reading.rows else "mixed"


def batches_behind(desk: Desk, indicator: Indicator, region_code: str, path: Path) -> tuple[str, ...]:
    """Return the batches a figure rests on: of the region itself, of a part of it, or of what contains it."""
    ledgers: Sequence[str] = (
        *(indicator.ledgers if path != "reported" else ()),
        *((REPORTED_FIGURES,) if path != "detail" else ()),
    )
    return tuple(
        batch.batch_id
        for batch in desk.batches
        if batch.ledger_id in ledgers
        and (batch.ledger_id != REPORTED_FIGURES or indicator.id in indicators_in(batch.rows_file))
        and (desk.regions.covers(batch.region_code, region_code) or desk.regions.covers(region_code, batch.region_code))
    )
