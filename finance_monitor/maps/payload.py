"""A map view as the browser takes it: compact JSON, arrays in geometry order."""

from __future__ import annotations

import json
from decimal import Decimal

from finance_monitor.maps.view import MapView
from finance_monitor.texts import Lang, say

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_NONE = "-"
_SAID = ("tooltip.value", "tooltip.completion", "tooltip.schematic", "tooltip.approximate", "legend.count")
_CONTROLS = (
    "zoom_in",
    "zoom_out",
    "home",
    "up",
    "png",
    "svg",
    "map",
    "legend",
    "inset",
    "no_unit",
    "loading",
    "failed",
    "old_browser",
)


def payload(view: MapView, **beside: str | float | None) -> bytes:
    """Pack a view for the browser: compact JSON, one character a class and a status.

    `beside` are further plain values of the component (address of the geometry, selected region).
    """
    body = {
        **beside,
        "v": [None if value is None else _plain(value) for value in view.values],
        "c": "".join(_DIGITS[number] for number in view.classes),
        "s": "".join(_NONE if status is None else _DIGITS[status] for status in view.statuses),
        "p": _completion(view),
        "words": list(view.words),
        "legend": [
            {"label": one.label, "count": one.count, "fill": one.fill, "pattern": one.pattern, "symbol": one.symbol}
            for one in view.legend
        ],
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


def _completion(view: MapView) -> list[int | float | None]:
    if all(value is None for value in view.completion):
        return []
    return [None if value is None else _plain(value) for value in view.completion]


def _plain(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


def _sayings(lang: Lang) -> dict[str, str]:
    """Return the sentences the browser puts together, unfilled: the same ones `tooltip_text` fills."""
    raw = {key.split(".")[1]: _unfilled(f"maps.{key}", lang) for key in (*_SAID, "legend.unit")}
    raw["missing"] = say("maps.state.missing", lang)
    return raw | {key: say(f"maps.control.{key}", lang) for key in _CONTROLS}


def _unfilled(key: str, lang: Lang) -> str:
    names = {name: "{" + name + "}" for name in ("value", "unit", "percent", "count")}
    return say(key, lang, **names)
