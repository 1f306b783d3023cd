"""Who has brought which ledger, up to which day, and when the next file was due: every file of a region."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from finance_monitor.dates import months_after
from finance_monitor.disclosure.late import concerns, wanted_by
from finance_monitor.disclosure.seat import Desk
from finance_monitor.disclosure.shown import Shown
from finance_monitor.ledgers.model import Ledger
from finance_monitor.store.batches import Batch


@dataclass(frozen=True, slots=True)
class Delivery:
    """One organisation's files of a ledger for a region.

    `is_owed`: a target in force is counted from it. `due_on` is None where nothing is owed or the ledger has no rhythm.
    """

    ledger: Ledger
    reported_by: str
    region_code: str
    files: int
    newest: str
    stands_for_on: date
    is_owed: bool
    due_on: date | None
    days_late: int
    rows_in: int
    rows_taken: int
    rows_held: int


def deliveries(desk: Desk, shown: Sequence[Shown], region_code: str, as_of: date) -> tuple[Delivery, ...]:
    """Return what the release holds of a region by ledger, organisation and region; the longest overdue first.

    `shown` are the targets that decide what is owed.

    Raises:
        AccessError: the region is not the viewer's.
    """
    found: dict[tuple[str, str, str], list[Batch]] = defaultdict(list)
    for batch in batches_inside(desk, region_code, as_of):
        found[batch.ledger_id, batch.reported_by, batch.region_code].append(batch)
    wanted = wanted_by(desk, shown)
    told = [
        _delivery(desk, own, as_of, is_owed=any(concerns(desk, batch, wanted) for batch in own))
        for own in found.values()
    ]
    return tuple(sorted(told, key=lambda one: (-one.days_late, one.ledger.id, one.region_code, one.reported_by)))


def batches_inside(desk: Desk, region_code: str, as_of: date) -> list[Batch]:
    """Return the files about a region or a part of it, begun by a day; what is wider than the region stays out."""
    desk.viewer.require(desk.regions, region_code)
    regions = desk.regions
    return [
        batch
        for batch in desk.batches
        if batch.first_on <= as_of and batch.region_code in regions and regions.covers(region_code, batch.region_code)
    ]


def _delivery(desk: Desk, own: list[Batch], as_of: date, *, is_owed: bool) -> Delivery:
    newest = max(own, key=lambda batch: (batch.last_on, batch.batch_id))
    ledger = desk.world.ledgers[newest.ledger_id]
    has_term = is_owed and ledger.rhythm_months is not None
    due_on = months_after(newest.last_on, ledger.rhythm_months or 0) if has_term else None
    return Delivery(
        ledger=ledger,
        reported_by=newest.reported_by,
        region_code=newest.region_code,
        files=len(own),
        newest=newest.batch_id,
        stands_for_on=min(newest.stands_for_on, as_of),
        is_owed=is_owed,
        due_on=due_on,
        days_late=max((as_of - due_on).days, 0) if due_on else 0,
        rows_in=sum(batch.rows_in for batch in own),
        rows_taken=sum(batch.rows_taken for batch in own),
        rows_held=sum(batch.rows_quarantined for batch in own),
    )
