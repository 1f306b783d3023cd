"""Pivots kept between reruns and sessions; as in `cache`, keys are a Seat and plain values."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from dashboard.analysis_chart import chart_of
from dashboard.analysis_code import Layout
from dashboard.analysis_table import Table, table_of
from dashboard.cache import desk
from dashboard.seat import Seat
from finance_monitor.disclosure.long_table import LongRow, long_rows
from finance_monitor.disclosure.pivot import Pivot, pivot
from finance_monitor.disclosure.pivot_question import Question, cells_asked
from finance_monitor.texts import Lang
from finance_monitor.world import REPORTED_FIGURES, world

_ANSWERS = 60


@st.cache_resource(max_entries=4, show_spinner=False)
def indicator_names(lang: Lang) -> Mapping[str, str]:
    """Return every indicator with the ledger it is counted from and its name, those of one ledger together."""
    known = world()
    order = list(known.ledgers)
    found = []
    for one in known.indicators.values():
        ledger = one.ledgers[0] if one.ledgers else REPORTED_FIGURES
        title = known.ledgers[ledger].title.in_(lang)
        found.append((order.index(ledger), one.id, f"{title} · {one.name.in_(lang)}"))
    return {indicator_id: name for _, indicator_id, name in sorted(found)}


@st.cache_resource(max_entries=_ANSWERS, show_spinner=False)
def size(seat: Seat, question: Question) -> int:
    """Say how many cells an answer will have."""
    return cells_asked(desk(seat), question)


@st.cache_resource(max_entries=_ANSWERS, show_spinner=False)
def answer(seat: Seat, question: Question, against_year_before: bool) -> Pivot:
    """Answer a question."""
    return pivot(desk(seat), question, against_year_before=against_year_before)


@st.cache_resource(max_entries=_ANSWERS, show_spinner=False)
def table(seat: Seat, question: Question, layout: Layout, lang: Lang) -> Table:
    """Return a pivot as a table ready to be drawn."""
    found = answer(seat, question, layout.measure == "year")
    return table_of(found, layout, desk(seat).world.indicators, lang)


@st.cache_resource(max_entries=_ANSWERS, show_spinner=False)
def chart(seat: Seat, question: Question, layout: Layout, lang: Lang, selected: str | None) -> dict[str, Any] | None:
    """Return the chart of a pivot; None where there is nothing to draw."""
    return chart_of(table(seat, question, layout, lang), desk(seat).world.indicators, lang, selected)


@st.cache_resource(max_entries=_ANSWERS, show_spinner=False)
def long_table(seat: Seat, question: Question) -> tuple[LongRow, ...]:
    """Return the rows of the long table."""
    return tuple(long_rows(desk(seat), answer(seat, question, against_year_before=False)))
