"""The values of a direction at its period ends, as a line."""

from __future__ import annotations

from functools import partial

from dashboard import chart
from dashboard.downloads import context_of
from dashboard.frame import View
from finance_monitor.charts.lines import Line, line_chart
from finance_monitor.disclosure.shown import Shown
from finance_monitor.progress.model import Progress
from finance_monitor.progress.window import goal_of
from finance_monitor.reports.sheet import Field, Sheet


def draw_trend(view: View, shown: Shown, progress: Progress) -> None:
    """Draw the points; a period nobody reported stays a gap."""
    goal = goal_of(shown.target, progress.part_id)
    title = goal.title.in_(view.lang)
    points = tuple((day, None if value is None else float(value)) for day, value in progress.trend)
    unit = goal.unit if view.lang == "zh" else shown.indicator.unit.en
    spec = line_chart((Line(title, points),), unit=unit, lang=view.lang, decimals=shown.indicator.decimals)
    said = view.say("target.trend", title=title, count=len(points), unit=unit)
    key = f"trend_{shown.target.id}_{progress.part_id}"
    chart.draw(view, spec, key, said, said, sheet=partial(_sheet, view, title, unit, progress))


def _sheet(view: View, title: str, unit: str, progress: Progress) -> Sheet:
    fields = (
        Field("day", view.say("kit.column.when"), "date"),
        Field("value", view.say("kit.named_in", name=title, unit=unit), "number"),
    )
    return Sheet(title, context_of(view), fields, tuple(progress.trend))
