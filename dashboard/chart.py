"""A chart with what belongs to it: title, the same as a table, as a picture, as files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import streamlit as st
from plotly.basedatatypes import BaseFigure
from plotly.graph_objects import Figure

from dashboard.addresses import under_base
from dashboard.choropleth.code import code_address
from dashboard.downloads import download_buttons, file_name
from dashboard.grid import Column, Row, grid
from dashboard.headings import plain
from finance_monitor.reports.sheet import Sheet

if TYPE_CHECKING:
    from dashboard.frame import View

_LOADER = """export default async (component) => {
  const code = await import(new URL(component.data.code + "chart.js", location.origin).href);
  return code.show(component);
};"""
_mount = st.components.v2.component("chart_tools", js=_LOADER, isolate_styles=False)
_CONFIG = {"displayModeBar": False, "displaylogo": False, "scrollZoom": False, "doubleClick": False}
_TABLE_HEIGHT = 320
_WORDS = ("png", "copy_picture", "copied", "downloaded_instead", "picture_failed")
_CHECKED = 200


@dataclass(frozen=True, slots=True, eq=False)
class _Same:
    """A specification told from others by being the very same one: those of finance_monitor.charts are kept."""

    spec: dict[str, Any]

    def __hash__(self) -> int:
        return id(self.spec)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.spec is self.spec


class _Ready(BaseFigure):  # type: ignore[misc]  # plotly has no types
    """A figure plotly has looked through once; asked again, it costs nothing."""

    def __init__(self, told: dict[str, Any]) -> None:
        self._told = told

    def to_dict(self) -> dict[str, Any]:
        """Return what plotly made of the specification."""
        return self._told


@lru_cache(maxsize=_CHECKED)
def _ready(same: _Same) -> _Ready:
    told = Figure(data=same.spec["data"], layout=same.spec["layout"]).to_dict()
    # Streamlit's theme is put in by the browser; the template only names colours for kinds of charts we have none of.
    told["layout"].pop("template", None)
    return _Ready(told)


def draw(
    view: View,
    spec: dict[str, Any],
    key: str,
    title: str,
    alt: str,
    on_pick: Callable[[str], None] | None = None,
    sheet: Callable[[], Sheet] | None = None,
) -> None:
    """Draw a chart made by finance_monitor.charts; `on_pick` is called with the key of a bar or of a row picked."""
    with st.container(key=f"chart_{key}", gap="xsmall"):
        st.markdown(f"**{plain(title)}**")
        _picture(spec, key, alt, on_pick)
        with st.container(horizontal=True, gap="small", vertical_alignment="center", key=f"tools_{key}"):
            opened = st.toggle(view.say("kit.table"), key=f"twin_{key}")
            _tools(view, key, title)
            if sheet is not None:
                download_buttons(view, sheet, title, key)
        if opened:
            _twin(spec, key, title, on_pick)


def _picture(spec: dict[str, Any], key: str, alt: str, on_pick: Callable[[str], None] | None) -> None:
    """Draw the picture. What was clicked is told once: the next drawing is a new one, with nothing selected."""
    figure = _ready(_Same(spec))
    if on_pick is None:
        st.plotly_chart(figure, key=key, config=_CONFIG, alt=alt)
        return
    drawn = f"{key}_{st.session_state.get(_count(key), 0)}"

    def picked() -> None:
        points = st.session_state[drawn]["selection"]["points"]
        if points:
            st.session_state[_count(key)] = st.session_state.get(_count(key), 0) + 1
            on_pick(spec["data"][points[0]["curve_number"]]["customdata"][points[0]["point_index"]])

    st.plotly_chart(figure, key=drawn, config=_CONFIG, alt=alt, on_select=picked, selection_mode="points")


def _count(key: str) -> str:
    return f"picked_{key}"


def _tools(view: View, key: str, title: str) -> None:
    release = view.desk.release
    told = view.say("kit.told", region=view.region_name, day=view.say("day", on=view.as_of), release=release.number)
    _mount(
        key=f"picture_{key}",
        width="content",
        data={
            "code": under_base(code_address()),
            "title": title,
            "told": told,
            "source": view.say("kit.source"),
            "demo": view.say("head.demo") if release.is_demo else "",
            "file": file_name(view, title, "png"),
            "say": {name: view.say(f"kit.{name}") for name in _WORDS},
        },
    )


def _twin(spec: dict[str, Any], key: str, title: str, on_pick: Callable[[str], None] | None) -> None:
    """Draw the same as a table; its rows pick what the bars pick."""
    twin = spec["twin"]
    columns = [Column(label, kind) for label, kind in twin["columns"]]
    rows = [Row(cells, pick if on_pick else None) for pick, cells in twin["rows"]]
    grid(f"table_{key}", title, columns, rows, on_pick, _TABLE_HEIGHT)
