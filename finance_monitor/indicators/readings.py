"""Readings out of a release, as a viewer sees them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from finance_monitor.errors import UserError
from finance_monitor.indicators.counting import indicator_query
from finance_monitor.indicators.model import Indicator, Reading
from finance_monitor.store.narrowing import Where
from finance_monitor.store.queries import query
from finance_monitor.store.reader import Reader
from finance_monitor.store.release_files import Release

# (region, day) -> what the records come to from that day on
_Changes = Mapping[tuple[str, date], Mapping[str, Any]]
_NONE_YET: Mapping[str, Any] = {
    "numerator": 0,
    "denominator": 0,
    "piece_rows": 0,
    "reported_rows": 0,
    "numerator_rows": 0,
}


def _has_records(reading: Reading) -> bool:
    """Say whether records give a reading, or some of it; a figure that a unit filled in cannot be narrowed."""
    return reading.numerator is not None and (reading.rows == 0 or reading.reported_rows < reading.rows)


def _nothing(region_code: str, day: date) -> Reading:
    return Reading(region_code, day, None, None, 0)


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
        if as_of not in self.release.rollup_days:
            return self.of_several((indicator_id,), as_of, region_codes)[indicator_id]
        asked = {"indicator_id": indicator_id, "as_of": as_of, "region_codes": list(region_codes)}
        rows = self.reader.run(query("read/readings"), asked)
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

    def of_several(
        self, indicator_ids: Iterable[str], as_of: date, region_codes: Iterable[str]
    ) -> dict[str, dict[str, Reading]]:
        """Return the readings of several indicators on any day, summed from the movements in one scan."""
        wanted = list(indicator_ids)
        found: dict[str, dict[str, Reading]] = {one: {} for one in wanted}
        asked = {"indicator_ids": wanted, "as_of": as_of, "region_codes": list(region_codes)}
        for row in self.reader.run(query("read/readings_on_any_day"), asked):
            found[row["indicator_id"]][row["region_code"]] = self._reading(row["indicator_id"], as_of, row)
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

    def on_days(
        self, indicator_id: str, days: Iterable[date], region_codes: Iterable[str], where: Where = ()
    ) -> dict[date, dict[str, Reading]]:
        """Return the readings of several days, of the records of some values only where `where` names any.

        Raise UserError for a day after the data date.
        """
        asked, codes = sorted(set(days)), list(region_codes)
        if asked and asked[-1] > self.release.data_date:
            raise UserError("store.after_data_date", as_of=asked[-1], data_date=self.release.data_date)
        pairs = self.of_pairs(((indicator_id, day) for day in asked), codes)
        whole = {day: pairs.get((indicator_id, day)) or self.of(indicator_id, day, codes) for day in asked}
        return self._narrowed(indicator_id, whole, codes, where) if where else whole

    def by_value(
        self,
        indicator_id: str,
        days: Iterable[date],
        region_codes: Iterable[str],
        dimension: str,
        where: Where = (),
    ) -> dict[str | None, dict[date, dict[str, Reading]]]:
        """Return the readings of several days for each value of a dimension that occurs; None: not filled in."""
        codes = list(region_codes)
        whole = self.on_days(indicator_id, days, codes)
        pieces = indicator_query(self.indicators[indicator_id])
        if pieces is None:
            return {}
        rows = self._changes(indicator_id, whole, codes, where, dimension)
        values = self.reader.values_of(pieces.tables, dimension)
        return {value: self._standing(indicator_id, whole, rows.get(value, {})) for value in values}

    def _narrowed(
        self, indicator_id: str, whole: Mapping[date, Mapping[str, Reading]], codes: Sequence[str], where: Where
    ) -> dict[date, dict[str, Reading]]:
        """Narrow whole readings: where only a filled-in figure stands, there is nothing to narrow."""
        if indicator_query(self.indicators[indicator_id]) is None:
            return {day: {code: _nothing(code, day) for code in own} for day, own in whole.items()}
        return self._standing(indicator_id, whole, self._changes(indicator_id, whole, codes, where).get("", {}))

    def _changes(
        self,
        indicator_id: str,
        days: Iterable[date],
        codes: Sequence[str],
        where: Where,
        dimension: str | None = None,
    ) -> Mapping[str | None, _Changes]:
        """Ask the records what has changed from day to day, part by part."""
        pieces = indicator_query(self.indicators[indicator_id])
        if pieces is None:
            return {}
        params = self.indicators[indicator_id].params
        found: dict[str | None, dict[tuple[str, date], Mapping[str, Any]]] = defaultdict(dict)
        for row in self.reader.of_pieces(pieces, params, where, list(days), codes, dimension):
            found[row["part"]][row["region_code"], row["as_of"]] = row
        return found

    def _standing(
        self, indicator_id: str, whole: Mapping[date, Mapping[str, Reading]], changes: _Changes
    ) -> dict[date, dict[str, Reading]]:
        """Return what stands on each day: what has changed last up to then."""
        found: dict[date, dict[str, Reading]] = {}
        standing: dict[str, Mapping[str, Any]] = {}
        for day, own in whole.items():
            standing |= {code: changes[code, day] for code in own if (code, day) in changes}
            found[day] = {
                code: self._reading(indicator_id, day, {**_NONE_YET, "region_code": code, **standing.get(code, {})})
                if _has_records(reading)
                else _nothing(code, day)
                for code, reading in own.items()
            }
        return found

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
