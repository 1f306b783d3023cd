"""看板 or 清单: which way the targets page shows its targets, and which of them stand on the board."""

from __future__ import annotations

import streamlit as st

from dashboard import board_cache, cache, memory
from dashboard.board import level_of
from dashboard.board_marks import code_of_figure
from dashboard.frame import View
from dashboard.target_filters import Filtered, filtered
from finance_monitor.disclosure.board import Board
from finance_monitor.regions import Region

_BOARD = ("board", "turned")


def choose(view: View, *, has_board: bool) -> str:
    """Draw the choice and return it: the board by default, the list where one target is asked for."""
    asked = view.address.view if view.address.view in (*_BOARD, "list") else None
    asked = asked or ("list" if view.address.target else "board")
    mode = "board" if asked in _BOARD and has_board else "list"
    if not has_board:
        return mode
    key = "targets_mode"
    st.session_state[key] = mode
    st.segmented_control(
        view.say("board.mode"),
        ("board", "list"),
        key=key,
        required=True,
        format_func=lambda one: view.say(f"board.mode.{one}"),
        label_visibility="collapsed",
        on_change=lambda: memory.change(view=st.session_state[key], target=None),
    )
    return mode


def on_board(view: View, place: Region) -> Filtered:
    """Draw the filters and return the targets they leave; a status counts in the region itself or in any part."""
    found = board_cache.board(view.seat, place.code, level_of(view, place), view.as_of)
    return filtered(view, cache.all_targets(view.seat, place.code, view.as_of), _codes(found))


def _codes(board: Board) -> dict[str, frozenset[str]]:
    """Return the statuses each target has in any part."""
    return {
        target: frozenset(code for figure in figures.values() if (code := code_of_figure(figure)))
        for target, figures in board.figures.items()
    }
