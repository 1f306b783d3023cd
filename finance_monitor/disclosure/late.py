"""Who is late: organisations whose next file of a ledger was due before the data date."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from finance_monitor.dates import months_after
from finance_monitor.disclosure.seat import Desk
from finance_monitor.disclosure.shown import Shown
from finance_monitor.ledgers.model import Ledger
from finance_monitor.store.batches import Batch


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
    for (ledger_id, reported_by, region), last_on in _newest(desk, _wanted(shown)).items():
        ledger = desk.world.ledgers[ledger_id]
        if ledger.rhythm_months is None:
            continue
        due_on = months_after(last_on, ledger.rhythm_months)
        days_late = (desk.release.data_date - due_on).days
        if days_late > 0:
            found.append(Late(ledger, reported_by, region, last_on, due_on, days_late))
    return tuple(sorted(found, key=lambda late: (-late.days_late, late.region_code, late.ledger.id)))


def _wanted(shown: Sequence[Shown]) -> set[tuple[str, str]]:
    """Return the ledgers that targets in force are counted from, with the region of the document."""
    in_force = [one for one in shown if one.lifecycle == "in_force"]
    return {(ledger, one.policy.region) for one in in_force for ledger in one.indicator.ledgers}


def _newest(desk: Desk, wanted: Iterable[tuple[str, str]]) -> dict[tuple[str, str, str], date]:
    """Return the last day of the newest file by ledger, organisation and region, as far as the viewer may see them."""
    asked = list(wanted)
    newest: dict[tuple[str, str, str], date] = {}
    for batch in desk.batches:
        if not _concerns(desk, batch, asked):
            continue
        key = (batch.ledger_id, batch.reported_by, batch.region_code)
        newest[key] = max(newest.get(key, batch.last_on), batch.last_on)
    return newest


def _concerns(desk: Desk, batch: Batch, wanted: Sequence[tuple[str, str]]) -> bool:
    regions = desk.regions
    if batch.region_code not in regions or not regions.covers(desk.viewer.region_code, batch.region_code):
        return False
    return any(ledger == batch.ledger_id and regions.covers(region, batch.region_code) for ledger, region in wanted)
