"""The page on outlets: figures, coverage, what came and went, organisations."""

from __future__ import annotations

from decimal import Decimal

import streamlit as st

from dashboard import figure_cache, memory, outlets_cache
from dashboard.downloads import context_of, downloads
from dashboard.frame import View
from dashboard.grid import Cell, Column, Link, Row, grid
from dashboard.headings import heading, plain
from dashboard.links import rows_to
from dashboard.outlets_words import ASKED, barrier_line, change_line, copied, coverage_lines, names, percent
from dashboard.points_words import sort_word
from dashboard.share import copy_text
from dashboard.tiles import Tile, named, tiles
from finance_monitor.disclosure.covered import Covered
from finance_monitor.disclosure.places import SORTS, STATION, PlaceCount
from finance_monitor.reports.sheet import Field, Sheet
from finance_monitor.written import signed

LEDGERS = ("outlets", "devices", "service_points")
FIGURES = ("outlets_branch_open", "atms_installed", "pos_installed", "village_stations_open")
OUTLET_SORTS = tuple(sort for sort in SORTS if sort != STATION)
_HEIGHT = 420
_NAMED = 6


def sorts_of(view: View) -> dict[str, PlaceCount]:
    """Return the places of the region by sort, in the order of the sorts."""
    found = outlets_cache.by_sort(outlets_cache.counts(view.seat, view.region, view.as_of, view.where))
    return {sort: found[sort] for sort in OUTLET_SORTS if sort in found}


def headline(view: View, sorts: dict[str, PlaceCount]) -> None:
    """Draw the figures of the ledgers, what they come to in sentences, and the text to copy."""
    asked = (view.region, view.as_of, view.where)
    figures = {name: figure_cache.told(view.seat, name, *asked) for name in FIGURES}
    compared = {name: figure_cache.compared_of(view.seat, name, *asked) for name in FIGURES}
    tiles(view, "outlets", [Tile(told, named(view, told), compared[name]) for name, told in figures.items()])
    lines = [*coverage_lines(view), change_line(view, sorts, "branch"), barrier_line(view, sorts)]
    if any(lines):
        st.markdown("\n".join(f"- {plain(line)}" for line in lines if line))
        copy_text(view, copied(view, view.say("page.outlets"), lines), "outlets")


def coverage(view: View) -> None:
    """Draw coverage by part of the region; picking a part looks at it."""
    heading(view.say("outlets.coverage"))
    columns, rows = _coverage_table(view)
    if not rows:
        st.caption(view.say("outlets.no_coverage"))
        return
    address = rows_to("outlets", "region", level=None)
    title = view.say("outlets.coverage")
    grid("outlets_coverage", title, columns, rows, _look_at, _HEIGHT, address)
    st.caption(view.say("outlets.coverage.about"))
    downloads(view, lambda: coverage_sheet(view), title, "coverage")


def _look_at(code: str) -> None:
    memory.change(region=code, level=None)


def _told(view: View) -> list[tuple[str, dict[str, Covered]]]:
    found = []
    for level, indicator in ASKED:
        told = outlets_cache.coverage(view.seat, indicator, view.region, level, view.as_of, view.where)
        if told:
            found.append((level, {one.region_code: one for one in told[1]}))
    return found


def _coverage_table(view: View) -> tuple[list[Column], list[Row]]:
    told = _told(view)
    columns = [Column(view.say("column.region"), "unit")]
    for level, own in told:
        if _is_of_parts(view, level):
            columns.append(Column(view.say("outlets.column.own"), "number"))
            continue
        columns.append(Column(view.say(f"outlets.column.covered.{level}"), "number"))
        columns.append(Column(view.say(f"outlets.column.single.{level}"), "number", wide=True))
        if any(one.uncovered for one in own.values()):
            columns.append(Column(view.say(f"outlets.column.uncovered.{level}"), "long", wide=True))
    rows = []
    for code in dict.fromkeys(code for _, own in told for code in own):
        cells: list[Cell] = [Link(view.desk.regions.get(code).name)]
        for level, own in told:
            cells += _cells(view, level, own, own.get(code))
        rows.append(Row(cells, code))
    return columns, rows


