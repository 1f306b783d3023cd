"""复制文字: words for a work group, copied by one press."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from dashboard.addresses import under_base
from dashboard.choropleth.code import code_address

if TYPE_CHECKING:
    from dashboard.frame import View

_LOADER = """export default async (component) => {
  const code = await import(new URL(component.data.code + "share.js", location.origin).href);
  return code.show(component);
};"""
_mount = st.components.v2.component("share", js=_LOADER, isolate_styles=False)


def copy_text(view: View, text: str, key: str) -> None:
    """Draw a button that copies `text`; the text itself must say of which day and release it is, and if invented."""
    words = {name: view.say(f"kit.{name}") for name in ("copy_text", "copied", "not_copied")}
    _mount(key=key, width="content", data={"code": under_base(code_address()), "text": text, "say": words})
