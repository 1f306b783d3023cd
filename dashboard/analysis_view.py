"""A pivot on the page: what it is in a sentence, the chart, the table, the files."""

from __future__ import annotations

import streamlit as st

from dashboard import analysis_cache, memory
from dashboard.analysis_chart import MOST_BARS, MOST_LINES
from dashboard.analysis_choice import Choice
from dashboard.analysis_file import long_sheet, pivot_sheet, title_of
from dashboard.analysis_table import Table, unit_said
from dashboard.chart import draw as draw_chart
from dashboard.downloads import downloads
from dashboard.frame import View
from dashboard.grid import Row, grid
from dashboard.headings import plain
from dashboard.links import page_link, rows_to
from finance_monitor.disclosure.pivot_question import MOST_CELLS
from finance_monitor.written import number

# A longer table is cut into leaves.
_ROWS = 300
_HEIGHT = 460
_STATES = ("missing", "hidden", "not_applicable")


def draw(view: View, choice: Choice) -> None:
    """Draw the answer, or say that it would be too large."""
    asked = analysis_cache.size(view.seat, choice.question)
    if asked > MOST_CELLS:
        st.info(view.say("analysis.too_large", asked=number(asked), most=number(MOST_CELLS)))
        return
    with st.spinner(view.say("map.counting")):
        table = analysis_cache.table(view.seat, choice.question, choice.layout, view.lang)
    st.caption(plain(_about(view, choice, table)))
    _grid(view, choice, table)
    _files(view, choice, table)
    _chart(view, choice, table)


def _about(view: View, choice: Choice, table: Table) -> str:
    """Say what the numbers are: unit, period, what is not there."""
    days = choice.question.days
    first = view.say("kit.month", on=days[0])
    said = [
        view.say("analysis.about.unit", unit=unit_said(choice.indicator, choice.layout.measure, view.lang))
        if len(choice.question.indicators) == 1
        else "",
        view.say(f"analysis.about.{choice.indicator.nature}", first=first, last=view.say("day", on=days[-1])),
        view.say("analysis.about.overlaps") if table.pivot.overlaps else "",
        view.say("analysis.about.unrankable") if not choice.can_be_ordered else "",
        *(view.say(f"analysis.about.{state}") for state in _STATES if state in table.states),
    ]
    return "".join(part for part in said if part) if view.lang == "zh" else " ".join(part for part in said if part)


def _chart(view: View, choice: Choice, table: Table) -> None:
    spec = analysis_cache.chart(view.seat, choice.question, choice.layout, view.lang, None)
    if spec is None:
        st.caption(view.say("analysis.chart.none"))
        return
    title = title_of(view, choice)
    bars = "month" not in choice.question.axes
    on_pick = _to_region if bars and choice.question.rows == "region" else None
    draw_chart(view, spec, "analysis", title, view.say("analysis.chart.alt", title=title), on_pick)
    most = MOST_BARS if bars else MOST_LINES
    if not table.is_stacked and sum(head.kind == "part" for head, _ in table.lines) > most:
        st.caption(view.say("analysis.chart.bars" if bars else "analysis.chart.lines", most=most))


def _grid(view: View, choice: Choice, table: Table) -> None:
    rows = _leaf(table.drawn)
    address = rows_to("region", "region", level=None, view=None)
    grid("pivot", title_of(view, choice), table.columns, rows, _to_region, _HEIGHT, address)


def _leaf(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Return one leaf of a long table; the total stands first on each."""
    whole, parts = rows[:1] if rows and rows[0].whole else (), rows[1:] if rows and rows[0].whole else rows
    leaves = -(-len(parts) // _ROWS)
    if leaves <= 1:
        return rows
    number_of = st.pagination(leaves, key=f"analysis_leaf_{leaves}")
    return (*whole, *parts[_ROWS * (number_of - 1) : _ROWS * number_of])


def _to_region(code: str) -> None:
    """Open the profile of a region."""
    memory.go("region", region=code, level=None, view=None, compare=None)


def _files(view: View, choice: Choice, table: Table) -> None:
    title = title_of(view, choice)
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="analysis_files"):
        st.caption(view.say("analysis.files.long"), width="content")
        downloads(view, lambda: long_sheet(view, choice), view.say("analysis.long.title", title=title), "analysis_long")
        st.caption(view.say("analysis.files.pivot"), width="content")
        downloads(view, lambda: pivot_sheet(view, choice, table), title, "analysis_pivot")
        address = view.address.with_(view=None, compare=None)
        page_link("map", view.say("analysis.to_map"), address.with_(target=None, indicator=choice.indicator.id))
