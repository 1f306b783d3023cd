"""Class breaks of a map: quantiles, equal steps or natural breaks, at numbers a person can read."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal
from typing import Literal

import numpy as np
import numpy.typing as npt

Method = Literal["quantile", "equal", "natural"]
MOST_CLASSES = 6
_DEFAULT_CLASSES = 5
# How much of the way to its neighbours a break may move for the sake of a round number.
_SHARES = (0.25, 0.1, 0.02)


def class_breaks(
    values: Sequence[Decimal], decimals: int, method: Method = "quantile", count: int = _DEFAULT_CLASSES
) -> tuple[Decimal, ...]:
    """Return the lower bounds of the second and later classes, rising; every class holds at least one value.

    Fewer classes come back where the values cannot be told apart. No values, no breaks.

    Raises:
        ValueError: more than six classes asked for.
    """
    if not 1 <= count <= MOST_CLASSES:
        msg = f"a map has 1 to {MOST_CLASSES} classes, not {count}"
        raise ValueError(msg)
    ordered = np.array(sorted(float(value) for value in values))
    count = min(count, len(np.unique(ordered)))
    if count < 2:
        return ()
    if method == "natural":
        return _natural(ordered, count, decimals)
    return _readable(_quantiles(ordered, count) if method == "quantile" else _equal(ordered, count), ordered, decimals)


def class_of(value: Decimal, breaks: Sequence[Decimal]) -> int:
    """Number the class of a value; a value on a break belongs to the upper class."""
    return bisect_right(breaks, value)


def class_ranges(values: Sequence[Decimal], breaks: Sequence[Decimal], decimals: int) -> list[tuple[Decimal, Decimal]]:
    """Return the first and last value each class can hold at the decimals shown, so that no two classes overlap."""
    if not values:
        return []
    unit = Decimal(1).scaleb(-decimals)
    lower = [min(values), *breaks]
    upper = [*(bound - unit for bound in breaks), max(values)]
    return list(zip(lower, upper, strict=True))


def _quantiles(ordered: npt.NDArray[np.float64], count: int) -> list[float]:
    return [float(ordered[len(ordered) * k // count]) for k in range(1, count)]


def _equal(ordered: npt.NDArray[np.float64], count: int) -> list[float]:
    return [float(edge) for edge in np.linspace(ordered[0], ordered[-1], count + 1)[1:-1]]


def _natural(ordered: npt.NDArray[np.float64], count: int, decimals: int) -> tuple[Decimal, ...]:
    """Choose classes with the least sum of squared distances to their means (dynamic programme, exact)."""
    # Sums from the middle of the range: squares of large numbers would drown the differences.
    centred = ordered - ordered[len(ordered) // 2]
    ones = np.concatenate([[0.0], np.cumsum(centred)])
    squares = np.concatenate([[0.0], np.cumsum(centred**2)])
    ends = np.arange(1, len(ordered) + 1)
    best = squares[ends] - ones[ends] ** 2 / ends
    starts: list[npt.NDArray[np.int64]] = []
    for classes in range(2, count + 1):
        cost, start = np.full(len(ordered), np.inf), np.zeros(len(ordered), dtype=np.int64)
        for last in range(classes - 1, len(ordered)):
            first = np.arange(classes - 1, last + 1)
            spread = (squares[last + 1] - squares[first]) - (ones[last + 1] - ones[first]) ** 2 / (last + 1 - first)
            total = best[first - 1] + spread
            chosen = int(np.argmin(total))
            cost[last], start[last] = total[chosen], first[chosen]
        best = cost
        starts.append(start)
    return tuple(_roundest(float(ordered[first - 1]), float(ordered[first]), decimals) for first in _walk_back(starts))


def _walk_back(starts: Sequence[npt.NDArray[np.int64]]) -> list[int]:
    last, firsts = len(starts[0]) - 1, []
    for start in reversed(starts):
        first = int(start[last])
        firsts.append(first)
        last = first - 1
    return firsts[::-1]


def _steps(widest: float, decimals: int) -> Iterator[Decimal]:
    """Yield 5, 2, 1 times powers of ten, from at most `widest` down to the last decimal shown."""
    for exponent in range(max(math.floor(math.log10(widest)), -decimals), -decimals - 1, -1):
        for digit in (5, 2, 1):
            step = Decimal(digit).scaleb(exponent)
            if step <= widest or (digit, exponent) == (1, -decimals):
                yield step


def _roundest(below: float, value: float, decimals: int) -> Decimal:
    """Choose the roundest number above `below` and not above `value`: the classes stay exactly as they are."""
    exact = Decimal(repr(value))
    for step in _steps(max(abs(value), value - below), decimals):
        candidate = (exact // step) * step if value >= 0 else -((-exact / step).to_integral_value(ROUND_CEILING) * step)
        if candidate > Decimal(repr(below)):
            return _plain(candidate)
    return _plain(exact)


def _readable(raw: Sequence[float], ordered: npt.NDArray[np.float64], decimals: int) -> tuple[Decimal, ...]:
    """Round each break as far as its neighbours allow; finer where a class would be left without a value."""
    last = Decimal(1).scaleb(-decimals)
    exact = _filled({_rounded(edge, last) for edge in raw}, ordered)
    edges = np.array([ordered[0], *(float(edge) for edge in exact), ordered[-1]])
    room = np.minimum(np.diff(edges)[:-1], np.diff(edges)[1:])
    for share in _SHARES:
        rounded = {
            _rounded(float(edge), next(_steps(max(float(free) * share, float(last)), decimals)))
            for edge, free in zip(exact, room, strict=True)
        }
        breaks = _filled(rounded, ordered)
        if len(breaks) == len(exact):
            return breaks
    return exact


def _rounded(edge: float, step: Decimal) -> Decimal:
    whole = (Decimal(repr(edge)) / step).quantize(Decimal(1), ROUND_HALF_UP) * step
    return _plain(whole)


def _plain(value: Decimal) -> Decimal:
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()


def _filled(breaks: set[Decimal], ordered: npt.NDArray[np.float64]) -> tuple[Decimal, ...]:
    """Drop breaks that would leave a class without a value."""
    kept: list[Decimal] = []
    below = 0
    for edge in sorted(breaks):
        here = int(np.searchsorted(ordered, float(edge), side="left"))
        if below < here < len(ordered):
            kept.append(edge)
            below = here
    return tuple(kept)
