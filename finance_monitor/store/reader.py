"""Reading a release as a viewer: every table a query may name holds only what the viewer may see."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import duckdb

from finance_monitor.access import Viewer
from finance_monitor.ledgers.model import Ledger
from finance_monitor.store.batches import Batch
from finance_monitor.store.engine import connect, run
from finance_monitor.store.ledger_views import make_ledger_view, table_columns
from finance_monitor.store.narrowing import Where, column_of, in_front, narrowed, parted
from finance_monitor.store.queries import PIECE, Query, query
from finance_monitor.store.release_files import Release

# table -> its region column
_SCOPED = {
    "regions": "code",
    "readings": "region_code",
    "deltas": "region_code",
    "reported": "region_code",
    "allotments": "region_code",
    "region_closure": "ancestor_code",
}
# Ledgers that hold figures of regions or places and nobody's case: queries/read may name them.
_OF_REGIONS = ("reported_figures", "region_facts", "outlets", "devices", "service_points", "post_stations")


class Reader:
    """One release seen by the viewers of one region; safe to share between threads (a cursor a request)."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, ledgers: Mapping[str, Ledger]) -> None:
        self._connection = connection
        self._ledgers = ledgers
        self._values: dict[tuple[str, str], tuple[str | None, ...]] = {}

    def run(self, asked: Query, values: Mapping[str, object]) -> list[dict[str, Any]]:
        """Run a query of `queries/read` (or an indicator's) over the viewer's own rows."""
        return run(self._connection, asked, values)

    def of_pieces(
        self,
        pieces: Query,
        values: Mapping[str, object],
        where: Where,
        days: Sequence[date],
        region_codes: Sequence[str],
        dimension: str | None = None,
    ) -> list[dict[str, Any]]:
        """Return what an indicator's statement comes to over the records of some values, by region and day.

        With a dimension, for each of its values (`part`, None where it is not filled in). A region has a row for a day
        only where something has changed since the day before of those asked for.
        """
        if dimension is None:
            own, bound = narrowed(pieces, self._ledgers, where)
            columns = ", ".join(f"piece.{name}" for name in PIECE)
            own = replace(own, sql=f"SELECT '' AS part, {columns} FROM ({own.sql}) AS piece")  # noqa: S608
        else:
            own, bound = parted(pieces, self._ledgers, where, dimension, self.values_of(pieces.tables, dimension))
        summed = query("pieces/readings")
        sql = in_front([f"scoped_pieces AS ({own.sql})"], summed.sql)
        asked = replace(summed, name=pieces.name, sql=sql, params=(*summed.params, *own.params))
        told = {"asked_days": list(days), "region_codes": list(region_codes)}
        return run(self._connection, asked, {**values, **bound, **told})

    def values_of(self, tables: Iterable[str], dimension: str) -> tuple[str | None, ...]:
        """Return the values of a dimension that some ledgers hold, in their order; None last where one is blank."""
        columns = [(name, column_of(self._ledgers[name], dimension)) for name in tables if name in self._ledgers]
        found = {value for name, column in columns if column for value in self.values_in(name, column)}
        return tuple(sorted(found, key=lambda value: (value is None, value or "")))

    def values_in(self, ledger_id: str, column: str) -> tuple[str | None, ...]:
        """Return the values that a column of a ledger holds; None where some row leaves it blank."""
        key = (ledger_id, column)
        if key not in self._values:
            sql = f"SELECT DISTINCT {column} AS value FROM {ledger_id}"  # noqa: S608
            asked = Query(ledger_id, sql, "", (), (ledger_id,), ("value",))
            self._values[key] = tuple(row["value"] for row in run(self._connection, asked, {}))
        return self._values[key]

    def rows_behind(
        self,
        pieces: Query,
        values: Mapping[str, object],
        ledger_id: str,
        inside: str,
        on: date,
        limit: int,
        since: date = date.min,
        where: Where = (),
    ) -> list[dict[str, Any]]:
        """Return ledger rows that an indicator counts inside a region on a day, at most `limit`, the weightiest first.

        `since` is the first day of a window, for what counts only what happened in it. It is the indicator's own
        statement that chooses the rows; the ledger's columns are added by batch and row.
        """
        columns = list(table_columns(self._ledgers[ledger_id]))
        pieces, bound = narrowed(pieces, self._ledgers, where)
        sql = (
            f"SELECT {', '.join('ledger_row.' + column for column in columns)} FROM "  # noqa: S608
            f"(SELECT batch_id, source_row, MAX(numerator) AS weight FROM ({pieces.sql}) AS piece "
            "JOIN scoped_closure ON piece.region_code = scoped_closure.descendant_code "
            "WHERE scoped_closure.ancestor_code = $inside AND piece.from_on BETWEEN $since AND $on_day "
            "AND (piece.until_on IS NULL OR piece.until_on > $on_day) GROUP BY batch_id, source_row) AS counted "
            f"JOIN {ledger_id} AS ledger_row USING (batch_id, source_row) "
            f"ORDER BY weight DESC, batch_id, source_row LIMIT {int(limit)}"
        )
        asked = Query(pieces.name, sql, "", (*pieces.params, "inside", "on_day", "since"), (), tuple(columns))
        return run(self._connection, asked, {**values, **bound, "inside": inside, "on_day": on, "since": since})


