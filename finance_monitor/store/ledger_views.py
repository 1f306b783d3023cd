"""Ledgers as tables: the active batches' Parquet files under the ledger's name, typed as its definition says."""

from __future__ import annotations

from collections.abc import Sequence

import duckdb
import polars as pl

from finance_monitor.ledgers.model import Ledger
from finance_monitor.ledgers.schema import DECIMAL, table_schema
from finance_monitor.store.batches import Batch
from finance_monitor.store.engine import literal

# What every ledger table has beside its own columns.
BATCH_COLUMNS = {
    "source_row": "BIGINT",
    "batch_id": "VARCHAR",
    "reported_by": "VARCHAR",
    "stands_for_on": "DATE",
    "last_on": "DATE",
}

# The facts of a batch that stand beside each of its rows.
_OF_BATCH = ("batch_id", "reported_by", "stands_for_on", "last_on")

_SQL_TYPES: dict[pl.DataType, str] = {
    pl.String(): "VARCHAR",
    pl.Date(): "DATE",
    pl.Int64(): "BIGINT",
    pl.Boolean(): "BOOLEAN",
    DECIMAL: f"DECIMAL({DECIMAL.precision}, {DECIMAL.scale})",
}


def table_columns(ledger: Ledger) -> dict[str, str]:
    """Return the columns of a ledger's table and their SQL types; personal fields are not among them, keys are."""
    return {**{name: _SQL_TYPES[kind] for name, kind in table_schema(ledger).items()}, **BATCH_COLUMNS}


def make_ledger_view(
    connection: duckdb.DuckDBPyConnection,
    name: str,
    ledger: Ledger,
    batches: Sequence[Batch],
    gate: str = "",
    *,
    passing: bool = False,
) -> None:
    """Make the view `name` over the active batches of a ledger; `gate` joins it with what a viewer may see.

    A `passing` view is gone with the connection: a release file must not name the folders of this computer.

    The same key in two batches stands once: the row of the later period counts, then that of the later batch.
    """
    create = "CREATE TEMP VIEW" if passing else "CREATE VIEW"
    columns = table_columns(ledger)
    if not batches:
        empty = ", ".join(f"CAST(NULL AS {kind}) AS {column}" for column, kind in columns.items())
        connection.execute(f"{create} {name} AS SELECT {empty} WHERE false")
        return
    listed = ", ".join(f"ledger_row.{column}" for column in columns)
    sql = f"SELECT {listed} FROM ({_rows_of(ledger, batches)}) AS ledger_row {gate}"  # noqa: S608
    if len(batches) > 1:
        key = ", ".join(f"ledger_row.{column}" for column in ledger.key)
        newest = "ledger_row.last_on DESC, ledger_row.batch_id DESC"
        sql += f" QUALIFY ROW_NUMBER() OVER (PARTITION BY {key} ORDER BY {newest}) = 1"
    connection.execute(f"{create} {name} AS {sql}")


def _rows_of(ledger: Ledger, batches: Sequence[Batch]) -> str:
    """Read all files in one scan and put each batch's own facts beside its rows.

    A scan a file would hold the buffers of all of them at once: 40 small files took half a gigabyte.
    """
    columns = table_columns(ledger)
    # A ledger may have gained a column since: where no batch holds it, nobody has filled it in.
    held = set().union(*(pl.read_parquet_schema(batch.rows_file) for batch in batches))
    listed = ", ".join(
        f"told.{column}"
        if column in _OF_BATCH
        else f"CAST({f'file_row.{column}' if column in held else 'NULL'} AS {kind}) AS {column}"
        for column, kind in columns.items()
    )
    files = ", ".join(literal(str(batch.rows_file)) for batch in batches)
    told = ", ".join(f"({', '.join(_facts_of(batch))})" for batch in batches)
    return (
        f"SELECT {listed} FROM read_parquet([{files}], union_by_name = true, filename = 'rows_file') AS file_row "  # noqa: S608
        f"JOIN (VALUES {told}) AS told (rows_file, {', '.join(_OF_BATCH)}) USING (rows_file)"
    )


def _facts_of(batch: Batch) -> tuple[str, ...]:
    """Return the file of a batch, then its facts in the order of `_OF_BATCH`, as they are written in SQL."""
    days = (f"DATE {literal(day.isoformat())}" for day in (batch.stands_for_on, batch.last_on))
    return (literal(str(batch.rows_file)), literal(batch.batch_id), literal(batch.reported_by), *days)
