"""The map of a page: an SVG component whose geometry and code the browser fetches once under hashed addresses."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from dashboard.addresses import under_base
from dashboard.choropleth.code import LOADER, code_address
from finance_monitor.maps import MapView, payload

__all__ = ["choropleth"]

_HEIGHT = 560
# Registered at import: a component registered in each run would be sent again each time.
_mount = st.components.v2.component("choropleth", js=LOADER)


def choropleth(
    view: MapView,
    geometry_url: str,
    key: str,
    selected: str | None = None,
    on_pick: Callable[[str], None] | None = None,
    height: int = _HEIGHT,
    on_up: Callable[[], None] | None = None,
) -> None:
    """Draw a map. `geometry_url` comes from `geometry_url(geometry)`; `height` is the picture's, in pixels, at most.

    `on_pick` is called with the region code of a shape that was clicked or entered; `on_up` when the person asks
    for the level above. Both run before the script, as callbacks do.
    """

    def picked() -> None:
        code = st.session_state[key].get("pick")
        if on_pick is not None and code:
            on_pick(code)

    def upped() -> None:
        if on_up is not None:
            on_up()

    packed = payload(view, geometry=geometry_url, code=under_base(code_address()), selected=selected, height=height)
    _mount(key=key, data=packed, on_pick_change=picked, on_up_change=upped)
