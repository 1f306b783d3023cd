"""What stands around every page: who is viewing, the choices at the side, title, release, notices, errors."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import streamlit as st

from dashboard import cache, links, memory, side
from dashboard.address import Address, Notice
from dashboard.routing import current_lang
from dashboard.seat import Seat, has_release, newest_release, store_now, viewer_now
from finance_monitor.access import Viewer
from finance_monitor.disclosure.desk import Desk
from finance_monitor.errors import MonitorError
from finance_monitor.texts import Lang, say, tell
from finance_monitor.world import world

_STYLE = Path(__file__).parent / "page.css"


@dataclass(frozen=True, slots=True)
class View:
    """What a page asks its one question with."""

    seat: Seat
    desk: Desk
    address: Address
    region: str
    as_of: date
    lang: Lang

    @property
    def region_name(self) -> str:
        """Return the name of the region looked at."""
        return self.desk.regions.get(self.region).name

    def say(self, key: str, **values: object) -> str:
        """Say a sentence in the reader's language."""
        return say(key, self.lang, **values)


@contextmanager
def page(name: str) -> Iterator[View]:
    """Draw the frame of a page and yield its view; an error of the program's own becomes a sentence."""
    links.leave()
    st.html(_STYLE)
    lang = current_lang()
    try:
        address, notices = memory.asked_for()
        lang = address.lang
        view = _view(address, notices, newest_release(store_now()), viewer_now())
        memory.put(view.address)
        if lang != current_lang():
            st.rerun()  # the menu was drawn in the other language: its links carry none
        newest = newest_release(store_now())
        side.draw(view, newest)
        _head(view, name, notices)
        yield view
    except MonitorError as error:
        if name not in st.session_state.get("headed", ""):
            st.title(say(f"page.{name}", lang))
        st.error(tell(error, lang))


def _view(address: Address, notices: list[Notice], newest: int, viewer: Viewer) -> View:
    store = store_now()
    number = address.release or newest
    if not has_release(store, number):
        notices.append(Notice("unknown_release", {"text": number}))
        number = newest
    seat = Seat(str(store.folder), number, viewer.role, viewer.region_code)
    desk = cache.desk(seat)
    day = address.as_of or desk.release.data_date
    if day > desk.release.data_date:
        notices.append(Notice("after_data_date", {"text": day, "day": desk.release.data_date}))
        day = desk.release.data_date
    region = address.region or viewer.region_code
    if not desk.regions.covers(viewer.region_code, region):
        own = world().regions.get(viewer.region_code).name
        notices.append(Notice("foreign_region", {"region": desk.regions.get(region).name, "own": own}))
        region = viewer.region_code
    return View(seat, desk, address.with_(region=region, as_of=day, release=number), region, day, address.lang)
