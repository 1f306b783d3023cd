"""The board, the course of a target, who explains its gap and the headline, kept between reruns and sessions."""

from __future__ import annotations

from datetime import date

import streamlit as st

from dashboard import cache
from dashboard.seat import Seat
from finance_monitor.disclosure.behind_shares import Behind, behind_shares
from finance_monitor.disclosure.board import Board, board_of
from finance_monitor.disclosure.contributions import Contributions, contributions
from finance_monitor.disclosure.courses import Course, courses_of
from finance_monitor.disclosure.shown import Shown
from finance_monitor.reports.gaps import GapGroup, gap_groups
from finance_monitor.reports.share_gaps import with_shares

_ANSWERS = 300
_BOARDS = 60


@st.cache_resource(max_entries=_BOARDS, show_spinner=False)
def board(seat: Seat, region: str, level: str | None, as_of: date) -> Board:
    """Return every target with its light in each part of a region: in force first, the region's own documents first."""
    desk = cache.desk(seat)

    def place(one: Shown) -> tuple[bool, int]:
        return one.lifecycle != "in_force", -len(desk.regions.ancestors(one.policy.region))

    return board_of(desk, sorted(cache.all_targets(seat, region, as_of), key=place), region, level, as_of)


@st.cache_resource(max_entries=_ANSWERS, show_spinner=False)
def courses(seat: Seat, target_id: str, region: str, as_of: date) -> tuple[Course, ...]:
    """Return what there was at each month end of a target's window, beside its goal and its pace."""
    return courses_of(cache.desk(seat), target_id, region, as_of)


@st.cache_resource(max_entries=_ANSWERS, show_spinner=False)
def explained_gap(seat: Seat, target_id: str, region: str, as_of: date) -> Contributions | None:
    """Return what each part contributes to what a target lacks."""
    return contributions(cache.desk(seat), target_id, region, as_of)


@st.cache_resource(max_entries=_ANSWERS, show_spinner=False)
def behind(seat: Seat, region: str, as_of: date) -> tuple[Behind, ...]:
    """Return the regions below that lag behind the share of a target they were given."""
    return behind_shares(cache.desk(seat), cache.all_targets(seat, region, as_of), as_of)


@st.cache_resource(max_entries=_ANSWERS, show_spinner=False)
def gaps(seat: Seat, region: str, as_of: date) -> tuple[GapGroup, ...]:
    """Return what holds the targets of a region back, with the regions that lag behind their shares."""
    groups = gap_groups(cache.all_targets(seat, region, as_of), cache.desk(seat).regions)
    return with_shares(groups, behind(seat, region, as_of))
