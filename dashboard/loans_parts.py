"""The chosen figure by bank, product, category and use: every bar narrows the page to it."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from dashboard import figure_cache
from dashboard.chart import draw as draw_chart
from dashboard.downloads import context_of
from dashboard.frame import View
from dashboard.headings import plain
from dashboard.lending import axis_unit, dimension_word, named_in, narrow
from dashboard.loans_measures import Measure
from finance_monitor.charts import bars
from finance_monitor.disclosure.splits import Split
from finance_monitor.disclosure.told import dimensions_of
from finance_monitor.reports.sheet import Field, Sheet

DIMENSIONS = ("bank", "product", "category", "use")


def by_all(view: View, measure: Measure) -> None:
    """Draw the figure by every dimension its ledgers tell, and say which they do not."""
    indicator = view.desk.world.indicators[measure.indicator]
    known = dimensions_of(view.desk.world, indicator)
    found = {dimension: _split(view, measure, dimension) for dimension in DIMENSIONS if dimension in known}
    told = {dimension: parts for dimension, parts in found.items() if any(one.value is not None for one in parts)}
    for column, (dimension, parts) in zip(st.columns(max(len(told), 1), gap="medium"), told.items(), strict=False):
        with column:
            _by(view, measure, dimension, parts)
    untold = [dimension_word(view, one) for one in DIMENSIONS if one not in told]
    if untold:
        names = view.say("overview.join").join(untold)
        st.caption(plain(view.say("loans_page.by.unmet", name=measure.name, dimensions=names)))


def _split(view: View, measure: Measure, dimension: str) -> tuple[Split, ...]:
    return figure_cache.split_of(
        view.seat, measure.indicator, view.region, view.as_of, dimension, view.where, measure.since
    )


def _by(view: View, measure: Measure, dimension: str, parts: tuple[Split, ...]) -> None:
    """Draw one: a bar picked narrows the page to it, picked again widens it; a bank under a letter cannot be picked."""
    word = dimension_word(view, dimension)
    title = view.say("loans_page.by", name=measure.name, dimension=word)
    shown = [one for one in parts if one.figure.value is not None]
    names = {value for value, _ in figure_cache.values(view.seat, dimension)}
    drawn = tuple(bars.Bar(one.value or "", one.word.in_(view.lang), float(one.figure.value or 0)) for one in shown)
    if drawn:
        unit, decimals = axis_unit(view, measure.indicator), shown[0].figure.decimals
        chosen = dict(view.where).get(dimension)
        spec = bars.bar_chart(drawn, unit=unit, decimals=decimals, selected=chosen, lang=view.lang)
        can_pick = all(one.value in names for one in shown if one.value is not None)
        pick = (lambda value: narrow(dimension, value) if value else None) if can_pick else None
        draw_chart(view, spec, f"by_{dimension}", title, title, pick, lambda: _sheet(view, title, measure, parts))
    hidden = [one.word.in_(view.lang) for one in parts if one.figure.state == "hidden"]
    if hidden:
        joined = view.say("overview.join").join(hidden)
        st.caption(plain(view.say("loans_page.by.hidden", names=joined, word=view.say("figure.hidden"))))


def _sheet(view: View, title: str, measure: Measure, parts: Sequence[Split]) -> Sheet:
    unit = axis_unit(view, measure.indicator)
    fields = (
        Field("value", view.say("kit.column.name"), "text"),
        Field("figure", named_in(view, measure.name, unit), "number", parts[0].figure.decimals),
    )
    rows = tuple((one.word.in_(view.lang), one.figure.value) for one in parts)
    return Sheet(title, context_of(view), fields, rows)
