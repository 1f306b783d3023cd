"""What readers wait for, through the rollup and straight from the ledger rows, with equal answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date

import polars as pl

from finance_monitor.access import Viewer, system_viewer
from finance_monitor.disclosure.desk import Desk, open_desk, show_all
from finance_monitor.disclosure.figures import figures_of_indicator
from finance_monitor.policy.model import Target
from finance_monitor.progress.window import months_before
from finance_monitor.store.store import Store
from finance_monitor.world import World
from tests.benchmarks.invented import DATA_DATE
from tests.benchmarks.raw import RawLedgers, RawReadings
from tests.benchmarks.raw_sql import BY_REGION
from tests.benchmarks.timing import Compared, compare, seconds
from tests.benchmarks.writes import largest_county

GRANTED, HOUSEHOLDS = "loans_granted", "households_with_balance_share"
NO_ROLLUP_DAY = date(2023, 6, 15)
MONTHS = 36
Way = Callable[[Desk], object]


def reads(store: Store, world: World, loans: pl.DataFrame) -> tuple[dict[str, float], list[Compared]]:
    """Return the milliseconds of sitting down for the first time, and every read both ways."""
    every = open_desk(store, world, system_viewer(world.regions))
    show_all(every)
    targets, _ = seconds(lambda: show_all(every))
    world = comparable(world)
    whole = system_viewer(world.regions)
    province = next(p.region for p in world.policies.values() if world.regions.get(p.region).level == "province")
    opened = {}
    pairs = {}
    for name, viewer in {"the nation": whole, "a province": Viewer("official", province)}.items():
        taken, desk = seconds(lambda viewer=viewer: open_desk(store, world, viewer))  # type: ignore[misc]
        opened[name] = taken * 1000
        pairs[name] = (desk, _raw(desk))
    county = largest_county(world, loans)
    asked = list(_asked(whole.region_code, county, world.regions.path(county)[1].code))
    found = [_both(name, way, *pairs["the nation"]) for name, way in asked]
    opened[f"all {len(every.world.indicators)} indicators' targets again"] = targets * 1000
    return opened, [*found, _both("comparable targets, seen by a province", show_all, *pairs["a province"])]


def comparable(world: World) -> World:
    """Return the world with the targets that the statements over the ledger rows can answer as well."""
    known = {name for name, indicator in world.indicators.items() if name in BY_REGION or not indicator.ledgers}

    def is_known(target: Target) -> bool:
        goals = target.parts or (target,)
        asked = {name for goal in goals for name in (goal.indicator, goal.compared_with) if name} | set(target.beside)
        under_way = {world.indicators[name].pipeline for name in asked} - {None}
        return asked | under_way <= known

    policies = {
        policy.id: policy.model_copy(update={"targets": tuple(filter(is_known, policy.targets))})
        for policy in world.policies.values()
    }
    return replace(world, policies=policies)


def _asked(nation: str, county: str, province: str) -> Iterator[tuple[str, Way]]:
    yield "national map, money lent", lambda desk: figures_of_indicator(desk, GRANTED, nation, "county")
    yield "national map, households", lambda desk: figures_of_indicator(desk, HOUSEHOLDS, nation, "county")
    yield (
        "national map, a day without rollup",
        lambda desk: figures_of_indicator(desk, GRANTED, nation, "county", NO_ROLLUP_DAY),
    )
    yield "townships of the largest county", lambda desk: figures_of_indicator(desk, GRANTED, county)
    yield "36 months of a province, money lent", lambda desk: trend(desk, GRANTED, province)
    yield "36 months of a province, households", lambda desk: trend(desk, HOUSEHOLDS, province)
    yield "all comparable targets", show_all


def trend(desk: Desk, indicator_id: str, region_code: str) -> Sequence[tuple[int, int]]:
    """Return numerator and denominator at the last 36 month ends and on the data date."""
    days = [months_before(date(2023, 10, 31), back) for back in reversed(range(MONTHS - 1))] + [DATA_DATE]
    if isinstance(desk.readings, RawReadings):
        return desk.readings.raw.trend(indicator_id, region_code, days)
    readings = desk.readings.trend(indicator_id, region_code, DATA_DATE)
    found = []
    for day in days:
        standing = [reading for reading in readings if reading.as_of <= day]
        last = standing[-1] if standing else None
        found.append((last.numerator or 0, last.denominator or 0) if last else (0, 0))
    return found


def _raw(desk: Desk) -> Desk:
    own = desk.readings
    return replace(desk, readings=RawReadings(own.release, own.reader, own.indicators, RawLedgers(desk)))


def _both(name: str, way: Way, desk: Desk, raw: Desk) -> Compared:
    return compare(name, lambda: way(desk), lambda: way(raw))
