"""A target over its window: what there was at each month end, the goal, the pace, and a plain projection."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import partial

import streamlit as st

from dashboard import board_cache, chart
from dashboard.downloads import context_of
from dashboard.frame import View
from finance_monitor.charts.lines import Line, line_chart
from finance_monitor.disclosure.courses import Course
from finance_monitor.disclosure.shown import Shown
from finance_monitor.progress.amounts import amount, local
from finance_monitor.progress.window import goal_of
from finance_monitor.progress.words import level_word, unit_word
from finance_monitor.reports.sheet import Field, Sheet

_POINTS_NEEDED = 2


def draw(view: View, shown: Shown) -> None:
    """Draw the course of each part of a target that has one."""
    for course in board_cache.courses(view.seat, shown.target.id, shown.progress.region_code, view.as_of):
        known = [value for _, value in course.actual if value is not None]
        if course.hidden or len(known) < _POINTS_NEEDED:
            continue
        _draw(view, shown, course)


def _draw(view: View, shown: Shown, course: Course) -> None:
    name, unit = _name(view, shown, course), _unit(view, course.unit)
    last = course.deadline or view.as_of
    goal = () if course.goal is None else ((course.from_on, course.goal), (last, course.goal))
    spec = line_chart(
        (Line(name, _points(view, course, course.actual)),),
        unit=unit,
        lang=view.lang,
        goal=_points(view, course, goal),
        pace=_points(view, course, course.pace),
        decimals=_decimals(view, course),
    )
    key = f"course_{shown.target.id}_{course.part_id or ''}"
    title = view.say("course.title", name=goal_of(shown.target, course.part_id).title.in_(view.lang))
    chart.draw(view, spec, key, title, _alt(view, course, name), sheet=partial(_sheet, view, course, title))
    if (ahead := course.projection) is not None and course.deadline is not None:
        st.caption(_ahead(view, course, ahead.since, ahead.at_deadline, ahead.reached_on, course.deadline))


def _ahead(
    view: View, course: Course, since: date, at_deadline: Decimal, reached_on: date | None, deadline: date
) -> str:
    """Say where the straight line leads: not what will be, but what as much as so far would come to."""
    value = min(at_deadline, Decimal(100)) if course.unit == "%" else at_deadline
    told = {
        "since": view.say("day", on=since),
        "deadline": view.say("day", on=deadline),
        "value": amount(value, course.unit, view.lang),
    }
    if reached_on is None:
        return view.say("course.ahead.never", **told)
    key = "course.ahead.in_time" if reached_on <= deadline else "course.ahead.late"
    return view.say(key, reached=view.say("day", on=reached_on), **told)


def _name(view: View, shown: Shown, course: Course) -> str:
    if course.of_units:
        return view.say("course.units", level=level_word(shown.progress.unit_level, 2, view.lang))
    return view.say("column.actual")


def _points(
    view: View, course: Course, points: tuple[tuple[date, Decimal | None], ...] | tuple[tuple[date, Decimal], ...]
) -> tuple[tuple[date, float | None], ...]:
    """Return points in the unit the reader's language counts money in."""
    return tuple(
        (day, None if value is None else float(local(value, course.unit, view.lang)[0])) for day, value in points
    )


def _unit(view: View, unit: str) -> str:
    told = local(Decimal(0), unit, view.lang)[1]
    return unit_word(told, view.lang, Decimal(2)).strip() or told


def _decimals(view: View, course: Course) -> int:
    """English tells money in yuan, which has no decimals worth showing."""
    return course.decimals if local(Decimal(0), course.unit, view.lang)[1] == course.unit else 0


def _alt(view: View, course: Course, name: str) -> str:
    first, last = course.actual[0], course.actual[-1]
    return view.say(
        "course.alt",
        name=name,
        first=view.say("day", on=first[0]),
        last=view.say("day", on=last[0]),
        value=amount(last[1], course.unit, view.lang),
    )


def _sheet(view: View, course: Course, title: str) -> Sheet:
    """Return the points as a table: actual, pace and goal by day, in the goal's own unit."""
    actual, pace = dict(course.actual), dict(course.pace)
    days = sorted({*actual, *pace})

    def named(key: str) -> str:
        return view.say("kit.named_in", name=view.say(key), unit=course.unit)

    fields = (
        Field("day", view.say("course.column.day"), "date"),
        Field("actual", named("column.actual"), "number", course.decimals),
        Field("pace", named("kit.pace"), "number", course.decimals),
        Field("goal", named("column.goal"), "number", course.decimals),
    )
    rows = tuple((day, actual.get(day), pace.get(day), course.goal) for day in days)
    return Sheet(title, context_of(view), fields, rows)
