"""Answers of the map kept between reruns and sessions; as in `cache`, keys are a Seat and plain values."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path
from typing import Literal, NamedTuple

import streamlit as st

from dashboard import cache, figure_cache
from dashboard.addresses import shapes_folder
from dashboard.seat import Seat
from finance_monitor.disclosure.figure import Figure
from finance_monitor.disclosure.figures import figures_of_indicator, figures_of_target
from finance_monitor.disclosure.whole import whole_of_target
from finance_monitor.indicators.model import Indicator
from finance_monitor.maps import (
    Geometry,
    MapView,
    Method,
    Mode,
    differences,
    frames,
    geometry,
    map_view,
    months_of,
    places,
    small_lines,
)
from finance_monitor.maps.months import MOST_WITH_LINES
from finance_monitor.progress.window import goals_of
from finance_monitor.reports.monthly import month_days
from finance_monitor.texts import Lang, say

_ANSWERS = 200
_PICTURES = 200
_MONTHS = 24
# So many targets are looked at for one that says something.
_TRIED = 16
# The slider goes back so many month ends, the small line of the tooltip fewer.
MOST_MONTHS, LINE_MONTHS = 24, 12

Where = tuple[tuple[str, str], ...]
# How figures are coloured: the value of `view` in an address.
Look = Literal["light", "quantile", "natural", "equal", "change"]
LOOKS: tuple[Look, ...] = ("light", "quantile", "natural", "equal")


class Asked(NamedTuple):
    """What is asked of the core: a target or an indicator, of the parts of a region. `drawn` is their level."""

    target: str | None
    indicator: str | None
    region: str
    # None: the regions that hang directly on it, of whatever level.
    level: str | None
    drawn: str
    where: Where = ()


def _short(what: object) -> str:
    return hashlib.sha256(repr(what).encode()).hexdigest()[:12]


class Scene(NamedTuple):
    """One picture of what was asked: its day, how it is coloured, the day it is held against, with places or not."""

    asked: Asked
    as_of: date
    look: Look
    compare: date | None
    ranked: bool
    title: str
    lang: Lang

    @property
    def mode(self) -> Mode:
        """Return the mode of the map."""
        if self.look in ("light", "change"):
            return "light" if self.look == "light" else "change"
        return "value"

    @property
    def method(self) -> Method:
        """Return how values are classed."""
        return "natural" if self.look == "natural" else "equal" if self.look == "equal" else "quantile"

    def name(self, release: int) -> str:
        """Name the selection in a few letters, so that months reach the map they were asked for."""
        return _short((release, self))

    def name_of_lines(self, release: int) -> str:
        """Name the figures alone: their small lines are the same however they are coloured."""
        return _short((release, self.asked, self.as_of))


@st.cache_resource(max_entries=_ANSWERS, show_spinner=False)
def figures(seat: Seat, asked: Asked, day: date) -> tuple[Figure, ...]:
    """Return the figures of the region itself, first, and of its parts."""
    if asked.target is not None:
        whole = whole_of_target(cache.desk(seat), asked.target, asked.region, day)
    else:
        whole = figure_cache.told(seat, asked.indicator or "", asked.region, day, asked.where).figure
    return (whole, *_parts(seat, asked, day))


def _parts(seat: Seat, asked: Asked, day: date) -> list[Figure]:
    desk = cache.desk(seat)
    if asked.target is not None:
        return figures_of_target(desk, asked.target, asked.region, asked.level, day)
    return figures_of_indicator(desk, asked.indicator or "", asked.region, asked.level, day, asked.where)


@st.cache_resource(max_entries=_ANSWERS, show_spinner=False)
def first_target(seat: Seat, targets: tuple[str, ...], region: str, drawn: str, day: date) -> str:
    """Return the first target that says something of a part of a region, the very first where none does."""

    def says(target: str) -> bool:
        found = figures(seat, Asked(target, None, region, None, drawn), day)[1:]
        return any(figure.value is not None for figure in found)

    return next(filter(says, targets[:_TRIED]), targets[0])


def _shape(seat: Seat, asked: Asked) -> Geometry:
    return geometry(shapes_folder(Path(seat.store)), asked.region, asked.drawn)


def indicator_of(seat: Seat, asked: Asked) -> Indicator:
    """Return the indicator whose figures are shown."""
    world = cache.desk(seat).world
    if asked.target is None:
        return world.indicators[asked.indicator or ""]
    return world.indicators[goals_of(world.target(asked.target)[1])[0].indicator]


@st.cache_resource(max_entries=_ANSWERS, show_spinner=False)
def order(seat: Seat, asked: Asked, day: date) -> dict[str, int]:
    """Return region code -> place; none where no order may be shown."""
    return places(figures(seat, asked, day)[1:], indicator_of(seat, asked))


@st.cache_resource(max_entries=_ANSWERS, show_spinner=False)
def changes(seat: Seat, asked: Asked, then: date, now: date) -> tuple[Figure, ...]:
    """Return what has changed: of the region itself, first, and of its parts."""
    return differences(figures(seat, asked, then), figures(seat, asked, now))


@st.cache_resource(max_entries=_PICTURES, show_spinner=False)
def picture(seat: Seat, scene: Scene, *, earlier: bool = False) -> MapView:
    """Return a map ready to draw; `earlier` is the one of the day it is held against, in the same classes."""
    asked, day, lang = scene.asked, scene.as_of, scene.lang
    shape = _shape(seat, asked)
    release = cache.desk(seat).release
    shown, said = figures(seat, asked, day)[1:], ""
    among: tuple[Figure, ...] = ()
    if scene.compare and scene.look == "change":
        shown = changes(seat, asked, scene.compare, day)[1:]
        said = say("maps.between", lang, then=scene.compare, now=day)
    elif scene.compare:
        before = figures(seat, asked, scene.compare)[1:]
        shown, among = (before, shown) if earlier else (shown, before)
        day = scene.compare if earlier else day
    ranked = scene.ranked and scene.look != "change"
    return map_view(
        shown,
        shape,
        scene.mode,
        lang,
        title=scene.title,
        demo=release.is_demo,
        method=scene.method,
        among=among,
        release=release.number,
        ranks=order(seat, asked, day) if ranked else {},
        as_of=said,
    )


@st.cache_resource(max_entries=_MONTHS, show_spinner=False)
def month_frames(seat: Seat, scene: Scene) -> bytes:
    """Return every month's values packed for the browser, in one set of classes."""
    days = month_days(scene.as_of, MOST_MONTHS - 1)
    told = [_parts(seat, scene.asked, day) for day in days]
    shape = _shape(seat, scene.asked)
    decimals = max((figure.decimals for one in told for figure in one), default=0)
    months = months_of([day.isoformat() for day in days], told, shape)
    return frames(months, scene.mode, scene.lang, decimals, scene.method, seat.release)


@st.cache_resource(max_entries=_MONTHS, show_spinner=False)
def lines(seat: Seat, asked: Asked, as_of: date) -> str:
    """Return the small lines of the tooltip; none where there are too many units."""
    shape, days = _shape(seat, asked), month_days(as_of, LINE_MONTHS - 1)
    if len(shape.codes) > MOST_WITH_LINES:
        return ""
    told = [_parts(seat, asked, day) for day in days]
    return small_lines(months_of([day.isoformat() for day in days], told, shape))
