"""目标完成情况: the board of regions and targets, or the list, and everything about the one chosen."""

import streamlit as st

from dashboard import board, cache, target_filters, target_list, target_mode, target_view
from dashboard.frame import page

with page("targets", by_policy=True) as view:
    place = board.place_of(view)
    bar = st.container(horizontal=True, vertical_alignment="center", key="board_bar")
    with bar:
        mode = target_mode.choose(view, has_board=place is not None)
    found = cache.all_targets(view.seat, view.region, view.as_of)
    if mode == "board" and place is not None:
        board.draw(view, place, target_mode.on_board(view, place), bar)
    else:
        listed = target_filters.filtered(view, found).targets
        left, right = st.columns([2, 3], gap="large")
        with left:
            chosen = target_list.choose(view, listed)
        if chosen is not None:
            with right:
                target_view.draw(view, cache.target(view.seat, chosen, view.region, view.as_of))
