"""An indicator's own statement over ledgers narrowed to the rows of one value."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from finance_monitor.ledgers.model import Ledger
from finance_monitor.store.queries import PIECE, Query

# (dimension, value); the empty value asks for the rows in which it is not filled in.
Where = tuple[tuple[str, str], ...]
NOT_FILLED_IN = ""
# Ledgers stand in the connection's own schema: named with it, one is not taken for the narrowed one of its name.
_SCHEMA = "main"


def column_of(ledger: Ledger, dimension: str) -> str | None:
    """Return the column of a ledger that holds a dimension."""
    return next((column.name for column in ledger.columns if column.dimension == dimension), None)


def dimensions_in(pieces: Query, ledgers: Mapping[str, Ledger]) -> tuple[str, ...]:
    """Return the dimensions a statement can be narrowed by: those its header names, or those of its only ledger.

    What is read beside the records that are counted (whose loan is an ordinary household's) narrows nothing.
    """
    own = [ledgers[table] for table in pieces.tables if table in ledgers]
    known = dict.fromkeys(column.dimension for ledger in own for column in ledger.columns if column.dimension)
    if pieces.narrowed_by is not None:
        return tuple(dimension for dimension in pieces.narrowed_by if dimension in known)
    return tuple(known) if len(own) == 1 else ()


def narrowed(
    pieces: Query, ledgers: Mapping[str, Ledger], where: Where, prefix: str = "only"
) -> tuple[Query, dict[str, str]]:
    """Return the statement over the rows of some values only, and the values to be bound.

    Every ledger of the statement that has the dimension is narrowed: what is left of it stands under its name in front
    of the statement. What is counted once (a household) is thereby counted once among the rows that are left.
    """
    bound: dict[str, str] = {}
    conditions = {name: _conditions(ledgers[name], where, prefix, bound) for name in pieces.tables if name in ledgers}
    parts = [
        f"{name} AS (SELECT * FROM {_SCHEMA}.{name} WHERE {' AND '.join(own)})"  # noqa: S608
        for name, own in conditions.items()
        if own
    ]
    if not parts:
        return pieces, bound
    sql = in_front(parts, pieces.sql)
    return replace(pieces, sql=sql, params=(*pieces.params, *bound)), bound


def parted(
    pieces: Query, ledgers: Mapping[str, Ledger], where: Where, dimension: str, values: Sequence[str | None]
) -> tuple[Query, dict[str, str]]:
    """Return the statement with the value of a dimension beside each piece (`part`), and the values to be bound.

    Where each row is counted for itself the value is looked up beside it; otherwise the statement is run over the rows
    of every value, for a household may have loans of two banks.
    """
    columns = ", ".join(f"piece.{name}" for name in PIECE)
    ledger = ledgers.get(pieces.single_rows)
    column = column_of(ledger, dimension) if ledger else None
    if column is not None:
        own, bound = narrowed(pieces, ledgers, where)
        looked_up = f"JOIN {_SCHEMA}.{pieces.single_rows} AS ledger_row USING (batch_id, source_row)"
        sql = f"SELECT ledger_row.{column} AS part, {columns} FROM ({own.sql}) AS piece {looked_up}"  # noqa: S608
        return replace(own, sql=sql), bound
    sqls, bound, params = [], dict[str, str](), dict.fromkeys(pieces.params)
    for place, value in enumerate(values):
        narrower = (*where, (dimension, NOT_FILLED_IN if value is None else value))
        own, told = narrowed(pieces, ledgers, narrower, f"part_{place}")
        if value is not None:
            told[f"value_{place}"] = value
        part = "CAST(NULL AS VARCHAR)" if value is None else f"$value_{place}"
        sqls.append(f"SELECT {part} AS part, {columns} FROM ({own.sql}) AS piece")  # noqa: S608
        bound |= told
        params |= dict.fromkeys((*own.params, *told))
    nothing = f"SELECT CAST(NULL AS VARCHAR) AS part, {columns} FROM ({pieces.sql}) AS piece WHERE false"  # noqa: S608
    return replace(pieces, sql=" UNION ALL ".join(sqls) or nothing, params=tuple(params)), bound


def _conditions(ledger: Ledger, where: Where, prefix: str, bound: dict[str, str]) -> list[str]:
    """Return the conditions on one ledger; values are bound under the dimension's own name."""
    found = []
    for dimension, value in where:
        column = column_of(ledger, dimension)
        if column is None:
            continue
        if value == NOT_FILLED_IN:
            found.append(f"{column} IS NULL")
        else:
            bound[f"{prefix}_{dimension}"] = value
            found.append(f"{column} = ${prefix}_{dimension}")
    return found


def in_front(parts: Sequence[str], sql: str) -> str:
    """Put named tables in front of a statement."""
    body = "".join(line for line in sql.splitlines(keepends=True) if not line.startswith("--"))
    rest = f", {body.removeprefix('WITH ')}" if body.startswith("WITH ") else f" {body}"
    return f"WITH {', '.join(parts)}{rest}"
