"""Points and what lies under them, kept between reruns and sessions; keys are a Seat and plain values."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import streamlit as st

from dashboard import cache, figure_cache
from dashboard.addresses import shapes_folder
from dashboard.deck import Dot, Ground, Sort, Told, deck
from dashboard.points_look import COLOURS, FILLS, fill_class, spread_out
from dashboard.points_words import letter, tooltip
from dashboard.seat import Seat
from finance_monitor.disclosure.places import SORTS, Place, places
from finance_monitor.disclosure.told import Where
from finance_monitor.maps.outlines import Outlines, outlines
from finance_monitor.maps.points import at_seats
from finance_monitor.regions import Regions, level_rank
from finance_monitor.regions.finding import short_name
from finance_monitor.texts import Lang

_ANSWERS = 60
# Where more regions lie under the points their names would cover one another.
_MOST_NAMES = 45
# The frame of the picture on a desk and on a telephone: what is looked at must fit.
_DESK_PX, _PHONE_PX = (600, 430), (340, 430)
_CHINA = (73.0, 17.5, 135.5, 54.0)

Sorts = tuple[str, ...]


@st.cache_resource(max_entries=_ANSWERS, show_spinner=False)
def found(seat: Seat, region: str, as_of: date, sorts: Sorts, where: Where = ()) -> tuple[Place, ...]:
    """Return the places open on a day, at their own coordinates or at the seat of their township."""
    desk = cache.desk(seat)
    bank = dict(where).get("bank")
    order = list(SORTS)
    told = sorted(places(desk, region, as_of, sorts), key=lambda one: order.index(one.sort))
    return at_seats((one for one in told if bank is None or one.organisation == bank), desk.regions)


def ground_of(regions: Regions, region: str) -> tuple[str, str]:
    """Return the region whose parts lie under the points, and their level."""
    path = [one for one in regions.path(region) if level_rank(one.level) <= level_rank("county")]
    level = "township" if path[-1].level == "county" else "county"
    return path[-1].code, level


@st.cache_resource(max_entries=_ANSWERS, show_spinner=False)
def shapes(seat: Seat, region: str) -> Outlines:
    """Return the outlines under the points of a region."""
    return outlines(shapes_folder(Path(seat.store)), *ground_of(cache.desk(seat).regions, region))


@st.cache_resource(max_entries=_ANSWERS, show_spinner=False)
def classes(seat: Seat, indicator: str, region: str, as_of: date, where: Where = ()) -> dict[str, int]:
    """Return the class of every region under the points that has a shape."""
    drawn = shapes(seat, region)
    own, level = ground_of(cache.desk(seat).regions, region)
    if not cache.desk(seat).regions.covers(seat.region, own):
        return {}
    figures = figure_cache.parts(seat, indicator, own, level, as_of, where)
    known = {figure.region_code: fill_class(figure) for figure in figures}
    return {code: known.get(code, 0) for code in drawn.codes}


@st.cache_resource(max_entries=_ANSWERS, show_spinner=False)
def picture(
    seat: Seat, region: str, as_of: date, sorts: Sorts, indicator: str, where: Where, lang: Lang, *, is_phone: bool
) -> Told:
    """Return the picture of the points of a region; `indicator` fills the ground."""
    regions, drawn = cache.desk(seat).regions, shapes(seat, region)
    told = found(seat, region, as_of, sorts, where)
    places_by_sort = {sort: [one for one in told if one.sort == sort and one.longitude is not None] for sort in sorts}
    looks = tuple(
        Sort(
            sort,
            COLOURS[sort],
            letter(sort, lang),
            tuple(Dot(*at, tooltip(one, regions, lang), one.basis == "seat") for one, at in spread_out(own)),
        )
        for sort, own in places_by_sort.items()
    )
    return deck(
        _ground(seat, indicator, region, as_of, where),
        looks,
        _box(drawn, region, looks),
        _PHONE_PX if is_phone else _DESK_PX,
    )


def _ground(seat: Seat, indicator: str, region: str, as_of: date, where: Where) -> tuple[Ground, ...]:
    drawn, regions = shapes(seat, region), cache.desk(seat).regions
    numbers = classes(seat, indicator, region, as_of, where)
    named = len(drawn.codes) <= _MOST_NAMES
    told = drawn.geometries()
    return tuple(
        Ground(
            told[code],
            FILLS[numbers.get(code, 0)],
            short_name(regions.get(code)) if named and code in regions else "",
            (spot.x, spot.y),
        )
        for code, shape in zip(drawn.codes, drawn.shapes, strict=True)
        for spot in (shape.representative_point(),)
    )


def _box(drawn: Outlines, region: str, looks: tuple[Sort, ...]) -> tuple[float, float, float, float]:
    """Return what to look at: the region's own shape, else all shapes, else the points."""
    own = next((shape for code, shape in zip(drawn.codes, drawn.shapes, strict=True) if code == region), None)
    if own is not None and len(drawn.codes) > 1:
        west, south, east, north = own.bounds
        return west, south, east, north
    if drawn.bounds is not None:
        return drawn.bounds
    dots = [dot for look in looks for dot in look.dots]
    if not dots:
        return _CHINA
    lons, lats = [dot.longitude for dot in dots], [dot.latitude for dot in dots]
    return min(lons), min(lats), max(lons), max(lats)
