"""Streamlit speaks English only: what its own elements say, and the words of the catalogue we put there instead."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache

from finance_monitor.texts import LANGS, Lang, say

# How the page's language is told to browsers and screen readers.
HTML_LANGS: Mapping[Lang, str] = {"zh": "zh-CN", "en": "en"}
# What Streamlit writes (as a text, a title, a label or a placeholder) -> the key under ``streamlit.``.
_SAID = {
    "Collapse sidebar": "collapse",
    "Expand sidebar": "expand",
    "Sidebar": "side",
    "Clear value": "clear",
    "Clear all": "clear_all",
    "Clear": "clear",
    "Close": "close",
    "Close fullscreen": "leave_fullscreen",
    "Open": "open",
    "Main menu": "menu",
    "Running...": "running",
    "Running": "running",
    "Stop": "stop",
    "Stop script": "stop",
    "Connecting": "connecting",
    "CONNECTING": "connecting",
    "Connecting to Streamlit server": "connecting",
    "Connecting to static app": "connecting",
    "Connection error": "disconnected",
    "Connection lost": "disconnected",
    "Connection lost. Please wait for the app to reconnect, then try again.": "reconnect",
    "Disconnected from Streamlit server": "disconnected",
    "No results": "no_results",
    "Choose an option": "choose",
    "Choose options": "choose",
    "Selected values": "selected",
    "Select all": "select_all",
    "Select matches": "select_all",
    "Page not found": "page_not_found",
    "Notifications": "notifications",
    "Previous page": "previous_page",
    "Next page": "next_page",
    "Increment": "increase",
    "Decrement": "decrease",
    "Copy to clipboard": "copy",
    "Fullscreen": "fullscreen",
    "View fullscreen": "fullscreen",
    "Upload": "browse",
    "Browse files": "browse",
    "Drag and drop file here": "drop",
    "Drag and drop files here": "drop",
    "Drag and drop a file here": "drop",
    "Scroll tabs right": "scroll_right",
    "Scroll tabs left": "scroll_left",
}
# Sentences with a name in them: how they begin -> the key.
_BEGINS = {
    "Is Streamlit still running": "reconnect",
    "You have requested page": "page_missing",
    "The page that you have requested": "page_missing",
    "This app has encountered an error": "failed",
    "Connection failed with status": "reconnect",
    "Connection timed out": "reconnect",
}


@cache
def words_json() -> str:
    """Pack the words for the script that replaces them; safe inside a script element."""
    said = {lang: {text: say(f"streamlit.{key}", lang) for text, key in _SAID.items()} for lang in LANGS}
    begins = {lang: [[text, say(f"streamlit.{key}", lang)] for text, key in _BEGINS.items()] for lang in LANGS}
    skip = {lang: say("frame.skip", lang) for lang in LANGS}
    packed = json.dumps({"said": said, "begins": begins, "skip": skip}, ensure_ascii=False, separators=(",", ":"))
    return packed.replace("<", "\\u003c")
