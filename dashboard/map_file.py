"""The figures of a map as a file for a spreadsheet."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from io import StringIO
from typing import TYPE_CHECKING

from dashboard.wording import figure_parts, figure_state
from finance_monitor.disclosure.figure import Figure
from finance_monitor.indicators.model import Indicator
from finance_monitor.reports.cells import harmless

if TYPE_CHECKING:
    from dashboard.frame import View


def map_file(view: View, title: str, figures: Sequence[Figure], indicator: Indicator) -> bytes:
    """Return CSV for a spreadsheet; its first lines say what it is, of which day, and whether invented."""
    release = view.desk.release
    sheet = StringIO()
    writer = csv.writer(sheet)
    writer.writerow([harmless(title)])
    writer.writerow([view.say("head.as_of", day=view.say("day", on=view.as_of), release=release.number)])
    if release.is_demo:
        writer.writerow([view.say("head.demo")])
    names = ("code", "region", "value", "unit", "parts", "status")
    writer.writerow([view.say(f"column.{name}") for name in names])
    for figure in figures:
        state = figure_state(figure, view.lang)
        cells = [
            figure.region_code,
            figure.name,
            "" if figure.value is None else f"{figure.value:f}",
            figure.unit,
            figure_parts(figure, indicator),
            "" if figure.state == "shown" and figure.status is None else f"{state.symbol}{state.word}",
        ]
        writer.writerow([harmless(cell) for cell in cells])
    return sheet.getvalue().encode("utf-8-sig")
