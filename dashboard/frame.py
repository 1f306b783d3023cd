"""What stands around every page: title, who is viewing, the choices at the side, release, notices, errors."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from html import escape

import streamlit as st

from dashboard import cache, links, memory, side, side_filters, trail
from dashboard.address import Address, Notice, language
from dashboard.grid import style
from dashboard.headings import plain
from dashboard.seat import Seat, has_release, newest_release, store_now, viewer_now
from dashboard.shell_words import HTML_LANGS
from finance_monitor.disclosure.desk import Desk
from finance_monitor.errors import MonitorError
from finance_monitor.texts import Lang, say, tell


@dataclass(frozen=True, slots=True)
class View:
    """What a page asks its one question with."""

    seat: Seat
    desk: Desk
    address: Address
    region: str
    as_of: date
    lang: Lang
    # The dimensions (bank, category, product) this page narrows its records by.
    narrows: tuple[str, ...] = ()
    # Whether it shows the policy document chosen at the side only.
    by_policy: bool = False

    @property
    def region_name(self) -> str:
        """Return the name of the region looked at."""
        return self.desk.regions.get(self.region).name

    @property
    def where(self) -> tuple[tuple[str, str], ...]:
        """Return what narrows the records on this page, as (dimension, value)."""
        return tuple(pair for pair in self.address.filters() if pair[0] in self.narrows)

    def say(self, key: str, **values: object) -> str:
        """Say a sentence in the reader's language."""
        return say(key, self.lang, **values)


@contextmanager
def page(name: str, narrows: tuple[str, ...] = (), by_policy: bool = False) -> Iterator[View]:
    """Draw the frame of a page and yield its view; an error of the program's own becomes a sentence.

    `narrows` are the dimensions (bank, category, product) whose choice at the side the page follows; `by_policy` says
    that it follows the policy document chosen there, `view.address.policy`.
    """
    links.leave()
    address, notices = memory.asked_for()
    lang = address.lang
    style(HTML_LANGS[lang], memory.contrast())
    menu_lang = language(st.query_params.get("lang"))
    head = st.empty()
    title = say(f"page.{name}", lang)
    head.html(_head(title, ""))
    try:
        links.land(name, viewer_now().role)
        newest = newest_release(store_now())
        view = _view(address, notices, newest, narrows, by_policy)
        memory.put(view.address)
        if menu_lang != lang:
            st.rerun()  # an address without a language has just had its titles drawn in the other one
        head.html(_head(title, _told(view)))
        trail.draw(view, name)
        side.draw(view, name, newest)
        for notice in notices:
            st.warning(plain(say(f"notice.{notice.key}", lang, **notice.values)))
        yield view
    except MonitorError as error:
        st.error(plain(tell(error, lang)))
        st.stop()


def _view(address: Address, notices: list[Notice], newest: int, narrows: tuple[str, ...], by_policy: bool) -> View:
    store, viewer = store_now(), viewer_now()
    number = address.release or newest
    if not has_release(store, number):
        notices.append(Notice("unknown_release", {"text": number}))
        number = newest
    seat = Seat(str(store.folder), number, viewer.role, viewer.region_code)
    desk = cache.desk(seat)
    absent = side_filters.absent(seat, address, narrows)
    notices += absent
    address = side_filters.without_absent(address, absent)
    day = _day(address, desk, notices)
    compare = _compare(address, desk, notices)
    region = address.region or viewer.region_code
    if not desk.regions.covers(viewer.region_code, region):
        names = {"region": desk.regions.get(region).name, "own": desk.regions.get(viewer.region_code).name}
        notices.append(Notice("foreign_region", names))
        region = viewer.region_code
    told = address.with_(region=region, as_of=day, release=number, compare=compare)
    return View(seat, desk, told, region, day, address.lang, narrows, by_policy)


def _day(address: Address, desk: Desk, notices: list[Notice]) -> date:
    last = desk.release.data_date
    day = address.as_of or last
    if day > last:
        notices.append(Notice("after_data_date", {"text": day, "day": last}))
    return min(day, last)


def _compare(address: Address, desk: Desk, notices: list[Notice]) -> date | None:
    """Return the second day; one the release knows nothing of is left out."""
    last = desk.release.data_date
    if address.compare is not None and address.compare > last:
        notices.append(Notice("compare_after_data_date", {"text": address.compare, "day": last}))
        return None
    return address.compare


def _head(title: str, told: str) -> str:
    return f'<header class="page-head"><h1>{escape(title)}</h1>{told}</header>'


def _told(view: View) -> str:
    """Say what is looked at: region, day, release; and that the data are invented."""
    release = view.desk.release
    day = view.say("day", on=view.as_of)
    parts = [f"<strong>{escape(view.region_name)}</strong>"]
    parts += [f"<span>{escape(view.say('head.as_of', day=day, release=release.number))}</span>"]
    if release.is_demo:
        parts.append(f'<span class="demo">{escape(view.say("head.demo"))}</span>')
    return f"<p>{''.join(parts)}</p>"
