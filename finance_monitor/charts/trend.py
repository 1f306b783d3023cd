"""A small line: the values of a direction at its period ends, as a plain plotly specification."""

from __future__ import annotations

from datetime import date
from typing import Any

_HEIGHT = 220
_BLUE = "#4f97cc"


def trend_chart(points: tuple[tuple[date, float | None], ...]) -> dict[str, Any]:
    """Return the chart as plotly reads it: points with their values, a gap where nobody reported."""
    days = [day.isoformat() for day, _ in points]
    values = [value for _, value in points]
    line = {
        "type": "scatter",
        "mode": "lines+markers+text",
        "x": days,
        "y": values,
        "text": ["" if value is None else f"{value:,.10g}" for value in values],
        "textposition": "top center",
        "cliponaxis": False,
        "line": {"color": _BLUE, "width": 2},
        "marker": {"size": 7},
        "connectgaps": False,
    }
    axis = {"showgrid": False, "zeroline": False, "automargin": True}
    layout = {
        "height": _HEIGHT,
        "margin": {"l": 8, "r": 24, "t": 28, "b": 8},
        "showlegend": False,
        "xaxis": {**axis, "type": "category"},
        "yaxis": {**axis, "showgrid": True, "rangemode": "tozero"},
    }
    return {"data": [line], "layout": layout}
