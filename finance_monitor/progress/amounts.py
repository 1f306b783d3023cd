"""Amounts with their units as a reader takes them in: values, differences, goals."""

from __future__ import annotations

from decimal import Decimal

from finance_monitor.money import FEN_IN
from finance_monitor.policy.model import Goal
from finance_monitor.progress.stand import bound_of
from finance_monitor.progress.words import difference_word, unit_word
from finance_monitor.texts import Lang, say
from finance_monitor.written import NOTHING, number, trimmed

YUAN = list(FEN_IN)[1]


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
