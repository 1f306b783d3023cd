"""Answers kept between reruns and sessions.

Keys are a `Seat` (store, release, role, region of the viewer) and plain values, nothing else: what one viewer was
shown is found again only by a viewer of the same role and region. A release never changes, so nothing ever expires.
The answers are immutable and therefore shared (`cache_resource`) rather than copied for every rerun.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import streamlit as st

from dashboard.seat import Seat
from finance_monitor.access import Viewer
from finance_monitor.disclosure.changes import Change, changes
from finance_monitor.disclosure.desk import Desk, open_desk, show_all, show_target
from finance_monitor.disclosure.figure import Figure
from finance_monitor.disclosure.figures import figures_of_target
from finance_monitor.disclosure.late import Late, late_reporters
from finance_monitor.disclosure.shown import Shown
from finance_monitor.disclosure.whole import whole_of_target
from finance_monitor.reports.around import Around, around
from finance_monitor.reports.explain import Step, explain_steps
from finance_monitor.reports.gaps import GapGroup, gap_groups, group_of
from finance_monitor.reports.silence import Silence, silences
from finance_monitor.store.store import open_store
from finance_monitor.texts import Lang
from finance_monitor.world import world

_DESKS = 40
_ANSWERS = 300
# A target's own page names so many units one by one; more stand together by region.
_UNITS_LISTED = 200


@st.cache_resource(max_entries=_DESKS, show_spinner=False)
def desk(seat: Seat) -> Desk:
    """Seat a viewer before a release."""
    viewer = Viewer(seat.role, seat.region)  # type: ignore[arg-type]  # made of a viewer, see `Seat`
    return open_desk(open_store(Path(seat.store)), world(), viewer, seat.release)


@st.cache_resource(max_entries=_ANSWERS, show_spinner=False)
def all_targets(seat: Seat, region: str, as_of: date) -> tuple[Shown, ...]:
    """Return every target that counts a region, or stands inside it."""
    found = show_all(desk(seat), region_code=region, as_of=as_of)
    return tuple(one for one in found if one.progress.reason != "out_of_scope")


@st.cache_resource(max_entries=_ANSWERS, show_spinner=False)
def target(seat: Seat, target_id: str, region: str, as_of: date) -> Shown:
    """Return one target's progress for a region."""
    return show_target(desk(seat), target_id, region, as_of)


@st.cache_resource(max_entries=_ANSWERS, show_spinner=False)
def target_parts(seat: Seat, target_id: str, region: str, level: str | None, as_of: date) -> tuple[Figure, ...]:
    """Return a target's figures for the region itself, first, and for its parts."""
    whole = whole_of_target(desk(seat), target_id, region, as_of)
    return (whole, *figures_of_target(desk(seat), target_id, region, level, as_of))


@st.cache_resource(max_entries=_ANSWERS, show_spinner=False)
def gaps(seat: Seat, region: str, as_of: date) -> tuple[GapGroup, ...]:
    """Return what holds the targets of a region back, the worst light first."""
    return gap_groups(all_targets(seat, region, as_of), desk(seat).regions)


@st.cache_resource(max_entries=_ANSWERS, show_spinner=False)
def target_gaps(seat: Seat, target_id: str, region: str, as_of: date) -> tuple[GapGroup, ...]:
    """Return the units that fall short of one target, for each of its parts."""
    shown, regions = target(seat, target_id, region, as_of), desk(seat).regions
    parts = shown.progress.parts or (shown.progress,)
    return tuple(group_of(shown, progress, regions, _UNITS_LISTED) for progress in parts)


@st.cache_resource(max_entries=_ANSWERS, show_spinner=False)
def around_target(seat: Seat, target_id: str, region: str, as_of: date, lang: Lang) -> Around:
    """Return what stands around one target's figure, as sentences."""
    return around(desk(seat), target(seat, target_id, region, as_of), lang)


@st.cache_resource(max_entries=_ANSWERS, show_spinner=False)
def silent(seat: Seat, region: str, as_of: date, lang: Lang) -> tuple[Silence, ...]:
    """Return who has reported nothing of what targets in force are counted from."""
    return silences(all_targets(seat, region, as_of), region, desk(seat).world, lang)


@st.cache_resource(max_entries=_ANSWERS, show_spinner=False)
def late(seat: Seat, region: str, as_of: date) -> tuple[Late, ...]:
    """Return who owes a file, inside a region or for a wider one that the viewer may see."""
    found, regions = late_reporters(desk(seat), all_targets(seat, region, as_of)), desk(seat).regions
    return tuple(one for one in found if regions.covers(region, one.region_code))


@st.cache_resource(max_entries=_ANSWERS, show_spinner=False)
def changed(seat: Seat, earlier: int, region: str, as_of: date) -> tuple[Change, ...]:
    """Return what is different from an earlier release, each looked at on its last day up to `as_of`."""
    before = seat._replace(release=earlier)
    day = min(as_of, desk(before).release.data_date)
    return changes(all_targets(before, region, day), all_targets(seat, region, as_of))


@st.cache_resource(max_entries=_ANSWERS, show_spinner=False)
def explained(seat: Seat, target_id: str, region: str, as_of: date, lang: Lang) -> tuple[Step, ...]:
    """Return the steps from a figure to its origin."""
    return explain_steps(desk(seat), target(seat, target_id, region, as_of), lang)