def _is_of_parts(view: View, level: str) -> bool:
    """Say whether the parts of the region are the units themselves: then each is reached or not."""
    return any(part.level == level for part in view.desk.regions.children(view.region))


def _cells(view: View, level: str, own: dict[str, Covered], one: Covered | None) -> list[Cell]:
    if _is_of_parts(view, level):
        state = "missing" if one is None or not one.known else _own_state(one)
        return [view.say("figure.state.missing") if state == "missing" else view.say(f"outlets.own.{state}")]
    has_uncovered = any(found.uncovered for found in own.values())
    if one is None or not one.known:
        return [view.say("figure.state.missing"), "", *([""] if has_uncovered else [])]
    share = percent(one.covered, one.known)
    cells: list[Cell] = [view.say("outlets.of", covered=one.covered, known=one.known, pct=share), f"{len(one.single)}"]
    return [*cells, *([names(view, one.uncovered, _NAMED)] if has_uncovered else [])]


def _own_state(one: Covered) -> str:
    if one.uncovered:
        return "none"
    return "single" if one.single else "more"


def coverage_sheet(view: View) -> Sheet:
    """Return coverage by part of the region, every region not reached named."""
    told = _told(view)
    fields = [Field("code", view.say("column.code"), "code"), Field("region", view.say("column.region"), "text")]
    for level, _ in told:
        fields += [
            Field(f"{name}_{level}", view.say(f"outlets.sheet.{name}.{level}"), "number")
            for name in ("units", "unreported", "covered", "single")
        ]
        fields.append(Field(f"uncovered_{level}", view.say(f"outlets.column.uncovered.{level}"), "text"))
    rows: list[tuple[object, ...]] = []
    for code in dict.fromkeys(code for _, own in told for code in own):
        cells: list[object] = [code, view.desk.regions.get(code).name]
        for _, own in told:
            one = own.get(code)
            numbers = [one.units, len(one.unreported), one.covered, len(one.single)] if one else [None] * 4
            cells += [*numbers, names(view, one.uncovered, one.units) if one else None]
        rows.append(tuple(cells))
    return Sheet(view.say("outlets.coverage"), context_of(view), tuple(fields), tuple(rows))


def kinds(view: View, sorts: dict[str, PlaceCount]) -> None:
    """Draw how many of each sort stand, and what came and went since the year began."""
    heading(view.say("outlets.kinds"))
    names_of = ("standing", "stood_before", "opened", "closed")
    columns = [Column(view.say("places.column.sort"), "unit")]
    columns += [Column(view.say(f"outlets.column.{name}"), "number") for name in (*names_of, "net")]
    rows = [
        Row((sort_word(sort, view.lang), *(f"{getattr(one, name):,}" for name in names_of), _net(one)))
        for sort, one in sorts.items()
    ]
    grid("outlets_kinds", view.say("outlets.kinds"), columns, rows)
    st.caption(view.say("outlets.kinds.about"))
    downloads(view, lambda: kinds_sheet(view, sorts), view.say("outlets.kinds"), "kinds")


def _net(one: PlaceCount) -> str:
    return signed(Decimal(one.standing - one.stood_before))


def kinds_sheet(view: View, sorts: dict[str, PlaceCount]) -> Sheet:
    """Return the sorts with their counts."""
    names_of = ("standing", "stood_before", "opened", "closed")
    fields = [Field("sort", view.say("places.column.sort"), "text")]
    fields += [Field(name, view.say(f"outlets.column.{name}"), "number") for name in (*names_of, "net")]
    rows = [
        (sort_word(sort, view.lang), *(getattr(one, name) for name in names_of), one.standing - one.stood_before)
        for sort, one in sorts.items()
    ]
    return Sheet(view.say("outlets.kinds"), context_of(view), tuple(fields), tuple(rows))
