"""What stands beside the map: the figure of the region itself, the parts as bars, the region over time."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import streamlit as st

from dashboard import cache, figure_cache, target_course
from dashboard.chart import draw
from dashboard.frame import View
from dashboard.headings import plain
from dashboard.links import page_link
from dashboard.map_cache import Scene
from dashboard.map_choice import Choice
from dashboard.map_rows import Line, Lines
from dashboard.map_view import to_region
from dashboard.strip import strip
from finance_monitor.charts.bars import Bar, bar_chart
from finance_monitor.charts.lines import Line as Drawn
from finance_monitor.charts.lines import line_chart
from finance_monitor.disclosure.figure import Figure
from finance_monitor.maps.saying import shown_value, unit_of
from finance_monitor.progress.words import unit_word
from finance_monitor.reports.monthly import month_days

# More bars than this are drawn only when asked for, and never more than can be read; the table has them all.
_MOST_BARS, _MOST_ASKED = 20, 150
_MONTHS, _POINTS_NEEDED = 13, 2


def deaf(view: View, choice: Choice) -> None:
    """Say which filters the figures do not follow."""
    if choice.deaf:
        names = view.say("overview.join").join(view.say(f"map.filter.{name}") for name in choice.deaf)
        st.caption(view.say("map.deaf", names=names))


def whole(view: View, scene: Scene) -> None:
    """Draw the line under the map: of what the whole is made."""
    asked = scene.asked
    if asked.target is not None:
        strip(view, cache.target(view.seat, asked.target, asked.region, scene.as_of), "map")
    else:
        strip(view, figure_cache.told(view.seat, asked.indicator or "", asked.region, scene.as_of, asked.where), "map")


def to_places(view: View) -> None:
    """Draw the way to the outlets and service points of the region."""
    page_link("outlets", view.say("map.to_outlets"), view.address)


def charts(view: View, scene: Scene, lines: Lines) -> None:
    """Draw the parts as bars and the region over time; picking a bar is picking its shape."""
    left, right = st.columns(2, gap="medium")
    with left:
        _bars(view, scene, lines)
    with right:
        _trend(view, scene)


def _bars(view: View, scene: Scene, lines: Lines) -> None:
    """Draw one bar a part: of the change where that is what the map shows. Of many the first, the rest if asked."""
    of = _change if scene.look == "change" else _value
    counted = [line for line in lines.parts if line.figure.state != "out_of_scope"]
    told = [line for line in counted if of(line) is not None]
    if not told:
        day = view.say("day", on=scene.as_of)
        name = view.desk.regions.get(scene.asked.region).name
        st.caption(plain(view.say("map.bars.none", name=name, day=day)))
        return
    shown = counted if len(counted) <= _MOST_BARS else told
    rest = len(shown[:_MOST_ASKED]) - _MOST_BARS
    has_all = rest > 0 and st.session_state.get("map_bars_all", False)
    _draw_bars(view, scene, shown[: _MOST_ASKED if has_all else _MOST_BARS], is_whole=len(shown) == len(counted))
    if rest > 0:
        st.toggle(view.say("map.bars.rest", count=rest), key="map_bars_all")


def _draw_bars(view: View, scene: Scene, parts: Sequence[Line], *, is_whole: bool) -> None:
    of = _change if scene.look == "change" else _value
    figures = [figure for figure in (_figure(scene, line) for line in parts) if figure is not None]
    unit, decimals = unit_of(figures), max(figure.decimals for figure in figures)
    # A share beside counts has no length to be compared with theirs.
    bars = tuple(
        Bar(line.figure.region_code, line.figure.name, of(line))
        for line in parts
        if (own := _figure(scene, line)) is not None and own.unit == unit
    )
    word = unit if view.lang == "zh" else unit_word(unit, view.lang, Decimal(2)).strip()
    spec = bar_chart(bars, unit=word, decimals=decimals, selected=view.region, lang=view.lang)
    is_cut = not is_whole or len(parts) == _MOST_BARS
    said = view.say("map.bars.some" if is_cut else "map.bars", title=scene.title, count=len(bars))
    draw(view, spec, "map_bars", said, said, to_region)


def _figure(scene: Scene, line: Line) -> Figure | None:
    return line.change if scene.look == "change" else line.figure


def _value(line: Line) -> float | None:
    value = shown_value(line.figure)
    return None if value is None else float(value)


def _change(line: Line) -> float | None:
    return None if line.change is None or line.change.value is None else float(line.change.value)


def _trend(view: View, scene: Scene) -> None:
    """Draw the region itself over time: a target held against its goal and pace, an indicator month by month."""
    asked = scene.asked
    if asked.target is not None:
        target_course.draw(view, cache.target(view.seat, asked.target, asked.region, scene.as_of))
        return
    days = month_days(scene.as_of, _MONTHS - 1)
    told = figure_cache.series_of(view.seat, asked.indicator or "", asked.region, days, asked.where)
    points = tuple((on, None if one.value is None else float(one.value)) for on, one in zip(days, told, strict=True))
    if sum(value is not None for _, value in points) < _POINTS_NEEDED:
        return
    unit = told[-1].unit
    word = unit if view.lang == "zh" else unit_word(unit, view.lang, Decimal(2)).strip()
    spec = line_chart((Drawn(scene.title, points),), unit=word, lang=view.lang, decimals=told[-1].decimals)
    name = view.desk.regions.get(asked.region).name
    said = view.say("map.trend", name=name, title=scene.title)
    draw(view, spec, "map_trend", said, said)
