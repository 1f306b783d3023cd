"""What a page, a command or a picture asks: the one door through which figures leave the core."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from finance_monitor.disclosure.around import beside, in_pipeline, missing, unreported
from finance_monitor.disclosure.filled_in import filled_in_beside
from finance_monitor.disclosure.reach import (
    allotment_of,
    called,
    given_below,
    is_inside_unit,
    region_for,
    target_in,
    touches,
    uncertain_units,
    units_of,
)
from finance_monitor.disclosure.reading_ahead import needed_for, remembering
from finance_monitor.disclosure.rows_held import rows_held
from finance_monitor.disclosure.seat import Desk, find_target, open_desk
from finance_monitor.disclosure.shown import Path, Shown
from finance_monitor.disclosure.small_counts import hide_with_complements, without_figures
from finance_monitor.errors import UserError
from finance_monitor.indicators.model import Indicator, Reading
from finance_monitor.policy.model import Policy, Target
from finance_monitor.progress.allotment import shared_out, target_for
from finance_monitor.progress.evaluate import evaluate
from finance_monitor.progress.model import Progress, Read
from finance_monitor.progress.scope import own_region
from finance_monitor.progress.window import goal_of, goals_of
from finance_monitor.settings import settings
from finance_monitor.store.inspect import indicators_in, speaks_of
from finance_monitor.world import REPORTED_FIGURES

__all__ = ["Desk", "find_target", "is_hidden", "open_desk", "progress_of", "show_all", "show_target"]


def progress_of(desk: Desk, policy: Policy, target: Target, region_code: str, as_of: date, read: Read) -> Progress:
    """Evaluate a target for a region out of prepared readings; a share the region was given is its own target."""
    allotment = allotment_of(desk, target, region_code)
    target = target_for(target, allotment) if allotment else target
    own = own_region(target, policy)
    units = units_of(desk, target, region_code)
    in_scope = desk.regions.covers(own, region_code) and bool(units)
    world = desk.world
    progress = evaluate(
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
        uncertain=uncertain_units(desk, target) if region_code == own else 0,
    )
    return replace(progress, is_share=allotment is not None)


def show_target(desk: Desk, target_id: str, region_code: str | None = None, as_of: date | None = None) -> Shown:
    """Return one target's progress as the viewer may see it; raise AccessError for a region that is not his."""
    policy, target = find_target(desk.world, target_id)
    region = region_code or region_for(desk, policy, target) or own_region(target, policy)
    desk.viewer.require(desk.regions, region)
    return _shown_at(desk, [(policy, target, region)], desk.day(as_of))[0]


def show_all(
    desk: Desk, *, policy_id: str | None = None, region_code: str | None = None, as_of: date | None = None
) -> list[Shown]:
    """Return every target the viewer has a part in, of one policy or all; for one region or where each belongs."""
    if policy_id is not None and policy_id not in desk.world.policies:
        raise UserError("desk.unknown_policy", policy=policy_id, known="、".join(desk.world.policies))
    if region_code is not None:
        desk.viewer.require(desk.regions, region_code)
    wanted = []
    for policy in desk.world.policies.values():
        if policy_id not in (None, policy.id):
            continue
        for target in policy.targets:
            region = region_code or region_for(desk, policy, target)
            if region is not None and (region_code is None or touches(desk, policy, target, region)):
                wanted.append((policy, target, region))
    return _shown_at(desk, wanted, desk.day(as_of))


def _shown_at(desk: Desk, wanted: Sequence[tuple[Policy, Target, str]], as_of: date) -> list[Shown]:
    """Show targets on a day; those that ask of the same regions are read together."""
    asked = []
    needed: dict[tuple[str, ...], list[tuple[str, date]]] = defaultdict(list)
    for policy, target, region in wanted:
        own = own_region(target, policy)
        # Asked from above, the target is answered where it stands.
        place = own if region != own and desk.regions.covers(region, own) else region
        codes = (*units_of(desk, target, place), place)
        there = target_in(desk, target, place)
        needed[codes] += needed_for(desk, policy, there, as_of)
        asked.append((policy, there, place, codes))
    reads = {codes: remembering(desk, codes, pairs) for codes, pairs in needed.items()}
    return [_shown(desk, policy, target, place, as_of, reads[codes]) for policy, target, place, codes in asked]


def _shown(desk: Desk, policy: Policy, target: Target, region: str, as_of: date, read: Read) -> Shown:
    units = units_of(desk, target, region)
    progress = progress_of(desk, policy, target, region, as_of, read)
    goal = goal_of(target, progress.part_id)
    indicator = desk.world.indicators[goal.indicator]
    path = path_of(read(indicator.id, as_of).get(region))
    hidden = is_hidden(desk, indicator, region, as_of)
    return Shown(
        policy=policy,
        target=target,
        indicator=indicator,
        progress=without_figures(progress) if hidden else progress,
        hidden=hidden,
        lifecycle=policy.lifecycle(as_of),
        path=path,
        batches=batches_behind(desk, indicator, region, path),
        release=desk.release.number,
        data_date=desk.release.data_date,
        is_demo=desk.release.is_demo,
        names={code: called(desk.regions.get(code)) for code in (region, *units)},
        beside=beside(desk, target, region, progress.measured_on or as_of, read),
        in_pipeline={} if hidden else in_pipeline(desk, target, progress, units, read),
        unreported=unreported(target, progress, units, read),
        allotment=allotment_of(desk, target, region),
        share=shared_out(target, given_below(desk, target, region)),
        missing=missing(desk, target, progress),
        filled_in=None if hidden else filled_in_beside(desk, indicator, region, as_of),
        rows_held=rows_held(desk, [desk.world.indicators[one.indicator] for one in goals_of(target)], region, as_of),
    )


def is_hidden(desk: Desk, indicator: Indicator, region_code: str, as_of: date) -> bool:
    """Say whether a region's figure is hidden: small itself, or the complement of a small one beside it.

    It is asked beside its neighbours, as in their list: shown alone it would give away what the list hides.
    """
    if indicator.sensitivity != "personal":
        return False
    upper = next(iter(desk.regions.ancestors(region_code)), None)
    beside = [one.code for one in desk.regions.children(upper.code)] if upper else [region_code]
    readings = desk.readings.of(indicator.id, as_of, {*beside, region_code})
    threshold = settings().disclosure.threshold
    return region_code in hide_with_complements(indicator, readings, threshold, whole_is_shown=True)


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
        and speaks_of(batch, desk.world.ledgers[batch.ledger_id], indicator.kinds)
        and (desk.regions.covers(batch.region_code, region_code) or desk.regions.covers(region_code, batch.region_code))
    )
