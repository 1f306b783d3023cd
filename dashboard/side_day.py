"""The day at the side: any day up to the data date, and month ends by one click."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING, Literal

import streamlit as st

from dashboard import memory
from dashboard.parts import part
from finance_monitor.dates import month_end

if TYPE_CHECKING:
    from dashboard.frame import View


def draw(view: View) -> None:
    """Draw the date and the steps around it."""
    last = view.desk.release.data_date
    first = min((*view.desk.release.rollup_days, view.as_of))
    part("day", day_told(view, "side.as_of", view.as_of, first, last), day=partial(to_day, first, last))
    before, after = month_before(view.as_of), min(month_after(view.as_of), last)
    with st.container(horizontal=True, gap="xsmall", key="side_steps"):
        _step(view, "side.month_before", before, before < first)
        _step(view, "side.month_after", after, view.as_of == last)
        _step(view, "side.data_date", last, view.as_of == last)


def day_told(view: View, label: str, day: date, first: date, last: date) -> dict[str, str]:
    """Return what the browser must know of a day that can be chosen."""
    data = {"label": view.say(label), "value": day, "min": first, "max": last}
    wrong = view.say("side.day_wrong", first=view.say("day", on=first), last=view.say("day", on=last))
    return {name: str(value) for name, value in data.items()} | {"wrong": wrong}


def month_before(day: date) -> date:
    """Return the last month end before a day."""
    return day.replace(day=1) - timedelta(days=1)


def month_after(day: date) -> date:
    """Return the first month end after a day."""
    return month_end(day + timedelta(days=1))


def to_day(first: date, last: date, written: str, which: Literal["as_of", "compare"] = "as_of") -> None:
    """Look at the day a browser has sent; one that is none, or out of the release, changes nothing."""
    try:
        day = date.fromisoformat(written)
    except ValueError:
        return
    if first <= day <= last:
        memory.change(**{which: day})


def _step(view: View, label: str, day: date, disabled: bool) -> None:
    st.button(view.say(label), key=label, disabled=disabled, on_click=lambda: memory.change(as_of=day))
