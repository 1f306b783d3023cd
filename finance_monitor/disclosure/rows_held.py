"""How many rows a figure is still missing: held back of the files it is counted from, until they are put right."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from finance_monitor.disclosure.seat import Desk
from finance_monitor.indicators.model import Indicator
from finance_monitor.store.batches import Batch
from finance_monitor.store.inspect import speaks_of


def rows_held(desk: Desk, indicators: Iterable[Indicator], region_code: str, as_of: date) -> int:
    """Count the rows held back of what indicators are counted from, in files about a region or a part of it.

    Of lists and snapshots only the newest file of an organisation counts, as it does for the figures.
    """
    asked = {(ledger, one.kinds) for one in indicators for ledger in one.ledgers}
    ledgers = {ledger for ledger, _ in asked}
    held = [one for one in desk.batches if one.rows_quarantined and one.ledger_id in ledgers and one.first_on <= as_of]
    return sum(
        batch.rows_quarantined
        for batch in held
        if _is_inside(desk, batch, region_code)
        and any(_speaks(desk, batch, ledger, kinds) for ledger, kinds in asked)
        and _stands(desk, batch, as_of)
    )


def _is_inside(desk: Desk, batch: Batch, region_code: str) -> bool:
    regions, code = desk.regions, batch.region_code
    return code in regions and regions.covers(region_code, code) and regions.covers(desk.viewer.region_code, code)


def _speaks(desk: Desk, batch: Batch, ledger_id: str, kinds: tuple[str, ...]) -> bool:
    return batch.ledger_id == ledger_id and speaks_of(batch, desk.world.ledgers[ledger_id], kinds)


def _stands(desk: Desk, batch: Batch, as_of: date) -> bool:
    """Say whether no newer file up to the day has taken the place of this one."""
    if desk.world.ledgers[batch.ledger_id].mode == "events":
        return True
    own = (batch.ledger_id, batch.reported_by, batch.region_code)
    return all(
        (one.last_on, one.batch_id) <= (batch.last_on, batch.batch_id)
        for one in desk.batches
        if (one.ledger_id, one.reported_by, one.region_code) == own and one.first_on <= as_of
    )
