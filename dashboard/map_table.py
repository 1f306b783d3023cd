"""The figures of a map as a table, in the order of the codes, the whole first; and as a file."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import streamlit as st

from dashboard.frame import View
from dashboard.grid import Cell, Column, Link, Row, grid
from dashboard.links import address_with
from dashboard.map_choice import Choice
from dashboard.map_file import map_file
from dashboard.map_view import HEIGHT, to_region
from dashboard.wording import figure_parts, figure_state, figure_value, unit_heading
from finance_monitor.disclosure.figure import Figure
from finance_monitor.indicators.model import Indicator
from finance_monitor.progress.window import goals_of
from finance_monitor.progress.words import unit_word
from finance_monitor.written import NOTHING

# A longer table is cut into leaves: every line costs the browser a little.
_ROWS = 300
# The map stands under a line of buttons and over its legend.
_HIGHER = 110


def table(view: View, choice: Choice, figures: Sequence[Figure]) -> None:
    """Draw the table of a map; picking a line is picking its shape. The first figure is the whole."""
    indicator = _indicator(view, choice)
    whole, parts = figures[0], _leaf(figures[1:])
    has_parts = any(figure_parts(figure, indicator) for figure in figures)
    has_states = any(figure.state != "shown" or figure.status is not None for figure in figures)
    columns = [
        Column(view.say("column.region")),
        Column(unit_heading(whole.unit, view.lang), "number"),
        *([Column(view.say("column.parts"), "number", wide=True)] if has_parts else []),
        *([Column(view.say("column.status"))] if has_states else []),
    ]
    rows = [Row(_cells(view, figure, whole.unit, indicator, has_parts=has_parts)) for figure in (whole, *parts)]
    key = "map.whole" if whole.region_code == choice.region else "map.whole_of"
    rows[0] = Row([view.say(key, name=whole.name), *rows[0].cells[1:]], whole=True)
    for at, figure in enumerate(parts, start=1):
        rows[at] = Row(rows[at].cells, figure.region_code, selected=figure.region_code == view.region)
    address = address_with("map", view.address.with_(level=None), "region")
    grid("map_table", choice.title, columns, rows, to_region, HEIGHT + _HIGHER, address)
    st.download_button(
        view.say("map.download"),
        data=lambda: map_file(view, choice.title, figures, indicator),
        file_name=view.say("map.file_name", title=choice.title, day=view.as_of) + ".csv",
        mime="text/csv",
        on_click="ignore",
    )


def _leaf(figures: Sequence[Figure]) -> Sequence[Figure]:
    leaves = -(-len(figures) // _ROWS)
    if leaves <= 1:
        return figures
    number = st.pagination(leaves, key=f"map_leaf_{leaves}")
    return figures[_ROWS * (number - 1) : _ROWS * number]


def _indicator(view: View, choice: Choice) -> Indicator:
    world = view.desk.world
    if choice.target is None:
        return world.indicators[choice.indicator or ""]
    return world.indicators[goals_of(world.target(choice.target)[1])[0].indicator]


def _cells(view: View, figure: Figure, unit: str, indicator: Indicator, *, has_parts: bool) -> list[Cell]:
    """Return name, value, parts and status; a value in another unit than the heading's says so itself."""
    value = figure_value(figure)
    if figure.unit != unit and value != NOTHING:
        value += unit_word(figure.unit, view.lang, figure.value or Decimal(0))
    return [
        Link(figure.name),
        value,
        *([figure_parts(figure, indicator)] if has_parts else []),
        "" if figure.state == "shown" and figure.status is None else figure_state(figure, view.lang),
    ]
