"""What the colours and patterns of a map mean. One blue scale; red, yellow and green only for lights."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, TypeGuard, get_args

from finance_monitor.disclosure.figure import Figure, State
from finance_monitor.maps.classes import Method, class_breaks, class_of, class_ranges
from finance_monitor.progress.model import Light, Status
from finance_monitor.progress.words import status_word, symbol
from finance_monitor.texts import Lang, say

Mode = Literal["value", "light"]
Pattern = Literal["missing", "hidden", "out_of_scope", "not_split"]

# Light to dark, each pair for the light and the dark theme: the dark theme ends before its background.
BLUES: tuple[tuple[str, str], ...] = (
    ("#e3eef9", "#e6f0fa"),
    ("#bdd7ee", "#bfd9f0"),
    ("#8bbbe0", "#93c0e6"),
    ("#539ecd", "#62a3da"),
    ("#2474b7", "#3a82c8"),
    ("#0b3f7f", "#2460a7"),
)
LIGHTS: dict[Light, tuple[str, str]] = {
    "green": ("#5aae61", "#5aae61"),
    "yellow": ("#f2c14e", "#f2c14e"),
    "red": ("#d6604d", "#d6604d"),
    "none": ("#d9dde3", "#9aa3b0"),
}
PATTERN_GROUND = ("#f4f5f7", "#2b313b")
# For fewer than six classes: which blues keep the steps apart.
_CHOSEN = {1: (3,), 2: (1, 4), 3: (0, 3, 5), 4: (0, 2, 4, 5), 5: (0, 1, 3, 4, 5), 6: (0, 1, 2, 3, 4, 5)}
# Best to worst, then what has no light.
_ORDER: tuple[Status, ...] = (
    "met",
    "reached",
    "holding",
    "on_track",
    "late",
    "behind",
    "far_behind",
    "not_reached",
    "breached",
    "missed",
    "trend",
    "context",
    "historic",
    "unknown",
)
_STATES: tuple[State, ...] = tuple(state for state in get_args(State) if state != "shown")


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the legend: fill for the light and the dark theme, a pattern for states, a symbol for lights."""

    label: str
    count: int
    fill: tuple[str, str]
    pattern: Pattern | None = None
    symbol: str = ""


@dataclass(frozen=True, slots=True)
class Legend:
    """The entries in order, and for each figure given the number of its entry."""

    entries: tuple[Entry, ...]
    numbers: tuple[int, ...]


def number_text(value: Decimal, decimals: int) -> str:
    """Write a number as everywhere on screen: fixed decimals, thousands apart."""
    return f"{value:,.{decimals}f}"


def make_legend(
    figures: Sequence[Figure | None], mode: Mode, lang: Lang, decimals: int, method: Method, classes: int
) -> Legend:
    """Sort figures into classes and states. None, a unit without a figure, counts as missing."""
    keys, heads = _by_light(figures, lang) if mode == "light" else _by_value(figures, lang, decimals, method, classes)
    counts = Counter(keys)
    entries: list[Entry] = []
    place: dict[str, int] = {}
    for key, label, fill, sign in heads:
        place[key] = len(entries)
        entries.append(Entry(label, counts[key], fill, None, sign))
    for state in _STATES:
        if counts[state]:
            place[state] = len(entries)
            entries.append(Entry(say(f"maps.state.{state}", lang), counts[state], PATTERN_GROUND, _pattern(state)))
    return Legend(tuple(entries), tuple(place[key] for key in keys))


def _pattern(state: State) -> Pattern | None:
    return None if state == "shown" else state


Head = tuple[str, str, tuple[str, str], str]


def _by_value(
    figures: Sequence[Figure | None], lang: Lang, decimals: int, method: Method, classes: int
) -> tuple[list[str], list[Head]]:
    values = [value for figure in figures if (value := shown_value(figure)) is not None]
    breaks = class_breaks(values, decimals, method, classes)
    ranges = class_ranges(values, breaks, decimals)
    heads = [
        (str(number), _range_text(low, high, decimals, lang), BLUES[blue], "")
        for number, ((low, high), blue) in enumerate(zip(ranges, _CHOSEN.get(len(ranges), ()), strict=True))
    ]
    keys = []
    for figure in figures:
        value = shown_value(figure)
        keys.append(_state_key(figure) if value is None else str(class_of(value, breaks)))
    return keys, heads


def shown_value(figure: Figure | None) -> Decimal | None:
    """Return the value a map may colour by; a region without a sub-target still has its actual value."""
    return figure.value if figure is not None and figure.state in ("shown", "not_split") else None


def is_lit(figure: Figure | None) -> TypeGuard[Figure]:
    """Say whether a figure has a light to show."""
    return figure is not None and figure.state == "shown" and figure.status is not None


def _state_key(figure: Figure | None) -> str:
    return "missing" if figure is None or figure.state in ("shown", "not_split") else figure.state


def _range_text(low: Decimal, high: Decimal, decimals: int, lang: Lang) -> str:
    if low == high:
        return say("maps.class.single", lang, low=number_text(low, decimals))
    return say("maps.class.range", lang, low=number_text(low, decimals), high=number_text(high, decimals))


def _by_light(figures: Sequence[Figure | None], lang: Lang) -> tuple[list[str], list[Head]]:
    """Sort by word and light: two statuses of one word and one colour are one line of the legend."""
    lit = [one for one in figures if is_lit(one)]
    heads: dict[str, Head] = {}
    for figure in sorted(lit, key=lambda figure: _ORDER.index(figure.status or "unknown")):
        key, word = _light_key(figure, lang)
        heads.setdefault(key, (key, word, LIGHTS[figure.light], symbol(figure.status or "unknown", figure.strictness)))
    keys = [_light_key(one, lang)[0] if is_lit(one) else _unlit_key(one) for one in figures]
    return keys, list(heads.values())


def _light_key(figure: Figure, lang: Lang) -> tuple[str, str]:
    word = status_word(figure.status or "unknown", figure.strictness, lang)
    return f"{figure.light} {word}", word


def _unlit_key(figure: Figure | None) -> str:
    return "missing" if figure is None or figure.state == "shown" else figure.state
