"""Figures in a row: name, value, what has changed, and the line that says where each comes from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from dashboard.frame import View
from dashboard.headings import plain
from dashboard.metric import changes, value_of
from dashboard.strip import strip
from finance_monitor.disclosure.compared import Compared
from finance_monitor.disclosure.told import Told

# Each comparison stands on a line of its own.
_LINE_END = "  \n"


@dataclass(frozen=True, slots=True)
class Tile:
    """One figure under a name; `compared` adds what has changed."""

    told: Told
    name: str
    compared: Compared | None = None


def tiles(view: View, key: str, shown: Sequence[Tile]) -> None:
    """Draw the row."""
    with st.container(horizontal=True, gap="small", key=f"figures_{key}"):
        for at, one in enumerate(shown):
            with st.container(key=f"tile_{key}_{at}", gap="xxsmall", border=True):
                st.metric(one.name, value_of(view, one.told), width="content")
                said = _changes(view, one)
                if said:
                    st.caption(_LINE_END.join(plain(line) for line in said))
                strip(view, one.told, f"{key}_{at}")


def named(view: View, told: Told) -> str:
    """Return the name of a figure's indicator."""
    return told.indicator.name.in_(view.lang)


def _changes(view: View, one: Tile) -> tuple[str, ...]:
    """Say what can be compared; what cannot is left out here, the explanation says why."""
    if one.compared is None or one.told.figure.value is None:
        return ()
    return changes(view, one.told, one.compared) or (view.say("lending.no_comparison"),)
