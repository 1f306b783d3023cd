"""The choices at the side: language, region from province to township, day, release; and who is viewing."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import streamlit as st

from dashboard import memory
from dashboard.links import page_link
from dashboard.routing import existing_pages
from finance_monitor.dates import month_end
from finance_monitor.regions import Region, level_rank
from finance_monitor.texts import LANGS, say

if TYPE_CHECKING:
    from dashboard.frame import View

_ALL = ""


def draw(view: View, newest: int) -> None:
    """Draw the side of a page."""
    with st.sidebar:
        st.markdown(f"**{view.say('page.product')}**")
        for name in existing_pages():
            page_link(name, view.say(f"page.{name}"), view.address)
        st.divider()
        _language(view)
        _regions(view)
        _day(view)
        _release(view, newest)
        viewer = view.desk.viewer
        own = view.desk.regions.get(viewer.region_code).name
        role = view.say(f"side.role.{viewer.role}")
        st.caption(view.say("side.viewer", role=role, region=own))


def _language(view: View) -> None:
    key = "side_lang"
    st.session_state[key] = view.lang
    st.segmented_control(
        view.say("side.language"),
        LANGS,
        key=key,
        required=True,
        format_func=lambda lang: say("side.language.own", lang),
        label_visibility="collapsed",
        on_change=lambda: memory.change(lang=st.session_state[key]),
    )


def _regions(view: View) -> None:
    """Draw one choice a level, from the viewer's own region down to the region looked at."""
    known = view.desk.regions
    path = [one for one in known.path(view.region) if known.covers(view.seat.region, one.code)]
    if known.ancestors(path[0].code):
        st.markdown(view.say("side.own_region", name=path[0].name))
    for upper, chosen in zip(path, [*path[1:], None], strict=True):
        below = known.children(upper.code)
        if below:
            _region(view, upper, below, chosen)


def _region(view: View, upper: Region, below: tuple[Region, ...], chosen: Region | None) -> None:
    key = f"side_region_{upper.code}"
    names = {_ALL: view.say("side.all_of", name=upper.name)} | {one.code: one.name for one in below}
    st.session_state[key] = chosen.code if chosen else _ALL
    level = min((one.level for one in below), key=level_rank)
    st.selectbox(
        view.say(f"level.{level}"),
        list(names),
        key=key,
        format_func=lambda code: names[code],
        on_change=lambda: memory.change(region=st.session_state[key] or upper.code, level=None),
    )


def _day(view: View) -> None:
    key = "side_day"
    last = view.desk.release.data_date
    first = min((*view.desk.release.rollup_days, view.as_of))
    st.session_state[key] = view.as_of
    st.date_input(
        view.say("side.as_of"),
        min_value=first,
        max_value=last,
        key=key,
        format="YYYY-MM-DD",
        on_change=lambda: memory.change(as_of=st.session_state[key] or last),
    )
    before = view.as_of.replace(day=1) - timedelta(days=1)
    with st.container(horizontal=True, gap="small"):
        _jump(view, "side.data_date", last, view.as_of == last)
        _jump(view, "side.month_before", month_end(before), before < first)


def _jump(view: View, label: str, day: object, disabled: bool) -> None:
    st.button(view.say(label), key=label, disabled=disabled, on_click=lambda: memory.change(as_of=day))


def _release(view: View, newest: int) -> None:
    release = view.desk.release
    st.caption(view.say("side.release", release=release.number, day=view.say("day", on=release.data_date)))
    if release.number != newest:
        st.button(
            view.say("side.newest", release=newest),
            on_click=lambda: memory.change(release=None, as_of=None),
        )
