"""Two paths to one figure: what a unit filled in itself (单位填报) beside what its records come to (明细计算)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from finance_monitor.disclosure.seat import Desk
from finance_monitor.indicators.model import Indicator
from finance_monitor.store.batches import Batch
from finance_monitor.store.inspect import indicators_in
from finance_monitor.store.queries import query
from finance_monitor.world import REPORTED_FIGURES


@dataclass(frozen=True, slots=True)
class FilledIn:
    """The newest figure a region filled in, and what its records come to on the same day; money in fen.

    Records win. Where the two differ, that is a finding about the whole file.
    """

    as_of: date
    batch_id: str
    numerator: int
    denominator: int | None
    counted_numerator: int
    counted_denominator: int | None

    @property
    def differs(self) -> bool:
        """Say whether the two paths give different answers; a denominator that was left out is not compared."""
        if self.numerator != self.counted_numerator:
            return True
        return self.denominator is not None and self.denominator != self.counted_denominator


def filled_in_beside(desk: Desk, indicator: Indicator, region_code: str, on: date) -> FilledIn | None:
    """Return the figure a region filled in beside its records; None where there are not both on one day."""
    if not any(indicator.id in indicators_in(batch.rows_file) for batch in _of_figures(desk)):
        return None
    asked = {"indicator_id": indicator.id, "region_code": region_code, "as_of": on}
    for row in desk.readings.reader.run(query("read/filled_in"), asked):
        counted = desk.readings.of(indicator.id, row["as_of"], [region_code]).get(region_code)
        if counted is None or counted.numerator is None or counted.reported_rows:
            return None
        denominator = row["denominator"] if indicator.denominator is not None else None
        return FilledIn(
            row["as_of"], row["batch_id"], row["numerator"], denominator, counted.numerator, counted.denominator
        )
    return None


def _of_figures(desk: Desk) -> Iterator[Batch]:
    return (batch for batch in desk.batches if batch.ledger_id == REPORTED_FIGURES)
