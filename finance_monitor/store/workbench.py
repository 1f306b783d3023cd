"""Where a release is built: a new DuckDB file beside views of the active batches."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import polars as pl

from finance_monitor.errors import StoreError, UserError
from finance_monitor.ledgers.model import Ledger
from finance_monitor.store.batches import Batch
from finance_monitor.store.engine import close_door, connect_file, content_of, literal, run
from finance_monitor.store.ledger_views import make_ledger_view
from finance_monitor.store.queries import PIECE, Query, query

# Which row a piece comes from is asked by whoever looks behind a figure, not by the movements.
_MOVING = tuple(column for column in PIECE if column not in ("batch_id", "source_row"))


class Workbench:
    """An open release file under construction; use `workbench()`."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._connection = connection

    def keep(self, name: str, frame: pl.DataFrame) -> None:
        """Keep a frame as a table of the release."""
        self._connection.register("incoming", frame.to_arrow())
        self._connection.execute(f"CREATE TABLE {name} AS SELECT * FROM incoming")  # noqa: S608 our own names
        self._connection.unregister("incoming")

    def fill(self, name: str, filled_from: Query, values: Mapping[str, object] | None = None) -> None:
        """Make a table from a query."""
        self._execute(f"CREATE TABLE {name} AS {filled_from.sql}", filled_from, values or {})

    def drop(self, name: str) -> None:
        """Drop a table that readers do not need."""
        self._connection.execute(f"DROP TABLE {name}")

    def view_ledger(self, ledger: Ledger, batches: Sequence[Batch]) -> None:
        """Show the active batches of a ledger under its own name for the time of building."""
        make_ledger_view(self._connection, ledger.id, ledger, batches, passing=True)

    def add_pieces(self, indicator_id: str, pieces: Query, values: Mapping[str, object]) -> None:
        """Add the movements of one indicator that is counted from records."""
        self._execute(
            f"CREATE TEMP TABLE pieces AS SELECT {literal(indicator_id)} AS indicator_id, "  # noqa: S608
            f"0 AS is_reported, {', '.join(_MOVING)} FROM ({pieces.sql}) AS piece",
            pieces,
            values,
        )
        self._add_deltas()

    def add_reported_pieces(self, indicator_ids: Sequence[str]) -> None:
        """Add the movements of the figures that units filled in themselves."""
        reported = query("rollup/reported_pieces")
        wanted = ", ".join(literal(indicator_id) for indicator_id in (*indicator_ids, ""))
        self._execute(
            f"CREATE TEMP TABLE pieces AS SELECT *, 1 AS is_reported FROM ({reported.sql}) "  # noqa: S608
            f"WHERE indicator_id IN ({wanted})",
            reported,
            {},
        )
        self._add_deltas()

    def _add_deltas(self) -> None:
        deltas = query("rollup/deltas_of_pieces")
        self._connection.execute("CREATE TABLE IF NOT EXISTS deltas AS " + deltas.sql + " LIMIT 0")
        self._execute(f"INSERT INTO deltas {deltas.sql}", deltas, {})
        self._connection.execute("DROP TABLE pieces")

    def copy_deltas(self, indicator_ids: Sequence[str]) -> None:
        """Take the movements of indicators whose batches have not changed from the earlier release."""
        deltas = query("rollup/deltas_of_pieces")
        self._connection.execute(
            f"CREATE TABLE deltas AS SELECT {', '.join(deltas.returns)} FROM earlier.deltas "  # noqa: S608
            "WHERE indicator_id IN (SELECT UNNEST($ids))",
            {"ids": list(indicator_ids)},
        )

    def fill_readings(self, kept_ids: Sequence[str]) -> None:
        """Run the movements up to readings; those of `kept_ids` are taken from the earlier release as they stand."""
        readings = query("rollup/readings")
        if not kept_ids:
            self.fill("readings", readings)
            return
        ids = {"ids": list(kept_ids)}
        self._connection.execute("ALTER TABLE deltas RENAME TO all_deltas")
        self._connection.execute("CREATE TEMP TABLE kept AS SELECT UNNEST($ids) AS indicator_id", ids)
        self._connection.execute(
            "CREATE TEMP VIEW deltas AS SELECT * FROM all_deltas ANTI JOIN kept USING (indicator_id)"
        )
        self.fill("readings", readings)
        self._connection.execute("DROP VIEW deltas")
        self._connection.execute("ALTER TABLE all_deltas RENAME TO deltas")
        self._connection.execute(
            f"INSERT INTO readings SELECT {', '.join(readings.returns)} FROM earlier.readings "  # noqa: S608
            "SEMI JOIN kept USING (indicator_id)"
        )

    def rows(self, name: str) -> tuple[int, str]:
        """Return the number of rows of a table and a hash of its content that does not depend on their order."""
        return content_of(self._connection, name)

    def first_day(self) -> date | None:
        """Return the first day on which anything moved."""
        found: date | None = self.run(query("rollup/first_day"), {})[0]["first_on"]
        return found

    def run(self, asked: Query, values: Mapping[str, object]) -> list[dict[str, Any]]:
        """Run a query over what has been built so far."""
        return run(self._connection, asked, values)

    def _execute(self, sql: str, asked: Query, values: Mapping[str, object]) -> None:
        try:
            self._connection.execute(sql, {name: values[name] for name in asked.params} or None)
        except duckdb.Error as fault:
            raise UserError("query.failed", what=f"{asked.name}.sql: {str(fault).splitlines()[0]}") from fault


@contextmanager
def workbench(release_file: Path, batches: Sequence[Batch], earlier_file: Path | None = None) -> Iterator[Workbench]:
    """Open a new release file that may read the batches' files (and an earlier release) and nothing else."""
    connection = connect_file(release_file)
    if earlier_file:
        try:
            connection.execute(f"ATTACH {literal(str(earlier_file))} AS earlier (READ_ONLY)")
        except duckdb.Error as fault:
            connection.close()
            raise StoreError("store.earlier_damaged") from fault
    close_door(connection, [batch.rows_file for batch in batches])
    try:
        yield Workbench(connection)
        connection.execute("CHECKPOINT")
    finally:
        connection.close()
