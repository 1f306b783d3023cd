"""Which pages there are and what they are called. Addresses are an interface: people share links."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import streamlit as st

from finance_monitor.settings import ROOT
from finance_monitor.texts import LANGS, Lang, say

# In menu order; the file's name is the address.
PAGES = (
    "overview",
    "map",
    "targets",
    "loans",
    "referrals",
    "outlets",
    "stations",
    "analysis",
    "region",
    "quality",
    "methods",
    "submit",
    "lists",
    "findings",
    "due",
    "subsidy",
    "tasks",
    "reports",
    "admin",
    "audit",
)
_FOLDER = ROOT / "pages"


def current_lang() -> Lang:
    """Return the language of the address; Chinese where it names none."""
    asked = st.query_params.get("lang", LANGS[0])
    return next((lang for lang in LANGS if lang == asked), LANGS[0])


def existing_pages(folder: Path = _FOLDER) -> tuple[str, ...]:
    """Return the pages whose script exists, in menu order."""
    return tuple(name for name in PAGES if (folder / f"{name}.py").is_file())


def navigate(lang: Lang) -> Any:
    """Make the pages known and return the one to run; to be called before any widget."""
    pages = [
        st.Page(_FOLDER / f"{name}.py", title=say(f"page.{name}", lang), url_path=name, default=name == PAGES[0])
        for name in existing_pages()
    ]
    # The menu is drawn by the frame: its links carry what was chosen, Streamlit's own would drop it.
    return st.navigation(pages, position="hidden")
