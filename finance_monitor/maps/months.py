"""The months of a map: a small line a unit for the tooltip, and every month's values for the slider."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from finance_monitor.disclosure.figure import Figure
from finance_monitor.maps.classes import Method
from finance_monitor.maps.drawing import Geometry
from finance_monitor.maps.legend import Mode, make_classes
from finance_monitor.maps.packing import DIGITS, NONE, packed_entries, packed_number, words_of
from finance_monitor.maps.saying import day_and_release, shown_value
from finance_monitor.texts import Lang

# More units than this have no small lines: their bytes would outweigh the values.
MOST_WITH_LINES = 1000
_TOP, _FLOOR = Decimal(len(DIGITS) - 1), Decimal(0)

# Figures of one day, in the order of a geometry's codes.
Placed = tuple[Figure | None, ...]


@dataclass(frozen=True, slots=True)
class Months:
    """Figures of several days in geometry order, the earliest first."""

    days: tuple[str, ...]
    placed: tuple[Placed, ...]


def months_of(days: Sequence[str], figures: Sequence[Sequence[Figure]], geometry: Geometry) -> Months:
    """Put the figures of several days into the order of a geometry."""
    placed = []
    for told in figures:
        by_code = {figure.region_code: figure for figure in told}
        placed.append(tuple(by_code.get(code) for code in geometry.codes))
    return Months(tuple(days), tuple(placed))


def from_first_value(months: Months) -> Months:
    """Leave out the days before anybody reported; the last two stay."""
    has_values = [any(shown_value(figure) is not None for figure in placed) for placed in months.placed]
    start = has_values.index(True) if any(has_values) else len(has_values)
    start = max(min(start, len(months.days) - 2), 0)
    return Months(months.days[start:], months.placed[start:])


def small_lines(months: Months) -> str:
    """Return one digit a month and unit, all months of a unit together: heights between its own least and most."""
    units = list(zip(*months.placed, strict=True))
    if not 0 < len(units) <= MOST_WITH_LINES:
        return ""
    return "".join(_small_line(unit) for unit in units)


def _small_line(figures: Sequence[Figure | None]) -> str:
    values = [shown_value(figure) for figure in figures]
    known = [value for value in values if value is not None]
    if not known:
        return NONE * len(values)
    # From nothing where nothing is below it: a small wobble of a large number must not look like a collapse.
    low, high = min(_FLOOR, *known), max(_FLOOR, *known)
    span = high - low
    return "".join(
        NONE if value is None else DIGITS[int((value - low) * _TOP / span) if span else 0] for value in values
    )


def frames(
    months: Months, mode: Mode, lang: Lang, decimals: int, method: Method = "quantile", release: int | None = None
) -> bytes:
    """Pack exact values of every month with one set of classes for all of them."""
    months = from_first_value(months)
    every = [figure for placed in months.placed for figure in placed]
    classes = make_classes(every, mode, lang, decimals, method)
    numbers = [classes.numbers(placed) for placed in months.placed]
    said, words = words_of(every, lang)
    size = len(months.placed[0]) if months.placed else 0
    body = {
        "days": list(months.days),
        "asOf": [day_and_release(day, release, lang) for day in months.days],
        "legend": packed_entries(classes.entries),
        "c": ["".join(DIGITS[number] for number in one) for one in numbers],
        "v": [[packed_number(shown_value(figure)) for figure in placed] for placed in months.placed],
        "s": [said[start * size : (start + 1) * size] for start in range(len(months.days))],
        "words": words,
        "decimals": decimals,
    }
    return json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()
