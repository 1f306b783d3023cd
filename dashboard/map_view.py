"""The map of a page, the figures it shows and the ways up and down."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import streamlit as st

from dashboard import cache, memory
from dashboard.addresses import geometry_url, shapes_folder
from dashboard.choropleth import choropleth
from dashboard.frame import View
from dashboard.map_choice import Choice
from finance_monitor.disclosure.figure import Figure
from finance_monitor.maps import Mode, geometry
from finance_monitor.world import world

HEIGHT = 420


def crumbs(view: View) -> None:
    """Draw the way from the viewer's own region down to the one looked at; every part but the last can be picked."""
    known = view.desk.regions
    path = [one for one in known.path(view.region) if known.covers(view.seat.region, one.code)]
    with st.container(horizontal=True, vertical_alignment="center", gap="xxsmall", key="crumbs"):
        for one in path[:-1]:
            st.button(one.name, key=f"crumb_{one.code}", type="tertiary", on_click=partial(to_region, one.code))
            st.markdown("›", width="content")
        st.markdown(f"**{path[-1].name}**", width="content")


def to_region(code: str) -> None:
    """Look at a region."""
    memory.change(region=code, level=None)


def figures_for(view: View, choice: Choice) -> tuple[Figure, ...]:
    """Return the figures of the region itself, first, and of its parts."""
    with st.spinner(view.say("map.counting")):
        if choice.target:
            return cache.target_parts(view.seat, choice.target, choice.region, choice.level, view.as_of)
        return cache.indicator_parts(view.seat, choice.indicator or "", choice.region, choice.level, view.as_of)


def draw_map(view: View, choice: Choice, mode: Mode) -> None:
    """Draw the shapes; picking one looks at it, the way up looks at the region above."""
    folder = shapes_folder(Path(view.seat.store))
    with st.spinner(view.say("map.drawing")):
        shape = geometry(folder, choice.region, choice.drawn)
    drawn = cache.map_picture(
        view.seat,
        (choice.target, choice.indicator),
        (choice.region, choice.level, choice.drawn),
        view.as_of,
        mode,
        choice.title,
        view.lang,
    )
    selected = view.region if view.region != choice.region else None
    choropleth(drawn, geometry_url(shape), "map", selected, to_region, HEIGHT, partial(_up, view.seat.region))
    if drawn.beside:
        names = view.say("overview.join").join(figure.name for figure in drawn.beside)
        st.caption(view.say("map.beside", names=names))


def _up(own: str) -> None:
    address, _ = memory.asked_for()
    known = world().regions
    above = next(iter(known.ancestors(address.region or own)), None)
    if above is not None and known.covers(own, above.code):
        to_region(above.code)
