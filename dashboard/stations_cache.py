"""The course of a target kept between reruns and sessions; keys are a Seat and plain values."""

from __future__ import annotations

from datetime import date

import streamlit as st

from dashboard import cache
from dashboard.seat import Seat
from finance_monitor.disclosure.courses import Course, courses_of

_ANSWERS = 100


@st.cache_resource(max_entries=_ANSWERS, show_spinner=False)
def courses(seat: Seat, target: str, region: str, as_of: date) -> tuple[Course, ...]:
    """Return the course of each part of a target."""
    return courses_of(cache.desk(seat), target, region, as_of)
