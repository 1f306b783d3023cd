"""The slow way to a reading: figures a unit filled in stand for it and all inside it, records count everywhere else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cache

import polars as pl

from finance_monitor.indicators.counting import indicator_query
from finance_monitor.regions import Regions, level_rank
from finance_monitor.store.batches import Batch, active
from finance_monitor.world import REPORTED_FIGURES, World
from tests.reference_answers import Parts, Row, Rows, answer

NOTHING: Parts = (0, 0)


def home_of(known: Regions) -> Callable[[str], str]:
    """Return what names the county of a region, or what stands in a county's place."""

    @cache
    def home(code: str) -> str:
        path = known.path(known.heir(known.get(code)))
        return [region.code for region in path if level_rank(region.level) <= level_rank("county")][-1]

    return home


class SlowReadings:
    """What the rows of a store come to, asked region by region and day by day."""

    def __init__(self, world: World, rows: Rows, batches: Iterable[Batch]) -> None:
        self.world = world
        self.rows = rows
        self.home = home_of(world.regions)
        self.batches: dict[str, list[Batch]] = {ledger.id: active(batches, ledger) for ledger in world.ledgers.values()}
        self._inside: dict[str, set[str]] = defaultdict(set)
        self._above: dict[str, list[str]] = {}
        for code in world.regions.frame()["code"]:
            path = [region.code for region in world.regions.path(world.regions.heir(world.regions.get(code)))]
            self._above[code] = path[:-1]
            for upper in path:
                self._inside[upper].add(code)
        self._figures = cache(self._figures_of)
        self.covered_from = cache(self._covered_from)

    def inside(self, region: str) -> frozenset[str]:
        """Return the codes that make up a region, those it used to have among them."""
        return frozenset(self._inside[region])

    def of(self, indicator_id: str, region: str, on: date, rows: Rows | None = None) -> Parts:
        """Return numerator and denominator; `rows`: those among which the region's own are known to be."""
        figures = self._figures(indicator_id, on)
        if region in figures:
            return figures[region]
        below = [other for other in figures if region in self._above[other]]
        highest = [other for other in below if not set(self._above[other]) & set(below)]
        counted = self.inside(region).difference(*(self._inside[other] for other in highest))
        indicator = self.world.indicators[indicator_id]
        records = NOTHING
        if indicator_query(indicator) is not None:
            records = answer(indicator)(rows or self.rows, counted, on, indicator.params, self.home)
        found = [records, *(figures[other] for other in highest)]
        return sum(one[0] for one in found), sum(one[1] for one in found)

    def _figures_of(self, indicator_id: str, on: date) -> Mapping[str, Parts]:
        """Return the figures that stand on a day: the last one of a region until records cover it."""
        last: dict[str, Row] = {}
        rows = self.rows[REPORTED_FIGURES]
        for row in sorted(rows, key=lambda row: (row["as_of"], row["batch_id"], row["source_row"])):
            if row["indicator"] == indicator_id and row["numerator"] is not None and row["as_of"] <= on:
                last[self.world.regions.successor(row["region_code"]).code] = row
        return {
            region: (row["numerator"], row["denominator"] or 0)
            for region, row in last.items()
            if on < self.covered_from(indicator_id, region)
        }

    def spoken(self, indicator_id: str) -> list[tuple[Batch, date]]:
        """Return the batches that report an indicator by records, with the day from which they speak."""
        indicator = self.world.indicators[indicator_id]
        if not indicator.ledgers or indicator_query(indicator) is None:
            return []
        ledger = self.world.ledgers[indicator.ledgers[0]]
        wanted = set(indicator.kinds) if ledger.kinds_apart else set()

        def first_day(batch: Batch) -> date:
            if ledger.mode != "register":
                return batch.first_on
            lists = [one.stands_for_on for one in self.batches[ledger.id] if one.region_code == batch.region_code]
            return sorted(lists)[-1] if indicator.from_list else date.min

        return [
            (batch, first_day(batch)) for batch in self.batches[ledger.id] if not wanted or wanted & _kinds_of(batch)
        ]

    def is_spoken_of(self, indicator_id: str, region: str, on: date) -> bool:
        """Say whether somebody has brought in records for the region, a part of it or what it lies in."""
        return any(
            day <= on and (batch.region_code in self._inside[region] or region in self._inside[batch.region_code])
            for batch, day in self.spoken(indicator_id)
        )

    def _covered_from(self, indicator_id: str, region: str) -> date:
        days = [day for batch, day in self.spoken(indicator_id) if region in self._inside[batch.region_code]]
        return min(days, default=date.max)


@cache
def _kinds_of(batch: Batch) -> frozenset[str]:
    return frozenset(pl.read_parquet(batch.rows_file)["kind"])
