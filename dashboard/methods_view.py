"""指标口径: which part of it is looked at."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import streamlit as st

from dashboard import memory, methods_index, methods_one, methods_rest
from dashboard.frame import View


def draw(view: View) -> None:
    """Draw the choice of a part, and the part."""
    section = next((name for name in _SECTIONS if name == view.address.view), next(iter(_SECTIONS)))
    st.session_state["methods_section"] = section
    st.segmented_control(
        view.say("methods.section"),
        list(_SECTIONS),
        key="methods_section",
        format_func=lambda name: view.say(f"methods.section.{name}"),
        label_visibility="collapsed",
        on_change=lambda: memory.change(view=st.session_state["methods_section"] or section),
    )
    _SECTIONS[section](view)


def _indicators(view: View) -> None:
    left, right = st.columns([2, 3], gap="large")
    with left:
        chosen = methods_index.choose(view)
    if chosen is not None:
        with right:
            methods_one.draw(view, chosen)


_SECTIONS: Mapping[str, Callable[[View], None]] = {
    "indicators": _indicators,
    "documents": methods_rest.documents,
    "words": methods_rest.words,
    "lights": methods_rest.lights,
    "sources": methods_rest.origins,
}
