"""未报送与迟报: who is silent in which ledger, and who owes the next file."""

from __future__ import annotations

import streamlit as st

from dashboard import cache
from dashboard.frame import View
from dashboard.gap_list import open_pick
from dashboard.grid import Cell, Column, Link, Row, grid
from dashboard.headings import heading
from dashboard.links import address_of
from finance_monitor.progress.words import level_word
from finance_monitor.reports.silence import Silence

_AT_FIRST = 12
_NAMED = 4


def draw(view: View) -> None:
    """Draw the silent units, then the late files."""
    heading(view.say("silence.title"))
    silent = cache.silent(view.seat, view.region, view.as_of, view.lang)
    if silent:
        st.caption(view.say("silence.about"))
        _silent(view, silent)
    else:
        st.caption(view.say("silence.none"))
    _late(view)


def _silent(view: View, silent: tuple[Silence, ...]) -> None:
    whole = st.session_state.get("silent_all", False)
    columns = [
        Column(view.say("column.region"), "unit"),
        Column(view.say("silence.column.count"), "number"),
        Column(view.say("silence.column.units"), wide=True),
        Column(view.say("column.ledger")),
        Column(view.say("silence.column.owes")),
        Column(view.say("silence.column.targets"), "number", wide=True),
    ]
    rows = [Row(_cells(view, one)) for one in (silent if whole else silent[:_AT_FIRST])]
    grid("silent", view.say("silence.caption"), columns, rows, open_pick)
    if len(silent) > _AT_FIRST:
        st.toggle(view.say("list.all", shown=_AT_FIRST, total=len(silent)), key="silent_all")


def _cells(view: View, one: Silence) -> tuple[Cell, ...]:
    owes = view.say("overview.join").join(dict.fromkeys(one.owing))
    return _region(view, one), _count(view, one), _units(view, one), _ledgers(view, one), owes, str(len(one.targets))


def _region(view: View, one: Silence) -> Link | str:
    if one.region_code == view.region:
        return one.name
    inside = view.desk.regions.covers(view.region, one.region_code)
    if not inside:
        return one.name
    address = view.address.with_(region=one.region_code, target=None, policy=None, indicator=None, level=None)
    return Link(one.name, address_of("overview", address), f"overview  {one.region_code}")


def _count(view: View, one: Silence) -> str:
    level = level_word(one.level, len(one.units), view.lang)
    key = "silence.all" if one.is_all else "silence.count"
    return view.say(key, count=len(one.units), level=level)


def _units(view: View, one: Silence) -> str:
    named = view.say("overview.join").join(one.units[:_NAMED])
    if len(one.units) <= _NAMED:
        return named
    return view.say("overview.and_more", named=named, total=len(one.units))


def _ledgers(view: View, one: Silence) -> str:
    return view.say("overview.join").join(one.ledgers)


def _late(view: View) -> None:
    found = cache.late(view.seat, view.region, view.as_of)
    if not found:
        st.caption(view.say("late.none"))
        return
    st.caption(view.say("late.about", count=len(found)))
    columns = [
        Column(view.say("column.ledger")),
        Column(view.say("late.column.by")),
        Column(view.say("column.region"), wide=True),
        Column(view.say("late.column.last"), "fixed", wide=True),
        Column(view.say("late.column.due"), "fixed"),
        Column(view.say("late.column.days"), "number"),
    ]
    listed = found if st.session_state.get("late_all", False) else found[:_AT_FIRST]
    rows = [
        Row(
            (
                one.ledger.title.in_(view.lang),
                one.reported_by,
                view.desk.regions.get(one.region_code).name,
                str(one.last_on),
                str(one.due_on),
                view.say("late.days", days=one.days_late),
            )
        )
        for one in listed
    ]
    grid("late", view.say("late.caption"), columns, rows)
    if len(found) > _AT_FIRST:
        st.toggle(view.say("list.all", shown=_AT_FIRST, total=len(found)), key="late_all")
