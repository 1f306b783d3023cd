"""网点覆盖: outlets, machines and points, whom they reach, what came and went, and where they are."""

import streamlit as st

from dashboard import outlets_cache, outlets_charts, outlets_view, points_targets, points_view
from dashboard.frame import page

with page("outlets", narrows=("bank",)) as view:
    found = outlets_cache.targets_of(view.seat, view.region, view.as_of, outlets_view.LEDGERS)
    sorts = outlets_view.sorts_of(view)
    if not sorts and points_targets.concerns_nobody(view, outlets_view.FIGURES, found):
        st.stop()
    outlets_view.headline(view, sorts)
    if not sorts:
        points_targets.nothing(view, outlets_view.FIGURES[0], outlets_view.LEDGERS, found)
        points_targets.targets(view, found, "outlets")
    else:
        points_view.draw(view, {name: one.standing for name, one in sorts.items()}, outlets_view.FIGURES[0])
        outlets_view.coverage(view)
        left, right = st.columns(2, gap="large")
        with left:
            outlets_view.kinds(view, sorts)
        with right:
            outlets_charts.trend(view, outlets_view.FIGURES[:2], "outlets")
        outlets_charts.organisations(view, outlets_view.OUTLET_SORTS)
        left, right = st.columns([2, 3], gap="large")
        with left:
            outlets_charts.parts_map(view, outlets_view.FIGURES[0], "outlets")
        with right:
            points_targets.targets(view, found, "outlets")
