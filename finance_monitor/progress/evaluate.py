"""Hold one target against the readings of one region on one day."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from finance_monitor.indicators.model import Indicator
from finance_monitor.policy.model import Kind, Policy, Target
from finance_monitor.progress import kinds_growth, kinds_units, kinds_value
from finance_monitor.progress.judge import Window, judged
from finance_monitor.progress.light import badness
from finance_monitor.progress.model import Progress, Read
from finance_monitor.progress.question import Measured, Question
from finance_monitor.progress.report import Subject, context, historic, not_judged
from finance_monitor.progress.scope import is_direction, is_over, own_region, why_not_judged
from finance_monitor.progress.trends import followed
from finance_monitor.progress.window import day_of_parts, deadline_of, ending_of
from finance_monitor.settings import Bands

KINDS: dict[Kind, Callable[[Question, date], Measured]] = {
    "total": kinds_value.total,
    "stock": kinds_value.stock,
    "flow": kinds_value.flow,
    "ratio": kinds_value.ratio,
    "ceiling": kinds_value.ceiling,
    "milestone": kinds_value.milestone,
    "survey": kinds_value.survey,
    "per_unit_min": kinds_units.per_unit_min,
    "coverage": kinds_units.coverage,
    "growth": kinds_growth.growth,
    "growth_gap": kinds_growth.growth_gap,
    "trend": kinds_growth.trend,
}

# What these ask, they ask of each unit of the list.
_OF_UNITS = ("per_unit_min", "coverage")


def evaluate(
    target: Target,
    policy: Policy,
    region: str,
    units: Sequence[str],
    as_of: date,
    read: Read,
    indicators: Mapping[str, Indicator],
    bands: Bands,
    in_scope: bool = True,
    inside_unit: bool = False,
    uncertain: int = 0,
) -> Progress:
    """Return the progress of a target.

    `units` are the codes of the target's scope list inside `region`, or just the region. `inside_unit`: the region is
    a part of one unit of the list, so what the target asks of a unit cannot be asked of it. `uncertain` units of the
    list may not belong to it. `read` gives the readings
    of an indicator on a day by region code; a missing code means that nobody reported. The result of a composite
    target carries one result a part and repeats the figures of the worst.
    """
    if not in_scope or not units:
        return not_judged(Subject(target, target, region, as_of, ()), "out_of_scope")
    whole = region == own_region(target, policy)
    results = [
        _of_goal(
            Subject(target, goal, region, as_of, tuple(units)),
            Question(goal, indicators, region, tuple(units), target.from_on, whole, read, uncertain),
            policy,
            bands,
            inside_unit=inside_unit,
        )
        for goal in target.parts or (target,)
    ]
    if not target.parts:
        return results[0]
    worst = min(results, key=lambda part: badness(part.light, part.status))
    return replace(worst, part_id=None, parts=tuple(results))


def _of_goal(subject: Subject, question: Question, policy: Policy, bands: Bands, *, inside_unit: bool) -> Progress:
    target, goal, as_of = subject.target, subject.goal, subject.as_of
    measure = KINDS[goal.kind]
    reason = why_not_judged(target, goal, policy, subject.region, as_of)
    if reason is None and inside_unit and goal.kind in _OF_UNITS:
        reason = "not_split"
    if reason is not None:
        on = day_of_parts(target, goal, policy, as_of) if reason == "not_split" else as_of
        return replace(context(replace(subject, as_of=on), measure(question, on), reason), as_of=as_of)
    ended_on = ending_of(target, goal, policy, as_of)
    if ended_on is not None:
        subject = replace(subject, as_of=ended_on)
    if is_direction(target, goal):
        result = followed(subject, question, measure)
    else:
        window = Window(target.from_on, deadline_of(target, goal), bands)
        result = judged(subject, question, measure, window)
    result = replace(result, as_of=as_of)
    return historic(result, policy) if is_over(policy, as_of) else result
