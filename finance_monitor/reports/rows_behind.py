"""The ledger rows a figure is counted from, with headers as in the workbook and personal data left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from finance_monitor.disclosure.desk import Desk
from finance_monitor.disclosure.masking import is_masked, mask_of
from finance_monitor.disclosure.shown import Path, Shown
from finance_monitor.indicators.counting import indicator_query
from finance_monitor.indicators.model import Indicator
from finance_monitor.ledgers.model import Column
from finance_monitor.money import amount_in
from finance_monitor.reports.numbers import WAN
from finance_monitor.store.narrowing import Where
from finance_monitor.texts import Lang, say

ROWS = 10


@dataclass(frozen=True, slots=True)
class RowsBehind:
    """Ledger rows behind a figure; `ledger` is the title they stand under."""

    ledger: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """The figure whose rows are asked for; `since` is the first day of a window, `where` narrows the records."""

    indicator: Indicator
    region_code: str
    on: date
    since: date
    path: Path
    is_hidden: bool
    where: Where = ()


def rows_behind(desk: Desk, shown: Shown, lang: Lang, limit: int = ROWS) -> RowsBehind | None:
    """Return rows a target's figure is counted from; None where `why_no_rows` says why there are none."""
    return listed_rows(desk, _asked(shown), lang, limit)


def why_no_rows(desk: Desk, shown: Shown) -> str | None:
    """Return why no rows of a target's figure may be listed (a key under ``explain.rows.``), None where they may."""
    return why_not_listed(desk, _asked(shown))


def listed_rows(desk: Desk, asked: Asked, lang: Lang, limit: int = ROWS) -> RowsBehind | None:
    """Return rows a figure is counted from; None where `why_not_listed` says why there are none."""
    pieces = indicator_query(asked.indicator)
    if pieces is None or why_not_listed(desk, asked) is not None:
        return None
    reader, params = desk.readings.reader, asked.indicator.params
    for ledger_id in asked.indicator.ledgers:
        place = (asked.region_code, asked.on, limit, asked.since)
        found = reader.rows_behind(pieces, params, ledger_id, *place, asked.where)
        if found:
            return _table(desk, asked.indicator, ledger_id, found, lang)
    return None


def why_not_listed(desk: Desk, asked: Asked) -> str | None:
    """Return why no rows may be listed (a key under ``explain.rows.``), None where they may."""
    if asked.is_hidden:
        return "hidden"
    if asked.path not in ("detail", "mixed") or indicator_query(asked.indicator) is None:
        return "reported" if asked.path == "reported" else "none"
    may_see = desk.viewer.sees_rows(personal=asked.indicator.sensitivity == "personal")
    return None if may_see else "not_allowed"


def _asked(shown: Shown) -> Asked:
    since = shown.target.from_on if shown.indicator.nature == "flow" else None
    return Asked(
        indicator=shown.indicator,
        region_code=shown.progress.region_code,
        on=shown.progress.measured_on or shown.progress.as_of,
        since=since or date.min,
        path=shown.path,
        is_hidden=shown.hidden,
    )


def _table(desk: Desk, indicator: Indicator, ledger_id: str, found: list[dict[str, Any]], lang: Lang) -> RowsBehind:
    """Make the table; where names are kept back, so is the file a row came in, which is told with who brought it."""
    ledger = desk.world.ledgers[ledger_id]
    shown = [column for column in ledger.columns if column.name in found[0]]
    found = [_without_names(desk, indicator, row, shown, lang) for row in found]
    header = [say("explain.batch", lang), say("explain.row", lang), *(_heading(column, lang) for column in shown)]
    rows = [
        (row["batch_id"], str(row["source_row"]), *(_cell(desk, row[column.name], column, lang) for column in shown))
        for row in found
    ]
    return RowsBehind(ledger.title.in_(lang), tuple(header), tuple(rows))


def _without_names(
    desk: Desk, indicator: Indicator, row: dict[str, Any], shown: Sequence[Column], lang: Lang
) -> dict[str, Any]:
    told = dict(row)
    for column in shown:
        if column.dimension and is_masked(desk, indicator, column.dimension, row[column.name]):
            told[column.name] = mask_of(desk, indicator, column.dimension, row[column.name]).in_(lang)
            told |= {"batch_id": "", "source_row": ""}
    return told


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
