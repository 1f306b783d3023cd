"""Which pages there are and what they are called. Addresses are an interface: people share links."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import streamlit as st

from finance_monitor.settings import ROOT
from finance_monitor.texts import LANGS, Lang, say

# In menu order, by section; a page's file name is its address.
_SECTIONS = {
    "overview": ("overview",),
    "progress": ("map", "targets"),
    "business": ("loans", "referrals", "outlets", "stations"),
    "analysis": ("analysis", "region"),
    "data": ("quality", "methods", "submit"),
    "follow_up": ("lists", "findings", "due", "subsidy", "tasks", "reports"),
    "administration": ("admin", "audit"),
}
PAGES = tuple(page for pages in _SECTIONS.values() for page in pages)
# Where a role lands that opens the program without saying what it wants.
_LANDINGS: Mapping[str, str] = {
    "leadership": "targets",
    "official": "map",
    "analyst": "analysis",
    "bank_clerk": "submit",
    "data_clerk": "submit",
}
_FOLDER = ROOT / "pages"


def current_lang() -> Lang:
    """Return the language of the address; Chinese where it names none."""
    asked = st.query_params.get("lang", LANGS[0])
    return next((lang for lang in LANGS if lang == asked), LANGS[0])


def existing_pages(folder: Path = _FOLDER) -> tuple[str, ...]:
    """Return the pages whose script exists, in menu order."""
    return tuple(name for name in PAGES if (folder / f"{name}.py").is_file())


def sections() -> Mapping[str, tuple[str, ...]]:
    """Return section -> its pages, in menu order."""
    return _SECTIONS


def landing(role: str, folder: Path = _FOLDER) -> str:
    """Return the page a role lands on; the first one where its own does not stand."""
    page = _LANDINGS.get(role, PAGES[0])
    return page if page in existing_pages(folder) else PAGES[0]


def navigate(lang: Lang) -> Any:
    """Make the pages known and return the one to run; to be called before any widget."""
    pages = [
        st.Page(_FOLDER / f"{name}.py", title=say(f"page.{name}", lang), url_path=name, default=name == PAGES[0])
        for name in existing_pages()
    ]
    # The menu is drawn by the frame: its links carry what was chosen, Streamlit's own would drop it.
    return st.navigation(pages, position="hidden")
