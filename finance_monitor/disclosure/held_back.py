"""What was wrong in the files of a region: by rule and file, with the first places; no cell is repeated."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from finance_monitor.disclosure.deliveries import batches_inside
from finance_monitor.disclosure.desk import is_hidden
from finance_monitor.disclosure.filled_in import FilledIn, filled_in_beside
from finance_monitor.disclosure.seat import Desk
from finance_monitor.indicators.model import Indicator
from finance_monitor.store.batches import Batch
from finance_monitor.store.held_rows import FaultKind, faults_in, figures_in
from finance_monitor.world import REPORTED_FIGURES


@dataclass(frozen=True, slots=True)
class HeldBack:
    """One kind of fault in one file."""

    batch: Batch
    fault: FaultKind


@dataclass(frozen=True, slots=True)
class Difference:
    """A figure a unit filled in that is not what its records come to."""

    indicator: Indicator
    region_code: str
    found: FilledIn


def held_back(desk: Desk, region_code: str, as_of: date) -> tuple[HeldBack, ...]:
    """Return the kinds of fault in the files of a region, the most frequent first."""
    found = [HeldBack(batch, fault) for batch in batches_inside(desk, region_code, as_of) for fault in faults_in(batch)]
    return tuple(sorted(found, key=lambda one: (-one.fault.places, one.batch.batch_id, one.fault.rule)))


def differences(desk: Desk, region_code: str, as_of: date) -> tuple[Difference, ...]:
    """Return where filled-in figures and records differ on one day; what is hidden stays hidden."""
    desk.viewer.require(desk.regions, region_code)
    found = []
    for indicator_id, code in sorted(_filled_in(desk, region_code, as_of)):
        indicator = desk.world.indicators.get(indicator_id)
        if indicator is None or not indicator.ledgers or is_hidden(desk, indicator, code, as_of):
            continue
        beside = filled_in_beside(desk, indicator, code, as_of)
        if beside is not None and beside.differs:
            found.append(Difference(indicator, code, beside))
    return tuple(found)


def _filled_in(desk: Desk, region_code: str, as_of: date) -> set[tuple[str, str]]:
    own = [batch for batch in desk.batches if batch.ledger_id == REPORTED_FIGURES and batch.first_on <= as_of]
    covers, known = desk.regions.covers, desk.regions
    return {
        (indicator, code)
        for batch in own
        for indicator, code in figures_in(batch.rows_file)
        if code in known and covers(region_code, code)
    }
