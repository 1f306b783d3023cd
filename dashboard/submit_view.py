"""数据报送: what is owed, by ledger; and the one that is looked at."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import streamlit as st

from dashboard import memory, submit_cache, submit_ledger
from dashboard.downloads import context_of, downloads
from dashboard.frame import View
from dashboard.grid import Chip, Column, Link, Row, grid
from dashboard.quality_fresh import rhythm
from finance_monitor.reports.owed import Owed
from finance_monitor.reports.sheet import Field, Sheet
from finance_monitor.reports.silence import ledger_name, owing_of
from finance_monitor.written import NOTHING, number

_HEIGHT = 520
_SOON_DAYS = 15


def draw(view: View) -> None:
    """Draw the numbers, the ledgers, and the one chosen."""
    found = submit_cache.owed_by(view.seat, view.region, view.as_of)
    if not found:
        st.info(view.say("submit.none", region=view.region_name))
        return
    _numbers(view, found)
    st.caption(view.say("submit.about", region=view.region_name, day=view.say("day", on=view.as_of)))
    chosen = next((one for one in found if one.ledger.id == view.address.view), found[0])
    left, right = st.columns([1, 1], gap="large")
    with left:
        _list(view, found, chosen)
    with right:
        submit_ledger.draw(view, chosen)


def _numbers(view: View, found: Sequence[Owed]) -> None:
    files = [one for owed in found for one in owed.deliveries]
    soon = view.as_of + timedelta(days=_SOON_DAYS)
    late = sum(one.days_late > 0 for one in files)
    near = sum(one.due_on is not None and view.as_of <= one.due_on <= soon for one in files)
    told = {
        view.say("submit.metric.ledgers"): view.say("submit.metric.ledgers.said", count=len(found)),
        view.say("submit.metric.late"): view.say("submit.metric.files", count=number(late)),
        view.say("submit.metric.soon", days=_SOON_DAYS): view.say("submit.metric.files", count=number(near)),
        view.say("submit.metric.never"): view.say(
            "submit.metric.units", count=number(sum(len(one.never) for one in found))
        ),
    }
    with st.container(horizontal=True, gap="large", key="submit_numbers"):
        for label, said in told.items():
            st.metric(label, said, width="content")


def _list(view: View, found: Sequence[Owed], chosen: Owed) -> None:
    columns = [
        Column(view.say("submit.column.ledger")),
        Column(view.say("submit.column.rhythm"), "fixed", wide=True),
        Column(view.say("submit.column.due"), "fixed"),
        Column(view.say("submit.column.state")),
    ]
    rows = [
        Row(
            (
                Link(one.ledger.title.in_(view.lang)),
                rhythm(view, one.ledger.rhythm_months),
                str(one.due_on or NOTHING),
                state(view, one),
            ),
            one.ledger.id,
            selected=one is chosen,
        )
        for one in found
    ]
    grid("submit_list", view.say("submit.list"), columns, rows, lambda ledger: memory.change(view=ledger), _HEIGHT)
    downloads(view, lambda: _sheet(view, found), view.say("submit.list"), "submit")


def state(view: View, one: Owed) -> Chip:
    """Say how a ledger stands: overdue, units never heard of, brought for a wider region, as things happen, on time."""
    late = sum(delivery.days_late > 0 for delivery in one.deliveries)
    if late:
        return Chip("▲", view.say("submit.state.late", count=late), "yellow")
    if one.never and one.deliveries and one.ledger.kinds_apart:
        return Chip("○", view.say("submit.state.kinds", count=number(len(one.missing))), "none")
    if one.never:
        return Chip("○", view.say("submit.state.units", count=number(len(one.never))), "none")
    if not one.deliveries:
        return Chip("✓", view.say("submit.state.above"), "green")
    if one.ledger.rhythm_months is None:
        return Chip(NOTHING, view.say("submit.state.free"), "none")
    return Chip("✓", view.say("submit.state.on_time"), "green")


def _sheet(view: View, found: Sequence[Owed]) -> Sheet:
    """Return one line for every file owed and every unit that has never reported."""
    regions = view.desk.regions
    fields = (
        Field("ledger", view.say("submit.column.ledger"), "text"),
        Field("by", view.say("submit.column.by"), "text"),
        Field("code", view.say("column.code"), "code"),
        Field("region", view.say("column.region"), "text"),
        Field("last", view.say("submit.column.last"), "date"),
        Field("due", view.say("submit.column.due"), "date"),
        Field("late", view.say("submit.column.late"), "number", 0),
        Field("state", view.say("submit.column.state"), "text"),
    )
    rows: list[tuple[object, ...]] = []
    for one in found:
        title = one.ledger.title.in_(view.lang)
        rows += [
            (
                title,
                file.reported_by,
                file.region_code,
                regions.get(file.region_code).name,
                file.stands_for_on,
                file.due_on,
                file.days_late,
                view.say("submit.state.late", count=1) if file.days_late else view.say("submit.state.on_time"),
            )
            for file in one.deliveries
        ]
        never = view.say("submit.state.never")
        rows += [
            (named, owing_of(of.indicator, view.lang), code, regions.get(code).name, None, None, None, never)
            for of in one.missing
            for named in (ledger_name(of.indicator, view.desk.world, view.lang),)
            for code in of.units
        ]
    return Sheet(view.say("submit.list"), context_of(view), fields, tuple(rows))
