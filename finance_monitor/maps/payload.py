"""A map view as the browser takes it: compact JSON, arrays in geometry order."""

from __future__ import annotations

import json
from functools import lru_cache

from finance_monitor.maps.packing import DIGITS, NONE, packed_entries, packed_number
from finance_monitor.maps.view import MapView
from finance_monitor.texts import Lang, say

_SAID = (
    "tooltip.value",
    "tooltip.completion",
    "tooltip.place",
    "tooltip.schematic",
    "tooltip.approximate",
    "legend.count",
)
_CONTROLS = (
    "zoom_in",
    "zoom_out",
    "home",
    "up",
    "values",
    "values_short",
    "png",
    "svg",
    "copy",
    "copy_short",
    "copied",
    "not_copied",
    "map",
    "legend",
    "filter",
    "inset",
    "no_unit",
    "loading",
    "failed",
    "old_browser",
    "months",
    "months_short",
    "fetching",
    "play",
    "pause",
    "earlier",
    "later",
    "slider",
    "this_day",
    "close",
    "line",
)


def payload(view: MapView, **beside: str | float | None) -> bytes:
    """Pack a view for the browser: compact JSON, one character a class and a status.

    `beside` are further plain values of the component (address of the geometry, selected region).
    """
    body = {
        **beside,
        "v": [packed_number(value) for value in view.values],
        "c": "".join(DIGITS[number] for number in view.classes),
        "s": "".join(NONE if status is None else DIGITS[status] for status in view.statuses),
        "p": [] if all(one is None for one in view.completion) else [packed_number(one) for one in view.completion],
        "r": list(view.places),
        "words": list(view.words),
        "legend": packed_entries(view.legend),
        "unit": view.unit,
        "decimals": view.decimals,
        "title": view.title,
        "asOf": view.as_of,
        "caption": view.caption,
        "demo": view.demo,
        "mode": view.mode,
        "lang": view.lang,
        "say": _sayings(view.lang),
    }
    return json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()


@lru_cache(maxsize=2)
def _sayings(lang: Lang) -> dict[str, str]:
    """Return the sentences the browser puts together, unfilled: the same ones `tooltip_text` fills."""
    raw = {key.split(".")[1]: _unfilled(f"maps.{key}", lang) for key in (*_SAID, "legend.unit")}
    raw["missing"] = say("maps.state.missing", lang)
    return raw | {key: say(f"maps.control.{key}", lang) for key in _CONTROLS}


def _unfilled(key: str, lang: Lang) -> str:
    names = {name: "{" + name + "}" for name in ("value", "unit", "percent", "count", "place")}
    return say(key, lang, **names)
