"""The frame's own parts in the browser: menu, trail of regions with the active filters, date.

Streamlit's own would be one element a link, and its calendar speaks English.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Literal

import streamlit as st

from dashboard.addresses import under_base
from dashboard.choropleth.code import code_address

_LOADER = """export default async (component) => {
  const code = await import(new URL(component.data.code + "part.js", location.origin).href);
  code.show(component);
};"""
_mount = st.components.v2.component("frame_part", js=_LOADER, isolate_styles=False)


def part(
    name: Literal["menu", "trail", "day"], data: Mapping[str, Any], own: str = "", **on: Callable[[Any], None]
) -> None:
    """Draw a part; `on` says what to do with what it sends, by the name it is sent under.

    `own` tells a second part of the same kind from the one of the frame.
    """
    key = f"part_{own or name}"

    def calling(sent: str, act: Callable[[Any], None]) -> Callable[[], None]:
        def call() -> None:
            value = st.session_state[key].get(sent)
            if value:
                act(value)

        return call

    calls: dict[str, Any] = {f"on_{sent}_change": calling(sent, act) for sent, act in on.items()}
    _mount(key=key, data={"part": name, "code": under_base(code_address())} | dict(data), **calls)
