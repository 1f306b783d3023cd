"""Rows held back: what was written, masked where personal, and why."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from typing import TYPE_CHECKING

import polars as pl

from finance_monitor.intake.body import Body
from finance_monitor.intake.faults import Fault
from finance_monitor.intake.header import Header
from finance_monitor.intake.judge import Found
from finance_monitor.intake.persons import masked
from finance_monitor.ledgers.model import Ledger

if TYPE_CHECKING:
    from collections.abc import Iterable

SHOWN = 40
QUARANTINED = {"source_row": pl.Int64(), "raw": pl.String(), "reasons": pl.String()}


def faults_of(found: Found, ledger: Ledger, body: Body, header: Header, sheet: str | None) -> Iterable[Fault]:
    """Yield one fault for each row of a problem."""
    problem, name = found.problem, found.column
    rows = body.rows["source_row"].filter(problem.where)
    if name in header.places:
        picked = body.rows.select(name).filter(problem.where)
        mask = masked(ledger.column(str(name)), pl.col(str(name))).str.slice(0, SHOWN)
        written, shown = picked[name], picked.select(mask).to_series()
    else:
        written = shown = pl.repeat(None, len(rows), dtype=pl.String, eager=True)
    column = header.written.get(str(name), ledger.column(name).zh if name else None)
    for row, text, value in zip(rows, written, shown, strict=True):
        key, values = _sentence(found, text, hidden=text != value)
        yield Fault(found.level, found.rule, key, sheet, row, column, value, values)


def _sentence(found: Found, text: str | None, *, hidden: bool) -> tuple[str, Mapping[str, object]]:
    """Return key and values; a sentence that repeats the cell is not used where the cell must stay hidden."""
    problem = found.problem
    if problem.by_text is None or text is None:
        return f"intake.{problem.rule}", problem.values
    return ("intake.unreadable", {}) if hidden else problem.by_text[text]


def quarantine(ledger: Ledger, body: Body, header: Header, held: pl.Series, faults: list[Fault]) -> pl.DataFrame:
    """Return the rows held back: source_row, raw and reasons as JSON texts."""
    reasons: dict[int, list[dict[str, object]]] = defaultdict(list)
    for fault in faults:
        if fault.level == "validity" and fault.row is not None:
            reasons[fault.row].append(_reason(fault))
    cells = [
        masked(column, pl.col(column.name)).alias(header.written[column.name])
        for column in ledger.columns
        if column.name in header.places
    ]
    rows = body.rows.filter(held).select("source_row", raw=pl.struct(cells).struct.json_encode())
    texts = [json.dumps(reasons[row], ensure_ascii=False) for row in rows["source_row"]]
    return rows.with_columns(pl.Series("reasons", texts, dtype=pl.String)).select(*QUARANTINED)


def _reason(fault: Fault) -> dict[str, object]:
    """Keep of a fault what says it again in either language."""
    values = {name: str(value) for name, value in fault.values.items()}
    return {"rule": fault.rule, "key": fault.key, "column": fault.column, "value": fault.value, "values": values}
