"""What a pivot shows: indicators, rows and columns, period, level, measure, order. All of it is in the address."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import streamlit as st

from dashboard import analysis_cache, figure_cache, memory
from dashboard.analysis_code import AXES, MEASURES, MOST_INDICATORS, ORDERS, Layout, read_layout, write_layout
from dashboard.analysis_inputs import segmented, select
from dashboard.frame import View
from finance_monitor.dates import month_end, months_after
from finance_monitor.disclosure.dimensions import dimensions_of
from finance_monitor.disclosure.pivot_question import Axis, Question, months_between
from finance_monitor.indicators.model import Indicator
from finance_monitor.regions import LEVELS, level_rank

# By default the last twelve months, at most ten years.
_MONTHS, _MOST_MONTHS = 12, 120
_RATIOS = ("share", "average", "average_money")


@dataclass(frozen=True, slots=True)
class Choice:
    """What is asked, and how it is shown."""

    question: Question
    layout: Layout
    indicator: Indicator

    @property
    def can_be_ordered(self) -> bool:
        """Say whether regions may be put in the order of their values."""
        return self.indicator.rankable or self.question.rows != "region"


def choose(view: View) -> Choice:
    """Draw the choices and return them."""
    known = view.desk.world.indicators
    layout = read_layout(view.address.view, known)
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small", key="analysis_axes"):
        indicator = known[_indicator(view)]
        axes = _axes(view, indicator)
        rows = _axis(view, layout, "rows", [axis for axis in axes if axis != "indicator"])
        layout = _fitting(layout.with_(rows=rows), axes, rows)
        columns = _axis(view, layout, "columns", [axis for axis in axes if axis != rows])
        layout = layout.with_(columns=columns, dimension=_dimension(view, layout.with_(columns=columns), indicator))
        if columns == "indicator":
            _others(view, layout, indicator)
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small", key="analysis_how"):
        level = _level(view) if "region" in (rows, columns) else None
        first = _first(view)
        layout = layout.with_(measure=_measure(view, layout, indicator))
        layout = layout.with_(order=_order(view, layout, indicator))
        layout = layout.with_(is_shaded=_shade(view, layout))
    others = layout.others if columns == "indicator" else ()
    question = Question(
        region=view.region,
        indicators=tuple(dict.fromkeys((indicator.id, *others))),
        level=level,
        days=months_between(first, view.as_of),
        dimension=layout.dimension if "value" in (rows, columns) else None,
        where=view.where,
        rows=rows,
        columns=columns,
    )
    return Choice(question, layout, indicator)


def _change(layout: Layout, **changes: Any) -> None:
    memory.change(view=write_layout(layout.with_(**changes)))


def _indicator(view: View) -> str:
    """Draw the choice of the indicator, under the ledger it is counted from; typing finds it by any part of that."""
    names = analysis_cache.indicator_names(view.lang)
    key = "analysis_indicator"
    first = view.address.indicator or figure_cache.first_told(view.seat, tuple(names), view.region, view.as_of)
    st.session_state[key] = first
    return st.selectbox(
        view.say("analysis.indicator"),
        list(names),
        key=key,
        format_func=lambda one: names[one],
        on_change=lambda: memory.change(indicator=st.session_state[key]),
        width=420,
    )


def _axes(view: View, indicator: Indicator) -> list[Axis]:
    """Return what can be laid out: regions where there are parts, a dimension where the ledgers have one."""
    possible: dict[Axis, bool] = {
        "region": bool(view.desk.regions.children(view.region)),
        "month": True,
        "value": bool(dimensions_of(view.desk.world, indicator)),
        "indicator": True,
    }
    return [axis for axis in AXES if possible[axis]]


def _fitting(layout: Layout, axes: Sequence[Axis], rows: Axis) -> Layout:
    """Keep the columns where they can stand beside the rows, otherwise take the first that can."""
    others = [axis for axis in axes if axis != rows]
    return layout if layout.columns in others else layout.with_(columns=others[0])


def _axis(view: View, layout: Layout, name: str, axes: Sequence[Axis]) -> Axis:
    asked: Axis = getattr(layout, name)
    chosen = asked if asked in axes else axes[0]
    words = {axis: view.say(f"analysis.axis.{axis}") for axis in axes}
    return segmented(view, name, words, chosen, lambda found: _change(layout, **_swapped(layout, name, found)))


def _swapped(layout: Layout, name: str, found: str) -> dict[str, str]:
    """Turn the table where rows are asked for what the columns show."""
    if name == "rows" and found == layout.columns and layout.columns != "indicator":
        return {"rows": found, "columns": layout.rows}
    return {name: found}


def _dimension(view: View, layout: Layout, indicator: Indicator) -> str | None:
    if "value" not in (layout.rows, layout.columns):
        return layout.dimension
    known = dimensions_of(view.desk.world, indicator)
    chosen = layout.dimension if layout.dimension in known else known[0]
    words = {one: view.say(f"analysis.dimension.{one}") for one in known}
    return select(view, "dimension", words, chosen, lambda found: _change(layout, dimension=found), 150)


def _others(view: View, layout: Layout, indicator: Indicator) -> None:
    names = analysis_cache.indicator_names(view.lang)
    key = "analysis_others"
    st.session_state[key] = [one for one in layout.others if one != indicator.id]
    st.multiselect(
        view.say("analysis.others"),
        [one for one in names if one != indicator.id],
        key=key,
        max_selections=MOST_INDICATORS - 1,
        format_func=lambda one: names[one],
        placeholder=view.say("analysis.others.none"),
        on_change=lambda: _change(layout, others=tuple(st.session_state[key])),
        width=380,
    )


def _level(view: View) -> str | None:
    """Draw the choice of the level of the parts; None: those that hang directly on the region."""
    known = view.desk.regions
    own = min((one.level for one in known.children(view.region)), key=level_rank)
    lower = [level for level in LEVELS if level_rank(level) > level_rank(own)]
    levels = [own, *(level for level in lower if known.descendants(view.region, level))]
    asked = view.address.level if view.address.level in levels else own
    if len(levels) > 1:
        words = {level: view.say(f"level.{level}") for level in levels}
        segmented(view, "level", words, asked, lambda found: memory.change(level=found))
    return None if asked == own else asked


def _first(view: View) -> date:
    """Draw the choice of the first month; the last is that of the day looked at."""
    months = [month_end(months_after(view.as_of.replace(day=1), -back)) for back in range(_MOST_MONTHS)]
    asked = view.address.compare
    chosen = month_end(asked) if asked and month_end(asked) in months else months[_MONTHS - 1]
    words = {day.isoformat(): view.say("kit.month", on=day) for day in months}
    found = select(view, "from", words, chosen.isoformat(), _from, 140)
    return date.fromisoformat(found).replace(day=1)


def _from(told: str) -> None:
    memory.change(compare=date.fromisoformat(told))


def _measure(view: View, layout: Layout, indicator: Indicator) -> Any:
    is_ratio = indicator.measure in _RATIOS
    words = {
        one: view.say(f"analysis.measure.{one}")
        for one in MEASURES
        if is_ratio or one not in ("numerator", "denominator")
    }
    chosen = layout.measure if layout.measure in words else MEASURES[0]
    return select(view, "measure", words, chosen, lambda found: _change(layout, measure=found), 130)


def _order(view: View, layout: Layout, indicator: Indicator) -> Any:
    """Draw the choice of the order; what may not be ranked stays in the order of codes."""
    if layout.rows != "region" or not indicator.rankable:
        return ORDERS[0]
    words = {one: view.say(f"analysis.order.{one}") for one in ORDERS}
    return select(view, "order", words, layout.order, lambda found: _change(layout, order=found), 150)


def _shade(view: View, layout: Layout) -> bool:
    key = "analysis_shade"
    st.session_state[key] = layout.is_shaded
    st.toggle(view.say("analysis.shade"), key=key, on_change=lambda: _change(layout, is_shaded=st.session_state[key]))
    return layout.is_shaded
