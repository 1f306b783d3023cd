"""较上一数据版本的变化: what a release changed, and from what to what."""

from __future__ import annotations

import streamlit as st

from dashboard import cache
from dashboard.cards import target_link
from dashboard.frame import View
from dashboard.gap_list import open_pick
from dashboard.grid import Cell, Column, Row, grid
from dashboard.headings import heading, plain
from dashboard.seat import earlier_release
from dashboard.wording import actual, chip_of
from finance_monitor.disclosure.changes import Change
from finance_monitor.disclosure.shown import Shown
from finance_monitor.errors import MonitorError
from finance_monitor.texts import Lang, say, tell
from finance_monitor.written import NOTHING

_AT_FIRST = 10


def draw(view: View) -> None:
    """Draw the changes since the release before, changes of status first."""
    heading(view.say("changes.title"))
    earlier = earlier_release(view.seat)
    if earlier is None:
        st.caption(view.say("changes.first"))
        return
    try:
        found = cache.changed(view.seat, earlier, view.region, view.as_of)
        day = view.say("day", on=cache.desk(view.seat._replace(release=earlier)).release.data_date)
    except MonitorError as error:  # an older release may be damaged, the one looked at is not
        st.caption(plain(tell(error, view.lang)))
        return
    if not found:
        st.caption(view.say("changes.none", earlier=earlier, day=day))
        return
    of_status = sum(change.of_status for change in found)
    st.caption(view.say("changes.about", earlier=earlier, day=day, count=len(found), of_status=of_status))
    whole = st.session_state.get("changes_all", False)
    columns = [
        Column(view.say("column.target")),
        Column(view.say("changes.column.status_before"), wide=True),
        Column(view.say("changes.column.status_now")),
        Column(view.say("changes.column.value"), "number"),
    ]
    rows = [Row(_cells(view, change)) for change in (found if whole else found[:_AT_FIRST])]
    grid("changes", view.say("changes.title"), columns, rows, open_pick)
    if len(found) > _AT_FIRST:
        st.toggle(view.say("list.all", shown=_AT_FIRST, total=len(found)), key="changes_all")


def _cells(view: View, change: Change) -> tuple[Cell, ...]:
    before, after, lang = change.before, change.after, view.lang
    return (
        target_link(view, after),
        chip_of(before.progress, before.target, lang) if before else NOTHING,
        chip_of(after.progress, after.target, lang),
        view.say("changes.value", before=_value(before, lang) if before else NOTHING, now=_value(after, lang)),
    )


def _value(shown: Shown, lang: Lang) -> str:
    """Say a value; of a composite target those of its parts, in their order."""
    parts = shown.progress.parts or (shown.progress,)
    return say("changes.join", lang).join(actual(shown, part, lang) for part in parts)
