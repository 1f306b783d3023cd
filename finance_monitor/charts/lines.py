"""Lines over time, with the goal and the pace they are held against, as a plain plotly specification."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import pairwise
from typing import Any, Literal

from finance_monitor.charts.look import (
    GREY,
    GROUND,
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
# Unit, decimals and language of the numbers.
How = tuple[str, int | None, Lang]
# The last value apart from its line stands on the ground of the page.
Named = Literal["all", "last", "apart"]


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
    how = (unit, decimals, lang)
    named = _named(series, level or pace)
    drawn = [_line(at, line, how, named) for at, line in enumerate(series)]
    layout = base_layout(_HEIGHT, unit, lang)
    layout["margin"]["r"] = 60
    if named == "apart":
        layout["annotations"] += _last_said(series[0].points, (level, pace), how)
    layout["showlegend"] = len(drawn) + len(held) > 1
    layout |= {"xaxis": {"type": "date"} | ticks(days, lang), "yaxis": value_axis()}
    if layout["showlegend"]:
        layout["height"] += LEGEND_HEIGHT
        layout["margin"]["b"] += LEGEND_HEIGHT
    beside = tuple(Line(one["name"], points) for one, points in zip(held, filter(None, (goal, pace)), strict=True))
    twin = over_time([(line.name, line.points) for line in (*series, *beside)], unit, decimals, lang)
    return {"data": [*held, *drawn], "layout": layout, "twin": twin}


def _line(at: int, line: Line, how: How, named: Named) -> dict[str, Any]:
    unit, decimals, lang = how
    colour = SERIES[at % len(SERIES)]
    values = [value for _, value in line.points]
    return {
        "type": "scatter",
        "mode": "lines+markers+text",
        "name": safe(line.name),
        "x": [day.isoformat() for day, _ in line.points],
        "y": values,
        "text": _said_beside(values, how, named),
        "textposition": "top center" if named == "all" else "middle right",
        "hoverinfo": "text",
        "hovertext": _hover(line.name, line.points, unit, decimals, lang),
        "cliponaxis": False,
        "connectgaps": False,
        "line": {"color": colour, "width": 2, "dash": "dash" if line.dashed else "solid"},
        "marker": {"size": 7, "color": colour, "symbol": MARKERS[at % len(MARKERS)]},
    }


def _named(series: Sequence[Line], held: tuple[Point, ...]) -> Named:
    """Say which values are written: all of a short line that stands alone, otherwise the last."""
    if len(series) > 1:
        return "last"
    return "all" if len(series[0].points) <= _NAMED and not held else "apart"


def _said_beside(values: Sequence[float | None], how: How, named: Named) -> list[str]:
    """Write the values that stand at their points."""
    last = max((at for at, value in enumerate(values) if value is not None), default=-1)
    shown = {"all": range(len(values)), "last": (last,), "apart": ()}[named]
    return [_number(value, how) if value is not None and at in shown else "" for at, value in enumerate(values)]


def _number(value: float, how: How) -> str:
    unit, decimals, lang = how
    return number_text(value, decimals, unit, lang)


def _last_said(points: tuple[Point, ...], held: Iterable[tuple[Point, ...]], how: How) -> list[dict[str, Any]]:
    """Write the last value on the ground of the page, on the side where no dashed line runs."""
    known = [(day, value) for day, value in points if value is not None]
    if not known:
        return []
    day, value = known[-1]
    beside = [level for line in held if (level := _level(line, day)) is not None]
    nearest = min(beside, key=lambda one: abs(one - value), default=value - 1)
    below = nearest >= value
    return [
        {
            "x": day.isoformat(),
            "y": value,
            "text": _number(value, how),
            "showarrow": False,
            "bgcolor": GROUND,
            "borderpad": 1,
            "xanchor": "left" if below else "center",
            "yanchor": "top" if below else "bottom",
            "xshift": 2 if below else 0,
            "yshift": -7 if below else 7,
        }
    ]


def _level(line: tuple[Point, ...], day: date) -> float | None:
    """Return where a dashed line runs on a day, straight from point to point."""
    known = [(on, value) for on, value in line if value is not None]
    for (first, low), (last, high) in pairwise(known):
        if first <= day <= last and first < last:
            return low + (high - low) * ((day - first) / (last - first))
    return None


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
                value=number_text(value, decimals, unit, lang),
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
