"""The side of every page: who is viewing, language, menu, region, day, filters, release, contrast."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import streamlit as st

from dashboard import memory, side_day, side_filters, side_region
from dashboard.address import OWN
from dashboard.addresses import under_base
from dashboard.parts import part
from dashboard.routing import existing_pages, sections
from finance_monitor.texts import LANGS, say

if TYPE_CHECKING:
    from dashboard.frame import View


def draw(view: View, name: str, newest: int) -> None:
    """Draw the side of a page."""
    with st.sidebar:
        _viewer(view)
        _menu(view, name)
        side_region.draw(view)
        side_day.draw(view)
        side_filters.draw(view)
        _release(view, newest)
        st.toggle(view.say("side.contrast"), key=memory.CONTRAST, persist_state="session")


def _viewer(view: View) -> None:
    viewer = view.desk.viewer
    own = view.desk.regions.get(viewer.region_code).name
    role = view.say(f"side.role.{viewer.role}")
    st.markdown(f"**{view.say('page.product')}**  \n{view.say('side.viewing', role=role, region=own)}")
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="side_viewer"):
        _language(view)
        to_own = partial(side_region.to_region, viewer.region_code)
        at_home = view.region == viewer.region_code
        st.button(view.say("side.my_region"), key="side_own", disabled=at_home, on_click=to_own)


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
        width="content",
    )


def _menu(view: View, name: str) -> None:
    there = existing_pages()
    shown = [
        [
            view.say(f"section.{section}"),
            [[page, view.say(f"page.{page}")] for page in pages if page in there],
        ]
        for section, pages in sections().items()
        if set(pages) & set(there)
    ]
    told = {"label": view.say("side.menu"), "base": under_base("/"), "own": OWN, "sections": shown, "current": name}
    part("menu", told, go=_go)


def _go(page: str) -> None:
    changes: dict[str, Any] = dict.fromkeys(OWN)
    memory.go(page, **changes)


def _release(view: View, newest: int) -> None:
    release = view.desk.release
    st.caption(view.say("side.release", release=release.number, day=view.say("day", on=release.data_date)))
    if release.number != newest:
        st.button(
            view.say("side.newest", release=newest),
            on_click=lambda: memory.change(release=None, as_of=None),
        )
