"""What the shape of a ledger's YAML cannot say: names that must agree, columns that must be there."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl
from polars.exceptions import PolarsError

from finance_monitor.errors import UserError
from finance_monitor.ledgers.conditions import compile_condition
from finance_monitor.ledgers.headers import names_of
from finance_monitor.ledgers.model import Check, Column, Ledger
from finance_monitor.ledgers.schema import PERSONAL, table_schema
from finance_monitor.money import FEN_IN
from finance_monitor.regions import LEVELS
from finance_monitor.yaml_files import Document


def definition_faults(ledger: Ledger, document: Document) -> Iterator[UserError]:
    """Yield every fault of a definition, each at its line."""
    if ledger.id != document.path.stem:
        yield document.fault("ledgers.id_is_not_file_name", "id", id=ledger.id)
    yield from _header_faults(ledger, document)
    for place, column in enumerate(ledger.columns):
        for key in _column_faults(column, ledger):
            yield document.fault(f"ledgers.{key}", "columns", place, column=column.name)
    yield from _key_faults(ledger, document)
    yield from _check_faults(ledger, document)


def _header_faults(ledger: Ledger, document: Document) -> Iterator[UserError]:
    """A header must lead to one column only."""
    taken: dict[str, str] = {}
    for place, column in enumerate(ledger.columns):
        for name in sorted(names_of(column)):
            if taken.setdefault(name, column.name) != column.name:
                yield document.fault("ledgers.header_twice", "columns", place, name=name, other=taken[name])


def _column_faults(column: Column, ledger: Ledger) -> Iterator[str]:
    """Yield the keys of what is missing in one column."""
    names = {other.name for other in ledger.columns}
    needs = {
        "no_choices": column.type == "choice" and not column.choices,
        "no_levels": column.type == "region" and not (column.levels and set(column.levels) <= set(LEVELS)),
        "region_name": column.type == "region" and column.name != "region_code",
        "money_name": column.type == "money" and not (column.name.endswith("_fen") and column.unit in FEN_IN),
        "no_unit_column": column.type == "quantity" and column.unit_column not in names,
        "no_unit_else": column.unit_else is not None and column.unit_else not in names,
        "no_person": column.type in PERSONAL and not _has_id_number(column.person, ledger),
        "bounds_reversed": column.between is not None and column.between[0] > column.between[1],
    }
    yield from (key for key, wrong in needs.items() if wrong)


def _has_id_number(person: str | None, ledger: Ledger) -> bool:
    """Every person of a row is known by exactly one ID number."""
    numbers = [column for column in ledger.columns if column.type == "id_number" and column.person == person]
    return person is not None and len(numbers) == 1


def _key_faults(ledger: Ledger, document: Document) -> Iterator[UserError]:
    """Key columns must be filled in every row; a snapshot needs its date among them."""
    columns = {column.name: column for column in ledger.columns}
    for place, name in enumerate(ledger.key):
        if name != "reported_by" and not (name in columns and columns[name].required):
            yield document.fault("ledgers.key_column", "key", place, column=name)
    dated = any(name in columns and columns[name].type == "date" for name in ledger.key)
    if ledger.mode == "snapshot" and not dated:
        yield document.fault("ledgers.snapshot_date", "key")


def _check_faults(ledger: Ledger, document: Document) -> Iterator[UserError]:
    """A condition must be readable, allowed, and a yes or no over the columns."""
    seen: set[str] = set()
    for place, check in enumerate(ledger.checks):
        if check.id in seen:
            yield document.fault("ledgers.check_twice", "checks", place, id=check.id)
        seen.add(check.id)
        if check.column not in {column.name for column in ledger.columns}:
            yield document.fault("ledgers.check_column", "checks", place, "column", column=check.column)
        try:
            _try_condition(check, ledger)
        except UserError as fault:
            yield document.fault(fault.key, "checks", place, "must_hold", **fault.values)


def _try_condition(check: Check, ledger: Ledger) -> None:
    """Run the condition over an empty table: a comparison of a date with a number shows here, not at a clerk's."""
    schema = table_schema(ledger)
    condition = compile_condition(check.must_hold, schema)
    try:
        holds = pl.DataFrame(schema=schema).select(pl.sql_expr(condition))
    except PolarsError as fault:
        raise UserError("ledgers.condition_types", condition=check.must_hold) from fault
    if holds.dtypes != [pl.Boolean()]:
        raise UserError("ledgers.condition_types", condition=check.must_hold)
