"""The profile of a region kept between reruns and sessions; as in `cache`, keys are a Seat and plain values."""

from __future__ import annotations

from datetime import date

import streamlit as st

from dashboard import cache
from dashboard.region_rows import Tables, tables_of
from dashboard.seat import Seat, earlier_release
from finance_monitor.disclosure.facts import Fact, facts_of
from finance_monitor.disclosure.peers import Peers, peers_of
from finance_monitor.disclosure.standings import Standing, standings_of
from finance_monitor.errors import MonitorError
from finance_monitor.reports.profile import Material, Sentence, profile
from finance_monitor.texts import Lang

_ANSWERS = 100


@st.cache_resource(max_entries=_ANSWERS, show_spinner=False)
def facts(seat: Seat, region: str, as_of: date) -> tuple[Fact, ...]:
    """Return people and households of a region."""
    return facts_of(cache.desk(seat), region, as_of)


@st.cache_resource(max_entries=_ANSWERS, show_spinner=False)
def peers(seat: Seat, region: str, as_of: date) -> Peers:
    """Return the regions of like size."""
    return peers_of(cache.desk(seat), region, as_of)


@st.cache_resource(max_entries=_ANSWERS, show_spinner=False)
def standings(seat: Seat, region: str, as_of: date) -> tuple[Standing, ...]:
    """Return every indicator of a region, with those of its peers beside it."""
    codes = [one.code for one, _ in peers(seat, region, as_of).found]
    return standings_of(cache.desk(seat), region, as_of, codes)


@st.cache_resource(max_entries=_ANSWERS, show_spinner=False)
def sentences(seat: Seat, region: str, as_of: date, lang: Lang) -> tuple[Sentence, ...]:
    """Return the profile in sentences."""
    earlier = earlier_release(seat)
    try:
        changes = cache.changed(seat, earlier, region, as_of) if earlier is not None else ()
    except MonitorError:  # an older release may be damaged, the one looked at is not
        earlier, changes = None, ()
    told = Material(
        region=region,
        region_name=cache.desk(seat).regions.get(region).name,
        targets=cache.all_targets(seat, region, as_of),
        standings=standings(seat, region, as_of),
        silent=cache.silent(seat, region, as_of, lang),
        changes=changes,
        earlier=earlier,
    )
    return profile(told, lang)


@st.cache_resource(max_entries=_ANSWERS, show_spinner=False)
def tables(seat: Seat, region: str, as_of: date, lang: Lang) -> Tables:
    """Return the tables of a profile ready to be drawn."""
    return tables_of(
        cache.all_targets(seat, region, as_of),
        standings(seat, region, as_of),
        peers(seat, region, as_of),
        cache.desk(seat).regions.get(region),
        lang,
    )
