"""Answers of the page on loans, kept between reruns and sessions."""

from __future__ import annotations

from datetime import date

import streamlit as st

from dashboard import cache, figure_cache
from dashboard.seat import Seat
from finance_monitor.disclosure.overdue_ages import overdue_ages
from finance_monitor.disclosure.told import Told, Where
from finance_monitor.policy.model import Said
from finance_monitor.reports.monthly import Added, added

_ANSWERS = 300


@st.cache_resource(max_entries=_ANSWERS, show_spinner=False)
def ages_of(seat: Seat, region: str, as_of: date) -> tuple[Told, ...]:
    """Return what is overdue for how long."""
    return overdue_ages(cache.desk(seat), region, as_of)


@st.cache_resource(max_entries=_ANSWERS, show_spinner=False)
def months_by(
    seat: Seat, indicator_id: str, region: str, days: tuple[date, ...], dimension: str, where: Where
) -> tuple[tuple[Said, Added], ...]:
    """Return what was added month by month, for each value of a dimension that occurs in the region."""
    rest = tuple(one for one in where if one[0] != dimension)
    chosen = dict(where).get(dimension)
    found = []
    for part in figure_cache.split_of(seat, indicator_id, region, days[-1], dimension, rest):
        value = part.value or ""
        if chosen in (None, value):
            figures = figure_cache.series_of(seat, indicator_id, region, days, (*rest, (dimension, value)))
            found.append((part.word, added(figures)))
    return tuple(found)
