"""Bars side by side, one of which may be selected, as a plain plotly specification."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from finance_monitor.charts.look import BAR, BAR_SELECTED, base_layout, number_text, safe, value_axis
from finance_monitor.charts.twin import named_in
from finance_monitor.texts import Lang, say

_BAR_HEIGHT = 26
_AROUND = 70
_UPRIGHT = 300
_LEAST = 140
# More numbers on the value axis would stand upright.
_MARKS = 4
_BREAK = "<br>"
# As wide as ten Chinese characters.
_LONGEST = 20


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar; `key` is what picking it sends, a value of None is said to be missing.

    `mark` stands at the axis where the name is too long for it; it may have two lines.
    """

    key: str
    name: str
    value: float | None
    mark: str = ""


@lru_cache(maxsize=200)
def bar_chart(
    bars: tuple[Bar, ...],
    *,
    unit: str,
    decimals: int,
    selected: str | None,
    horizontal: bool = True,
    lang: Lang = "zh",
) -> dict[str, Any]:
    """Return the chart, the first bar on top or to the left. Not to be changed: it is kept."""
    values = [bar.value for bar in bars]
    places = list(range(len(bars)))
    drawn = {
        "type": "bar",
        "orientation": "h" if horizontal else "v",
        "x": values if horizontal else places,
        "y": places if horizontal else values,
        "text": [_said(bar, decimals, unit, lang) for bar in bars],
        "textposition": "outside",
        "textfont": {"size": 12},
        "cliponaxis": False,
        "hoverinfo": "text",
        "hovertext": [_hover(bar, unit, decimals, lang) for bar in bars],
        "customdata": [bar.key for bar in bars],
        "marker": {
            "color": [BAR_SELECTED if bar.key == selected else BAR for bar in bars],
            "line": {"color": BAR, "width": [2 if bar.key == selected else 0 for bar in bars]},
        },
        # A bar that was clicked is told by the address, not by dimming the others.
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 1}},
    }
    height = max(_LEAST, _AROUND + _BAR_HEIGHT * len(bars)) if horizontal else _UPRIGHT
    layout = base_layout(height, unit, lang)
    layout["bargap"] = 0.35
    names = {
        "tickmode": "array",
        "tickvals": places,
        "ticktext": [_name(bar, selected) for bar in bars],
        "automargin": True,
        "tickangle": 0,
        "tickfont": {"size": 12 if horizontal else 11},
        "showgrid": False,
        "fixedrange": True,
        "zeroline": False,
        "title": None,
    }
    layout |= (
        {"xaxis": value_axis() | {"nticks": _MARKS}, "yaxis": names | {"autorange": "reversed"}}
        if horizontal
        else {
            "xaxis": names,
            "yaxis": value_axis(),
        }
    )
    if horizontal:
        layout["margin"] |= {"r": 72, "b": 32}
    layout["annotations"] += _missing(bars, horizontal=horizontal, lang=lang)
    return {"data": [drawn], "layout": layout, "twin": _twin(bars, unit, decimals, lang)}


def _name(bar: Bar, selected: str | None) -> str:
    said = bar.mark or _two_lines(bar.name)
    return f"<b>▸ {said}</b>" if bar.key == selected else said


def _two_lines(name: str) -> str:
    """Break a long name over two lines, at the space nearest its middle where it has one."""
    if sum(1 if char.isascii() else 2 for char in name) <= _LONGEST:
        return safe(name)
    middle = len(name) // 2
    spaces = [at for at, char in enumerate(name) if char == " "]
    at = min(spaces, key=lambda one: abs(one - middle), default=middle)
    return safe(name[:at]) + _BREAK + safe(name[at:].strip())


def _said(bar: Bar, decimals: int, unit: str, lang: Lang) -> str:
    return "" if bar.value is None else number_text(bar.value, decimals, unit, lang)


def _hover(bar: Bar, unit: str, decimals: int, lang: Lang) -> str:
    if bar.value is None:
        return ""
    return safe(
        say("kit.hover.bar", lang, name=bar.name, value=number_text(bar.value, decimals, unit, lang), unit=unit)
    )


def _missing(bars: tuple[Bar, ...], *, horizontal: bool, lang: Lang) -> list[dict[str, Any]]:
    """Say at the place of a bar that there is nothing to draw: an empty place would read as nought."""
    look = {"showarrow": False, "text": safe(say("kit.no_data", lang)), "xanchor": "left" if horizontal else "center"}
    return [
        look | ({"x": 0, "y": at, "xshift": 4} if horizontal else {"x": at, "y": 0, "yshift": 10})
        for at, bar in enumerate(bars)
        if bar.value is None
    ]


def _twin(bars: tuple[Bar, ...], unit: str, decimals: int, lang: Lang) -> dict[str, Any]:
    columns = [(say("kit.column.name", lang), "text"), (named_in(say("column.value", lang), unit, lang), "number")]
    rows = [
        (
            bar.key,
            (bar.name, say("kit.no_data", lang) if bar.value is None else number_text(bar.value, decimals, unit, lang)),
        )
        for bar in bars
    ]
    return {"columns": columns, "rows": rows}
