"""Figures and statuses as short words for cards and tables."""

from __future__ import annotations

from decimal import Decimal
from typing import get_args

from dashboard.grid import Bar, Chip
from finance_monitor.disclosure.figure import Figure
from finance_monitor.disclosure.shown import Shown
from finance_monitor.indicators.model import Indicator
from finance_monitor.money import FEN_IN, amount_in
from finance_monitor.policy.model import Policy, Target
from finance_monitor.progress.amounts import amount, bound, difference, local, plainly
from finance_monitor.progress.model import Light, Progress, Status
from finance_monitor.progress.sentence import verdict
from finance_monitor.progress.window import goal_of
from finance_monitor.progress.words import level_word, status_word, symbol, unit_word
from finance_monitor.reports.gaps import Gap, GapGroup, is_of_units
from finance_monitor.texts import Lang, say
from finance_monitor.written import NOTHING, is_money, number

_FULL = Decimal(100)


def chip(status: Status, light: Light, strictness: str | None, lang: Lang) -> Chip:
    """Return a status with symbol, word and light."""
    word = status_word(status, strictness, lang)
    return Chip(symbol(status, strictness), word[:1].upper() + word[1:], light)


def chip_of(progress: Progress, target: Target, lang: Lang) -> Chip:
    """Return the status of a progress; of a past one, what it came to; of a value without a goal, why."""
    if progress.status == "context" and progress.reason == "not_split":
        return Chip(symbol(progress.status), say("figure.state.not_split", lang), progress.light)
    if progress.status == "historic":
        word = verdict(progress, target, lang)
        return Chip(symbol(progress.status), word[:1].upper() + word[1:], progress.light)
    if progress.status == "unknown" and progress.actual is not None:
        return Chip(symbol(progress.status), partly(lang), progress.light)
    return chip(progress.status, progress.light, target.strictness, lang)


def partly(lang: Lang) -> str:
    """Say that something is there, but not enough to judge by."""
    word = say("progress.status.unknown.partial", lang)
    return word[:1].upper() + word[1:]


def result_of(progress: Progress, target: Target, lang: Lang) -> Chip:
    """Return the status that is counted: of a past one what it came to, without saying that it is past."""
    if progress.status != "historic":
        return chip_of(progress, target, lang)
    inner = progress.final or progress.reason_values.get("result")
    status = next((status for status in get_args(Status) if status == inner), progress.status)
    return chip(status, "none", target.strictness, lang)


def actual(shown: Shown, progress: Progress, lang: Lang) -> str:
    """Say what there is: an amount, units of units, or why there is nothing to say."""
    goal = goal_of(shown.target, progress.part_id)
    if shown.hidden:
        return say("figure.hidden", lang)
    if progress.parts:
        return say("figure.parts", lang, count=len(progress.parts))
    if is_of_units(shown.target, progress):
        level = level_word(progress.unit_level, progress.units_total, lang)
        reached, total = number(progress.units_reached), number(progress.units_total)
        return say("figure.of_units", lang, reached=reached, total=total, level=level)
    return amount(progress.actual, goal.unit, lang)


def wanted(shown: Shown, progress: Progress, lang: Lang) -> str:
    """Say the goal: not below, not above; for a list of units what each of them must have."""
    goal = goal_of(shown.target, progress.part_id)
    if progress.goal is None or progress.parts:
        return NOTHING
    said = bound(goal, progress.goal, lang)
    if goal.kind == "per_unit_min":
        return say("figure.each", lang, level=level_word(progress.unit_level, 1, lang), bound=said)
    return said


def bar(completion_pct: Decimal | None, lang: Lang) -> Bar | str:
    """Return a completion as a bar that ends at 100; above, words say that it is more."""
    if completion_pct is None or not completion_pct.is_finite():
        return NOTHING
    said = say("figure.exceeded" if completion_pct > _FULL else "figure.pct", lang, pct=completion_pct)
    return Bar(float(max(Decimal(0), min(completion_pct, _FULL))), said)


def document(policy: Policy, lang: Lang) -> str:
    """Name a document by title and number; some have no number."""
    title = say("policy.title", lang, title=policy.title)
    return say("policy.numbered", lang, title=title, number=policy.number) if policy.number else title


