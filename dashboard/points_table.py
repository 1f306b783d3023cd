"""Places as a table and as files."""

from __future__ import annotations

import json
from collections.abc import Sequence

import streamlit as st

from dashboard.downloads import context_of, downloads
from dashboard.frame import View
from dashboard.grid import Column, Note, Row, Stack, grid
from dashboard.points_words import basis_word, kind_word, name_of, region_word, sort_word
from finance_monitor.disclosure.places import Place
from finance_monitor.reports.sheet import Field, Kind, Sheet

# A longer table is cut into leaves: every line costs the browser a little.
_ROWS = 100
_FIELDS = ("sort", "kind", "number", "name", "organisation", "region_code", "region", "opened_on")
_PLACED = ("longitude", "latitude", "basis")
_DEGREE_DECIMALS = 6


def table(view: View, found: Sequence[Place], height: int) -> None:
    """Draw the table of places and its downloads."""
    if not found:
        st.info(view.say("places.none", region=view.region_name))
        return
    title = view.say("places.title", count=len(found))
    columns = [
        Column(view.say("places.column.name")),
        Column(view.say("column.region"), "unit"),
        Column(view.say("places.column.opened_on"), "fixed"),
    ]
    st.markdown(f"**{title}**")
    grid("places_table", title, columns, [_row(view, one) for one in _leaf(found)], None, height)
    downloads(view, lambda: sheet(view, found), view.say("places.file"), "places", lambda: geojson(view, found))


def _leaf(found: Sequence[Place]) -> Sequence[Place]:
    leaves = -(-len(found) // _ROWS)
    if leaves <= 1:
        return found
    number = st.pagination(leaves, key=f"places_leaf_{leaves}")
    return found[_ROWS * (number - 1) : _ROWS * number]


def _row(view: View, place: Place) -> Row:
    told = view.say("places.tip.kind", kind=kind_word(place, view.lang), organisation=place.organisation)
    words = [told, *([basis_word(place, view.lang)] if place.basis != "own" else [])]
    named = Stack((name_of(place, view.lang), *(Note(word) for word in words)))
    where = region_word(place.region_code, view.desk.regions)
    return Row((named, where, place.opened_on.isoformat()))


def sheet(view: View, found: Sequence[Place]) -> Sheet:
    """Return the places as a file's table, with their coordinates and where these come from."""
    fields = [Field(name, view.say(f"places.column.{name}"), _kind(name)) for name in (*_FIELDS, *_PLACED)]
    return Sheet(
        view.say("places.file"), context_of(view), tuple(fields), tuple(tuple(_told(view, one)) for one in found)
    )


def _kind(name: str) -> Kind:
    if name in ("number", "region_code"):
        return "code"
    if name == "opened_on":
        return "date"
    return "number" if name in ("longitude", "latitude") else "text"


def _told(view: View, place: Place) -> list[object]:
    return [
        sort_word(place.sort, view.lang),
        kind_word(place, view.lang),
        place.number,
        place.name,
        place.organisation,
        place.region_code,
        region_word(place.region_code, view.desk.regions),
        place.opened_on,
        place.longitude,
        place.latitude,
        basis_word(place, view.lang),
    ]


def geojson(view: View, found: Sequence[Place]) -> bytes:
    """Return the places that have a place on the map as GeoJSON in longitude and latitude."""
    names = (*_FIELDS, "basis")
    features = []
    for one in found:
        if one.longitude is None or one.latitude is None:
            continue
        told = dict(zip((*_FIELDS, *_PLACED), _told(view, one), strict=True))
        at = [round(one.longitude, _DEGREE_DECIMALS), round(one.latitude, _DEGREE_DECIMALS)]
        properties = {name: told[name] for name in names} | {"opened_on": one.opened_on.isoformat()}
        features.append({"type": "Feature", "geometry": {"type": "Point", "coordinates": at}, "properties": properties})
    told_of = dict(context_of(view))
    collection = {"type": "FeatureCollection", "name": view.say("places.file"), "about": told_of, "features": features}
    return json.dumps(collection, ensure_ascii=False, separators=(",", ":")).encode()
