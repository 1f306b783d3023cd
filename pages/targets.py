"""目标完成情况: the targets of a region, and everything about the one chosen."""

import streamlit as st

from dashboard import cache, target_list, target_view
from dashboard.frame import page

with page("targets") as view:
    listed = target_list.filtered(view, cache.all_targets(view.seat, view.region, view.as_of))
    left, right = st.columns([2, 3], gap="large")
    with left:
        chosen = target_list.choose(view, listed)
    if chosen is not None:
        with right:
            target_view.draw(view, cache.target(view.seat, chosen, view.region, view.as_of))
