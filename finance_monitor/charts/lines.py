"""Lines over time, with the goal and the pace they are held against, as a plain plotly specification."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from finance_monitor.charts.look import (
    GREY,
    LEGEND_HEIGHT,
    MARKERS,
    SERIES,
    Point,
    base_layout,
    number_text,
    safe,
    ticks,
    value_axis,
)
from finance_monitor.charts.twin import over_time
from finance_monitor.texts import Lang, say

_HEIGHT = 300
# One line names its points; more than these would run into one another.
_NAMED = 8


@dataclass(frozen=True, slots=True)
class Line:
    """One line: values at its days, None where nobody reported."""

    name: str
    points: tuple[Point, ...]
    dashed: bool = False


@lru_cache(maxsize=200)
def line_chart(
    series: tuple[Line, ...],
    *,
    unit: str,
    lang: Lang,
    goal: tuple[Point, ...] = (),
    pace: tuple[Point, ...] = (),
    decimals: int | None = None,
) -> dict[str, Any]:
    """Return the chart; a gap stays a gap, the last value stands beside its point. Not to be changed: it is kept."""
    days = sorted({day for line in series for day, _ in line.points} | {day for day, _ in (*goal, *pace)})
    # One number stands for the whole time: drawn as a level.
    level = tuple((day, goal[0][1]) for day in (days[0], days[-1])) if len(goal) == 1 else goal
    held = [
        _held(say(f"kit.{key}", lang), points, dash, unit, lang)
        for key, points, dash in (("goal", level, "dash"), ("pace", pace, "dot"))
        if points
    ]
    drawn = [_line(at, line, (unit, decimals, lang), alone=len(series) == 1) for at, line in enumerate(series)]
    layout = base_layout(_HEIGHT, unit, lang)
    layout["margin"]["r"] = 56
    layout["showlegend"] = len(drawn) + len(held) > 1
    layout |= {"xaxis": {"type": "date"} | ticks(days, lang), "yaxis": value_axis()}
    if layout["showlegend"]:
        layout["height"] += LEGEND_HEIGHT
        layout["margin"]["b"] += LEGEND_HEIGHT
    beside = tuple(Line(one["name"], points) for one, points in zip(held, filter(None, (goal, pace)), strict=True))
    twin = over_time([(line.name, line.points) for line in (*series, *beside)], unit, decimals, lang)
    return {"data": [*held, *drawn], "layout": layout, "twin": twin}


def _line(at: int, line: Line, how: tuple[str, int | None, Lang], *, alone: bool) -> dict[str, Any]:
    unit, decimals, lang = how
    colour = SERIES[at % len(SERIES)]
    values = [value for _, value in line.points]
    return {
        "type": "scatter",
        "mode": "lines+markers+text",
        "name": safe(line.name),
        "x": [day.isoformat() for day, _ in line.points],
        "y": values,
        "text": _said_beside(values, decimals, everywhere=alone and len(values) <= _NAMED),
        "textposition": "top center" if alone else "middle right",
        "hoverinfo": "text",
        "hovertext": _hover(line.name, line.points, unit, decimals, lang),
        "cliponaxis": False,
        "connectgaps": False,
        "line": {"color": colour, "width": 2, "dash": "dash" if line.dashed else "solid"},
        "marker": {"size": 7, "color": colour, "symbol": MARKERS[at % len(MARKERS)]},
    }


def _said_beside(values: Sequence[float | None], decimals: int | None, *, everywhere: bool) -> list[str]:
    """Write the values that stand at their points: all of a short line, otherwise the last."""
    last = max((at for at, value in enumerate(values) if value is not None), default=-1)
    return [
        number_text(value, decimals) if value is not None and (everywhere or at == last) else ""
        for at, value in enumerate(values)
    ]


def _hover(name: str, points: Sequence[Point], unit: str, decimals: int | None, lang: Lang) -> list[str]:
    return [
        ""
        if value is None
        else safe(
            say(
                "kit.hover",
                lang,
                name=name,
                when=say("day", lang, on=day),
                value=number_text(value, decimals),
                unit=unit,
            )
        )
        for day, value in points
    ]


def _held(name: str, points: tuple[Point, ...], dash: str, unit: str, lang: Lang) -> dict[str, Any]:
    """Return a line that figures are held against; told by its dashes and its name in the legend."""
    return {
        "type": "scatter",
        "mode": "lines",
        "name": safe(name),
        "x": [day.isoformat() for day, _ in points],
        "y": [value for _, value in points],
        "hoverinfo": "text",
        "hovertext": _hover(name, points, unit, None, lang),
        "connectgaps": True,
        "cliponaxis": False,
        "line": {"color": GREY, "width": 2, "dash": dash},
    }
