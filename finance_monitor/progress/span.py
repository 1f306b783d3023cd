"""The value of several units together, and between which ends it lies while some have not reported."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from finance_monitor.indicators.model import Indicator, Reading, value_of
from finance_monitor.money import amount_in
from finance_monitor.progress.rounding import shown

INFINITE = Decimal("Infinity")
_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Span:
    """Values in the goal's unit, rounded as shown; `actual` None: it cannot be said."""

    numerator: int | None
    denominator: int | None
    actual: Decimal | None
    low: Decimal
    high: Decimal
    reported: int


def decimals_of(indicator: Indicator) -> int:
    """Return how many decimals a value is shown with; money never less than two, 亿元 would lose too much."""
    money = indicator.measure in ("money", "average_money")
    return max(indicator.decimals, 2) if money else indicator.decimals


def value_in(indicator: Indicator, unit: str, numerator: int | None, denominator: int | None) -> Decimal | None:
    """Return the value in the goal's unit (money: 元, 万元, 亿元, also 万元/户), rounded as shown."""
    value = value_of(indicator.measure, numerator, denominator)
    if value is None:
        return None
    if indicator.measure in ("money", "average_money"):
        value = amount_in(value, unit.split("/")[0])
    return shown(value, decimals_of(indicator))


def span_of(indicator: Indicator, unit: str, readings: Sequence[Reading | None]) -> Span:
    """Sum, then divide; the ends say what unreported units (None) could still make of it."""
    there = [reading for reading in readings if reading is not None and reading.numerator is not None]
    if not there:
        return Span(None, None, None, Decimal(0), INFINITE, 0)
    numerator = sum(reading.numerator or 0 for reading in there)
    known = [reading.denominator for reading in there if reading.denominator is not None]
    denominator = sum(known) if known and indicator.measure not in ("count", "money") else None
    actual = value_in(indicator, unit, numerator, denominator)
    span = Span(numerator, denominator, actual, Decimal(0), INFINITE, len(there))
    if actual is None:
        return span
    if len(there) == len(readings):
        return _with_ends(span, actual, actual)
    if indicator.measure in ("count", "money"):
        return _with_ends(span, actual, INFINITE)
    if indicator.measure == "share":
        return _with_ends(span, *_ends_of_share(indicator, span, readings))
    return span


def _with_ends(span: Span, low: Decimal, high: Decimal) -> Span:
    return Span(span.numerator, span.denominator, span.actual, low, high, span.reported)


def _ends_of_share(indicator: Indicator, span: Span, readings: Sequence[Reading | None]) -> tuple[Decimal, Decimal]:
    numerator, denominator = span.numerator or 0, span.denominator or 0
    actual = span.actual or Decimal(0)
    missing = [reading.denominator if reading else None for reading in readings if _is_missing(reading)]
    if all(base is not None for base in missing):
        base = sum(base or 0 for base in missing)
        ends = (numerator, numerator + base)
        low, high = (shown(Decimal(end) * 100 / (denominator + base), decimals_of(indicator)) for end in ends)
        return low, high
    # Of unknown size, a unit may move a share anywhere, but not to all or nothing once one reported case is
    # against it; a share that already rounds to all or nothing stays where it is shown.
    step = Decimal(1).scaleb(-decimals_of(indicator))
    low = Decimal(0) if numerator == 0 else min(step, actual)
    high = _HUNDRED if numerator >= denominator else max(_HUNDRED - step, actual)
    return low, high


def _is_missing(reading: Reading | None) -> bool:
    return reading is None or reading.numerator is None
