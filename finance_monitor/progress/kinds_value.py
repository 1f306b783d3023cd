"""Kinds that hold one value against one number: total, stock, flow, milestone, ratio, ceiling, survey."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from finance_monitor.progress.model import Shortfall
from finance_monitor.progress.question import Measured, Question
from finance_monitor.progress.rounding import PERCENT_DECIMALS, shown
from finance_monitor.progress.span import Span, span_of
from finance_monitor.progress.stand import Bound, Stand, bound_of, shortfall_of, stand_of, stands

_Z95 = Decimal("1.96")


def total(question: Question, day: date) -> Measured:
    """总量: the sum over the units, of what stands on the day."""
    return _value(question, day)


def stock(question: Question, day: date) -> Measured:
    """时点: what stands on the day, never a sum over months."""
    return _value(question, day)


def flow(question: Question, day: date) -> Measured:
    """累计: what has happened since the window opened."""
    return _value(question, day)


def ratio(question: Question, day: date) -> Measured:
    """比率: the sum of numerators over the sum of denominators."""
    return _value(question, day)


def ceiling(question: Question, day: date) -> Measured:
    """上限: within the limit or above it; there is no completion."""
    return _without_completion(_value(question, day))


def milestone(question: Question, day: date) -> Measured:
    """里程碑: done or not; there is no percentage."""
    return _without_completion(_value(question, day, at_least=True))


def survey(question: Question, day: date) -> Measured:
    """调查: a ratio with the Wilson interval of its sample at 95 %."""
    measured = _value(question, day)
    if not measured.denominator or measured.numerator is None:
        return measured
    return replace(measured, interval_pct=wilson_pct(measured.numerator, measured.denominator))


def wilson_pct(yes: int, asked: int) -> tuple[Decimal, Decimal]:
    """Return the Wilson score interval at 95 % in %, rounded as shown; `asked` is not zero."""
    n, p = Decimal(asked), Decimal(yes) / asked
    square = _Z95 * _Z95
    middle = p + square / (2 * n)
    half = _Z95 * (p * (1 - p) / n + square / (4 * n * n)).sqrt()
    scale = 100 / (1 + square / n)
    return shown((middle - half) * scale, PERCENT_DECIMALS), shown((middle + half) * scale, PERCENT_DECIMALS)


def fault_of(span: Span) -> str | None:
    """Say why a span has no value: nobody reported, or there is nothing to divide by."""
    if span.reported == 0:
        return "no_data"
    return "no_base" if span.actual is None else None


def _value(question: Question, day: date, at_least: bool = False) -> Measured:
    goal = question.goal
    span = span_of(question.indicator, goal.unit, question.in_window(day))
    measured = Measured(
        actual=span.actual,
        units_total=len(question.units),
        units_reported=span.reported,
        numerator=span.numerator,
        denominator=span.denominator,
        fault=fault_of(span),
    )
    bound = bound_of(goal)
    if bound is None:
        return measured
    if at_least:
        bound = Bound("at_least", bound.number)
    measured = replace(measured, number=bound.number)
    if span.actual is None:
        return measured
    return _held_against(measured, bound, span.actual, stands(bound, span), question.region)


def _held_against(
    measured: Measured, bound: Bound, actual: Decimal, ends: tuple[Stand, Stand], region: str
) -> Measured:
    stand = stand_of(bound, actual)
    lacking = () if stand.reached else (Shortfall(region, actual, bound.number, shortfall_of(bound, actual)),)
    return replace(measured, completion_pct=stand.completion_pct, worst=ends[0], best=ends[1], shortfall=lacking)


def _without_completion(measured: Measured) -> Measured:
    if measured.worst is None or measured.best is None:
        return measured
    return replace(
        measured,
        completion_pct=None,
        worst=Stand(measured.worst.reached, None),
        best=Stand(measured.best.reached, None),
    )