def stand(gap: Gap, group: GapGroup, lang: Lang) -> str:
    """Say where a unit stands and where it should: 4/5名; of several units how many there are."""
    unit = group.goal.unit
    if gap.units > 1:
        told = {"count": gap.units, "level": level_word(group.progress.unit_level, gap.units, lang)}
        return say("gaps.units_short", lang, **told)
    if group.shown.hidden:
        return say("figure.hidden", lang)
    if group.goal.kind == "coverage" and group.is_of_units and gap.goal == 1:
        return say("figure.uncovered", lang)
    if gap.actual is None or gap.goal is None:
        return amount(gap.actual, unit, lang)
    now, there = local(gap.actual, unit, lang)
    return say("gaps.stand", lang, actual=number(now, there), goal=plainly(gap.goal, unit, lang))


def short(gap: Gap, group: GapGroup, lang: Lang) -> str:
    """Say what a unit still lacks, or by how much it is over."""
    if gap.short is None or _is_covering(group) or (group.goal.unit == "%" and gap.units > 1):
        return NOTHING
    said = difference(gap.short, group.goal.unit, lang)
    if gap.is_over:
        return say("gaps.over", lang, short=said)
    if not gap.things:
        return said
    key = "gaps.things" if group.shown.indicator.parts_unit else "gaps.things.bare"
    return say(key, lang, short=said, things=things(gap.things, group.shown.indicator, lang))


def week(gap: Gap, group: GapGroup, lang: Lang) -> str:
    """Say what every week until the deadline must bring; of a share what must be added to its numerator."""
    if gap.needed_per_week is not None:
        return amount(gap.needed_per_week, group.goal.unit, lang)
    if gap.things_per_week is not None:
        said = things(gap.things_per_week, group.shown.indicator, lang)
        return say("gaps.things_week", lang, things=said)
    return NOTHING


def things(count: int, indicator: Indicator, lang: Lang) -> str:
    """Say a number of what the numerator of a share counts, with its unit where one word fits."""
    unit = indicator.parts_unit
    return amount(count, unit, lang) if unit else number(count)


def _is_covering(group: GapGroup) -> bool:
    """Say whether the units of a list are covered or not: they lack no amount."""
    return group.goal.kind == "coverage" and group.is_of_units


def under_way(gap: Gap, group: GapGroup, lang: Lang) -> tuple[str, str]:
    """Say what is under way, and what is left when it has come."""
    if gap.in_pipeline is None or gap.left is None:
        return NOTHING, NOTHING
    if _is_covering(group):
        come, lacking = (_units_word(count, group, lang) for count in (gap.in_pipeline, gap.left))
    else:
        unit = group.goal.unit
        come, lacking = amount(gap.in_pipeline, unit, lang), difference(gap.left, unit, lang)
    return come, say("gaps.left", lang, left=lacking) if gap.left else say("gaps.filled", lang)


def _units_word(count: Decimal, group: GapGroup, lang: Lang) -> str:
    return say("gaps.units", lang, count=int(count), level=level_word(group.progress.unit_level, int(count), lang))


def figure_value(figure: Figure) -> str:
    """Write a figure's value without its unit: money with two decimals or none; a sign where there is none."""
    if figure.value is None or not figure.value.is_finite():
        return NOTHING
    if is_money(figure.unit):
        return number(figure.value, figure.unit)
    return f"{figure.value:,.{figure.decimals}f}"


def unit_heading(unit: str, lang: Lang) -> str:
    """Return the heading of a column of values."""
    word = unit if lang == "zh" else unit_word(unit, lang, Decimal(2)).strip()
    return say("figure.value_in", lang, unit=word) if word else say("column.value", lang)


def figure_state(figure: Figure, lang: Lang) -> Chip:
    """Return a figure's status, or why it has none."""
    if figure.state == "shown" and figure.status == "unknown" and figure.value is not None:
        return Chip(symbol("unknown"), partly(lang), figure.light)
    if figure.state == "shown" and figure.status is not None:
        return chip(figure.status, figure.light, figure.strictness, lang)
    return Chip(say(f"figure.symbol.{figure.state}", lang), say(f"figure.state.{figure.state}", lang), "none")


def figure_parts(figure: Figure, indicator: Indicator) -> str:
    """Write numerator and denominator; money in 万元."""
    if figure.numerator is None or figure.denominator is None:
        return ""
    numerator, denominator = Decimal(figure.numerator), Decimal(figure.denominator)
    is_ratio = indicator.measure in ("share", "average", "average_money")
    unit = list(FEN_IN)[2]
    if is_ratio and (indicator.parts_are == "money" or indicator.measure == "average_money"):
        numerator = amount_in(figure.numerator, unit)
    if is_ratio and indicator.parts_are == "money":
        denominator = amount_in(figure.denominator, unit)
    return f"{numerator:,}/{denominator:,}"
