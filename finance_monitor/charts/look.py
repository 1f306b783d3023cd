"""What all charts have in common: colours for light and dark, axes without English, numbers as they are read."""

from __future__ import annotations

import html
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from finance_monitor.money import FEN_IN
from finance_monitor.texts import Lang, say
from finance_monitor.written import NOTHING, number

# 3:1 and more on the light and on the dark ground; none of them is the colour of a light.
SERIES = ("#3a80c0", "#9a6fd0", "#1f9494", "#a9763f", "#c05f9e", "#7a8594")
MARKERS = ("circle", "square", "diamond", "triangle-up", "cross", "star")
PATTERNS = ("", "/", ".", "x", "-", "+", "\\", "|")
GREY = "#7a8594"
# Streamlit puts the ground of its theme in the place of this colour.
GROUND = "#000038"
BAR, BAR_SELECTED = "#6ba6d8", "#1d5fa8"
_TICKS = 8
# Two rows of names below a chart.
LEGEND_HEIGHT = 44
# Thousands apart and no more decimals than needed; never 10k or 3M.
NUMBERS = ",.4~f"
SEPARATORS = ".,"
# Any unit of money is written alike.
_MONEY = next(iter(FEN_IN))
Point = tuple[date, float | None]


def number_text(value: float | None, decimals: int | None = None, unit: str = "", lang: Lang = "zh") -> str:
    """Write a value as tables do: money with two decimals or none; without decimals given, with as many as it needs."""
    if value is None:
        return NOTHING
    exact = Decimal(str(value))
    if unit.split("/")[0].endswith(say("figure.money_word", lang)):
        return number(exact, _MONEY)
    if decimals is not None:
        return number(exact.quantize(Decimal(1).scaleb(-decimals)))
    return number(Decimal(f"{round(exact, 2).normalize():f}"))


def safe(text: str) -> str:
    """Return a name as plotly must be given it: it takes texts for markup."""
    return html.escape(text, quote=False)


def month_text(on: date, lang: Lang) -> str:
    """Write a month."""
    return say("kit.month", lang, on=on)


def ticks(days: Sequence[date], lang: Lang) -> dict[str, Any]:
    """Return at most eight marks of a time axis, the last day among them; a year is written where it begins."""
    step = -(-len(days) // _TICKS) or 1
    shown = list(days)[::-1][::step][::-1]
    years = [None, *(day.year for day in shown)]
    words = [
        say("kit.tick" if day.year == before else "kit.tick.year", lang, on=day)
        for day, before in zip(shown, years, strict=False)
    ]
    return {
        "tickmode": "array",
        "tickvals": [day.isoformat() for day in shown],
        "ticktext": words,
        "tickangle": 0,
        "showgrid": False,
        "zeroline": False,
        "fixedrange": True,
        "title": None,
    }


def month_marks(days: Sequence[date], lang: Lang) -> dict[str, Any]:
    """Return a mark for every month; the year stands with the first and with each January."""
    words = [
        say("figure.month.year" if at == 0 or day.month == 1 else "figure.month", lang, on=day)
        for at, day in enumerate(days)
    ]
    marks = {"tickvals": [day.isoformat() for day in days], "ticktext": words, "tickfont": {"size": 11}}
    return ticks(days, lang) | marks


def base_layout(height: int, unit: str, lang: Lang) -> dict[str, Any]:
    """Return size, margins, legend and the unit above the value axis."""
    said = say("kit.unit", lang, unit=unit) if unit else ""
    above = {
        "text": safe(said),
        "xref": "paper",
        "yref": "paper",
        "x": 0,
        "y": 1,
        "yshift": 20,
        "xanchor": "left",
        "yanchor": "middle",
        "showarrow": False,
    }
    return {
        "height": height,
        "margin": {"l": 8, "r": 16, "t": 34 if unit else 16, "b": 44, "pad": 4},
        "separators": SEPARATORS,
        "showlegend": False,
        "legend": {
            "orientation": "h",
            "yref": "container",
            "y": 0,
            "yanchor": "bottom",
            "x": 0,
            "itemclick": False,
            "itemdoubleclick": False,
            "traceorder": "normal",
        },
        "dragmode": False,
        "hoverlabel": {"align": "left"},
        "annotations": [above] if unit else [],
    }


def value_axis() -> dict[str, Any]:
    """Return an axis of values that begins at nothing."""
    return {
        "automargin": True,
        "showgrid": True,
        "zeroline": True,
        "rangemode": "tozero",
        "tickformat": NUMBERS,
        "tickangle": 0,
        "fixedrange": True,
        "title": None,
    }
