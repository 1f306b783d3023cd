"""Coverage and counts of places, kept between reruns and sessions; keys are a Seat and plain values."""

from __future__ import annotations

from datetime import date

import streamlit as st

from dashboard import cache
from dashboard.seat import Seat
from finance_monitor.disclosure.covered import Covered, covered
from finance_monitor.disclosure.places import PlaceCount, place_counts
from finance_monitor.disclosure.shown import Shown
from finance_monitor.disclosure.told import Where
from finance_monitor.progress.window import goals_of

_ANSWERS = 200


@st.cache_resource(max_entries=_ANSWERS, show_spinner=False)
def counts(seat: Seat, region: str, as_of: date, where: Where = ()) -> tuple[PlaceCount, ...]:
    """Return the places of a region by kind and organisation, and what has changed since the year began."""
    return place_counts(cache.desk(seat), region, as_of, date(as_of.year - 1, 12, 31), where)


@st.cache_resource(max_entries=_ANSWERS, show_spinner=False)
def coverage(
    seat: Seat, indicator: str, region: str, level: str, as_of: date, where: Where = ()
) -> tuple[tuple[Covered, ...], tuple[Covered, ...]] | None:
    """Return how many units of a level are reached, of the region and of its parts."""
    return covered(cache.desk(seat), indicator, region, level, as_of, where)


@st.cache_resource(max_entries=_ANSWERS, show_spinner=False)
def targets_of(
    seat: Seat, region: str, as_of: date, ledgers: tuple[str, ...], indicators: tuple[str, ...] = ()
) -> tuple[Shown, ...]:
    """Return the targets of a region that are counted from some ledgers, or by some indicators."""
    known = cache.desk(seat).world.indicators

    def is_counted(one: Shown) -> bool:
        names = {goal.indicator for goal in goals_of(one.target)}
        return any(name in indicators or set(known[name].ledgers) & set(ledgers) for name in names)

    return tuple(one for one in cache.all_targets(seat, region, as_of) if is_counted(one))


def by_sort(told: tuple[PlaceCount, ...]) -> dict[str, PlaceCount]:
    """Sum counts over kinds and organisations: one for each sort."""
    return _summed(told, "sort")


def by_organisation(told: tuple[PlaceCount, ...]) -> dict[str, dict[str, int]]:
    """Return organisation -> sort -> how many stand."""
    found: dict[str, dict[str, int]] = {}
    for one in told:
        own = found.setdefault(one.organisation, {})
        own[one.sort] = own.get(one.sort, 0) + one.standing
    return found


def _summed(told: tuple[PlaceCount, ...], key: str) -> dict[str, PlaceCount]:
    found: dict[str, PlaceCount] = {}
    for one in told:
        name = getattr(one, key)
        found[name] = one if name not in found else _plus(found[name], one)
    return found


def _plus(first: PlaceCount, other: PlaceCount) -> PlaceCount:
    numbers = ("standing", "suspended", "stood_before", "opened", "closed", "barrier_free", "barrier_told")
    return PlaceCount(first.sort, first.kind, "", *(getattr(first, name) + getattr(other, name) for name in numbers))
