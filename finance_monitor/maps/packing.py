"""How figures are packed for the browser: one character a class or a status, numbers without needless zeros."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from finance_monitor.disclosure.figure import Figure
from finance_monitor.maps.legend import Entry
from finance_monitor.maps.saying import figure_word, is_lit
from finance_monitor.progress.words import symbol
from finance_monitor.texts import Lang, say

DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
NONE = "-"


def packed_number(value: Decimal | None) -> int | float | None:
    """Pack a number; None where there is none."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def packed_entries(entries: Sequence[Entry]) -> list[dict[str, Any]]:
    """Pack the lines of a legend."""
    return [
        {
            "key": one.key,
            "label": one.label,
            "count": one.count,
            "fill": one.fill,
            "pattern": one.pattern,
            "symbol": one.symbol,
        }
        for one in entries
    ]


def said_of(figure: Figure | None, lang: Lang) -> str:
    """Say the status, or that a value stands without a sub-target; empty where there is nothing to say."""
    if figure is not None and figure.state == "not_split" and figure.value is not None:
        return say("maps.state.not_split", lang)
    if not is_lit(figure):
        return ""
    sign = symbol(figure.status or "unknown", figure.strictness)
    return say("maps.tooltip.status", lang, symbol=sign, word=figure_word(figure, lang))


def words_of(figures: Sequence[Figure | None], lang: Lang) -> tuple[str, list[str]]:
    """Return one character a figure that numbers the words, and the words."""
    said = [said_of(figure, lang) for figure in figures]
    words = sorted({word for word in said if word})
    place = {word: DIGITS[number] for number, word in enumerate(words)}
    return "".join(place.get(word, NONE) for word in said), words
