"""How fresh each ledger is: its newest data, its rhythm, who is overdue."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from dashboard import memory, quality_cache
from dashboard.downloads import context_of, downloads
from dashboard.frame import View
from dashboard.grid import Chip, Column, Link, Row, grid
from dashboard.headings import heading
from finance_monitor.disclosure.deliveries import Delivery
from finance_monitor.reports.sheet import Field, Sheet
from finance_monitor.written import NOTHING

_AT_FIRST = 12
_HEIGHT = 420
_ALL = "fresh"


def draw(view: View) -> None:
    """Draw the ledgers, then who brings the one picked, or whoever is overdue."""
    found = quality_cache.delivered(view.seat, view.region, view.as_of)
    if not found:
        return
    ledger = (view.address.view or "").partition("_")[2]
    picked = [one for one in found if one.ledger.id == ledger]
    st.caption(view.say("quality.fresh.about", region=view.region_name, day=view.say("day", on=view.as_of)))
    _ledgers(view, found, ledger)
    downloads(view, lambda: delivery_sheet(view, found), view.say("quality.section.fresh"), "quality_fresh")
    if picked:
        heading(view.say("quality.fresh.units", ledger=picked[0].ledger.title.in_(view.lang)))
        st.button(
            view.say("quality.all_ledgers"),
            key="quality_all",
            type="tertiary",
            on_click=memory.change,
            kwargs={"view": _ALL},
        )
        organisations(view, picked, "quality_units")
        return
    heading(view.say("quality.fresh.late"))
    late = [one for one in found if one.days_late]
    if late:
        organisations(view, late, "quality_late")
    else:
        st.caption(view.say("quality.fresh.none_late"))


def _ledgers(view: View, found: Sequence[Delivery], picked: str) -> None:
    by_ledger: dict[str, list[Delivery]] = {}
    for one in sorted(found, key=lambda one: one.ledger.id):
        by_ledger.setdefault(one.ledger.id, []).append(one)
    columns = [
        Column(view.say("quality.column.ledger")),
        Column(view.say("quality.column.organisations"), "number", wide=True),
        Column(view.say("quality.column.newest"), "fixed"),
        Column(view.say("quality.column.age"), "number"),
        Column(view.say("quality.column.oldest"), "fixed", wide=True),
        Column(view.say("quality.column.rhythm"), "fixed", wide=True),
        Column(view.say("quality.column.state")),
    ]
    late_first = sorted(by_ledger.values(), key=lambda own: -max(one.days_late for one in own))
    rows = [Row(_cells(view, own), own[0].ledger.id, selected=own[0].ledger.id == picked) for own in late_first]
    caption = view.say("quality.fresh.caption")
    grid("quality_ledgers", caption, columns, rows, lambda ledger: memory.change(view=f"fresh_{ledger}"), _HEIGHT)


def _cells(view: View, own: Sequence[Delivery]) -> tuple[str | Chip | Link, ...]:
    newest = max(one.stands_for_on for one in own)
    return (
        Link(own[0].ledger.title.in_(view.lang)),
        str(len({one.reported_by for one in own})),
        str(newest),
        str((view.as_of - newest).days),
        str(min(one.stands_for_on for one in own)),
        rhythm(view, own[0].ledger.rhythm_months),
        state(view, own),
    )


def rhythm(view: View, months: int | None) -> str:
    """Say how often a ledger is due."""
    if months is None:
        return view.say("quality.rhythm.none")
    return view.say("quality.rhythm.one") if months == 1 else view.say("quality.rhythm", months=months)


def state(view: View, own: Sequence[Delivery]) -> Chip:
    """Say whether anybody is overdue."""
    late = sum(one.days_late > 0 for one in own)
    if late:
        return Chip("▲", view.say("quality.state.late", count=late), "yellow")
    if not any(one.is_owed for one in own):
        return Chip(NOTHING, view.say("quality.state.not_asked"), "none")
    if own[0].ledger.rhythm_months is None:
        return Chip(NOTHING, view.say("quality.state.free"), "none")
    return Chip("✓", view.say("quality.state.on_time"), "green")


def organisations(view: View, found: Sequence[Delivery], key: str) -> None:
    """Draw one line for every organisation and region."""
    whole = st.session_state.get(f"{key}_all", False)
    columns = [
        Column(view.say("quality.column.ledger"), wide=True),
        Column(view.say("quality.column.by")),
        Column(view.say("column.region"), "unit", wide=True),
        Column(view.say("quality.column.newest"), "fixed"),
        Column(view.say("quality.column.due"), "fixed", wide=True),
        Column(view.say("quality.column.late"), "number"),
        Column(view.say("quality.column.batch"), "fixed", wide=True),
    ]
    rows = [
        Row(
            (
                one.ledger.title.in_(view.lang),
                one.reported_by,
                view.desk.regions.get(one.region_code).name,
                str(one.stands_for_on),
                str(one.due_on or NOTHING),
                str(one.days_late or NOTHING),
                one.newest,
            )
        )
        for one in (found if whole else found[:_AT_FIRST])
    ]
    grid(key, view.say("quality.column.by"), columns, rows, height=_HEIGHT if whole else None)
    if len(found) > _AT_FIRST:
        st.toggle(view.say("list.all", shown=_AT_FIRST, total=len(found)), key=f"{key}_all")


def delivery_sheet(view: View, found: Sequence[Delivery]) -> Sheet:
    """Return every organisation's files as a table."""
    names = ("ledger", "by", "code", "region", "newest", "due", "late", "files", "rows_in", "taken", "held", "batch")
    kinds = ("text", "text", "code", "text", "date", "date", *("number",) * 5, "code")
    fields = tuple(
        Field(
            name,
            view.say(f"column.{name}" if name in ("code", "region") else f"quality.column.{name}"),
            kind,  # type: ignore[arg-type]  # one of the four kinds, written out above
            0 if kind == "number" else None,
        )
        for name, kind in zip(names, kinds, strict=True)
    )
    rows = tuple(
        (
            one.ledger.title.in_(view.lang),
            one.reported_by,
            one.region_code,
            view.desk.regions.get(one.region_code).name,
            one.stands_for_on,
            one.due_on,
            one.days_late,
            one.files,
            one.rows_in,
            one.rows_taken,
            one.rows_held,
            one.newest,
        )
        for one in found
    )
    return Sheet(view.say("quality.fresh.caption"), context_of(view), fields, rows)
