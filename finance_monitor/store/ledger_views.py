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
    parts = [_batch_rows(ledger, batch) for batch in batches]
    listed = ", ".join(f"ledger_row.{column}" for column in columns)
    sql = f"SELECT {listed} FROM ({' UNION ALL '.join(parts)}) AS ledger_row {gate}"  # noqa: S608
    if len(batches) > 1:
        key = ", ".join(f"ledger_row.{column}" for column in ledger.key)
        newest = "ledger_row.last_on DESC, ledger_row.batch_id DESC"
        sql += f" QUALIFY ROW_NUMBER() OVER (PARTITION BY {key} ORDER BY {newest}) = 1"
    connection.execute(f"{create} {name} AS {sql}")


def _batch_rows(ledger: Ledger, batch: Batch) -> str:
    fixed = {
        "batch_id": literal(batch.batch_id),
        "reported_by": literal(batch.reported_by),
        "stands_for_on": f"DATE {literal(batch.stands_for_on.isoformat())}",
        "last_on": f"DATE {literal(batch.last_on.isoformat())}",
    }
    # A ledger may have gained a column since: in an older batch nobody has filled it in.
    held = pl.read_parquet_schema(batch.rows_file)
    listed = ", ".join(
        f"{fixed[column]} AS {column}"
        if column in fixed
        else f"CAST({column if column in held else 'NULL'} AS {kind}) AS {column}"
        for column, kind in table_columns(ledger).items()
    )
    return f"SELECT {listed} FROM read_parquet({literal(str(batch.rows_file))})"  # noqa: S608
