"""The parts a figure is made of, as numbers with their units."""

from __future__ import annotations

from decimal import Decimal

from finance_monitor.indicators.model import Indicator
from finance_monitor.money import FEN_IN, amount_in
from finance_monitor.progress.amounts import YUAN, amount
from finance_monitor.texts import Lang
from finance_monitor.written import NOTHING, number

# Parts of a share are told in 万元; what would vanish in it is told in 元.
WAN = list(FEN_IN)[2]
_WITH_MONEY = ("money", "average_money")
_LEAST_WAN = Decimal("0.005")


def part(value: int | None, indicator: Indicator, lang: Lang, *, is_numerator: bool) -> str:
    """Write a numerator or a denominator: records as they are counted, fen as money."""
    if value is None:
        return NOTHING
    of_money = indicator.parts_are == "money" or (is_numerator and indicator.measure in _WITH_MONEY)
    return money(value, lang) if of_money else number(value)


def money(fen: int, lang: Lang) -> str:
    """Write fen in 万元; what would round to nothing there in 元."""
    in_wan = amount_in(fen, WAN)
    too_little = fen and abs(in_wan) < _LEAST_WAN
    return amount(amount_in(fen, YUAN), YUAN, lang) if too_little else amount(in_wan, WAN, lang)
