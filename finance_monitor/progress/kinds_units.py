"""Kinds that count units of a list: per_unit_min and coverage. The whole list is always the denominator."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from finance_monitor.progress.model import Shortfall
from finance_monitor.progress.question import Measured, Question
from finance_monitor.progress.rounding import percent
from finance_monitor.progress.span import Span, span_of, value_in
from finance_monitor.progress.stand import Bound, Stand, bound_of, shortfall_of, stand_of, stands

_ALL_UNITS = Bound("at_least", Decimal(100))


def per_unit_min(question: Question, day: date) -> Measured:
    """每单位下限: the share of the list that reaches its minimum; one unit alone is held against its own."""
    readings = question.in_window(day)
    unit = question.goal.unit
    span = span_of(question.indicator, unit, readings)
    values = [
        value_in(question.indicator, unit, reading.numerator, reading.denominator) if reading else None
        for reading in readings
    ]
    bound = bound_of(question.goal)
    if bound is None:
        return _counted(question, span, values)
    reached = sum(value is not None and stand_of(bound, value).reached for value in values)
    counted = _counted(question, span, values, reached, bound)
    if question.units == (question.region,):
        return _held_against(counted, bound.number, stands(bound, span))
    total = len(question.units)
    shares = (Decimal(units) * 100 / total for units in (reached, reached + values.count(None)))
    worst, best = (stand_of(_ALL_UNITS, share) for share in shares)
    return _held_against(counted, bound.number, (worst, best))


def coverage(question: Question, day: date) -> Measured:
    """覆盖: the units covered over all units of the list, in units or in % as the goal says.

    Where some units may not belong to the list, the worst is that they are among those covered, the best that none is.
    """
    counts = [
        Decimal(reading.numerator) if reading is not None and reading.numerator is not None else None
        for reading in question.in_window(day)
    ]
    total = len(question.units)
    cover = Bound("at_least", Decimal(question.goal.covered_from))
    covered = sum(count is not None and count >= cover.number for count in counts)
    reported = total - counts.count(None)
    sure = total - question.uncertain
    ends = (max(covered - question.uncertain, 0), min(covered + total - reported, sure))
    low, high = (_in_goal_unit(question, units, sure) for units in ends)
    span = Span(covered, total, _in_goal_unit(question, covered, total), low, high, reported)
    counted = replace(_counted(question, span, counts, covered, cover), uncertain=question.uncertain)
    bound = _bound_inside(question, total)
    return counted if bound is None else _held_against(counted, bound.number, stands(bound, span))


def _in_goal_unit(question: Question, count: int, total: int) -> Decimal:
    return percent(count, total) if question.goal.unit == "%" else Decimal(count)


def _bound_inside(question: Question, total: int) -> Bound | None:
    """A goal in units is the whole list's; inside a smaller region it cannot ask for more units than there are."""
    bound = bound_of(question.goal)
    if bound is None or question.whole or question.goal.unit == "%":
        return bound
    return Bound(bound.sense, min(bound.number, Decimal(total)))


def _counted(
    question: Question,
    span: Span,
    values: Sequence[Decimal | None],
    reached: int | None = None,
    bound: Bound | None = None,
) -> Measured:
    """Say what has been counted; with nothing reported there are no figures at all."""
    total = len(question.units)
    if span.reported == 0:
        return Measured(None, total, 0, fault="no_data")
    return Measured(
        actual=span.actual,
        units_total=total,
        units_reported=span.reported,
        numerator=span.numerator,
        denominator=span.denominator,
        units_reached=reached,
        shortfall=_lacking(question.units, values, bound) if bound else (),
    )


def _held_against(counted: Measured, number: Decimal, ends: tuple[Stand, Stand]) -> Measured:
    completion_pct = ends[0].completion_pct if counted.units_reported else None
    return replace(counted, number=number, completion_pct=completion_pct, worst=ends[0], best=ends[1])


def _lacking(units: Sequence[str], values: Sequence[Decimal | None], bound: Bound) -> tuple[Shortfall, ...]:
    """List the units below the bound; an unreported one (actual None) may lack all of it."""
    lacking = []
    for unit, value in zip(units, values, strict=True):
        if value is None:
            lacking.append(Shortfall(unit, None, bound.number, bound.number))
        elif not stand_of(bound, value).reached:
            lacking.append(Shortfall(unit, value, bound.number, shortfall_of(bound, value)))
    return tuple(lacking)
