"""进度地图: a target or an indicator on the map, from province to township, and the same as a table."""

import streamlit as st

from dashboard import map_choice, map_table, map_view
from dashboard.frame import page

with page("map") as view:
    map_view.crumbs(view)
    choices = st.container(horizontal=True, vertical_alignment="bottom")
    with choices:
        choice = map_choice.choose(view)
    if choice is None:
        st.info(view.say("map.no_parts", name=view.region_name))
    else:
        figures = map_view.figures_for(view, choice)
        with choices:
            mode = map_choice.choose_mode(view, figures)
        left, right = st.columns([3, 2], gap="medium")
        with left:
            map_view.draw_map(view, choice, mode)
        with right:
            map_table.table(view, choice, figures)
