"""Answers of the page 数据质量, kept as in `cache`: by Seat and plain values."""

from __future__ import annotations

from datetime import date

import streamlit as st

from dashboard import cache
from dashboard.seat import Seat
from finance_monitor.disclosure.deliveries import Delivery, deliveries
from finance_monitor.disclosure.held_back import Difference, HeldBack, differences, held_back
from finance_monitor.reports.completeness import Complete, completeness
from finance_monitor.texts import Lang

_ANSWERS = 200


@st.cache_resource(max_entries=_ANSWERS, show_spinner=False)
def delivered(seat: Seat, region: str, as_of: date) -> tuple[Delivery, ...]:
    """Return who has brought what of a region."""
    return deliveries(cache.desk(seat), cache.all_targets(seat, region, as_of), region, as_of)


@st.cache_resource(max_entries=_ANSWERS, show_spinner=False)
def complete(seat: Seat, region: str, as_of: date, lang: Lang) -> tuple[Complete, ...]:
    """Return who should report and has not."""
    return completeness(cache.all_targets(seat, region, as_of), cache.desk(seat).world, lang)


@st.cache_resource(max_entries=_ANSWERS, show_spinner=False)
def held(seat: Seat, region: str, as_of: date) -> tuple[HeldBack, ...]:
    """Return what was wrong in the files of a region."""
    return held_back(cache.desk(seat), region, as_of)


@st.cache_resource(max_entries=_ANSWERS, show_spinner=False)
def differing(seat: Seat, region: str, as_of: date) -> tuple[Difference, ...]:
    """Return where filled-in figures and records differ."""
    return differences(cache.desk(seat), region, as_of)
