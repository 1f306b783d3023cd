"""进度地图: a target or an indicator on the map, from province to township, and the same as a table and charts."""

import streamlit as st

from dashboard import map_beside, map_choice, map_look, map_table, map_view
from dashboard.frame import page

with page("map", narrows=("bank", "product", "category")) as view:
    opened = st.toggle(view.say("map.choices"), key="map_fold")
    with st.container(key="map_choices_open" if opened else "map_choices_folded"):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            choice = map_choice.choose(view)
        if choice is not None:
            figures = map_view.figures_for(view, choice)
            with st.container(horizontal=True, vertical_alignment="center", gap="small"):
                scene = map_look.look(view, choice, figures)
    if choice is None:
        st.info(view.say("map.no_parts", name=view.region_name))
    else:
        map_beside.deaf(view, choice)
        wide = scene.compare and scene.look != "change"
        left, right = (st.container(), st.container()) if wide else st.columns([1, 1], gap="small")
        with left:
            drawn = map_view.draw_map(view, scene)
            map_beside.whole(view, scene)
        with right:
            lines = map_table.lines(view, scene, drawn)
            lines = map_table.table(view, scene, lines)
            map_table.files(view, scene, lines)
            map_beside.to_places(view)
        map_beside.charts(view, scene, lines)
        map_view.months(view, scene)
