"""Numbers with their units: amounts, differences, bounds, and the parts a figure is made of."""

from __future__ import annotations

from decimal import Decimal

from finance_monitor.indicators.model import Indicator
from finance_monitor.money import FEN_IN, amount_in
from finance_monitor.policy.model import Goal
from finance_monitor.progress.stand import bound_of
from finance_monitor.progress.words import difference_word, unit_word
from finance_monitor.texts import Lang, say
from finance_monitor.written import NOTHING, number, trimmed

# Parts of a share are told in 万元; what would vanish in it is told in 元.
YUAN, WAN = list(FEN_IN)[1:3]
_WITH_MONEY = ("money", "average_money")
_LEAST_WAN = Decimal("0.005")


def local(value: Decimal | int, unit: str, lang: Lang) -> tuple[Decimal | int, str]:
    """Return an amount as the language counts money: English has no 万元, so it is told in yuan."""
    if lang == "zh" or unit not in FEN_IN:
        return value, unit
    yuan = trimmed(Decimal(value) * FEN_IN[unit] / FEN_IN[YUAN])
    return yuan, YUAN


def amount(value: Decimal | int | None, unit: str, lang: Lang) -> str:
    """Write a number with its unit."""
    if value is None or not Decimal(value).is_finite():
        return NOTHING
    value, unit = local(value, unit, lang)
    return number(value, unit) + unit_word(unit, lang, Decimal(value))


def plainly(value: Decimal | None, unit: str, lang: Lang) -> str:
    """Write a number of a goal with its unit: as few decimals as it has."""
    return NOTHING if value is None else amount(trimmed(value), unit, lang)


def difference(value: Decimal, unit: str, lang: Lang) -> str:
    """Write how far two numbers lie apart; two shares in % differ in percentage points."""
    found, unit = local(trimmed(value), unit, lang)
    return number(found, unit) + difference_word(unit, lang, Decimal(found))


def bound(goal: Goal, value: Decimal | None, lang: Lang) -> str:
    """Write a goal with its sense: 不低于32,337万元. `value` may be the share of a smaller region."""
    if value is None:
        return NOTHING
    found = bound_of(goal)
    sense = found.sense if found else "exactly"
    told, unit = local(trimmed(value), goal.unit, lang)
    said = {"number": number(told, unit), "unit": unit_word(unit, lang, Decimal(told))}
    return say(f"progress.bound.{sense}", lang, **said)


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
