"""达标县: which counties have referred as many persons as the document asks, and which have not."""

from __future__ import annotations

from collections.abc import Iterator

import streamlit as st

from dashboard import cache
from dashboard.downloads import context_of, downloads
from dashboard.frame import View
from dashboard.grid import Cell, Column, Link, Row, grid
from dashboard.headings import COLOURS, heading, plain
from dashboard.lending import level_below, own_level, to_region
from dashboard.links import address_of, page_link
from dashboard.region_map import region_map
from dashboard.strip import strip
from dashboard.wording import actual, chip_of, document, short, stand, under_way, wanted
from finance_monitor.disclosure.shown import Shown
from finance_monitor.maps import Mode
from finance_monitor.progress.words import level_word
from finance_monitor.reports.gaps import Gap, GapGroup
from finance_monitor.reports.sheet import Field, Sheet

# What is drawn beside the list of units.
_HEIGHT = 340


def draw(view: View, shown: Shown | None) -> None:
    """Draw the target, its units on a map, and those that lack something."""
    if shown is None:
        return
    chip = chip_of(shown.progress, shown.target, view.lang)
    heading(view.say("referrals_page.reach"), (f"{chip.symbol} {chip.word}", COLOURS[chip.light]))
    st.markdown(plain(_answer(view, shown)))
    st.caption(plain(_cited(view, shown)))
    strip(view, shown, "reach")
    group = next(iter(cache.target_gaps(view.seat, shown.target.id, view.region, view.as_of)), None)
    level = level_below(view, shown.progress.unit_level or "county")
    if group is None or level is None or not group.is_of_units:
        return
    left, right = st.columns([3, 2], gap="medium")
    with left:
        _map(view, shown, level)
    with right:
        _lacking(view, group)
    page_link("targets", view.say("referrals_page.to_target"), view.address.with_(target=shown.target.id))


def _answer(view: View, shown: Shown) -> str:
    done, asked = actual(shown, shown.progress, view.lang), wanted(shown, shown.progress, view.lang)
    return view.say("referrals_page.reach.answer", region=view.region_name, actual=done, wanted=asked)


def _cited(view: View, shown: Shown) -> str:
    named = document(shown.policy, view.lang)
    return view.say("target.cited", document=named, clause=shown.target.clause)


def _map(view: View, shown: Shown, level: str) -> None:
    asked = None if level == own_level(view) else level
    figures = cache.target_parts(view.seat, shown.target.id, view.region, asked, view.as_of)[1:]
    mode: Mode = "light" if any(figure.light != "none" for figure in figures) else "value"
    title = shown.target.title.in_(view.lang)
    region_map(view, figures, view.region, level, "reach_map", title, mode, to_region, _HEIGHT)


def _lacking(view: View, group: GapGroup) -> None:
    """List the units that fall short, then name those that have reported nothing."""
    progress = group.progress
    level = level_word(progress.unit_level, group.units, view.lang)
    if not group.units:
        st.markdown(view.say("referrals_page.reach.none", level=level))
        return
    caption = view.say("referrals_page.reach.lacking", count=group.units - group.silent, level=level)
    st.markdown(f"**{plain(caption)}**")
    columns = [
        Column(view.say("column.unit"), "unit"),
        Column(view.say("gaps.column.stand"), "number"),
        Column(view.say("gaps.column.short"), "number"),
        Column(view.say("gaps.column.under_way"), "number", wide=True),
    ]
    rows = [Row(tuple(_cells(view, group, gap)), gap.region_code) for gap in group.gaps]
    grid("lacking", caption, columns, rows, to_region, _HEIGHT)
    if group.silent:
        st.caption(plain(_silent(view, group)))
    downloads(view, lambda: _sheet(view, group), caption, "lacking")


def _cells(view: View, group: GapGroup, gap: Gap) -> Iterator[Cell]:
    address = view.address.with_(region=gap.region_code, level=None)
    yield Link(gap.name, address_of("referrals", address))
    yield stand(gap, group, view.lang)
    yield short(gap, group, view.lang)
    yield under_way(gap, group, view.lang)[0]


def _silent(view: View, group: GapGroup) -> str:
    level = level_word(group.progress.unit_level, group.silent, view.lang)
    return view.say("referrals_page.reach.silent", count=group.silent, level=level)


def _sheet(view: View, group: GapGroup) -> Sheet:
    fields = (
        Field("code", view.say("column.code"), "code"),
        Field("name", view.say("column.unit"), "text"),
        Field("actual", view.say("column.actual"), "number", 0),
        Field("goal", view.say("column.goal"), "number", 0),
        Field("short", view.say("gaps.column.short"), "number", 0),
        Field("waiting", view.say("gaps.column.under_way"), "number", 0),
    )
    rows = tuple((gap.region_code, gap.name, gap.actual, gap.goal, gap.short, gap.in_pipeline) for gap in group.gaps)
    return Sheet(view.say("referrals_page.reach"), context_of(view), fields, rows)
