"""Ways from page to page that keep what was chosen."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode

import streamlit as st

from dashboard import memory
from dashboard.address import Address
from dashboard.addresses import under_base
from dashboard.routing import PAGES, landing
from finance_monitor.settings import ROOT

# Page, the part of the address a row stands for, what else is different there.
Pattern = tuple[str, str, Mapping[str, str | None]]


def address_of(page: str, address: Address) -> str:
    """Return the address of a page, to be copied or opened in a new window."""
    return f"{under_base(f'/{page}')}?{urlencode(address.params())}"


def rows_to(page: str, part: str, **changes: str | None) -> Pattern:
    """Say how a row's address is made of the reader's own: `part` is what the row picks, None takes a part out.

    The browser makes it, so that a table is not sent again for every change of the address.
    """
    return (under_base(f"/{page}"), part, changes)


def page_link(page: str, label: str, address: Address) -> None:
    """Draw a link to another page."""
    st.page_link(ROOT / "pages" / f"{page}.py", label=label, query_params=address.params())


def land(page: str, role: str) -> None:
    """Take a reader who has just opened the program to where his role works."""
    wanted = landing(role)
    if page == PAGES[0] != wanted and memory.is_new():
        st.switch_page(ROOT / "pages" / f"{wanted}.py")


def leave() -> None:
    """Go where a callback has asked to go; to be called before anything is drawn."""
    waiting = memory.waiting_page()
    if waiting is not None:
        page, params = waiting
        st.switch_page(ROOT / "pages" / f"{page}.py", query_params=params)
