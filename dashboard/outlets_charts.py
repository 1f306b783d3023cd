"""The page on outlets: the same over months, by organisation, and by part of the region as a map."""

from __future__ import annotations

from datetime import date

from dashboard import figure_cache, memory, outlets_cache
from dashboard.chart import draw
from dashboard.downloads import context_of, downloads
from dashboard.frame import View
from dashboard.grid import Column, Row, grid
from dashboard.headings import heading
from dashboard.points_words import sort_word
from dashboard.region_map import region_map
from finance_monitor.charts.lines import Line, line_chart
from finance_monitor.dates import month_ends, months_after
from finance_monitor.disclosure.figure import Figure
from finance_monitor.disclosure.figures import parts_of
from finance_monitor.reports.sheet import Field, Sheet

_MONTHS = 24


def days_of(as_of: date) -> tuple[date, ...]:
    """Return the ends of the months before a day, and the day."""
    return (*(day for day in month_ends(months_after(as_of, -_MONTHS), as_of) if day < as_of), as_of)


def trend(view: View, indicators: tuple[str, ...], key: str) -> None:
    """Draw indicators over the months; a month nobody reported stays a gap."""
    days = days_of(view.as_of)
    told = {name: figure_cache.series_of(view.seat, name, view.region, days, view.where) for name in indicators}
    known = view.desk.world.indicators
    lines = tuple(
        Line(known[name].name.in_(view.lang), tuple((one.as_of, _number(one)) for one in figures))
        for name, figures in told.items()
    )
    title = view.say(f"{key}.trend")
    unit = known[indicators[0]].unit.in_(view.lang)
    alt = view.say("points.trend.alt", title=title, count=len(days))
    spec = line_chart(lines, unit=unit, lang=view.lang, decimals=0)
    draw(view, spec, f"{key}_trend", title, alt, sheet=lambda: _trend_sheet(view, title, told))


def _number(figure: Figure) -> float | None:
    return None if figure.value is None else float(figure.value)


def _trend_sheet(view: View, title: str, told: dict[str, tuple[Figure, ...]]) -> Sheet:
    known = view.desk.world.indicators
    fields = [Field("day", view.say("points.column.day"), "date")]
    for name in told:
        label = view.say(
            "points.column.value", name=known[name].name.in_(view.lang), unit=known[name].unit.in_(view.lang)
        )
        fields.append(Field(name, label, "number", 0))
    rows = [(own[0].as_of, *(one.value for one in own)) for own in zip(*told.values(), strict=True)]
    return Sheet(title, context_of(view), tuple(fields), tuple(rows))


def parts_map(view: View, indicator: str, key: str) -> None:
    """Draw an indicator of the parts of the region as a map; a region without parts has none."""
    children = parts_of(view.desk, view.region)
    level = children[0].level if children else ""
    if level in ("", "village"):
        return
    name = view.desk.world.indicators[indicator].name.in_(view.lang)
    heading(view.say("points.parts", name=name))
    figures = figure_cache.parts(view.seat, indicator, view.region, None, view.as_of, view.where)
    region_map(view, figures, view.region, level, f"{key}_parts", name, on_pick=_look_at)


def _look_at(code: str) -> None:
    memory.change(region=code, level=None)


def organisations(view: View, sorts: tuple[str, ...]) -> None:
    """Draw how many places of each sort every organisation has."""
    counts = outlets_cache.counts(view.seat, view.region, view.as_of, view.where)
    told = outlets_cache.by_organisation(tuple(one for one in counts if one.sort in sorts))
    present = [sort for sort in sorts if any(own.get(sort) for own in told.values())]
    if not present:
        return
    heading(view.say("outlets.organisations"))
    columns = [Column(view.say("places.column.organisation"), "unit")]
    columns += [Column(sort_word(sort, view.lang), "number") for sort in present]
    rows = [Row((name, *(f"{own.get(sort, 0):,}" for sort in present))) for name, own in told.items()]
    title = view.say("outlets.organisations")
    grid("outlets_organisations", title, columns, rows)

    def sheet() -> Sheet:
        fields = [Field("organisation", view.say("places.column.organisation"), "text")]
        fields += [Field(sort, sort_word(sort, view.lang), "number") for sort in present]
        cells = tuple((name, *(own.get(sort, 0) for sort in present)) for name, own in told.items())
        return Sheet(title, context_of(view), tuple(fields), cells)

    downloads(view, sheet, title, "organisations")
