"""What the colours and patterns of a map mean: by light, by value, or by what has changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, get_args

from finance_monitor.disclosure.figure import Figure, State
from finance_monitor.maps.classes import MOST_CLASSES, Method, class_breaks, class_of, class_ranges
from finance_monitor.maps.colours import LIGHTS, PATTERN_GROUND, UNCHANGED, Fill, blues, falls, rises
from finance_monitor.maps.saying import figure_word, is_lit, number_text, shown_value
from finance_monitor.progress.model import Status
from finance_monitor.progress.words import symbol
from finance_monitor.texts import Lang, say

Mode = Literal["value", "light", "change"]
Pattern = Literal["missing", "hidden", "out_of_scope", "not_split", "not_applicable"]

# A change is classed on both sides of nothing, so each side has few classes.
_CHANGE_CLASSES = 3
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
    """One line of the legend: fill for the light and the dark theme, a pattern for states, a symbol for lights.

    `key` names it from one rerun to the next.
    """

    label: str
    count: int
    fill: Fill
    pattern: Pattern | None = None
    symbol: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Classes:
    """Classes made once, for one map or for several that are to be compared: `entries` count nothing yet."""

    entries: tuple[Entry, ...]
    key_of: Callable[[Figure | None], str]

    def numbers(self, figures: Sequence[Figure | None]) -> tuple[int, ...]:
        """Return for each figure the number of its entry."""
        place = {entry.key: number for number, entry in enumerate(self.entries)}
        return tuple(place[self.key_of(figure)] for figure in figures)

    def counted(self, numbers: Sequence[int]) -> tuple[Entry, ...]:
        """Return the entries with how many figures each of them holds."""
        counts = Counter(numbers)
        return tuple(
            Entry(one.label, counts[number], one.fill, one.pattern, one.symbol, one.key)
            for number, one in enumerate(self.entries)
        )


def make_classes(
    figures: Sequence[Figure | None], mode: Mode, lang: Lang, decimals: int, method: Method = "quantile", count: int = 5
) -> Classes:
    """Make the classes of figures; None, a unit without a figure, counts as missing."""
    if mode == "light":
        key_of, heads = _by_light(figures, lang)
    elif mode == "change":
        key_of, heads = _by_change(figures, lang, decimals)
    else:
        key_of, heads = _by_value(figures, lang, decimals, method, count)
    found = {key_of(figure) for figure in figures}
    states = [
        Entry(say(f"maps.state.{state}", lang), 0, PATTERN_GROUND, _pattern(state), key=state)
        for state in _STATES
        if state in found
    ]
    return Classes((*heads, *states), key_of)


def _pattern(state: State) -> Pattern | None:
    return None if state == "shown" else state


Made = tuple[Callable[[Figure | None], str], list[Entry]]


def _by_value(figures: Sequence[Figure | None], lang: Lang, decimals: int, method: Method, count: int) -> Made:
    values = [value for figure in figures if (value := shown_value(figure)) is not None]
    breaks = class_breaks(values, decimals, method, count)
    ranges = class_ranges(values, breaks, decimals)
    heads = [
        Entry(_range_text(low, high, decimals, lang), 0, fill, key=str(number))
        for number, ((low, high), fill) in enumerate(zip(ranges, _fills(ranges), strict=True))
    ]

    def key_of(figure: Figure | None) -> str:
        value = shown_value(figure)
        return _state_key(figure) if value is None else str(class_of(value, breaks))

    return key_of, heads


def _fills(ranges: Sequence[tuple[Decimal, Decimal]]) -> list[Fill]:
    """Choose the blues of classes; where all is nought, the lightest, not the middle one of a single class."""
    return blues(MOST_CLASSES)[:1] if len(ranges) == 1 and not any(ranges[0]) else blues(len(ranges))


def _by_change(figures: Sequence[Figure | None], lang: Lang, decimals: int) -> Made:
    """Class decreases and increases apart, nothing between them; the key of a class is its sign and number."""
    values = [value for figure in figures if (value := shown_value(figure)) is not None]
    sides = {"-": [-one for one in values if one < 0], "+": [one for one in values if one > 0]}
    breaks = {side: class_breaks(found, decimals, "quantile", _CHANGE_CLASSES) for side, found in sides.items()}
    heads = {side: _one_side(side, sides[side], breaks[side], decimals, lang) for side in sides}
    level = [Entry(say("maps.class.unchanged", lang), 0, UNCHANGED, key="0")] if 0 in values else []

    def key_of(figure: Figure | None) -> str:
        value = shown_value(figure)
        if value is None:
            return _state_key(figure)
        side = "-" if value < 0 else "+"
        return f"{side}{class_of(abs(value), breaks[side])}" if value else "0"

    return key_of, [*heads["-"][::-1], *level, *heads["+"]]


def _one_side(side: str, sizes: list[Decimal], breaks: tuple[Decimal, ...], decimals: int, lang: Lang) -> list[Entry]:
    ranges = class_ranges(sizes, breaks, decimals)
    fills = (falls if side == "-" else rises)(len(ranges))
    sign = -1 if side == "-" else 1
    entries = []
    for number, ((low, high), fill) in enumerate(zip(ranges, fills, strict=True)):
        ends = [number_text(sign * end, decimals, signed=True) for end in ((high, low) if sign < 0 else (low, high))]
        key = "single" if low == high else "range"
        entries.append(Entry(say(f"maps.class.{key}", lang, low=ends[0], high=ends[1]), 0, fill, key=f"{side}{number}"))
    return entries


def _state_key(figure: Figure | None) -> str:
    return "missing" if figure is None or figure.state in ("shown", "not_split") else figure.state


def _range_text(low: Decimal, high: Decimal, decimals: int, lang: Lang) -> str:
    if low == high:
        return say("maps.class.single", lang, low=number_text(low, decimals))
    return say("maps.class.range", lang, low=number_text(low, decimals), high=number_text(high, decimals))


def _by_light(figures: Sequence[Figure | None], lang: Lang) -> Made:
    """Sort by word and light: two statuses of one word and one colour are one line of the legend."""
    heads: dict[str, Entry] = {}
    for figure in sorted(
        (one for one in figures if is_lit(one)), key=lambda one: _ORDER.index(one.status or "unknown")
    ):
        word, key = figure_word(figure, lang), _light_key(figure, lang)
        sign = symbol(figure.status or "unknown", figure.strictness)
        heads.setdefault(key, Entry(word, 0, LIGHTS[figure.light], None, sign, key))

    def key_of(figure: Figure | None) -> str:
        if is_lit(figure):
            return _light_key(figure, lang)
        return "missing" if figure is None or figure.state == "shown" else figure.state

    return key_of, list(heads.values())


def _light_key(figure: Figure, lang: Lang) -> str:
    return f"{figure.light} {figure_word(figure, lang)}"
