"""The address of one browser window: read, remembered when a page is changed by the menu, written back."""

from __future__ import annotations

from typing import Any

import streamlit as st

from dashboard.address import NAMES, Address, Notice, read_address
from finance_monitor.world import world

_KEPT = "address"
_GO = "go"
# Whether the reader wants strong colours: of this window only, it says nothing about figures.
CONTRAST = "contrast"


def asked_for() -> tuple[Address, list[Notice]]:
    """Return what the browser's address says; the menu's links say nothing, then what was last chosen stays."""
    said = {name: value for name, value in st.query_params.to_dict().items() if name in NAMES}
    return read_address(said or st.session_state.get(_KEPT, {}), world())


def is_new() -> bool:
    """Say whether a window has just been opened, with an address that asks for nothing."""
    return _KEPT not in st.session_state and not st.query_params.to_dict()


def contrast() -> str:
    """Return how strong the colours shall be: more or normal."""
    return "more" if st.session_state.get(CONTRAST) else "normal"


def put(address: Address) -> None:
    """Write an address to the browser and remember it."""
    params = address.params()
    st.session_state[_KEPT] = params
    if st.query_params.to_dict() != params:
        st.query_params.from_dict(params)


def change(**changes: Any) -> None:
    """Change parts of the address; for callbacks, which run before the script does."""
    address, _ = asked_for()
    put(address.with_(**changes))


def go(page: str, **changes: Any) -> None:
    """Ask for another page from a callback; `leave` takes the reader there."""
    address, _ = asked_for()
    st.session_state[_GO] = (page, address.with_(**changes).params())


def waiting_page() -> tuple[str, dict[str, str]] | None:
    """Return, once, the page a callback has asked for."""
    found: tuple[str, dict[str, str]] | None = st.session_state.pop(_GO, None)
    return found
