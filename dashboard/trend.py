"""A small line: the values of a direction at its period ends."""

from __future__ import annotations

from datetime import date
from typing import Any

import streamlit as st

from dashboard.frame import View
from finance_monitor.charts.trend import trend_chart
from finance_monitor.disclosure.shown import Shown
from finance_monitor.progress.model import Progress
from finance_monitor.progress.window import goal_of


def draw_trend(view: View, shown: Shown, progress: Progress) -> None:
    """Draw the points; a period nobody reported stays a gap."""
    goal = goal_of(shown.target, progress.part_id)
    title = goal.title.in_(view.lang)
    points = tuple((day, None if value is None else float(value)) for day, value in progress.trend)
    unit = goal.unit if view.lang == "zh" else shown.indicator.unit.en
    alt = view.say("target.trend", title=title, count=len(points), unit=unit)
    st.caption(alt)
    key = f"trend_{shown.target.id}_{progress.part_id}"
    st.plotly_chart(_chart(points), key=key, config={"displayModeBar": False, "staticPlot": True}, alt=alt)


@st.cache_resource(max_entries=100, show_spinner=False)
def _chart(points: tuple[tuple[date, float | None], ...]) -> dict[str, Any]:
    return trend_chart(points)
