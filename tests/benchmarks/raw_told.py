"""Who has reported, from the manifests and the filled-in figures alone."""

from __future__ import annotations

from datetime import date
from functools import cache

import polars as pl

from finance_monitor.disclosure.desk import Desk
from finance_monitor.regions import Regions
from finance_monitor.store.batches import Batch


def told_from(desk: Desk, indicator_id: str) -> dict[str, date]:
    """Return the first day anybody speaks of, by region: batches speak of all above and below, figures of all above."""
    indicator = desk.world.indicators[indicator_id]
    told: dict[str, date] = {}
    if not indicator.ledgers:
        return _filled_in(desk, indicator_id)
    ledger = desk.world.ledgers[indicator.ledgers[0]]
    for batch in (batch for batch in desk.batches if batch.ledger_id == ledger.id):
        if not _speaks(batch, indicator.params.get("kind")):
            continue
        day = date.min if ledger.mode == "register" else batch.first_on
        for code in _around(desk.regions, batch.region_code):
            told[code] = min(day, told.get(code, day))
    return told


def _filled_in(desk: Desk, indicator_id: str) -> dict[str, date]:
    told: dict[str, date] = {}
    own = [batch for batch in desk.batches if batch.ledger_id == "reported_figures"]
    rows = pl.concat([pl.read_parquet(batch.rows_file) for batch in own])
    rows = rows.filter(pl.col("indicator") == indicator_id).group_by("region_code").agg(pl.col("as_of").min())
    for code, day in rows.iter_rows():
        for region in desk.regions.path(code):
            told[region.code] = min(day, told.get(region.code, day))
    return told


def _speaks(batch: Batch, kind: object) -> bool:
    return kind is None or kind in pl.read_parquet(batch.rows_file)["kind"]


@cache
def _around(regions: Regions, code: str) -> frozenset[str]:
    closure = regions.closure()
    above = closure.filter(pl.col("descendant_code") == code)["ancestor_code"]
    below = closure.filter(pl.col("ancestor_code") == code)["descendant_code"]
    return frozenset([*above, *below])
