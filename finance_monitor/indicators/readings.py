"""Readings out of a release, as a viewer sees them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from finance_monitor.errors import UserError
from finance_monitor.indicators.model import Indicator, Reading
from finance_monitor.store.queries import query
from finance_monitor.store.reader import Reader
from finance_monitor.store.release_files import Release


@dataclass(frozen=True, slots=True)
class Readings:
    """A release as one viewer reads it."""

    release: Release
    reader: Reader
    indicators: Mapping[str, Indicator]

    def of(self, indicator_id: str, as_of: date, region_codes: Iterable[str]) -> dict[str, Reading]:
        """Return the readings of the regions on a day; regions outside the viewer's own are not in the answer.

        A rollup day (month end, deadline, data date) is read as it stands; any other day is summed from the
        movements. Raise UserError for a day after the data date: nothing is known of it.
        """
        if as_of > self.release.data_date:
            raise UserError("store.after_data_date", as_of=as_of, data_date=self.release.data_date)
        name = "readings" if as_of in self.release.rollup_days else "readings_on_any_day"
        asked = {"indicator_id": indicator_id, "as_of": as_of, "region_codes": list(region_codes)}
        rows = self.reader.run(query(f"read/{name}"), asked)
        return {row["region_code"]: self._reading(indicator_id, as_of, row) for row in rows}

    def of_pairs(
        self, pairs: Iterable[tuple[str, date]], region_codes: Iterable[str]
    ) -> dict[tuple[str, date], dict[str, Reading]]:
        """Return the readings of several (indicator, day) pairs at once; days that are no rollup days are left out."""
        known = [pair for pair in dict.fromkeys(pairs) if pair[1] in self.release.rollup_days]
        found: dict[tuple[str, date], dict[str, Reading]] = {pair: {} for pair in known}
        asked = {
            "indicator_ids": [indicator_id for indicator_id, _ in known],
            "days": [day for _, day in known],
            "region_codes": list(region_codes),
        }
        for row in self.reader.run(query("read/readings_of_pairs"), asked) if known else ():
            pair = (row["indicator_id"], row["as_of"])
            found[pair][row["region_code"]] = self._reading(*pair, row)
        return found

    def _reading(self, indicator_id: str, as_of: date, row: Mapping[str, Any]) -> Reading:
        has_denominator = self.indicators[indicator_id].denominator is not None
        return Reading(
            region_code=row["region_code"],
            as_of=as_of,
            numerator=row["numerator"],
            denominator=row["denominator"] if has_denominator else None,
            rows=row["piece_rows"],
            reported_rows=row["reported_rows"],
            numerator_rows=row["numerator_rows"],
        )

    def trend(self, indicator_id: str, region_code: str, as_of: date) -> list[Reading]:
        """Return every reading of a region up to a day, oldest first: one wherever something changed."""
        indicator = self.indicators[indicator_id]
        rows = self.reader.run(
            query("read/trend"), {"indicator_id": indicator_id, "region_code": region_code, "as_of": as_of}
        )
        return [
            Reading(
                region_code,
                row["as_of"],
                row["numerator"],
                row["denominator"] if indicator.denominator is not None else None,
                row["piece_rows"],
            )
            for row in rows
        ]
