"""Answers about indicators kept between reruns and sessions; as in `cache`, keys are a Seat and plain values."""

from __future__ import annotations

from datetime import date

import streamlit as st

from dashboard.cache import desk
from dashboard.seat import Seat
from finance_monitor.disclosure.compared import Compared, compared
from finance_monitor.disclosure.figure import Figure
from finance_monitor.disclosure.figures import figures_of_indicator
from finance_monitor.disclosure.splits import Split, split, values_of
from finance_monitor.disclosure.told import Told, Where, series, show_indicator
from finance_monitor.policy.model import Said
from finance_monitor.reports.explain import Step
from finance_monitor.reports.explain_indicator import explain_indicator
from finance_monitor.texts import Lang

_ANSWERS = 600


@st.cache_resource(max_entries=_ANSWERS, show_spinner=False)
def told(seat: Seat, indicator_id: str, region: str, as_of: date, where: Where = (), since: date | None = None) -> Told:
    """Return an indicator's figure for a region."""
    return show_indicator(desk(seat), indicator_id, region, as_of, where, since)


@st.cache_resource(max_entries=_ANSWERS, show_spinner=False)
def first_told(seat: Seat, indicators: tuple[str, ...], region: str, as_of: date) -> str:
    """Return the first indicator that has a value for a region, the very first where none has."""
    has_value = (one for one in indicators if told(seat, one, region, as_of).figure.value is not None)
    return next(has_value, indicators[0])


@st.cache_resource(max_entries=_ANSWERS, show_spinner=False)
def parts(
    seat: Seat,
    indicator_id: str,
    region: str,
    level: str | None,
    as_of: date,
    where: Where = (),
    since: date | None = None,
) -> tuple[Figure, ...]:
    """Return an indicator's figures for the parts of a region."""
    return tuple(figures_of_indicator(desk(seat), indicator_id, region, level, as_of, where, since))


@st.cache_resource(max_entries=_ANSWERS, show_spinner=False)
def series_of(
    seat: Seat,
    indicator_id: str,
    region: str,
    days: tuple[date, ...],
    where: Where = (),
    since: date | None = None,
) -> tuple[Figure, ...]:
    """Return a region's figures on several days."""
    return series(desk(seat), indicator_id, region, days, where, since)


@st.cache_resource(max_entries=_ANSWERS, show_spinner=False)
def split_of(
    seat: Seat,
    indicator_id: str,
    region: str,
    as_of: date,
    dimension: str,
    where: Where = (),
    since: date | None = None,
) -> tuple[Split, ...]:
    """Return a region's figure parted by a dimension."""
    return split(desk(seat), indicator_id, region, as_of, dimension, where, since)


@st.cache_resource(max_entries=_ANSWERS, show_spinner=False)
def compared_of(seat: Seat, indicator_id: str, region: str, as_of: date, where: Where = ()) -> Compared:
    """Return a figure held against earlier ones."""
    return compared(desk(seat), indicator_id, region, as_of, where)


@st.cache_resource(max_entries=_ANSWERS, show_spinner=False)
def values(seat: Seat, dimension: str) -> tuple[tuple[str, Said], ...]:
    """Return the values of a dimension that occur in the viewer's records, with their words."""
    return values_of(desk(seat), dimension)


@st.cache_resource(max_entries=_ANSWERS, show_spinner=False)
def explained(
    seat: Seat, indicator_id: str, region: str, as_of: date, where: Where, since: date | None, lang: Lang
) -> tuple[Step, ...]:
    """Return the steps from an indicator's figure to its origin."""
    return explain_indicator(desk(seat), told(seat, indicator_id, region, as_of, where, since), lang)
