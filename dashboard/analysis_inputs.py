"""Inputs of a pivot that take their value from the address and write it back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

import streamlit as st

from dashboard.frame import View

OptionT = TypeVar("OptionT", bound=str)


def segmented(
    view: View, name: str, words: Mapping[OptionT, str], chosen: OptionT, change: Callable[[OptionT], None]
) -> OptionT:
    """Draw a choice of a few words beside one another and return what is chosen."""
    key = f"analysis_{name}"
    st.session_state[key] = chosen
    st.segmented_control(
        view.say(f"analysis.{name}"),
        list(words),
        key=key,
        required=True,
        format_func=lambda one: words[one],
        on_change=lambda: change(st.session_state[key]),
    )
    return chosen


def select(
    view: View, name: str, words: Mapping[OptionT, str], chosen: OptionT, change: Callable[[OptionT], None], width: int
) -> OptionT:
    """Draw a list to choose from and return what is chosen."""
    key = f"analysis_{name}"
    st.session_state[key] = chosen
    st.selectbox(
        view.say(f"analysis.{name}"),
        list(words),
        key=key,
        format_func=lambda one: words[one],
        on_change=lambda: change(st.session_state[key]),
        width=width,
    )
    return chosen
