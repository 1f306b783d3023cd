"""Figures and statuses as short words for cards and tables."""

from __future__ import annotations

from decimal import Decimal

from dashboard.grid import Bar, Chip
from finance_monitor.disclosure.figure import Figure
from finance_monitor.disclosure.shown import Shown
from finance_monitor.indicators.model import Indicator
from finance_monitor.money import FEN_IN, amount_in
from finance_monitor.policy.model import Goal, Policy, Target
from finance_monitor.progress.model import Light, Progress, Shortfall, Status
from finance_monitor.progress.sentence import verdict
from finance_monitor.progress.window import goal_of
from finance_monitor.progress.words import bound_word, difference_word, level_word, status_word, symbol, unit_word
from finance_monitor.texts import Lang, say

NOTHING = "—"
_BY_UNITS = ("per_unit_min", "coverage")
_FULL = Decimal(100)


def number(value: Decimal | int) -> str:
    """Write a number with thousands apart, and with the decimals it has."""
    return f"{value:,}" if not isinstance(value, Decimal) or value.is_finite() else NOTHING


def amount(value: Decimal | None, unit: str, lang: Lang) -> str:
    """Write an amount with its unit."""
    return NOTHING if value is None else f"{number(value)}{unit_word(unit, lang, value)}"


def chip(status: Status, light: Light, strictness: str | None, lang: Lang) -> Chip:
    """Return a status with symbol, word and light."""
    word = status_word(status, strictness, lang)
    return Chip(symbol(status), word[:1].upper() + word[1:], light)


def chip_of(progress: Progress, target: Target, lang: Lang) -> Chip:
    """Return the status of a progress; of a past one, what it came to; of a value without a goal, why."""
    if progress.status == "context" and progress.reason == "not_split":
        return Chip(symbol(progress.status), say("figure.state.not_split", lang), progress.light)
    if progress.status == "historic":
        word = verdict(progress, target, lang)
        return Chip(symbol(progress.status), word[:1].upper() + word[1:], progress.light)
    return chip(progress.status, progress.light, target.strictness, lang)


def is_by_units(progress: Progress, goal: Goal) -> bool:
    """Say whether a progress counts how many units have arrived."""
    return goal.kind in _BY_UNITS and progress.units_total > 1 and progress.units_reached is not None


def actual(shown: Shown, progress: Progress, lang: Lang) -> str:
    """Say what there is: an amount, units of units, or why there is nothing to say."""
    goal = goal_of(shown.target, progress.part_id)
    if shown.hidden:
        return say("figure.hidden", lang)
    if progress.parts:
        return say("figure.parts", lang, count=len(progress.parts))
    if is_by_units(progress, goal):
        level = level_word(progress.unit_level, progress.units_total, lang)
        return say("figure.of_units", lang, reached=progress.units_reached, total=progress.units_total, level=level)
    return amount(progress.actual, goal.unit, lang)


def wanted(shown: Shown, progress: Progress, lang: Lang) -> str:
    """Say the goal: not below, not above; for a list of units what each of them must have."""
    goal = goal_of(shown.target, progress.part_id)
    if progress.goal is None or progress.parts:
        return NOTHING
    bound = bound_word(goal, progress.goal, lang)
    if goal.kind == "per_unit_min":
        return say("figure.each", lang, level=level_word(progress.unit_level, 1, lang), bound=bound)
    return bound


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


def lack(shortfall: Shortfall, goal: Goal, lang: Lang) -> str:
    """Say what one unit lacks."""
    if shortfall.actual is None:
        return say("figure.unreported", lang)
    if goal.kind == "coverage":
        return say("figure.uncovered", lang)
    over = shortfall.actual > shortfall.goal
    unit = difference_word(goal.unit, lang, shortfall.short)
    short = number(Decimal(f"{shortfall.short.normalize():f}"))
    return say("figure.over" if over else "figure.short", lang, short=short, unit=unit)


def figure_value(figure: Figure) -> str:
    """Write a figure's value with its decimals; a sign where there is none."""
    if figure.value is None or not figure.value.is_finite():
        return NOTHING
    return f"{figure.value:,.{figure.decimals}f}"


def unit_heading(unit: str, lang: Lang) -> str:
    """Return the heading of a column of values."""
    word = unit if lang == "zh" else unit_word(unit, lang, Decimal(2)).strip()
    return say("figure.value_in", lang, unit=word) if word else say("column.value", lang)


def figure_state(figure: Figure, lang: Lang) -> Chip:
    """Return a figure's status, or why it has none."""
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
