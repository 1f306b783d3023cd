"""Build a release from the accepted batches: movements, readings, who has reported; verify; publish."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import polars as pl

from finance_monitor.dates import now_in_shanghai
from finance_monitor.errors import StoreError, UserError
from finance_monitor.indicators.counting import indicator_query
from finance_monitor.regions import LEVELS, Regions, level_rank
from finance_monitor.releases.calendar import calendar_frame
from finance_monitor.releases.rollup_days import BEFORE_ALL, days_frame, rollup_days
from finance_monitor.store.batches import Batch, active, list_batches
from finance_monitor.store.files import step
from finance_monitor.store.inspect import speaks_of
from finance_monitor.store.queries import all_queries, query
from finance_monitor.store.release_files import Release, publish_release, read_release
from finance_monitor.store.store import Store
from finance_monitor.store.workbench import Workbench, workbench
from finance_monitor.world import REPORTED_FIGURES, World

KEPT = ("regions", "region_closure", "calendar", "allotments", "rollup_days", "deltas", "readings", "reported")


@dataclass(frozen=True, slots=True)
class _Plan:
    batches: dict[str, list[Batch]]
    data_date: date
    fingerprints: dict[str, str]

    def all_batches(self) -> list[Batch]:
        return sorted({b.batch_id: b for own in self.batches.values() for b in own}.values(), key=lambda b: b.batch_id)


def publish(store: Store, world: World, *, data_date: date | None = None, from_scratch: bool = False) -> Release:
    """Publish what the standing batches say. The caller holds the loader's place.

    Where nothing has changed since the current release, that one is returned. Movements of an indicator whose
    batches and statement are those of the current release are taken from it, unless `from_scratch`.
    """
    plan = _plan(store, world, data_date)
    earlier = _current(store)
    if earlier and not from_scratch and _same(plan, earlier):
        return earlier
    about = {
        "data_date": plan.data_date,
        "published_at": now_in_shanghai(),
        "is_demo": store.is_demo,
        "batches": [batch.batch_id for batch in plan.all_batches()],
        "fingerprints": plan.fingerprints,
    }
    source = None if from_scratch else earlier
    return publish_release(store, about, lambda file: _build(file, plan, world, source))


def _plan(store: Store, world: World, data_date: date | None) -> _Plan:
    known = list_batches(store)
    batches = {ledger.id: active(known, ledger) for ledger in world.ledgers.values()}
    standing_for = [batch.stands_for_on for own in batches.values() for batch in own]
    earlier = _current(store)
    if not standing_for and earlier is None:
        raise UserError("releases.nothing_to_publish")
    # The last batch may be taken back: then nothing is known, as of the day it was known for.
    found = data_date or max(standing_for, default=earlier.data_date if earlier else date.min)
    return _Plan(batches, found, {i: _fingerprint(world, batches, i) for i in world.indicators})


def _fingerprint(world: World, batches: Mapping[str, Sequence[Batch]], indicator_id: str) -> str:
    """Say what an indicator's movements come from: statement, values, batches (of filled-in figures too), regions."""
    indicator = world.indicators[indicator_id]
    pieces = indicator_query(indicator)
    named = [batch.batch_id for ledger in (*indicator.ledgers, REPORTED_FIGURES) for batch in batches.get(ledger, ())]
    ledgers = [world.ledgers[ledger].model_dump_json() for ledger in (*indicator.ledgers, REPORTED_FIGURES)]
    said = [pieces.sql if pieces else "", indicator.model_dump_json(), named, ledgers, _common_ground(world)]
    return hashlib.sha256(json.dumps(said, default=str).encode()).hexdigest()[:16]


def _common_ground(world: World) -> list[object]:
    """Say what all movements rest on: the regions as they stand and the statements of the rollup."""
    tree = world.regions.frame().hash_rows().sum()
    return [tree, *(one.sql for one in all_queries() if one.name.startswith("rollup/"))]


def _current(store: Store) -> Release | None:
    return read_release(store) if (store.folder / "CURRENT.json").exists() else None


def _same(plan: _Plan, earlier: Release) -> bool:
    return (
        earlier.batches == tuple(batch.batch_id for batch in plan.all_batches())
        and earlier.fingerprints == plan.fingerprints
        and earlier.data_date == plan.data_date
    )


