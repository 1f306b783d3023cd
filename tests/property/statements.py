"""A statement run over rows alone: no store, no release; and the small world of regions it is run in."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any

import duckdb
import polars as pl

from finance_monitor.indicators.catalogue import indicators
from finance_monitor.indicators.model import Indicator
from finance_monitor.ledgers.catalogue import ledgers
from finance_monitor.ledgers.model import Ledger
from finance_monitor.ledgers.schema import table_schema
from finance_monitor.regions import Regions, regions
from finance_monitor.releases.build import _regions_frame
from finance_monitor.releases.calendar import calendar_frame
from finance_monitor.store.queries import PIECE, Query
from finance_monitor.world import World
from tests.reference_answers import Parts, Row, Rows

NATION, COUNTY, OTHER_COUNTY, OLD_COUNTY = "000000000000", "500156000000", "500154000000", "500232000000"
# Who brings in a batch, and the day it stands for; one organisation has brought in two.
BATCHES = {
    "B000001": ("演示单位甲", date(2022, 12, 31)),
    "B000002": ("演示单位乙", date(2023, 6, 30)),
    "B000003": ("演示单位甲", date(2023, 11, 20)),
}
_BESIDE = {
    "source_row": pl.Int64(),
    "batch_id": pl.String(),
    "reported_by": pl.String(),
    "stands_for_on": pl.Date(),
    "last_on": pl.Date(),
}
# No day of the tests lies further away than the months of a calendar reach.
_YEARS = (2020, 2026)


@cache
def small_world() -> World:
    """Return the real ledgers over two counties: five townships with two villages, one township, an abolished code."""
    whole = regions()
    townships = whole.descendants(COUNTY, "township")[:5]
    villages = [whole.descendants(township.code, "village")[0] for township in townships[:2]]
    kept = [*whole.path(COUNTY), *townships, *villages, whole.get(OLD_COUNTY)]
    kept += [whole.get(OTHER_COUNTY), whole.descendants(OTHER_COUNTY, "township")[0]]
    codes = [region.code for region in kept]
    return World(Regions(whole.frame().filter(pl.col("code").is_in(codes))), {}, {}, ledgers(), indicators())


@cache
def insides() -> dict[str, frozenset[str]]:
    """Return the sets of codes asked for: the nation, counties, townships with their villages."""
    known = small_world().regions
    codes = known.frame()["code"].to_list()
    asked = [code for code in codes if known.get(code).level in ("nation", "county", "township") and code != OLD_COUNTY]
    return {code: frozenset(other for other in codes if known.covers(code, other)) for code in asked}


def as_brought_in(ledger: Ledger, drawn: Sequence[tuple[Row, str]]) -> list[Row]:
    """Return rows with the batch they came in; of one key the row of the later period stands."""
    newest: dict[tuple[Any, ...], Row] = {}
    for number, (row, batch_id) in enumerate(drawn, start=2):
        reported_by, last_on = BATCHES[batch_id]
        beside = {"source_row": number, "batch_id": batch_id, "reported_by": reported_by}
        told = {**row, **beside, "stands_for_on": last_on, "last_on": last_on}
        key = tuple(told[name] for name in ledger.key)
        before = newest.get(key)
        if before is None or (before["last_on"], before["batch_id"]) < (last_on, batch_id):
            newest[key] = told
    return list(newest.values())


class Bench:
    """A database in memory that answers statements over rows."""

    def __init__(self) -> None:
        self._connection = duckdb.connect(":memory:", config={"threads": "1"})
        known = small_world()
        year = pl.col("on_date").dt.year()
        near = calendar_frame().filter(year.is_between(*_YEARS))
        self._tables(regions=_regions_frame(known), region_closure=known.regions.closure(), calendar=near)

    def _tables(self, **frames: pl.DataFrame) -> None:
        for name, frame in frames.items():
            self._connection.register("incoming", frame.to_arrow())
            self._connection.execute(f"CREATE OR REPLACE TABLE {name} AS SELECT * FROM incoming")
            self._connection.unregister("incoming")

    def pieces(self, asked: Query, params: Mapping[str, Any], rows: Rows, returns: Sequence[str] = PIECE) -> list[Row]:
        """Return the pieces of a statement."""
        known = small_world().ledgers
        for name, own in rows.items():
            frame = pl.DataFrame(own, schema={**table_schema(known[name]), **_BESIDE}, orient="row")
            self._connection.register(name, frame.to_arrow())
        found = self._connection.execute(asked.sql, {name: params[name] for name in asked.params}).fetchall()
        return [dict(zip(returns, piece, strict=True)) for piece in found]


def standing(pieces: Sequence[Row], inside: Collection[str], day: date) -> Parts:
    """Sum the pieces of a set of regions that count on a day."""
    own = [
        piece
        for piece in pieces
        if piece["region_code"] in inside
        and piece["from_on"] <= day
        and (piece["until_on"] is None or day < piece["until_on"])
    ]
    return sum(piece["numerator"] for piece in own), sum(piece["denominator"] for piece in own)


def users_of(statement: str) -> list[Indicator]:
    """Return the indicators that count with a statement, one for each set of values, at most two."""
    by_params: dict[str, Indicator] = {}
    for indicator in small_world().indicators.values():
        if (indicator.statement or indicator.id) == statement:
            by_params.setdefault(str(sorted(indicator.params.items())), indicator)
    return list(by_params.values())[:2]
