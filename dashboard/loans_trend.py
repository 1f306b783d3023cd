"""The chosen figure at the month ends, with the goal and the pace of the document where there is one."""

from __future__ import annotations

from decimal import Decimal

import streamlit as st

from dashboard import board_cache, figure_cache, loans_cache
from dashboard.chart import draw as draw_chart
from dashboard.downloads import context_of
from dashboard.frame import View
from dashboard.headings import plain
from dashboard.lending import axis_unit, named_in
from dashboard.loans_measures import GRANTED, Measure
from finance_monitor.charts.lines import Line, line_chart
from finance_monitor.charts.look import Point
from finance_monitor.charts.shares import Part, share_chart
from finance_monitor.disclosure.courses import Course
from finance_monitor.disclosure.figure import Figure
from finance_monitor.disclosure.shown import Shown
from finance_monitor.disclosure.told import dimensions_of
from finance_monitor.reports.monthly import Added, month_days
from finance_monitor.reports.sheet import Field, Sheet

_MONTHS = 12
_FEWEST = 2
_BY = "product"


def draw(view: View, measure: Measure, target: Shown | None) -> bool:
    """Draw the course of the target where the choice is what it is about, otherwise the figure at the month ends.

    Return whether there was a course to draw.
    """
    course = _course(view, target) if measure.indicator == GRANTED and not view.where else None
    if course is not None and target is not None:
        _against(view, course, target)
        return True
    days = month_days(view.as_of, view.as_of.month - 1 if measure.since else _MONTHS)
    figures = figure_cache.series_of(view.seat, measure.indicator, view.region, days, view.where, measure.since)
    figures = figures[1:] if measure.since else figures
    if sum(one.value is not None for one in figures) < _FEWEST:
        st.caption(plain(view.say("loans_page.trend.none", name=measure.name)))
        return False
    title = view.say("loans_page.trend", name=measure.name)
    points = tuple((one.as_of, _number(one.value)) for one in figures)
    spec = line_chart((Line(measure.name, points),), unit=axis_unit(view, measure.indicator), lang=view.lang)
    draw_chart(view, spec, "trend", title, title, sheet=lambda: _sheet(view, title, measure, figures))
    if measure.indicator == GRANTED and view.where and target is not None:
        st.caption(view.say("loans_page.trend.no_goal"))
    return True


def _course(view: View, target: Shown | None) -> Course | None:
    if target is None or target.progress.region_code != view.region:
        return None
    found = next(iter(board_cache.courses(view.seat, target.target.id, view.region, view.as_of)), None)
    return None if found is None or found.hidden or not found.actual else found


def _against(view: View, course: Course, target: Shown) -> None:
    title = target.target.title.in_(view.lang)
    goal: tuple[Point, ...] = ()
    if course.goal is not None and course.deadline is not None:
        goal = ((course.from_on, float(course.goal)), (course.deadline, float(course.goal)))
    pace = tuple((day, _number(value)) for day, value in course.pace)
    actual = tuple((day, _number(value)) for day, value in course.actual)
    line = Line(view.say("loans_page.so_far"), actual)
    spec = line_chart((line,), unit=axis_unit(view, GRANTED, course.unit), lang=view.lang, goal=goal, pace=pace)
    alt = view.say("loans_page.trend.target", title=title)
    draw_chart(view, spec, "trend", alt, alt, sheet=lambda: _course_sheet(view, alt, course))


def months(view: View) -> None:
    """Draw what was lent each month, by product."""
    indicator = view.desk.world.indicators[GRANTED]
    if _BY not in dimensions_of(view.desk.world, indicator):
        return
    days = month_days(view.as_of, _MONTHS)
    found = loans_cache.months_by(view.seat, GRANTED, view.region, days, _BY, view.where)
    told = [(word.in_(view.lang), points) for word, points in found]
    if not told:
        return
    parts = tuple(Part(name, tuple((day, _number(value)) for day, value in points)) for name, points in told)
    title = view.say("loans_page.months")
    spec = share_chart(parts, unit=axis_unit(view, GRANTED), lang=view.lang)
    draw_chart(view, spec, "months", title, title, sheet=lambda: _months_sheet(view, title, told))
    st.caption(plain(view.say("loans_page.months.about", day=view.say("day", on=view.as_of))))


def _number(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


def _sheet(view: View, title: str, measure: Measure, figures: tuple[Figure, ...]) -> Sheet:
    unit = axis_unit(view, measure.indicator)
    fields = (
        Field("until", view.say("lending.column.until"), "date"),
        Field("value", named_in(view, measure.name, unit), "number", figures[-1].decimals),
    )
    return Sheet(title, context_of(view), fields, tuple((one.as_of, one.value) for one in figures))


def _course_sheet(view: View, title: str, course: Course) -> Sheet:
    pace, unit = dict(course.pace), axis_unit(view, GRANTED, course.unit)
    fields = (
        Field("until", view.say("lending.column.until"), "date"),
        Field("value", named_in(view, view.say("column.actual"), unit), "number", course.decimals),
        Field("pace", named_in(view, view.say("kit.pace"), unit), "number", 2),
        Field("goal", named_in(view, view.say("kit.goal"), unit), "number", 2),
    )
    rows = tuple((day, value, pace.get(day), course.goal) for day, value in course.actual)
    return Sheet(title, context_of(view), fields, rows)


def _months_sheet(view: View, title: str, told: list[tuple[str, Added]]) -> Sheet:
    unit = axis_unit(view, GRANTED)
    fields = (
        Field("until", view.say("lending.column.until"), "date"),
        *(Field(f"part_{at}", named_in(view, name, unit), "number", 2) for at, (name, _) in enumerate(told)),
    )
    known = [dict(points) for _, points in told]
    rows = tuple((day, *(one.get(day) for one in known)) for day in sorted({day for one in known for day in one}))
    return Sheet(title, context_of(view), fields, rows)
