"""The same as a chart as rows of texts, for a table beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from finance_monitor.charts.look import Point, number_text
from finance_monitor.texts import Lang, say


def over_time(
    series: Sequence[tuple[str, Sequence[Point]]], unit: str, decimals: int | None, lang: Lang
) -> dict[str, Any]:
    """Return a line for every day, the newest first, and a column for every line of the chart."""
    days = sorted({day for _, points in series for day, _ in points}, reverse=True)
    known = [dict(points) for _, points in series]
    columns = [(say("kit.column.when", lang), "fixed"), *((named_in(name, unit, lang), "number") for name, _ in series)]
    rows = [
        (None, (say("day", lang, on=day), *(number_text(one.get(day), decimals, unit, lang) for one in known)))
        for day in days
    ]
    return {"columns": columns, "rows": rows}


def named_in(name: str, unit: str, lang: Lang) -> str:
    """Name a column with its unit."""
    return say("kit.named_in", lang, name=name, unit=unit) if unit else name
