"""Who is late: organisations whose next file of a ledger was due before the data date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from finance_monitor.dates import months_after
from finance_monitor.disclosure.seat import Desk
from finance_monitor.disclosure.shown import Shown
from finance_monitor.ledgers.model import Ledger
from finance_monitor.progress.window import goals_of
from finance_monitor.store.batches import Batch
from finance_monitor.store.inspect import speaks_of

# A ledger, the region of a document, and the kinds of entry that count.
Wanted = tuple[str, str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Late:
    """One organisation that owes the next file of a ledger for a region; `last_on` is the last day of its newest."""

    ledger: Ledger
    reported_by: str
    region_code: str
    last_on: date
    due_on: date
    days_late: int


def late_reporters(desk: Desk, shown: Sequence[Shown]) -> tuple[Late, ...]:
    """Return who owes a file that a target in force is counted from, the longest overdue first.

    A ledger says how many months may lie between two files (`rhythm_months`); one without a rhythm is never late.
    """
    found = []
    for (ledger_id, reported_by, region), last_on in _newest(desk, wanted_by(desk, shown)).items():
        ledger = desk.world.ledgers[ledger_id]
        if ledger.rhythm_months is None:
            continue
        due_on = months_after(last_on, ledger.rhythm_months)
        days_late = (desk.release.data_date - due_on).days
        if days_late > 0:
            found.append(Late(ledger, reported_by, region, last_on, due_on, days_late))
    return tuple(sorted(found, key=lambda late: (-late.days_late, late.region_code, late.ledger.id)))


def wanted_by(desk: Desk, shown: Sequence[Shown]) -> set[Wanted]:
    """Return what targets in force are counted from: ledger, region of the document, kinds of entry (none: all)."""
    found: set[Wanted] = set()
    for one in shown:
        if one.lifecycle != "in_force":
            continue
        for goal in goals_of(one.target):
            indicator = desk.world.indicators[goal.indicator]
            found |= {(ledger, one.policy.region, indicator.kinds) for ledger in indicator.ledgers}
    return found


def _newest(desk: Desk, wanted: set[Wanted]) -> dict[tuple[str, str, str], date]:
    """Return the last day of the newest file by ledger, organisation and region, as far as the viewer may see them."""
    newest: dict[tuple[str, str, str], date] = {}
    for batch in desk.batches:
        if not concerns(desk, batch, wanted):
            continue
        key = (batch.ledger_id, batch.reported_by, batch.region_code)
        newest[key] = max(newest.get(key, batch.last_on), batch.last_on)
    return newest


def concerns(desk: Desk, batch: Batch, wanted: set[Wanted]) -> bool:
    """Say whether a file is one of those wanted, of a region the viewer may see."""
    regions = desk.regions
    if batch.region_code not in regions or not regions.covers(desk.viewer.region_code, batch.region_code):
        return False
    return any(
        ledger_id == batch.ledger_id
        and regions.covers(region, batch.region_code)
        and speaks_of(batch, desk.world.ledgers[ledger_id], kinds)
        for ledger_id, region, kinds in wanted
    )
