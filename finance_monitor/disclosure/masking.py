"""Names kept back: whose loans are overdue, leadership sees by name; others see letters that stay within a release."""

from __future__ import annotations

import hashlib

from finance_monitor.access import Role
from finance_monitor.disclosure.seat import Desk
from finance_monitor.indicators.counting import indicator_query
from finance_monitor.indicators.model import Indicator
from finance_monitor.policy.model import Said
from finance_monitor.store.narrowing import Where
from finance_monitor.texts import LANGS, Lang, say

_SEES_NAMES: frozenset[Role] = frozenset(("leadership", "system"))


def is_masked(desk: Desk, indicator: Indicator, dimension: str, value: str | None) -> bool:
    """Say whether the viewer may not know which value of a dimension a figure of the indicator belongs to."""
    if dimension not in indicator.masked or value is None or desk.viewer.role in _SEES_NAMES:
        return False
    return value != desk.viewer.organisation


def asks_for_masked(desk: Desk, indicator: Indicator, where: Where) -> bool:
    """Say whether figures narrowed to some values would tell what is kept back."""
    return any(is_masked(desk, indicator, dimension, value) for dimension, value in where)


def mask_of(desk: Desk, indicator: Indicator, dimension: str, value: str) -> Said:
    """Return the letter a value goes by.

    The order is drawn for each release and indicator, so that no order of names gives a letter away, nor an amount and
    a share of it under one letter the bank by the size of its lending; within them a letter stays.
    """
    pieces = indicator_query(indicator)
    known = desk.readings.reader.values_of(pieces.tables if pieces else (), dimension)
    place = sorted((one for one in known if one is not None), key=lambda one: _draw(desk, indicator, one)).index(value)
    zh, en = (_letter(place, dimension, lang) for lang in LANGS)
    return Said(zh=zh, en=en)


def _draw(desk: Desk, indicator: Indicator, value: str) -> str:
    drawn = f"{sorted(desk.release.tables.items())} {indicator.id} {value}"
    return hashlib.sha256(drawn.encode()).hexdigest()


def _letter(place: int, dimension: str, lang: Lang) -> str:
    letters = say("mask.letters", lang)
    letter = letters[place] if place < len(letters) else str(place + 1)
    return say(f"mask.{dimension}", lang, letter=letter)
