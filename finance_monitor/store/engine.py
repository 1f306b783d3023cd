"""The one door to DuckDB: locked-down connections, nothing but the files named to them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import duckdb

from finance_monitor.errors import StoreError, UserError
from finance_monitor.store.queries import Query

# Building sorts whole ledgers; a reader answers one question over a rollup, and many readers are open at once.
_BUILDING = {"memory_limit": "4GB", "threads": "2"}
_READING = {"memory_limit": "512MB", "threads": "2"}
_CLOSED = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "allow_community_extensions": "false",
    "python_enable_replacements": "false",
    "python_scan_all_frames": "false",
}


def connect(
    readable: Iterable[Path] = (), attached: Mapping[str, Path] | None = None, spill_to: Path | None = None
) -> duckdb.DuckDBPyConnection:
    """Open an empty in-memory database that may read `readable` Parquet files and nothing else.

    `attached` databases (name -> file) are opened read-only before the door is closed. What does not fit into memory
    goes to `spill_to`, and nowhere without it: left alone it would lie in the folder the program was started from.
    """
    spill = {"temp_directory": str(spill_to or "")}
    connection = duckdb.connect(":memory:", config={**_CLOSED, **_READING, **spill})
    try:
        for name, path in (attached or {}).items():
            connection.execute(f"ATTACH {literal(str(path))} AS {name} (READ_ONLY)")
    except duckdb.Error as fault:
        connection.close()
        raise StoreError("store.damaged", file=path.name) from fault
    close_door(connection, readable)
    return connection


def connect_file(path: Path) -> duckdb.DuckDBPyConnection:
    """Open a new database file for writing; the caller closes the door (`close_door`)."""
    return duckdb.connect(str(path), config={**_CLOSED, **_BUILDING})


def close_door(connection: duckdb.DuckDBPyConnection, readable: Iterable[Path]) -> None:
    """From here on the connection reads `readable` and nothing else, and its settings cannot be changed."""
    paths = ", ".join(literal(str(path)) for path in readable)
    connection.execute(f"SET allowed_paths = [{paths}]")
    connection.execute("SET TimeZone = 'Asia/Shanghai'")
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")


def literal(text: str) -> str:
    """Quote a text for a place where DuckDB takes no parameter (ATTACH, views)."""
    return "'" + text.replace("'", "''") + "'"


def run(connection: duckdb.DuckDBPyConnection, query: Query, values: Mapping[str, object]) -> list[dict[str, Any]]:
    """Run a query on a cursor of its own and return its rows by name; a fault of the statement names its file."""
    with connection.cursor() as cursor:
        try:
            rows = cursor.execute(query.sql, {name: values[name] for name in query.params}).fetchall()
        except duckdb.Error as fault:
            raise UserError("query.failed", what=f"{query.name}.sql: {str(fault).splitlines()[0]}") from fault
    return [dict(zip(query.returns, row, strict=True)) for row in rows]


def content_of(connection: duckdb.DuckDBPyConnection, table: str) -> tuple[int, str]:
    """Return the number of rows of a table and a hash of its content that does not depend on their order.

    Every column is read, so that a damaged page is found: a bare count is answered without looking.
    """
    counted = connection.execute(
        f"SELECT count(*), CAST(coalesce(sum(CAST(hash(t) AS HUGEINT)), 0) AS VARCHAR) FROM {table} AS t"  # noqa: S608
    ).fetchone()
    return (0, "0") if counted is None else (int(counted[0]), str(counted[1]))
