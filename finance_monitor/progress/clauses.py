"""The clauses of a sentence that say the figures, kind by kind."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from finance_monitor.policy.model import Part, Target
from finance_monitor.progress.amounts import amount, bound, difference, plainly
from finance_monitor.progress.model import Progress, Shortfall
from finance_monitor.progress.words import level_word
from finance_monitor.texts import Lang, say

# A list of regions in one sentence ends after so many names.
_NAMES_SHOWN = 3


def figures(progress: Progress, goal: Target | Part, names: Mapping[str, str], lang: Lang) -> list[str]:
    """Return the clauses; a milestone, and what nobody reported or too few persons make up, is only named."""
    title = say("progress.title", lang, title=goal.title.in_(lang))
    if progress.actual is None or goal.kind == "milestone":
        return [title]
    if progress.goal is not None and progress.units_total > 1 and progress.units_reached is not None:
        said = _per_unit if goal.kind == "per_unit_min" else _coverage
        return [*said(progress, goal, names, lang), *_pace(progress, lang), *_unreported(progress, lang)]
    actual = say("progress.value", lang, title=title, actual=_in_period(progress, goal, lang))
    if progress.goal is None:
        return [actual, *_unreported(progress, lang)]
    said_goal = say(
        "progress.goal.share" if progress.is_share else "progress.goal",
        lang,
        bound=bound(goal, progress.goal, lang),
    )
    return [
        actual,
        *_sample(progress, lang),
        said_goal,
        *_completion(progress, goal, lang),
        *_pace(progress, lang),
        *_short(progress, goal, lang),
        *_unreported(progress, lang),
    ]


def _per_unit(progress: Progress, goal: Target | Part, names: Mapping[str, str], lang: Lang) -> list[str]:
    number = progress.goal or Decimal(0)
    reached = say(
        "progress.per_unit",
        lang,
        total=progress.units_total,
        reached=progress.units_reached,
        number=plainly(number, goal.unit, lang),
        title=goal.title.in_(lang),
        level=level_word(progress.unit_level, progress.units_total, lang),
    )
    lacking = _reported(progress)
    if not lacking:
        return [reached]
    short = sum((lack.short for lack in lacking), Decimal(0))
    said = say(
        "progress.per_unit.short" if len(lacking) > 1 else "progress.per_unit.short.one",
        lang,
        lacking=len(lacking),
        level=level_word(progress.unit_level, len(lacking), lang),
        short=plainly(short, goal.unit, lang),
    )
    return [reached, said]


def _coverage(progress: Progress, goal: Target | Part, names: Mapping[str, str], lang: Lang) -> list[str]:
    covered = say(
        "progress.coverage",
        lang,
        total=progress.units_total,
        reached=progress.units_reached,
        title=goal.title.in_(lang),
        level=level_word(progress.unit_level, progress.units_total, lang),
    )
    lacking = _reported(progress)
    if not lacking:
        return [covered]
    listed = say("progress.join.names", lang).join(
        names.get(lack.region_code, lack.region_code) for lack in lacking[:_NAMES_SHOWN]
    )
    if len(lacking) > _NAMES_SHOWN:
        listed = say("progress.coverage.more", lang, names=listed, lacking=len(lacking))
    return [covered, say("progress.coverage.short", lang, names=listed)]


def _reported(progress: Progress) -> list[Shortfall]:
    return [lack for lack in progress.shortfall if lack.actual is not None]


def _sample(progress: Progress, lang: Lang) -> list[str]:
    if progress.interval_pct is None:
        return []
    low, high = progress.interval_pct
    return [say("progress.sample", lang, asked=progress.denominator, low=low, high=high)]


def _completion(progress: Progress, goal: Target | Part, lang: Lang) -> list[str]:
    """Say the completion, unless it only repeats a share or a rate."""
    if progress.completion_pct is None or (goal.kind in ("ratio", "survey") and progress.expected_pct is None):
        return []
    said = [say("progress.completion", lang, completion=progress.completion_pct)]
    if progress.completion_pct > 100:
        said.append(say("progress.exceeded", lang))
    return said


def _pace(progress: Progress, lang: Lang) -> list[str]:
    """Compare with what is expected by now, while that still matters."""
    if progress.gap_pp is None or progress.final is not None or progress.status in ("unknown", "met"):
        return []
    way = "above" if progress.gap_pp > 0 else "below" if progress.gap_pp < 0 else "level"
    told = {"expected": progress.expected_pct, "gap": abs(progress.gap_pp)}
    if is_tolerated(progress):
        return [say("progress.gap.within", lang, **told, tolerated=progress.reason_values["tolerated"])]
    return [say(f"progress.gap.{way}", lang, **told)]


def is_tolerated(progress: Progress) -> bool:
    """Say whether it is on schedule although it is below its pace: within what is tolerated."""
    return progress.reason == "on_track" and progress.gap_pp is not None and progress.gap_pp < 0


def _short(progress: Progress, goal: Target | Part, lang: Lang) -> list[str]:
    """Say how far it is from the goal; of a share that runs against a pace the gap to the pace says it."""
    lacking = _reported(progress)
    if not lacking or not lacking[0].short or progress.actual is None or progress.status == "unknown":
        return []
    if goal.unit == "%" and _pace(progress, lang):
        return []
    over = progress.actual > (progress.goal or Decimal(0))
    key = "progress.over" if over else "progress.short"
    short = lacking[0].short
    return [say(key, lang, short=difference(short, goal.unit, lang))]


def _unreported(progress: Progress, lang: Lang) -> list[str]:
    """Name the units that have not reported, unless the verdict does."""
    missing = progress.units_total - progress.units_reported
    if missing == 0 or progress.status == "unknown":
        return []
    return [say("progress.unreported", lang, missing=missing, level=level_word(progress.unit_level, missing, lang))]


def _in_period(progress: Progress, goal: Target | Part, lang: Lang) -> str:
    """Say the figure; one of a period says how long the period is."""
    said = amount(progress.actual, goal.unit, lang)
    if progress.period_months is None:
        return said
    key = "progress.in_period" if progress.period_months > 1 else "progress.in_period.one"
    return say(key, lang, months=progress.period_months, actual=said)
