"""推送按月: what was referred each month, and the way of the document's target beside its pace."""

from __future__ import annotations

from datetime import date

import streamlit as st

from dashboard import board_cache, figure_cache
from dashboard.chart import draw as draw_chart
from dashboard.downloads import context_of
from dashboard.frame import View
from dashboard.headings import plain
from dashboard.lending import axis_unit
from dashboard.referrals_head import PERSONS
from finance_monitor.charts.bars import Bar, bar_chart
from finance_monitor.charts.lines import Line, line_chart
from finance_monitor.charts.look import Point, month_marks, month_text
from finance_monitor.disclosure.courses import Course
from finance_monitor.disclosure.shown import Shown
from finance_monitor.reports.funnel import STEPS
from finance_monitor.reports.monthly import Added, added, month_days
from finance_monitor.reports.sheet import Field, Sheet

_MONTHS = 12


def draw(view: View, shown: Shown | None) -> None:
    """Draw both, side by side where there is room."""
    left, right = st.columns(2, gap="medium")
    with left:
        _months(view)
    if shown is not None:
        with right:
            _course(view, shown)


def _months(view: View) -> None:
    days = month_days(view.as_of, _MONTHS)
    figures = figure_cache.series_of(view.seat, STEPS["pushed"], view.region, days, view.where)
    points = added(figures)[_first(view, days) :]
    unit = axis_unit(view, STEPS["pushed"])
    marks = month_marks([day for day, _ in points], view.lang)["ticktext"]
    bars = tuple(
        Bar(day.isoformat(), month_text(day, view.lang), None if value is None else float(value), marks[at])
        for at, (day, value) in enumerate(points)
    )
    title = view.say("referrals_page.months")
    spec = bar_chart(bars, unit=unit, decimals=0, selected=None, horizontal=False, lang=view.lang)
    alt = view.say("referrals_page.months.alt", region=view.region_name, count=len(points))
    draw_chart(view, spec, "months", title, alt, sheet=lambda: _sheet(view, title, points))
    st.caption(plain(view.say("referrals_page.months.about", day=view.say("day", on=view.as_of))))


def _first(view: View, days: tuple[date, ...]) -> int:
    """Return the place of the first month with a record; narrowed, the chart keeps the months of all records."""
    figures = figure_cache.series_of(view.seat, STEPS["pushed"], view.region, days)
    return next((at for at, (_, value) in enumerate(added(figures)) if value), 0)


def _sheet(view: View, title: str, points: Added) -> Sheet:
    fields = (
        Field("until", view.say("referrals_page.column.until"), "date"),
        Field("cases", view.say("referrals_page.column.cases"), "number", 0),
    )
    return Sheet(title, context_of(view), fields, points)


def _course(view: View, shown: Shown) -> None:
    course = next(iter(board_cache.courses(view.seat, shown.target.id, view.region, view.as_of)), None)
    if course is None or course.hidden or not course.actual:
        return
    title = shown.target.title.in_(view.lang)
    key = "referrals_page.course.units" if course.of_units else "referrals_page.course.own"
    alt = view.say(key, title=title)
    draw_chart(view, _spec(view, course), "course", alt, alt)


def _spec(view: View, course: Course) -> dict[str, object]:
    actual = tuple((day, None if value is None else float(value)) for day, value in course.actual)
    pace = tuple((day, float(value)) for day, value in course.pace)
    goal: tuple[Point, ...] = ()
    if course.goal is not None and course.deadline is not None:
        goal = ((course.from_on, float(course.goal)), (course.deadline, float(course.goal)))
    unit = axis_unit(view, PERSONS, course.unit)
    line = Line(view.say("column.actual"), actual)
    return line_chart((line,), unit=unit, lang=view.lang, goal=goal, pace=pace, decimals=course.decimals)
