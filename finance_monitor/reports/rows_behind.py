"""The ledger rows a figure is counted from, with headers as in the workbook and personal data left out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from finance_monitor.disclosure.desk import Desk
from finance_monitor.disclosure.shown import Shown
from finance_monitor.indicators.counting import indicator_query
from finance_monitor.ledgers.model import Column
from finance_monitor.money import amount_in
from finance_monitor.reports.numbers import WAN
from finance_monitor.texts import Lang, say

ROWS = 10


@dataclass(frozen=True, slots=True)
class RowsBehind:
    """Ledger rows behind a figure; `ledger` is the title they stand under."""

    ledger: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def rows_behind(desk: Desk, shown: Shown, lang: Lang, limit: int = ROWS) -> RowsBehind | None:
    """Return rows a figure is counted from; None where `why_no_rows` says why there are none."""
    pieces = indicator_query(shown.indicator)
    if pieces is None or why_no_rows(desk, shown) is not None:
        return None
    progress = shown.progress
    since = shown.target.from_on if shown.indicator.nature == "flow" else date.min
    for ledger_id in shown.indicator.ledgers:
        found = desk.readings.reader.rows_behind(
            pieces,
            shown.indicator.params,
            ledger_id,
            progress.region_code,
            progress.measured_on or progress.as_of,
            limit,
            since,
        )
        if found:
            return _table(desk, ledger_id, found, lang)
    return None


def why_no_rows(desk: Desk, shown: Shown) -> str | None:
    """Return why no rows may be listed (a key under ``explain.rows.``), None where they may."""
    if shown.hidden:
        return "hidden"
    if shown.path not in ("detail", "mixed") or indicator_query(shown.indicator) is None:
        return "reported" if shown.path == "reported" else "none"
    may_see = desk.viewer.sees_rows(personal=shown.indicator.sensitivity == "personal")
    return None if may_see else "not_allowed"


def _table(desk: Desk, ledger_id: str, found: list[dict[str, Any]], lang: Lang) -> RowsBehind:
    ledger = desk.world.ledgers[ledger_id]
    shown = [column for column in ledger.columns if column.name in found[0]]
    header = [say("explain.batch", lang), say("explain.row", lang), *(_heading(column, lang) for column in shown)]
    rows = [
        (row["batch_id"], str(row["source_row"]), *(_cell(desk, row[column.name], column, lang) for column in shown))
        for row in found
    ]
    return RowsBehind(ledger.title.in_(lang), tuple(header), tuple(rows))


def _heading(column: Column, lang: Lang) -> str:
    """Name a column as the workbook does, with the unit of its numbers."""
    name = column.zh if lang == "zh" else column.en
    unit = column.unit or (WAN if column.type == "money" else "")
    return say("explain.with_unit", lang, name=name, unit=unit) if unit else name


def _cell(desk: Desk, value: object, column: Column, lang: Lang) -> str:
    """Show a value as the workbook had it: names for regions, words for choices, 万元 for money."""
    if value is None:
        return ""
    if column.type == "money" and isinstance(value, int):
        return f"{amount_in(value, column.unit or WAN):f}"
    if isinstance(value, bool):
        return say("explain.yes" if value else "explain.no", lang)
    if column.type == "region":
        return desk.regions.get(str(value)).name
    if column.type == "choice":
        return next((word for word, code in column.choices.items() if code == value), str(value))
    return f"{value.normalize():f}" if isinstance(value, Decimal) else str(value)
