"""Answers of the page on referrals, kept between reruns and sessions."""

from __future__ import annotations

from datetime import date

import streamlit as st

from dashboard import cache
from dashboard.seat import Seat
from finance_monitor.disclosure.reasons import Reasons, reasons
from finance_monitor.disclosure.told import Where
from finance_monitor.reports.funnel import Funnel, funnel

_ANSWERS = 300


@st.cache_resource(max_entries=_ANSWERS, show_spinner=False)
def funnel_of(seat: Seat, region: str, as_of: date, where: Where) -> Funnel:
    """Return how far the referrals of a region have come."""
    return funnel(cache.desk(seat), region, as_of, where)


@st.cache_resource(max_entries=_ANSWERS, show_spinner=False)
def reasons_of(seat: Seat, region: str, as_of: date, where: Where) -> Reasons:
    """Return why referrals of a region were rejected."""
    return reasons(cache.desk(seat), region, as_of, where)
