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
_IN_A_ROW = 2
# A dimension and what the figure is made of by it.
Panel = tuple[str, tuple[Split, ...]]


def panels(view: View, measure: Measure) -> tuple[Panel, ...]:
    """Return the figure by every dimension its ledgers tell and fill in, those with something to draw first."""
    known = dimensions_of(view.desk.world, view.desk.world.indicators[measure.indicator])
    found = ((dimension, _split(view, measure, dimension)) for dimension in DIMENSIONS if dimension in known)
    told = [(dimension, parts) for dimension, parts in found if any(one.value is not None for one in parts)]
    return tuple(sorted(told, key=lambda panel: all(one.figure.value is None for one in panel[1])))


def by_all(view: View, measure: Measure, left: Sequence[Panel], told: Sequence[Panel]) -> None:
    """Draw those that are left, two in a row, and say by which the figure cannot be parted."""
    for first in range(0, len(left), _IN_A_ROW):
        row = left[first : first + _IN_A_ROW]
        for column, panel in zip(st.columns(_IN_A_ROW, gap="medium"), row, strict=False):
            with column:
                by(view, measure, panel)
    known = {dimension for dimension, _ in told}
    untold = [dimension_word(view, one) for one in DIMENSIONS if one not in known]
    if untold:
        names = view.say("overview.join").join(untold)
        st.caption(plain(view.say("loans_page.by.unmet", name=measure.name, dimensions=names)))


def _split(view: View, measure: Measure, dimension: str) -> tuple[Split, ...]:
    return figure_cache.split_of(
        view.seat, measure.indicator, view.region, view.as_of, dimension, view.where, measure.since
    )


def by(view: View, measure: Measure, panel: Panel) -> None:
    """Draw one: a bar picked narrows the page to it, picked again widens it; a bank under a letter cannot be picked."""
    dimension, parts = panel
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
    else:
        st.markdown(f"**{plain(title)}**")
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
