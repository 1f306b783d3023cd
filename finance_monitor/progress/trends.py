"""Targets that only say a direction: where it leads over at least three period ends, never a light."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import pairwise

from finance_monitor.progress.judge import Measure
from finance_monitor.progress.model import Progress
from finance_monitor.progress.pace import NOTHING_EXPECTED
from finance_monitor.progress.question import Question
from finance_monitor.progress.report import Subject, Verdict, progress_of
from finance_monitor.progress.window import TREND_POINTS_NEEDED, period_ends

Points = tuple[tuple[date, Decimal | None], ...]


def followed(subject: Subject, question: Question, measure: Measure) -> Progress:
    """Return the progress of a direction; a point counts only where the same units had reported as now.

    Who has begun to report goes on counting, so as many units are the same units: a direction is never made by a unit
    that joined. Units that are silent altogether change no direction; they are counted apart.
    """
    days = period_ends(subject.as_of, question.goal.period_months)
    readings = [measure(question, day) for day in days]
    points: Points = tuple(
        (day, found.actual if found.units_reported == readings[-1].units_reported else None)
        for day, found in zip(days, readings, strict=True)
    )
    now = replace(readings[-1], number=None, completion_pct=None, shortfall=(), interval_pct=None)
    known = [value for _, value in points if value is not None]
    if now.fault is not None:
        verdict = Verdict("unknown", "none", None, now.fault)
    elif len(known) < TREND_POINTS_NEEDED:
        verdict = Verdict("unknown", "none", None, "trend_too_short")
    else:
        way = growth_of(known) if question.goal.kind == "growth" else direction_of(known)
        verdict = Verdict("trend", "none", None, way)
    progress = progress_of(subject, now, NOTHING_EXPECTED, verdict, subject.as_of)
    values = {**progress.reason_values, "points": len(known), "needed": TREND_POINTS_NEEDED}
    is_of_period = question.goal.kind == "trend" and question.indicator.nature == "flow"
    months = question.goal.period_months if is_of_period else None
    return replace(progress, trend=points, reason_values=values, period_months=months)


def growth_of(rates: list[Decimal]) -> str:
    """Name what growth rates come to: grown in each period, or not in some. Smaller growth is still growth."""
    return "trend_grown" if all(rate > 0 for rate in rates) else "trend_not_grown"


def direction_of(values: list[Decimal]) -> str:
    """Name the direction of values in order of time: up, down, flat, or now up and now down."""
    steps = [later - earlier for earlier, later in pairwise(values)]
    if all(step == 0 for step in steps):
        return "trend_flat"
    if all(step >= 0 for step in steps):
        return "trend_up"
    return "trend_down" if all(step <= 0 for step in steps) else "trend_mixed"
