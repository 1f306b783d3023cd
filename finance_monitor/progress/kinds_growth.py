"""Kinds that compare a period with the one before it: growth, growth_gap, and the value a trend follows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from finance_monitor.indicators.model import Indicator, Reading, value_of
from finance_monitor.progress.kinds_value import fault_of
from finance_monitor.progress.model import Shortfall
from finance_monitor.progress.question import Measured, Question
from finance_monitor.progress.rounding import PERCENT_DECIMALS, shown
from finance_monitor.progress.span import span_of
from finance_monitor.progress.stand import Stand, bound_of, shortfall_of, stand_of
from finance_monitor.progress.window import months_before


@dataclass(frozen=True, slots=True)
class _Rate:
    """A growth rate in %, exact; `fault` says why there is none."""

    pct: Decimal | None
    reported: int
    now: int | None = None
    earlier: int | None = None
    fault: str | None = None


def growth(question: Question, day: date) -> Measured:
    """增速: this period over the one before, both of the same length, in %."""
    rate = _rate(question, question.indicator, day)
    return _measured(question, day, rate, rate.pct, rate.now, rate.earlier)


def growth_gap(question: Question, day: date) -> Measured:
    """增速差: the growth of one indicator less that of another on the same dates, in 百分点."""
    rate = _rate(question, question.indicator, day)
    other = _rate(question, question.indicators[question.goal.compared_with or question.goal.indicator], day)
    if rate.pct is None or other.pct is None:
        return _measured(question, day, rate if rate.pct is None else other, None)
    measured = _measured(question, day, rate, rate.pct - other.pct)
    return replace(measured, growths_pct=(shown(rate.pct, PERCENT_DECIMALS), shown(other.pct, PERCENT_DECIMALS)))


def trend(question: Question, day: date) -> Measured:
    """趋势: the value of the period that ends on the day; where it leads is seen over several."""
    span = span_of(question.indicator, question.goal.unit, question.in_period(day))
    return Measured(
        actual=span.actual,
        units_total=len(question.units),
        units_reported=span.reported,
        numerator=span.numerator,
        denominator=span.denominator,
        fault=fault_of(span),
    )


def _rate(question: Question, indicator: Indicator, day: date) -> _Rate:
    now = question.in_period(day, indicator)
    earlier = question.in_period(months_before(day, question.goal.period_months), indicator)
    both = sum(_said(new) and _said(old) for new, old in zip(now, earlier, strict=True))
    if both < len(question.units):
        there = sum(map(_said, now))
        fault = "no_data" if there == 0 else "base_unreported" if both == 0 else "units_unreported"
        return _Rate(None, both, fault=fault)
    value, before = _sum(indicator, now), _sum(indicator, earlier)
    if value is None or not before:
        return _Rate(None, both, fault="base_zero")
    return _Rate((value / before - 1) * 100, both, _numerator(now), _numerator(earlier))


def _said(reading: Reading | None) -> bool:
    return reading is not None and reading.numerator is not None


def _numerator(readings: Sequence[Reading | None]) -> int:
    return sum(reading.numerator or 0 for reading in readings if reading is not None)


def _sum(indicator: Indicator, readings: Sequence[Reading | None]) -> Decimal | None:
    denominator = sum(reading.denominator or 0 for reading in readings if reading is not None)
    return value_of(indicator.measure, _numerator(readings), denominator)


def _measured(
    question: Question,
    day: date,
    rate: _Rate,
    pct: Decimal | None,
    numerator: int | None = None,
    denominator: int | None = None,
) -> Measured:
    bound = bound_of(question.goal)
    number = bound.number if bound else None
    total = len(question.units)
    if pct is None:
        fault_on = months_before(day, question.goal.period_months)
        return Measured(None, total, rate.reported, number=number, fault=rate.fault, fault_on=fault_on)
    actual = shown(pct, PERCENT_DECIMALS)
    if bound is None:
        return Measured(actual, total, rate.reported, numerator, denominator)
    stand = Stand(stand_of(bound, actual).reached, None)
    gap = Shortfall(question.region, actual, bound.number, shortfall_of(bound, actual))
    return Measured(
        actual=actual,
        units_total=total,
        units_reported=rate.reported,
        numerator=numerator,
        denominator=denominator,
        number=number,
        worst=stand,
        best=stand,
        shortfall=() if stand.reached else (gap,),
    )
