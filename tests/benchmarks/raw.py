"""The same figures straight from the ledger rows: DuckDB over the batches' Parquet files, no rollup.

The statements are written from what an indicator means, not from `queries/`: what stands on a day is counted on that
day. Keys are unique in the invented batches, so no row is replaced here; the product would have to ask for that too.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import duckdb

from finance_monitor.disclosure.desk import Desk
from finance_monitor.indicators.model import Reading
from finance_monitor.indicators.readings import Readings
from finance_monitor.store.batches import Batch
from tests.benchmarks.raw_sql import BY_REGION, HOMES, RELIEVED, TREND
from tests.benchmarks.raw_told import told_from

THREADS = 2
UP = """
    SELECT up.ancestor_code, CAST(sum(b.numerator) AS BIGINT), CAST(sum(b.denominator) AS BIGINT),
        CAST(sum(b.piece_rows) AS BIGINT)
    FROM ({by_region}) AS b JOIN up ON up.descendant_code = b.region_code
    WHERE up.ancestor_code IN (SELECT unnest($codes))
    GROUP BY up.ancestor_code
"""
Parts = tuple[int, int, int]


class RawLedgers:
    """The batches of a release as one table a ledger, and the region tree."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._connection = duckdb.connect(":memory:", config={"threads": THREADS})
        self._connection.register("closure_frame", desk.regions.closure().to_arrow())
        self._connection.execute("CREATE TABLE up AS SELECT * FROM closure_frame")
        self._connection.unregister("closure_frame")
        for ledger_id in desk.world.ledgers:
            own = [batch for batch in desk.batches if batch.ledger_id == ledger_id]
            if own:
                self._connection.execute(f"CREATE VIEW {ledger_id} AS {_rows_of(own)}")
        self._connection.execute(HOMES)
        if {"loans", "households"} <= {batch.ledger_id for batch in desk.batches}:
            self._connection.execute(RELIEVED)
        self._told = {indicator_id: told_from(desk, indicator_id) for indicator_id in desk.world.indicators}

    def sums(self, indicator_id: str, day: date, codes: Sequence[str]) -> dict[str, Parts]:
        """Return numerator, denominator and rows of every region that has any."""
        indicator = self._desk.world.indicators[indicator_id]
        sql = UP.format(by_region=BY_REGION[indicator_id if indicator.ledgers else "reported"])
        known = {"day": day, "codes": list(codes), "indicator": indicator_id, **indicator.params}
        rows = self._run(sql, known)
        return {str(code): (int(n), int(d), int(r)) for code, n, d, r in rows}

    def overdue_loans(self, day: date, codes: Sequence[str]) -> dict[str, int]:
        """Return how many loans are overdue: so few that their sum is not shown, perhaps."""
        rows = self._run(UP.format(by_region=BY_REGION["overdue_loans"]), {"day": day, "codes": list(codes)})
        return {str(code): int(count) for code, _, _, count in rows}

    def told_from(self, indicator_id: str, code: str) -> date | None:
        """Return the first day anybody speaks of."""
        return self._told[indicator_id].get(code)

    def trend(self, indicator_id: str, region_code: str, days: Sequence[date]) -> list[tuple[int, int]]:
        """Return numerator and denominator of a region on every day."""
        rows = self._run(TREND[indicator_id], {"days": list(days), "region": region_code})
        return [(int(n), int(d)) for _, n, d in rows]

    def _run(self, sql: str, known: Mapping[str, object]) -> list[tuple[Any, ...]]:
        with self._connection.cursor() as cursor:
            wanted = {name: value for name, value in known.items() if f"${name}" in sql}
            rows: list[tuple[Any, ...]] = cursor.execute(sql, wanted).fetchall()
        return rows


def _rows_of(batches: Sequence[Batch]) -> str:
    """List the batches' rows; all of them stand for one day, as the benchmark brought them in."""
    files = ", ".join(f"'{batch.rows_file}'" for batch in batches)
    stands = {batch.stands_for_on for batch in batches}
    if len(stands) > 1:
        raise AssertionError(f"more than one day: {stands}")
    columns = f"DATE '{stands.pop()}' AS stands_for_on, '{batches[0].batch_id}' AS batch_id"
    return f"SELECT *, {columns} FROM read_parquet([{files}])"


@dataclass(frozen=True, slots=True)
class RawReadings(Readings):
    """Answers the questions of a desk without the rollup."""

    raw: RawLedgers

    def of(self, indicator_id: str, as_of: date, region_codes: Iterable[str]) -> dict[str, Reading]:
        """Sum the rows of every region asked for."""
        indicator = self.indicators[indicator_id]
        region_codes = list(region_codes)
        sums = self.raw.sums(indicator_id, as_of, region_codes)
        overdue = self.raw.overdue_loans(as_of, region_codes) if indicator.sensitivity == "personal" else {}
        found = {}
        for code in region_codes:
            begun = self.raw.told_from(indicator_id, code)
            told = begun is not None and begun <= as_of
            numerator, denominator, rows = sums.get(code, (0, 0, 0))
            found[code] = Reading(
                region_code=code,
                as_of=as_of,
                numerator=numerator if told else None,
                denominator=denominator if told and indicator.denominator is not None else None,
                rows=rows,
                reported_rows=0 if indicator.ledgers else rows,
                numerator_rows=overdue.get(code, 0),
            )
        return found

    def of_pairs(
        self, pairs: Iterable[tuple[str, date]], region_codes: Iterable[str]
    ) -> dict[tuple[str, date], dict[str, Reading]]:
        """Ask for one pair after the other: the rows know of no rollup days."""
        codes = list(region_codes)
        return {(indicator_id, day): self.of(indicator_id, day, codes) for indicator_id, day in dict.fromkeys(pairs)}
