"""The table a ledger becomes: names and types of its columns, without anything personal."""

from __future__ import annotations

import polars as pl

from finance_monitor.ledgers.model import Column, Ledger

PERSONAL = frozenset({"id_number", "person_name", "phone"})
# Rates and degrees are exact decimals: a rate is compared with a published rate to the last digit.
DECIMAL = pl.Decimal(18, 6)
_TYPES: dict[str, pl.DataType] = {
    "date": pl.Date(),
    "integer": pl.Int64(),
    "decimal": DECIMAL,
    "money": pl.Int64(),
    "quantity": pl.Int64(),
    "boolean": pl.Boolean(),
}


def field_of(column: Column) -> str | None:
    """Return the name of the column in the table: an ID number leaves its key, other personal columns nothing."""
    if column.type == "id_number":
        return f"{column.name}_key"
    return None if column.type in PERSONAL else column.name


def table_schema(ledger: Ledger) -> dict[str, pl.DataType]:
    """Return field -> type in the order of the ledger; money is Int64 fen, codes are text."""
    fields = ((field_of(column), column) for column in ledger.columns)
    return {field: _TYPES.get(column.type, pl.String()) for field, column in fields if field is not None}


def key_fields(ledger: Ledger) -> tuple[str, ...]:
    """Return the key as fields of one file's table: `reported_by` is the same for all its rows."""
    return tuple(name for name in ledger.key if name != "reported_by")
