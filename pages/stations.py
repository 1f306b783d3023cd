"""助残驿站: stations open, opened, paused and closed, held against the plan; who works at them; where they are."""

import streamlit as st

from dashboard import outlets_cache, outlets_charts, points_targets, points_view, stations_view
from dashboard.frame import page

with page("stations") as view:
    found = outlets_cache.targets_of(view.seat, view.region, view.as_of, stations_view.LEDGERS, stations_view.WORKERS)
    told = stations_view.counts(view)
    if told is None and points_targets.concerns_nobody(view, stations_view.FIGURES, found):
        st.stop()
    stations_view.headline(view, told, found)
    if told is None:
        points_targets.nothing(view, stations_view.OPEN, stations_view.LEDGERS, found)
    else:
        points_view.draw(view, {told.sort: told.standing}, stations_view.OPEN)
        left, right = st.columns(2, gap="large")
        with left:
            stations_view.course(view, found)
            outlets_charts.organisations(view, (told.sort,))
        with right:
            outlets_charts.parts_map(view, stations_view.OPEN, "stations")
    stations_view.by_region(view)
    points_targets.targets(view, found, "stations")
