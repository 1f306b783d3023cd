"""What a map says of one figure: its value, whether it has a light, and the word of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from operator import itemgetter
from typing import TypeGuard

from finance_monitor.disclosure.figure import Figure
from finance_monitor.progress.words import status_word
from finance_monitor.texts import Lang, say


def day_and_release(day: str, release: int | None, lang: Lang) -> str:
    """Say of which day and of which release a map is."""
    said = say("maps.as_of", lang, day=day)
    return say("maps.of_release", lang, day=said, release=release) if release else said


def number_text(value: Decimal, decimals: int, *, signed: bool = False) -> str:
    """Write a number as everywhere on screen: fixed decimals, thousands apart; a change always with its sign."""
    if signed and value:
        return ("+" if value > 0 else "−") + f"{abs(value):,.{decimals}f}"
    return f"{value:,.{decimals}f}"


def unit_of(figures: Sequence[Figure]) -> str:
    """Return the unit most figures with a value have: parts of a region may count, where the region has a share."""
    told = [figure for figure in figures if shown_value(figure) is not None]
    known = told or [figure for figure in figures if figure.state != "out_of_scope"] or figures
    return max(Counter(figure.unit for figure in known).items(), key=itemgetter(1), default=("", 0))[0]


def shown_value(figure: Figure | None) -> Decimal | None:
    """Return the value a map may colour by; a region without a sub-target still has its actual value."""
    return figure.value if figure is not None and figure.state in ("shown", "not_split") else None


def is_lit(figure: Figure | None) -> TypeGuard[Figure]:
    """Say whether a figure has a light to show."""
    return figure is not None and figure.state == "shown" and figure.status is not None


def figure_word(figure: Figure, lang: Lang) -> str:
    """Return the word of a lit figure; of a value that cannot be judged yet, that it cannot."""
    if figure.status == "unknown" and figure.value is not None:
        return say("progress.status.unknown.partial", lang)
    return status_word(figure.status or "unknown", figure.strictness, lang)
