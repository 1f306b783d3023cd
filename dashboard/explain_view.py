"""The panel 查看口径: from a figure step by step to the rows and files it rests on."""

from __future__ import annotations

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
        for place, step in enumerate((one for one in steps if one.key != _ELSEWHERE), start=1):
            _draw(view, place, step)


def _draw(view: View, place: int, step: Step) -> None:
    said = "  \n".join(plain(line) for line in step.lines)
    title = view.say("explain.step", place=place, title=step.title)
    st.markdown(f"**{plain(title)}**" + (f"  \n{said}" if said else ""))
    for number, table in enumerate(step.tables):
        st.caption(table.caption)
        columns = [Column(label, "long" if label in table.long else "fixed") for label in table.header]
        grid(f"{step.key}_behind_{number}", table.caption, columns, [Row(row) for row in table.rows], height=_HEIGHT)
