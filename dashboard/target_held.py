"""待核行: rows held back of the files a figure is counted from, told beside it with the way to 数据质量."""

from __future__ import annotations

from datetime import date

import streamlit as st

from dashboard import cache
from dashboard.frame import View
from dashboard.links import page_link
from dashboard.seat import Seat
from finance_monitor.disclosure.rows_held import rows_held

_SECTION = "files"


@st.cache_resource(max_entries=300, show_spinner=False)
def held_of(seat: Seat, indicators: tuple[str, ...], region: str, as_of: date) -> int:
    """Return how many rows are held back of the files that indicators are counted from."""
    desk = cache.desk(seat)
    desk.viewer.require(desk.regions, region)
    return rows_held(desk, [desk.world.indicators[one] for one in indicators], region, as_of)


def words(view: View, count: int) -> str:
    """Say how many rows are in no figure, nothing where there are none; to be put into a sentence."""
    return view.say("held.words", count=count) if count else ""


def link(view: View, count: int) -> None:
    """Draw the words as a way to the files they were held back from; nothing where there are none."""
    if count:
        address = view.address.with_(view=_SECTION, target=None, indicator=None, policy=None, level=None)
        page_link("quality", view.say("held.link", count=count), address)
