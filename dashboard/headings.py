"""Headings with badges, in one line that breaks well on a narrow screen."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

import streamlit as st

from finance_monitor.progress.model import Light

Colour = Literal["blue", "gray", "green", "orange", "red"]
COLOURS: Mapping[Light, Colour] = {"green": "green", "yellow": "orange", "red": "red", "none": "gray"}
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>()#+!|~$:-])")


def plain(text: str) -> str:
    """Return a text so that markdown shows it as it is."""
    return _SPECIAL.sub(r"\\\1", text)


def heading(text: str, *badges: tuple[str, str]) -> None:
    """Draw a heading with badges (word and colour) behind it."""
    drawn = "".join(f" :{colour}-badge[{plain(word)}]" for word, colour in badges)
    st.markdown(f"### {plain(text)}{drawn}")
