"""A small map of figures for any page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path

import streamlit as st

from dashboard.addresses import geometry_url, shapes_folder
from dashboard.choropleth import Acts, choropleth
from dashboard.frame import View
from finance_monitor.disclosure.figure import Figure
from finance_monitor.maps import MapView, Method, Mode, geometry, map_view
from finance_monitor.texts import Lang

_PICTURES = 100
_HEIGHT = 360


def region_map(
    view: View,
    figures: Sequence[Figure],
    region: str,
    level: str,
    key: str,
    title: str,
    mode: Mode = "value",
    on_pick: Callable[[str], None] | None = None,
    height: int = _HEIGHT,
    method: Method = "quantile",
) -> None:
    """Draw figures of the units of `level` inside `region`; `on_pick` gets the region code of a shape.

    `figures` are those of the units, without the whole. The region the page looks at is outlined.
    """
    with st.spinner(view.say("map.drawing")):
        drawn = _picture(
            view.seat.store, tuple(figures), (region, level), mode, method, title, view.lang, _release(view)
        )
        shape = geometry(shapes_folder(Path(view.seat.store)), region, level)
    selected = view.region if view.region != region else None
    choropleth(drawn, geometry_url(shape), key, selected, Acts(pick=on_pick), height)
    if drawn.beside:
        names = view.say("overview.join").join(figure.name for figure in drawn.beside)
        st.caption(view.say("map.beside", names=names))


def _release(view: View) -> tuple[int, bool]:
    return view.desk.release.number, view.desk.release.is_demo


@lru_cache(maxsize=_PICTURES)
def _picture(
    store: str,
    figures: tuple[Figure, ...],
    place: tuple[str, str],
    mode: Mode,
    method: Method,
    title: str,
    lang: Lang,
    release: tuple[int, bool],
) -> MapView:
    """Return the picture; figures are compared by what they are, so no viewer is answered with another's."""
    shape = geometry(shapes_folder(Path(store)), *place)
    number, demo = release
    return map_view(figures, shape, mode, lang, title=title, demo=demo, method=method, release=number)
