"""查看口径: from a figure to clause, formula in words, parts, the rows behind (masked), batches and release."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from finance_monitor.disclosure.desk import Desk
from finance_monitor.disclosure.shown import Shown
from finance_monitor.indicators.counting import indicator_query
from finance_monitor.ledgers.model import Column
from finance_monitor.money import FEN_IN, amount_in
from finance_monitor.reports.element import element
from finance_monitor.texts import Lang, say

_ROWS = 10
_MONEY_UNIT = list(FEN_IN)[2]


@dataclass(frozen=True, slots=True)
class RowsBehind:
    """Ledger rows behind a figure: headers as in the workbook, personal keys left out."""

    ledger: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def rows_behind(desk: Desk, shown: Shown, lang: Lang, limit: int = _ROWS) -> RowsBehind | None:
    """Return rows a figure is counted from; None where it was filled in, or is about too few persons."""
    pieces = indicator_query(shown.indicator)
    may_see = desk.viewer.sees_rows(personal=shown.indicator.sensitivity == "personal")
    if pieces is None or shown.hidden or not may_see or shown.path not in ("detail", "mixed"):
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


def _table(desk: Desk, ledger_id: str, found: list[dict[str, Any]], lang: Lang) -> RowsBehind:
    ledger = desk.world.ledgers[ledger_id]
    shown = [column for column in ledger.columns if column.name in found[0]]
    header = [say("explain.batch", lang), say("explain.row", lang)]
    header += [column.zh if lang == "zh" else column.en for column in shown]
    rows = [
        (row["batch_id"], str(row["source_row"]), *(_cell(desk, row[column.name], column, lang) for column in shown))
        for row in found
    ]
    return RowsBehind(ledger.title.in_(lang), tuple(header), tuple(rows))


def _cell(desk: Desk, value: object, column: Column, lang: Lang) -> str:
    """Show a value as the workbook had it: names for regions, words for choices, 万元 for money."""
    if value is None:
        return ""
    if column.type == "money" and isinstance(value, int):
        return f"{amount_in(value, column.unit or _MONEY_UNIT):f}"
    if isinstance(value, bool):
        return say("explain.yes" if value else "explain.no", lang)
    if column.type == "region":
        return desk.regions.get(str(value)).name
    if column.type == "choice":
        return next((word for word, code in column.choices.items() if code == value), str(value))
    return f"{value.normalize():f}" if isinstance(value, Decimal) else str(value)


def explain_lines(desk: Desk, shown: Shown, lang: Lang) -> Iterator[str]:
    """Yield the explanation as lines of text."""
    told = element(shown)
    indicator, policy, target = shown.indicator, shown.policy, shown.target
    yield say("explain.title", lang, name=target.title.in_(lang), region=told["region_name"], day=told["as_of"])
    numbered = say("explain.number", lang, number=policy.number) if policy.number else ""
    yield say("explain.clause", lang, title=policy.title, numbered=numbered, clause=target.clause)
    yield say("explain.quote", lang, quote=target.quote)
    if target.units_lead:
        yield say("explain.units", lang, units="、".join(target.units_lead))
    yield from _formula(shown, lang)
    yield told[f"sentence_{lang}"]
    for text in (*policy.assumed, *target.assumed):
        yield say("explain.assumed", lang, text=text.in_(lang))
    behind = rows_behind(desk, shown, lang)
    if behind:
        yield say("explain.rows", lang, ledger=behind.ledger, count=len(behind.rows))
        yield "  " + " | ".join(behind.header)
        yield from ("  " + " | ".join(row) for row in behind.rows)
    yield say("explain.path", lang, path=say(f"explain.path.{shown.path}", lang), indicator=indicator.name.in_(lang))
    by_id = {batch.batch_id: batch for batch in desk.batches}
    for batch_id in shown.batches[:_ROWS]:
        batch = by_id[batch_id]
        if not desk.regions.covers(desk.viewer.region_code, batch.region_code):
            yield say("explain.wider_batch", lang, batch=batch_id, period=batch.period)
            continue
        yield say(
            "explain.from_batch",
            lang,
            batch=batch_id,
            file=batch.file_name,
            by=batch.reported_by,
            period=batch.period,
            rows=batch.rows_taken,
        )
    if len(shown.batches) > _ROWS:
        yield say("explain.more_batches", lang, count=len(shown.batches) - _ROWS)
    yield say("explain.release", lang, release=shown.release, day=shown.data_date)
    if shown.is_demo:
        yield say("explain.demo", lang)


def _formula(shown: Shown, lang: Lang) -> Iterator[str]:
    """Say numerator and denominator in words with their numbers; money in the words of its unit."""
    indicator, progress = shown.indicator, shown.progress
    yield say("explain.numerator", lang, words=indicator.numerator.in_(lang), value=_number(shown, progress.numerator))
    if indicator.denominator is not None:
        words = indicator.denominator.in_(lang)
        yield say("explain.denominator", lang, words=words, value=_number(shown, progress.denominator))


def _number(shown: Shown, value: int | None) -> str:
    if value is None:
        return "—"
    is_money = shown.indicator.measure in ("money", "average_money") or shown.indicator.parts_are == "money"
    if not is_money:
        return f"{value:,}"
    return f"{amount_in(value, _MONEY_UNIT):,.2f}{_MONEY_UNIT}"
