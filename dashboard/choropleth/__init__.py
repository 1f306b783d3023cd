"""The map of a page: an SVG component whose geometry and code the browser fetches once under hashed addresses."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import streamlit as st

from dashboard.addresses import under_base
from dashboard.choropleth.code import LOADER, code_address
from finance_monitor.maps import MapView, payload

__all__ = ["Acts", "choropleth", "lines_of_map", "months_of_map"]

_HEIGHT = 560
# Sent for a line of the legend that was let go again.
_ALL = "*"
# Registered at import: a component registered in each run would be sent again each time.
_mount = st.components.v2.component("choropleth", js=LOADER)


@dataclass(frozen=True, slots=True)
class Acts:
    """What the page does when the map is used; a map offers only what its page answers.

    `pick`: region code of a shape that was clicked or entered. `up`: the level above is asked for. `legend`: the key of
    a line of the legend, None when all are wanted again. `months`: the months' values are wanted. `day`: a month end
    is to be looked at (ISO). All run before the script, as callbacks do.
    """

    pick: Callable[[str], None] | None = None
    up: Callable[[], None] | None = None
    legend: Callable[[str | None], None] | None = None
    months: Callable[[], None] | None = None
    day: Callable[[str], None] | None = None


def choropleth(
    view: MapView,
    geometry_url: str,
    key: str,
    selected: str | None = None,
    acts: Acts | None = None,
    height: int = _HEIGHT,
    *,
    only: str | None = None,
    selection: str = "",
    lines: str = "",
    few_tools: bool = False,
) -> None:
    """Draw a map. `geometry_url` comes from `geometry_url(geometry)`; `height` is the picture's, in pixels, at most.

    `only` is the key of the legend's line whose shapes stand out. `selection` and `lines` name what is shown, so that
    `months_of_map` and `lines_of_map` reach this map and no other.
    """
    does = acts or Acts()
    packed = payload(
        view,
        geometry=geometry_url,
        code=under_base(code_address()),
        selected=selected,
        height=height,
        id=selection,
        lines=lines,
        only=only or "",
        filters=does.legend is not None,
        tools="few" if few_tools else "months" if does.months else "all",
        ranked=sum(place is not None for place in view.places),
    )
    _mount(key=key, data=packed, **_callbacks(key, does))


def _callbacks(key: str, acts: Acts) -> dict[str, Any]:
    def calling(name: str, act: Callable[[str], None] | None) -> Callable[[], None]:
        def call() -> None:
            sent = st.session_state[key].get(name)
            if act is not None and sent:
                act(str(sent))

        return call

    def plain(act: Callable[[], None] | None) -> Callable[[str], None]:
        return lambda _: act() if act is not None else None

    legend = acts.legend
    doing: dict[str, Callable[[str], None] | None] = {
        "pick": acts.pick,
        "up": plain(acts.up),
        "legend": None if legend is None else lambda found: legend(None if found == _ALL else found),
        "months": plain(acts.months),
        "day": acts.day,
    }
    return {f"on_{name}_change": calling(name, act) for name, act in doing.items()}


def lines_of_map(key: str, name: str, lines: str) -> None:
    """Send the small lines of the tooltip; after the map, so that the map stands first."""
    _mount(key=key, data=_after(name) + b',"spark":' + json.dumps(lines).encode() + b"}")


def months_of_map(key: str, selection: str, frames: bytes) -> None:
    """Send the months to the map of this selection; after the map, so that the map stands first."""
    _mount(key=key, data=_after(selection) + b',"frames":' + frames + b"}")


def _after(name: str) -> bytes:
    """Return the beginning of what follows a map, to be ended by the caller."""
    return json.dumps({"more": name, "code": under_base(code_address())}).encode()[:-1]
