"""The panel 查看口径: from a figure step by step to the rows and files it rests on."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from dashboard import cache
from dashboard.frame import View
from dashboard.grid import Column, Row, grid
from dashboard.headings import plain
from finance_monitor.disclosure.shown import Shown
from finance_monitor.reports.explain import Step

_HEIGHT = 320
# Said on the page itself, beside the figure.
_ELSEWHERE = "reading"


def explained(view: View, shown: Shown) -> None:
    """Explain the figure; asked of the release only when opened."""
    box = st.expander(view.say("target.explain"), key="explain", on_change="rerun")
    if not box.open:
        return
    steps = cache.explained(view.seat, shown.target.id, shown.progress.region_code, view.as_of, view.lang)
    with box:
        draw_steps(tuple(step for step in steps if step.key != _ELSEWHERE), "behind")


def draw_steps(steps: Sequence[Step], key: str) -> None:
    """Draw the steps from a figure to its origin, numbered; `key` tells their tables from others of the page."""
    for place, step in enumerate(steps, start=1):
        said = "  \n".join(plain(line) for line in step.lines)
        st.markdown(f"**{place}\\. {plain(step.title)}**" + (f"  \n{said}" if said else ""))
        for number, table in enumerate(step.tables):
            st.caption(table.caption)
            columns = [Column(label, "long" if label in table.long else "fixed") for label in table.header]
            rows = [Row(row) for row in table.rows]
            grid(f"{step.key}_{key}_{number}", table.caption, columns, rows, height=_HEIGHT)
