"""What a cell of the target board says: symbol, word, light, and a short value."""

from __future__ import annotations

from decimal import Decimal

from dashboard.grid import Chip
from dashboard.wording import chip_of, figure_state, result_of
from finance_monitor.disclosure.figure import Figure
from finance_monitor.disclosure.shown import Shown
from finance_monitor.policy.model import Goal, Target
from finance_monitor.progress.amounts import amount
from finance_monitor.progress.model import Progress
from finance_monitor.progress.scope import is_direction
from finance_monitor.progress.stand import bound_of
from finance_monitor.progress.window import goal_of, goals_of
from finance_monitor.texts import Lang, say
from finance_monitor.written import number

Mark = tuple[Chip, str]
_BY_UNITS = ("per_unit_min", "coverage")


def mark_of_figure(figure: Figure, target: Target, lang: Lang) -> Mark:
    """Return the mark of one part of the region looked at."""
    state = figure_state(figure, lang)
    if figure.value is None or target.parts:
        return state, ""
    goal = goals_of(target)[0]
    if goal.kind in _BY_UNITS and figure.denominator is not None and figure.denominator > 1 and figure.unit == "%":
        return state, _of_units(figure.numerator, figure.denominator)
    if goal.kind == "coverage" and figure.numerator is not None and figure.denominator is not None:
        return state, _of_units(figure.numerator, figure.denominator)
    if figure.completion_pct is not None and shows_completion(target, goal):
        return state, say("figure.pct", lang, pct=figure.completion_pct)
    return state, amount(figure.value, figure.unit, lang)


def mark_of_whole(one: Shown, lang: Lang) -> Mark:
    """Return the mark of the region itself; of a past target what it came to."""
    progress, target = one.progress, one.target
    chip = result_of(progress, target, lang) if progress.status == "historic" else chip_of(progress, target, lang)
    if one.hidden:
        return chip, say("figure.hidden", lang)
    if progress.actual is None or target.parts:
        return chip, ""
    goal = goal_of(target, progress.part_id)
    if goal.kind in _BY_UNITS and progress.units_total > 1 and progress.units_reached is not None:
        return chip, _of_units(progress.units_reached, progress.units_total)
    if progress.completion_pct is not None and shows_completion(target, goal):
        return chip, say("figure.pct", lang, pct=progress.completion_pct)
    return chip, amount(progress.actual, goal.unit, lang)


def shows_completion(target: Target, goal: Goal) -> bool:
    """Say whether the cells of a target show how much of the goal is reached: a share is told as it is."""
    bound = bound_of(goal)
    builds_up = bound is not None and bound.sense != "at_most" and bound.number > 0
    return builds_up and goal.kind not in _BY_UNITS and goal.unit != "%" and not is_direction(target, goal)


def told(target: Target, lang: Lang) -> str:
    """Say what the values of a target's cells are."""
    goal = goals_of(target)[0]
    if target.parts:
        return say("board.shows.parts", lang, count=len(target.parts))
    if goal.kind in _BY_UNITS:
        return say("board.shows.units", lang)
    if shows_completion(target, goal):
        return say("board.shows.completion", lang)
    return say("board.shows.value", lang)


def code_of(progress: Progress) -> str:
    """Name the status a filter asks for: not shared out, and reported in part, are states of their own."""
    if progress.status == "context" and progress.reason == "not_split":
        return "not_split"
    if progress.status == "unknown" and progress.actual is not None:
        return "partial"
    return progress.status


def code_of_figure(figure: Figure) -> str | None:
    """Name the status of a figure for the filter, None where it has none."""
    if figure.state == "not_split":
        return "not_split"
    if figure.state == "missing":
        return "unknown"
    if figure.status == "unknown" and figure.value is not None:
        return "partial"
    return figure.status


def _of_units(reached: int | None, total: Decimal | int) -> str:
    return f"{number(reached)}/{number(total)}"
