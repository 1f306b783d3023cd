"""What a spreadsheet may check while a person types; the reader checks all of it again."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from finance_monitor.intake.amounts import plain
from finance_monitor.intake.days import FIRST, LAST
from finance_monitor.ledgers.model import Column
from finance_monitor.money import amount_in
from finance_monitor.texts import Lang, say

# Rows below the example for which lists and bounds are laid.
LAST_ROW = 5001


def rule_of(column: Column, source: str | None, lang: Lang) -> dict[str, Any] | None:
    """Return the rule of a column in the words of xlsxwriter; `source` is where its list stands."""
    if source is not None:
        kind = "warning" if column.type == "region" else "stop"
        return {"validate": "list", "source": source, "error_type": kind, "error_message": _refusal(column, lang)}
    if column.type == "date":
        bounds: tuple[Any, Any] = (FIRST, LAST)
        return _between("date", *bounds, _kind(column, lang))
    if column.between is None:
        return None
    low, high = (_in_header_unit(column, bound) for bound in column.between)
    return _between("decimal", float(low), float(high), f"{plain(low)}-{plain(high)} {column.unit or ''}".strip())


def _between(validate: str, low: Any, high: Any, message: str) -> dict[str, Any]:
    """Return a rule that asks back, and lets the person go on."""
    rule = {"validate": validate, "criteria": "between", "minimum": low, "maximum": high}
    return rule | {"error_type": "warning", "error_message": message}


def _in_header_unit(column: Column, bound: Decimal) -> Decimal:
    """Return a bound as it is typed: money in the unit of the header."""
    return amount_in(bound, column.unit) if column.type == "money" and column.unit else bound


def _kind(column: Column, lang: Lang) -> str:
    return say(f"intake.kind.{column.type}", lang)


def _refusal(column: Column, lang: Lang) -> str:
    """Say what may stand in a column with a list."""
    key = "intake.template.unlisted" if column.type == "region" else f"intake.kind.{column.type}"
    return say(key, lang)