def _open(
    release: Release, region_code: str, batches: Sequence[Batch], ledgers: Sequence[Ledger]
) -> duckdb.DuckDBPyConnection:
    files = [batch.rows_file for batch in batches]
    connection = connect(files, {"release": release.file}, release.folder.parent / ".spill")
    gate = _gate(connection, region_code)
    for table, column in _SCOPED.items():
        name = "closure" if table == "region_closure" else table
        join = gate.format(column=f"t.{column}")
        connection.execute(f"CREATE VIEW scoped_{name} AS SELECT t.* FROM release.{table} AS t {join}")  # noqa: S608
    connection.execute("CREATE VIEW region_closure AS SELECT * FROM scoped_closure")
    # Which region lies where is no secret; which records it has, is.
    connection.execute("CREATE VIEW regions AS SELECT * FROM release.regions")
    connection.execute("CREATE VIEW calendar AS SELECT * FROM release.calendar")
    for ledger in ledgers:
        own = [batch for batch in batches if batch.ledger_id == ledger.id]
        make_ledger_view(connection, ledger.id, ledger, own, gate.format(column="ledger_row.region_code"))
        if ledger.id in _OF_REGIONS:
            connection.execute(f"CREATE VIEW scoped_{ledger.id} AS SELECT * FROM {ledger.id}")  # noqa: S608
    return connection


def _gate(connection: duckdb.DuckDBPyConnection, region_code: str) -> str:
    """Return the join that lets through only what lies in a region; its place for the column is `{column}`.

    The codes inside are looked up once: asking the whole closure again in every read took half of its time. Whoever
    sees every region of the release needs no gate at all.
    """
    connection.execute(
        "CREATE TABLE gate AS SELECT descendant_code FROM release.region_closure WHERE ancestor_code = $inside",
        {"inside": region_code},
    )
    outside = connection.execute(
        "SELECT 1 FROM release.regions AS r ANTI JOIN gate ON gate.descendant_code = r.code LIMIT 1"
    ).fetchone()
    return "SEMI JOIN gate ON gate.descendant_code = {column}" if outside else ""


_KEPT_READERS = 40
_readers: OrderedDict[tuple[Path, datetime, str], Reader] = OrderedDict()
_one_at_a_time = threading.Lock()


def reader_of(viewer: Viewer, release: Release, batches: Sequence[Batch], ledgers: Sequence[Ledger]) -> Reader:
    """Return the reader of a release for a viewer. It is kept by (release, region) and nothing else."""
    key = (release.file, release.published_at, viewer.region_code)
    with _one_at_a_time:
        if key not in _readers:
            connection = _open(release, viewer.region_code, batches, ledgers)
            _readers[key] = Reader(connection, {ledger.id: ledger for ledger in ledgers})
        _readers.move_to_end(key)
        while len(_readers) > _KEPT_READERS:
            _readers.popitem(last=False)
        return _readers[key]