def _build(file: Path, plan: _Plan, world: World, earlier: Release | None) -> dict[str, Any]:
    batches = plan.all_batches()
    with workbench(file, batches, earlier.file if earlier else None) as bench:
        bench.keep("regions", _regions_frame(world))
        bench.keep("region_closure", world.regions.closure())
        bench.keep("calendar", calendar_frame())
        for ledger in world.ledgers.values():
            bench.view_ledger(ledger, plan.batches[ledger.id])
        bench.keep("indicator_batches", _indicator_batches(plan, world))
        for name in ("covered_by_records", "standing_figures", "stretches"):
            bench.fill(name, query(f"rollup/{name}"))
        bench.fill("allotments", query("rollup/allotments"))
        step("tables ready")
        kept = _unchanged(plan, earlier)
        _fill_deltas(bench, plan, world, kept if earlier else None)
        step("movements ready")
        days = rollup_days(world.policies.values(), _first_day(bench), plan.data_date)
        bench.keep("rollup_days", days_frame(days))
        bench.fill_readings(kept if earlier and earlier.rollup_days == days else [])
        bench.fill("reported", query("rollup/reported"))
        step("readings ready")
        for name in ("indicator_batches", "covered_by_records", "standing_figures", "stretches"):
            bench.drop(name)
        _verify(bench)
        return {"tables": {name: bench.rows(name) for name in KEPT}, "rollup_days": [str(day) for day in days]}


def _unchanged(plan: _Plan, earlier: Release | None) -> list[str]:
    """Return the indicators whose movements are those of the earlier release."""
    if earlier is None:
        return []
    return [i for i, fingerprint in plan.fingerprints.items() if earlier.fingerprints.get(i) == fingerprint]


def _fill_deltas(bench: Workbench, plan: _Plan, world: World, kept: list[str] | None) -> None:
    """Fill the movements, taking `kept` from the earlier release; None: there is none to take from."""
    if kept is not None:
        bench.copy_deltas(kept)
    fresh = [indicator_id for indicator_id in plan.fingerprints if indicator_id not in (kept or ())]
    for indicator_id in fresh:
        pieces = indicator_query(world.indicators[indicator_id])
        if pieces is not None:
            bench.add_pieces(indicator_id, pieces, world.indicators[indicator_id].params)
    bench.add_reported_pieces(fresh)


def _first_day(bench: Workbench) -> date:
    first: date | None = bench.first_day()
    return first or BEFORE_ALL + timedelta(days=1)


def _regions_frame(world: World) -> pl.DataFrame:
    """Return code, level, the code it goes by now, and its home.

    A renamed region goes by its successor's code, a split one by its own. The home is the county it lies in, or what
    stands in a county's place (东莞市 has townships but no counties).
    """
    tree = world.regions
    heirs = {region.code: tree.get(tree.heir(region)) for region in tree.abolished()}
    renamed = {code: heir.code for code, heir in heirs.items() if heir.level == tree.get(code).level}
    ranks = {level: level_rank(level) for level in LEVELS}
    code = pl.col("code")
    return tree.frame().select(
        code,
        same_region_code=code.replace(renamed),
        level_rank=pl.col("level").replace_strict(ranks, return_dtype=pl.Int8),
        home_code=code.map_elements(lambda one: _home_of(tree, one), return_dtype=pl.String),
    )


def _home_of(tree: Regions, code: str) -> str:
    path = tree.path(tree.heir(tree.get(code)))
    upper = [region.code for region in path if level_rank(region.level) <= level_rank("county")]
    return upper[-1]


def _indicator_batches(plan: _Plan, world: World) -> pl.DataFrame:
    """Return which batches report an indicator for which region, and from which day.

    A register tells of all days, of some things only from the day of its list: where several banks bring lists of a
    region, from the latest, for before it the sum lacks a bank. Events and snapshots tell from the first day of their
    period. A general ledger tells only of the kinds of entry it holds.
    """
    rows = []
    for indicator in world.indicators.values():
        if not indicator.ledgers or indicator_query(indicator) is None:
            continue
        ledger = world.ledgers[indicator.ledgers[0]]
        own = plan.batches[ledger.id]
        for batch in own:
            if not speaks_of(batch, ledger, indicator.kinds):
                continue
            day = batch.first_on
            if ledger.mode == "register":
                listed_on = max(one.stands_for_on for one in own if one.region_code == batch.region_code)
                day = listed_on if indicator.from_list else BEFORE_ALL
            rows.append((indicator.id, batch.batch_id, batch.region_code, day))
    return pl.DataFrame(
        rows,
        schema={
            "indicator_id": pl.String,
            "batch_id": pl.String,
            "region_code": pl.String,
            "reported_from": pl.Date,
        },
        orient="row",
    )


def _verify(bench: Workbench) -> None:
    """Refuse a release whose parts do not sum to its whole."""
    faults = bench.run(query("checks/readings_sum"), {})
    if faults:
        raise StoreError("releases.does_not_sum", indicator=faults[0]["indicator_id"])
