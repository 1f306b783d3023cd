"""The chosen figure of the regions below, on a map and as a table."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from dashboard import figure_cache
from dashboard.downloads import context_of, downloads
from dashboard.frame import View
from dashboard.grid import Column, Link, Row, grid
from dashboard.headings import heading
from dashboard.lending import axis_unit, level_below, named_in, own_level, said, silent, to_region
from dashboard.links import rows_to
from dashboard.loans_measures import Measure
from dashboard.region_map import region_map
from dashboard.wording import figure_value
from finance_monitor.disclosure.figure import Figure
from finance_monitor.reports.sheet import Field, Sheet

_HEIGHT = 340


def by_region(view: View, measure: Measure) -> None:
    """Draw the figure of the regions below on a map and as a table; picking one goes there."""
    level = level_below(view, "township")
    if level is None:
        return
    title = view.say("loans_page.by_region", name=measure.name)
    heading(title)
    asked = None if level == own_level(view) else level
    figures = figure_cache.parts(
        view.seat, measure.indicator, view.region, asked, view.as_of, view.where, measure.since
    )
    unit = axis_unit(view, measure.indicator)
    left, right = st.columns([3, 2], gap="medium")
    with left:
        region_map(view, figures, view.region, level, "loans_map", title, "value", to_region, _HEIGHT)
    with right:
        _regions(view, (_whole(view, measure), *figures), title, unit)
    silent(view, figures)


def _whole(view: View, measure: Measure) -> Figure:
    return figure_cache.told(view.seat, measure.indicator, view.region, view.as_of, view.where, measure.since).figure


def _said(view: View, one: Figure) -> str:
    return figure_value(one) if one.value is not None else said(view, one)


def _regions(view: View, figures: Sequence[Figure], title: str, unit: str) -> None:
    columns = [Column(view.say("column.region")), Column(named_in(view, view.say("column.value"), unit), "number")]
    rows = [Row((Link(one.name), _said(view, one)), one.region_code) for one in figures[1:]]
    rows.insert(0, Row((view.say("map.whole"), _said(view, figures[0])), whole=True))
    address = rows_to("loans", "region", level=None)
    grid("by_region", title, columns, rows, to_region, _HEIGHT, address)
    downloads(view, lambda: _regions_sheet(view, title, unit, figures), title, "by_region")


def _regions_sheet(view: View, title: str, unit: str, figures: Sequence[Figure]) -> Sheet:
    fields = (
        Field("code", view.say("column.code"), "code"),
        Field("name", view.say("column.region"), "text"),
        Field("value", named_in(view, view.say("column.value"), unit), "number", figures[0].decimals),
    )
    rows = tuple((one.region_code, one.name, one.value) for one in figures)
    return Sheet(title, context_of(view), fields, rows)
