"""The map of a page, the figures it shows and the ways up and down."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

import streamlit as st

from dashboard import map_cache, memory
from dashboard.addresses import geometry_url, shapes_folder
from dashboard.choropleth import Acts, choropleth, lines_of_map, months_of_map
from dashboard.frame import View
from dashboard.map_cache import Scene
from dashboard.map_choice import Choice
from finance_monitor.disclosure.figure import Figure
from finance_monitor.maps import Geometry, MapView, geometry
from finance_monitor.world import world

HEIGHT = 430
# Two maps beside each other are not as wide, and need not be as high.
_HEIGHT_OF_TWO = 360
_MOST_NAMED = 12
_ONLY, _MONTHS = "map_only", "map_months"


def to_region(code: str) -> None:
    """Look at a region."""
    memory.change(region=code, level=None)


def figures_for(view: View, choice: Choice) -> tuple[Figure, ...]:
    """Return the figures of the region itself, first, and of its parts."""
    with st.spinner(view.say("map.counting")):
        return map_cache.figures(view.seat, choice.asked, view.as_of)


def draw_map(view: View, scene: Scene) -> MapView:
    """Draw the shapes; picking one looks at it, the way up looks at the region above."""
    with st.spinner(view.say("map.drawing")):
        shape = geometry(shapes_folder(Path(view.seat.store)), scene.asked.region, scene.asked.drawn)
        drawn = map_cache.picture(view.seat, scene)
    if scene.compare and scene.look != "change":
        _two(view, scene, shape, drawn)
    else:
        _one(view, scene, shape, drawn)
    _beside(view, drawn)
    return drawn


def _beside(view: View, drawn: MapView) -> None:
    """Name the units without a shape that the figures speak of; of many the first."""
    told = [figure.name for figure in drawn.beside if figure.state != "out_of_scope"]
    if told:
        names = view.say("overview.join").join(told[:_MOST_NAMED])
        key = "map.beside" if len(told) <= _MOST_NAMED else "map.beside.many"
        st.caption(view.say(key, names=names, count=len(told)))


def only(scene: Scene, drawn: MapView) -> str | None:
    """Return the key of the legend's line that alone is to be seen; forgotten when the classes are others."""
    context, key = st.session_state.get(_ONLY, (None, None))
    return key if context == scene and any(entry.key == key for entry in drawn.legend) else None


def months(view: View, scene: Scene) -> None:
    """Send what the map shows over time, after the page stands: small lines, and the months once asked for."""
    if scene.compare:
        return
    lines = map_cache.lines(view.seat, scene.asked, scene.as_of)
    lines_of_map("map_lines", scene.name_of_lines(view.seat.release), lines)
    name = scene.name(view.seat.release)
    if st.session_state.get(_MONTHS) == name:
        with st.spinner(view.say("map.months")):
            packed = map_cache.month_frames(view.seat, scene)
        months_of_map("map_months_of", name, packed)


def _one(view: View, scene: Scene, shape: Geometry, drawn: MapView) -> None:
    acts = _acts(view, scene)
    names = scene.name(view.seat.release), scene.name_of_lines(view.seat.release)
    _draw(view, shape, drawn, "map", acts, HEIGHT, only(scene, drawn), names)


def _two(view: View, scene: Scene, shape: Geometry, drawn: MapView) -> None:
    """Draw the earlier day to the left, in the same classes; on a telephone one stands under the other."""
    acts, key = _acts(view, scene), only(scene, drawn)
    before = map_cache.picture(view.seat, scene, earlier=True)
    left, right = st.columns(2, gap="small")
    with left:
        _draw(view, shape, before, "map_then", acts, _HEIGHT_OF_TWO, key)
    with right:
        _draw(view, shape, drawn, "map", acts, _HEIGHT_OF_TWO, key)


def _draw(
    view: View,
    shape: Geometry,
    drawn: MapView,
    key: str,
    acts: Acts,
    height: int,
    only: str | None,
    names: tuple[str, str] = ("", ""),
) -> None:
    selected = view.region if view.region in shape.codes else None
    selection, lines = names
    choropleth(drawn, geometry_url(shape), key, selected, acts, height, only=only, selection=selection, lines=lines)


def _acts(view: View, scene: Scene) -> Acts:
    def filtered(key: str | None) -> None:
        st.session_state[_ONLY] = (scene, key)

    def wanted() -> None:
        st.session_state[_MONTHS] = scene.name(view.seat.release)

    return Acts(
        pick=to_region,
        up=partial(_up, view.seat.region),
        legend=filtered,
        months=None if scene.compare else wanted,
        day=lambda told: memory.change(as_of=date.fromisoformat(told)),
    )


def _up(own: str) -> None:
    address, _ = memory.asked_for()
    known = world().regions
    above = next(iter(known.ancestors(address.region or own)), None)
    if above is not None and known.covers(own, above.code):
        to_region(above.code)
