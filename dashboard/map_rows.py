"""The lines of the map's table: which columns there are, in what order the parts stand, what a line holds."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from dashboard.grid import Chip
from finance_monitor.disclosure.figure import Figure
from finance_monitor.indicators.model import Indicator
from finance_monitor.maps.saying import shown_value

# The ways to order the parts; by code is the order of the list of regions.
ORDERS = ("code", "value", "completion", "gap", "change")


@dataclass(frozen=True, slots=True)
class Line:
    """One region: its figure, the earlier one and the change where two days are compared, its places."""

    figure: Figure
    then: Figure | None = None
    change: Figure | None = None
    place: int | None = None
    place_then: int | None = None
    # How other pages say the status, where the figure alone does not tell.
    chip: Chip | None = None


@dataclass(frozen=True, slots=True)
class Lines:
    """The whole, its parts in order, and what they are of."""

    whole: Line
    parts: tuple[Line, ...]
    indicator: Indicator

    @property
    def every(self) -> tuple[Line, ...]:
        """Return the whole and its parts."""
        return (self.whole, *self.parts)


def lines_of(
    figures: Sequence[Figure],
    indicator: Indicator,
    then: Sequence[Figure] = (),
    change: Sequence[Figure] = (),
    ranks: tuple[Mapping[str, int], Mapping[str, int]] = ({}, {}),
    chip: Chip | None = None,
) -> Lines:
    """Put the figures of a map and of the day they are held against beside each other.

    The first is the whole; `chip` is its status.
    """
    earlier = {figure.region_code: figure for figure in then}
    changed = {figure.region_code: figure for figure in change}
    lines = [
        Line(
            figure,
            earlier.get(figure.region_code),
            changed.get(figure.region_code),
            ranks[0].get(figure.region_code) if number else None,
            ranks[1].get(figure.region_code) if number else None,
            None if number else chip,
        )
        for number, figure in enumerate(figures)
    ]
    return Lines(lines[0], tuple(lines[1:]), indicator)


def orders_for(lines: Lines) -> tuple[str, ...]:
    """Return the orders that make sense: by completion where there is any, by gap, by change."""
    return tuple(one for one in ORDERS if one == "code" or any(_MEASURE[one](line) is not None for line in lines.parts))


def sorted_by(lines: Lines, order: str) -> Lines:
    """Return the parts in an order, the largest first; the largest gap is the one furthest behind."""
    if order not in _MEASURE:
        return lines
    sign = 1 if order == "gap" else -1

    def place(line: Line) -> tuple[bool, Decimal]:
        found = _MEASURE[order](line)
        return found is None, sign * (found or Decimal(0))

    return Lines(lines.whole, tuple(sorted(lines.parts, key=place)), lines.indicator)


_MEASURE: dict[str, Callable[[Line], Decimal | None]] = {
    "value": lambda line: shown_value(line.figure),
    "completion": lambda line: line.figure.completion_pct,
    "gap": lambda line: line.figure.gap_pp,
    "change": lambda line: line.change.value if line.change else None,
}
