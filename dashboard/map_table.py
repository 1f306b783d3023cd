"""The figures of a map as a table: the whole first, its parts in an order to choose, and as files."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from html import escape

import streamlit as st

from dashboard import cache, map_cache
from dashboard.downloads import downloads
from dashboard.frame import View
from dashboard.grid import Chip, Column, Row, grid
from dashboard.links import rows_to
from dashboard.map_cache import Scene
from dashboard.map_columns import columns
from dashboard.map_file import map_geojson, map_sheet
from dashboard.map_rows import Line, Lines, lines_of, orders_for, sorted_by
from dashboard.map_view import HEIGHT, only, to_region
from dashboard.seat import Seat
from dashboard.wording import chip_of
from finance_monitor.disclosure.figure import Figure
from finance_monitor.maps import MapView

# A longer table is cut into leaves: every line costs the browser a little.
_ROWS = 300
_LINES = 100


def lines(view: View, scene: Scene, drawn: MapView) -> Lines:
    """Return the lines of what the map shows: of one class where one was chosen in the legend."""
    found = _lines(view.seat, scene)
    key = only(scene, drawn)
    if key is None:
        return found
    parts = tuple(line for line in found.parts if drawn.class_of.get(line.figure.region_code, "missing") == key)
    return Lines(found.whole, parts, found.indicator)


@st.cache_resource(max_entries=_LINES, show_spinner=False)
def _lines(seat: Seat, scene: Scene) -> Lines:
    asked, now, then = scene.asked, scene.as_of, scene.compare
    figures = map_cache.figures(seat, asked, now)
    ranks = map_cache.order(seat, asked, now) if scene.ranked else {}
    indicator, chip = map_cache.indicator_of(seat, asked), _chip(seat, scene, figures[0])
    if then is None:
        return lines_of(figures, indicator, ranks=(ranks, {}), chip=chip)
    before = map_cache.order(seat, asked, then) if scene.ranked else {}
    changed = map_cache.changes(seat, asked, then, now)
    return lines_of(figures, indicator, map_cache.figures(seat, asked, then), changed, (ranks, before), chip)


def _chip(seat: Seat, scene: Scene, whole: Figure) -> Chip | None:
    """Return the status of the whole in the word of all other pages, which know more than its figure."""
    if scene.asked.target is None or whole.state not in ("shown", "not_split"):
        return None
    shown = cache.target(seat, scene.asked.target, scene.asked.region, scene.as_of)
    return chip_of(shown.progress, shown.target, scene.lang)


def table(view: View, scene: Scene, found: Lines) -> Lines:
    """Draw the table of a map and return its lines in the order chosen; picking a line is picking its shape."""
    found = sorted_by(found, _order(view, found))
    heads = columns(view, found)
    parts = _leaf(found.parts)
    whole = found.whole.figure
    key = "map.whole" if whole.region_code == view.region else "map.whole_of"
    rows = [Row([view.say(key, name=whole.name), *(one.cell(found.whole) for one in heads[1:])], whole=True)]
    for line in parts:
        code = line.figure.region_code
        rows.append(Row([one.cell(line) for one in heads], code, selected=code == view.region))
    # Seen only while the map plays its months: the table does not play along.
    st.html(f'<p class="table-day">{escape(view.say("map.table_day", day=view.say("day", on=scene.as_of)))}</p>')
    address = rows_to("map", "region", level=None)
    drawn = [Column(one.label, one.kind, one.wide) for one in heads]
    grid("map_table", scene.title, drawn, rows, to_region, HEIGHT, address)
    return found


def files(view: View, scene: Scene, found: Lines) -> None:
    """Draw the buttons of the table's files."""
    make, shapes = partial(map_sheet, view, scene, found), partial(map_geojson, view, scene, found)
    downloads(view, make, scene.title, "map", shapes)


def _order(view: View, lines: Lines) -> str:
    orders = orders_for(lines)
    if len(orders) < 3:
        return orders[0]
    key = "map_order"
    if st.session_state.get(key) not in orders:
        st.session_state[key] = orders[0]
    found = st.segmented_control(
        view.say("map.order"),
        orders,
        key=key,
        required=True,
        persist_state="session",
        format_func=lambda one: view.say(f"map.order.{one}"),
        label_visibility="collapsed",
    )
    return found or orders[0]


def _leaf(parts: Sequence[Line]) -> Sequence[Line]:
    leaves = -(-len(parts) // _ROWS)
    if leaves <= 1:
        return parts
    number = st.pagination(leaves, key=f"map_leaf_{leaves}")
    return parts[_ROWS * (number - 1) : _ROWS * number]
