"""The line under a figure: as of, how many have reported, batches, release, demo; and 查看口径, opened on demand."""

from __future__ import annotations

import streamlit as st

from dashboard import cache, figure_cache
from dashboard.explain_view import draw_steps
from dashboard.frame import View
from dashboard.headings import plain
from finance_monitor.disclosure.shown import Shown
from finance_monitor.disclosure.told import Told
from finance_monitor.progress.words import level_word
from finance_monitor.reports.explain import Step


def strip(view: View, one: Told | Shown, key: str) -> None:
    """Draw the line and the button; what the button opens is asked of the release only when it is open."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key=f"strip_{key}"):
        st.caption(plain(line(view, one)), width="content")
        _explanation(view, one, key)


@st.fragment
def _explanation(view: View, one: Told | Shown, key: str) -> None:
    """Draw the button; a fragment, so that the page stands still while the explanation is fetched."""
    box = st.popover(view.say("strip.explain"), type="tertiary", key=f"explain_{key}", on_change="rerun")
    if box.open:
        with box, st.container(key=f"explained_{key}"):
            draw_steps(_steps(view, one), f"{key}_behind")


def line(view: View, one: Told | Shown) -> str:
    """Say when, who, from what: 截至… · 已报送n/N · 批次k个 · 数据版本r · 演示数据."""
    if isinstance(one, Told):
        on, reported, total = one.figure.as_of, one.units_reported, one.units_total
    else:
        progress = one.progress
        on, reported, total = progress.as_of, progress.units_reported, progress.units_total
    said = [
        view.say("strip.as_of", on=view.say("day", on=on)),
        view.say("strip.reported", reported=reported, total=total, level=_level(view, one, total)) if total else "",
        view.say("strip.batches", count=len(one.batches)),
        view.say("strip.release", release=one.release),
        view.say("strip.narrowed") if isinstance(one, Told) and one.where else "",
        view.say("strip.demo") if one.is_demo else "",
    ]
    return " · ".join(part for part in said if part)


def _level(view: View, one: Told | Shown, total: int) -> str:
    """Name what is counted: the parts of the region, or the region itself where it is the only unit."""
    if isinstance(one, Shown) and one.progress.unit_level is not None:
        return level_word(one.progress.unit_level, total, view.lang)
    known = view.desk.regions
    own = one.figure.region_code if isinstance(one, Told) else one.progress.region_code
    below = {part.level for part in known.children(own) if part.level != "village"}
    if total == 1 or not below:
        return level_word(known.get(own).level, total, view.lang)
    return level_word(below.pop(), total, view.lang) if len(below) == 1 else view.say("strip.parts")


def _steps(view: View, one: Told | Shown) -> tuple[Step, ...]:
    if isinstance(one, Shown):
        return cache.explained(view.seat, one.target.id, one.progress.region_code, view.as_of, view.lang)
    figure = one.figure
    return figure_cache.explained(
        view.seat, one.indicator.id, figure.region_code, figure.as_of, one.where, one.since, view.lang
    )
