"""What a sum is made of, month by month: bars one on the other, told apart by pattern as well as colour."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from finance_monitor.charts.look import (
    LEGEND_HEIGHT,
    PATTERNS,
    SERIES,
    Point,
    base_layout,
    month_marks,
    month_text,
    number_text,
    safe,
    value_axis,
)
from finance_monitor.charts.twin import over_time
from finance_monitor.texts import Lang, say

_HEIGHT = 340


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the whole: its name and its values at the days of the chart."""

    name: str
    points: tuple[Point, ...]


@lru_cache(maxsize=200)
def share_chart(parts: tuple[Part, ...], *, unit: str, lang: Lang, decimals: int | None = None) -> dict[str, Any]:
    """Return the chart, the first part at the bottom. Not to be changed: it is kept."""
    days = sorted({day for part in parts for day, _ in part.points})
    months = [day.isoformat() for day in days]
    drawn = [_part(at, part, (unit, decimals, lang)) for at, part in enumerate(parts)]
    layout = base_layout(_HEIGHT, unit, lang)
    layout |= {
        "barmode": "stack",
        "bargap": 0.3,
        "showlegend": True,
        "yaxis": value_axis(),
        "xaxis": {
            "type": "category",
            "categoryorder": "array",
            "categoryarray": months,
            **month_marks(days, lang),
        },
    }
    layout["margin"]["b"] += LEGEND_HEIGHT
    twin = over_time([(part.name, part.points) for part in parts], unit, decimals, lang)
    return {"data": drawn, "layout": layout, "twin": twin}


def _part(at: int, part: Part, how: tuple[str, int | None, Lang]) -> dict[str, Any]:
    unit, decimals, lang = how
    return {
        "type": "bar",
        "name": safe(part.name),
        "x": [day.isoformat() for day, _ in part.points],
        "y": [value for _, value in part.points],
        "hoverinfo": "text",
        "hovertext": [
            ""
            if value is None
            else safe(
                say(
                    "kit.hover",
                    lang,
                    name=part.name,
                    when=month_text(day, lang),
                    value=number_text(value, decimals, unit, lang),
                    unit=unit,
                )
            )
            for day, value in part.points
        ],
        "marker": {
            "color": SERIES[at % len(SERIES)],
            "pattern": {
                "shape": PATTERNS[at % len(PATTERNS)],
                "fillmode": "overlay",
                "fgcolor": "#ffffff",
                "fgopacity": 0.75,
                "solidity": 0.2,
                "size": 8,
            },
        },
    }
