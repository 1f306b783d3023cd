"""Ways from page to page that keep what was chosen."""

from __future__ import annotations

from urllib.parse import urlencode

import streamlit as st

from dashboard import memory
from dashboard.address import Address
from dashboard.addresses import under_base
from finance_monitor.settings import ROOT


def address_of(page: str, address: Address) -> str:
    """Return the address of a page, to be copied or opened in a new window."""
    return f"{under_base(f'/{page}')}?{urlencode(address.params())}"


def address_with(page: str, address: Address, part: str) -> str:
    """Return the address of a page with PICK in place of one part, for the rows of a table."""
    return f"{under_base(f'/{page}')}?{urlencode(address.params() | {part: 'PICK'})}"


def page_link(page: str, label: str, address: Address) -> None:
    """Draw a link to another page."""
    st.page_link(ROOT / "pages" / f"{page}.py", label=label, query_params=address.params())


def leave() -> None:
    """Go where a callback has asked to go; to be called before anything is drawn."""
    waiting = memory.waiting_page()
    if waiting is not None:
        page, params = waiting
        st.switch_page(ROOT / "pages" / f"{page}.py", query_params=params)
