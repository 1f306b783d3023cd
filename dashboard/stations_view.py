"""The page on stations: figures, the course against the plan, the stations of each part of the region."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from dashboard import figure_cache, memory, outlets_cache, stations_cache
from dashboard.chart import draw
from dashboard.downloads import context_of, downloads
from dashboard.frame import View
from dashboard.grid import Column, Link, Row, grid
from dashboard.headings import heading, plain
from dashboard.links import rows_to
from dashboard.outlets_words import copied
from dashboard.share import copy_text
from dashboard.tiles import Tile, named, tiles
from dashboard.wording import chip_of, figure_state, figure_value
from finance_monitor.charts.lines import Line, line_chart
from finance_monitor.charts.look import Point
from finance_monitor.disclosure.courses import Course
from finance_monitor.disclosure.figure import Figure
from finance_monitor.disclosure.figures import parts_of
from finance_monitor.disclosure.places import STATION, PlaceCount
from finance_monitor.disclosure.shown import Shown
from finance_monitor.reports.sheet import Field, Sheet
from finance_monitor.written import NOTHING

LEDGERS = ("post_stations",)
OPEN, PREPARING = "post_stations_open", "post_stations_preparing"
WORKERS = ("station_workers", "station_workers_now")
FIGURES = (OPEN, PREPARING, *WORKERS)
_HEIGHT = 420


def counts(view: View) -> PlaceCount | None:
    """Return how many stations stand, pause, came and went; None where no station is known."""
    told = outlets_cache.counts(view.seat, view.region, view.as_of)
    return outlets_cache.by_sort(told).get(STATION)


def headline(view: View, told: PlaceCount | None, found: Sequence[Shown]) -> None:
    """Draw the figures, what they come to in sentences, and the text to copy."""
    figures = {name: figure_cache.told(view.seat, name, view.region, view.as_of) for name in FIGURES}
    compared = {name: figure_cache.compared_of(view.seat, name, view.region, view.as_of) for name in FIGURES}
    tiles(view, "stations", [Tile(one, named(view, one), compared[name]) for name, one in figures.items()])
    lines = [_stand(view, told) if told else "", *(_against(view, one) for one in found if _is_of_stations(one))]
    if any(lines):
        st.markdown("\n".join(f"- {plain(line)}" for line in lines if line))
        copy_text(view, copied(view, view.say("page.stations"), lines), "stations")


def _is_of_stations(one: Shown) -> bool:
    return one.indicator.id == OPEN


def _stand(view: View, told: PlaceCount) -> str:
    return view.say(
        "stations.stand",
        standing=told.standing,
        suspended=told.suspended,
        opened=told.opened,
        closed=told.closed,
    )


def _against(view: View, one: Shown) -> str:
    """Say how far the stations have come against the target."""
    progress, chip = one.progress, chip_of(one.progress, one.target, view.lang)
    if progress.completion_pct is None or progress.goal is None:
        return ""
    expected = NOTHING if progress.expected_pct is None else f"{progress.expected_pct}%"
    return view.say(
        "stations.against",
        document=one.policy.short_title.in_(view.lang),
        goal=f"{progress.goal:,f}",
        pct=f"{progress.completion_pct}%",
        expected=expected,
        status=view.say("stations.status", symbol=chip.symbol, word=chip.word),
    )


def course(view: View, found: Sequence[Shown]) -> None:
    """Draw the stations over the months with the goal and the pace of the target, where the region has one."""
    for one in found:
        if _is_of_stations(one):
            for told in stations_cache.courses(view.seat, one.target.id, one.progress.region_code, view.as_of):
                _course(view, one, told)
            return


def _course(view: View, one: Shown, told: Course) -> None:
    name = one.indicator.name.in_(view.lang)
    points = tuple((day, None if value is None else float(value)) for day, value in told.actual)
    pace = tuple((day, float(value)) for day, value in told.pace)
    goal: tuple[Point, ...] = ()
    if told.goal is not None and told.deadline is not None:
        goal = ((told.from_on, float(told.goal)), (told.deadline, float(told.goal)))
    unit = told.unit if view.lang == "zh" else one.indicator.unit.en
    spec = line_chart((Line(name, points),), unit=unit, lang=view.lang, goal=goal, pace=pace, decimals=told.decimals)
    title = view.say("stations.course", name=name)
    draw(view, spec, "stations_course", title, view.say("points.trend.alt", title=title, count=len(points)))


def by_region(view: View) -> None:
    """Draw the stations of each part of the region, with its share of the target where it has one."""
    if not parts_of(view.desk, view.region):
        return
    figures = {name: figure_cache.parts(view.seat, name, view.region, None, view.as_of) for name in FIGURES}
    known = view.desk.world.indicators
    names = [known[name].name.in_(view.lang) for name in FIGURES]
    title = view.say("stations.by_region")
    heading(title)
    columns = [Column(view.say("column.region")), *(Column(name, "number") for name in names)]
    rows = [
        Row((Link(own[0].name), *(_cell(view, one) for one in own)), own[0].region_code)
        for own in zip(*figures.values(), strict=True)
    ]
    address = rows_to("stations", "region", level=None)
    grid("stations_regions", title, columns, rows, _look_at, _HEIGHT, address)

    def sheet() -> Sheet:
        fields = [Field("code", view.say("column.code"), "code"), Field("region", view.say("column.region"), "text")]
        fields += [Field(key, name, "number", 0) for key, name in zip(FIGURES, names, strict=True)]
        cells = tuple(
            (own[0].region_code, own[0].name, *(one.value for one in own))
            for own in zip(*figures.values(), strict=True)
        )
        return Sheet(title, context_of(view), tuple(fields), cells)

    downloads(view, sheet, title, "stations_regions")


def _cell(view: View, figure: Figure) -> str:
    return figure_value(figure) if figure.state == "shown" else figure_state(figure, view.lang).word


def _look_at(code: str) -> None:
    memory.change(region=code, level=None)
