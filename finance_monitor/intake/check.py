"""From a file to typed rows, rows held back with their reasons, persons and faults."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import polars as pl

from finance_monitor.intake.body import Body, take_rows
from finance_monitor.intake.conversion import Cells, Context, Converted
from finance_monitor.intake.faults import Fault
from finance_monitor.intake.header import Header, find_header, header_faults, rate_head
from finance_monitor.intake.judge import Found, judge
from finance_monitor.intake.normalise import convert
from finance_monitor.intake.people import PERSONS, keyed, person_keys, persons_of
from finance_monitor.intake.quarantine import faults_of, quarantine
from finance_monitor.intake.read import read_grid
from finance_monitor.intake.whole import list_faults
from finance_monitor.ledgers.batch import BatchHeader
from finance_monitor.ledgers.model import Ledger
from finance_monitor.ledgers.schema import field_of, table_schema
from finance_monitor.regions import Regions

__all__ = ["PERSONS", "BatchHeader", "Checked", "check_file"]


@dataclass(frozen=True, slots=True)
class Checked:
    """What a file gives. `rows_in` is always `rows.height + quarantined.height`.

    rows: `source_row` and the columns of `table_schema(ledger)`; money in fen, no personal column.
    quarantined: source_row, raw (JSON text: header -> cell, personal cells masked), reasons (JSON text, see report).
    persons: person_key, role, id_number, name, phone of the rows taken. faults: in the order of rows.
    """

    rows: pl.DataFrame
    quarantined: pl.DataFrame
    persons: pl.DataFrame
    faults: tuple[Fault, ...]
    rows_in: int
    rows_total: int


def check_file(
    path: Path,
    ledger: Ledger,
    batch: BatchHeader,
    *,
    regions: Regions,
    known_indicators: Mapping[str, str],
    person_key: Callable[[str], str],
    demo: bool,
    known_targets: Mapping[str, str] | None = None,
) -> Checked:
    """Read, convert and check a file; `person_key` is asked once a person, the known ones are id -> Chinese name.

    Raises:
        UserError: the file is refused as a whole: unreadable, no header, required columns missing, an amount without
            a unit.
    """
    grid = read_grid(path, partial(rate_head, ledger))
    header = find_header(grid, ledger)
    body = take_rows(grid, header, ledger)
    context = Context(regions, batch.region_code, known_indicators, demo, known_targets or {})
    converted = {
        column.name: convert(_cells(ledger, column.name, body, header), context)
        for column in ledger.columns
        if column.name in header.places
    }
    table = _table(ledger, body, converted)
    found = judge(ledger, batch, body, converted, table, is_text=grid.sheet is None)
    held = _held(body, found)
    faults = [fault for each in found for fault in faults_of(each, ledger, body, header, grid.sheet)]
    taken = table.filter(~held)
    keys = person_keys(ledger, taken, person_key)
    return Checked(
        rows=keyed(taken, ledger, keys),
        quarantined=quarantine(ledger, body, header, held, faults),
        persons=persons_of(ledger, converted, keys, ~held),
        faults=(
            *header_faults(grid, header),
            *list_faults(ledger, body, header, converted, context, grid.sheet),
            *sorted(faults, key=lambda fault: fault.row or 0),
        ),
        rows_in=body.rows.height,
        rows_total=body.totals.height,
    )


def _cells(ledger: Ledger, name: str, body: Body, header: Header) -> Cells:
    """Collect what is known of the cells of one column."""
    column = ledger.column(name)
    units = None
    if column.type == "quantity":
        sources = [source for source in (column.unit_column, column.unit_else) if source in body.rows.columns]
        units = body.rows.select(pl.coalesce(sources)).to_series() if sources else None
    return Cells(column, body.rows[name], body.numbers.get(name), header.units[name], units)


def _table(ledger: Ledger, body: Body, converted: Mapping[str, Converted]) -> pl.DataFrame:
    """Put the typed columns side by side; ID numbers stand in their key's place until the rows are parted."""
    columns = [body.rows["source_row"]]
    schema = table_schema(ledger)
    for column in ledger.columns:
        field = field_of(column)
        if field is None:
            continue
        made = converted.get(column.name)
        empty = pl.repeat(None, body.rows.height, dtype=schema[field], eager=True)
        columns.append((made.values if made else empty).cast(schema[field]).alias(field))
    return pl.DataFrame(columns)


def _held(body: Body, found: list[Found]) -> pl.Series:
    """Say which rows are held back: those with a fault of validity."""
    held = pl.repeat(value=False, n=body.rows.height, dtype=pl.Boolean, eager=True)
    for each in found:
        if each.level == "validity":
            held = held | each.problem.where
    return held
