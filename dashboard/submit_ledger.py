"""One ledger that is owed: who brings it, its template, its columns and checks."""

from __future__ import annotations

from functools import partial

import streamlit as st

from dashboard import submit_cache
from dashboard.downloads import XLSX, safe_name
from dashboard.frame import View
from dashboard.grid import Column, Row, grid
from dashboard.headings import heading, plain
from finance_monitor.ledgers.headers import header_of
from finance_monitor.ledgers.model import Column as LedgerColumn
from finance_monitor.ledgers.model import Ledger
from finance_monitor.reports.owed import Owed
from finance_monitor.reports.silence import asked_for
from finance_monitor.written import NOTHING

_HEIGHT = 320
_NAMED = 20


def draw(view: View, one: Owed) -> None:
    """Draw template, organisations and columns of a ledger."""
    ledger, title = one.ledger, one.ledger.title.in_(view.lang)
    heading(title)
    st.caption(plain(ledger.purpose.in_(view.lang)))
    name = view.say("submit.template.name", ledger=title, region=view.region_name)
    st.download_button(
        view.say("submit.template"),
        data=partial(submit_cache.template, ledger.id, view.region, view.lang),
        file_name=f"{safe_name(name)}.xlsx",
        mime=XLSX,
        key="submit_template",
        on_click="ignore",
        icon=":material/download:",
    )
    st.caption(view.say("submit.template.about", region=view.region_name))
    st.markdown(f"**{plain(view.say('submit.organisations'))}**")
    _organisations(view, one)
    st.markdown(f"**{plain(view.say('submit.columns'))}**")
    _columns(view, ledger)
    if ledger.checks:
        st.markdown(f"**{plain(view.say('submit.checks'))}**")
        _checks(view, ledger)


def _organisations(view: View, one: Owed) -> None:
    regions = view.desk.regions
    if one.deliveries:
        columns = [
            Column(view.say("submit.column.by")),
            Column(view.say("column.region"), "unit", wide=True),
            Column(view.say("submit.column.last"), "fixed"),
            Column(view.say("submit.column.due"), "fixed"),
            Column(view.say("submit.column.late"), "number"),
        ]
        rows = [
            Row(
                (
                    file.reported_by,
                    regions.get(file.region_code).name,
                    str(file.stands_for_on),
                    str(file.due_on or NOTHING),
                    str(file.days_late or NOTHING),
                )
            )
            for file in one.deliveries
        ]
        grid("submit_organisations", view.say("submit.organisations"), columns, rows, height=_HEIGHT)
    else:
        st.caption(view.say("submit.organisations.none"))
    for missing in one.missing:
        named = view.say("overview.join").join(regions.get(code).name for code in missing.units[:_NAMED])
        if len(missing.units) > _NAMED:
            named = view.say("overview.and_more", named=named, total=len(missing.units))
        asked = asked_for(missing.indicator, view.desk.world, view.lang)
        st.caption(plain(view.say("submit.never", asked=asked, count=len(missing.units), names=named)))


def _columns(view: View, ledger: Ledger) -> None:
    columns = [
        Column(view.say("submit.column.header"), "fixed"),
        Column(view.say("submit.column.needed"), "fixed"),
        Column(view.say("submit.column.type"), wide=True),
        Column(view.say("submit.column.note"), "long"),
    ]
    rows = [
        Row(
            (
                header_of(column),
                view.say("submit.needed") if column.required else "",
                view.say(f"ledger_page.type.{column.type}"),
                _note(view, column),
            )
        )
        for column in ledger.columns
    ]
    grid("submit_columns", view.say("submit.columns"), columns, rows, height=_HEIGHT)


def _note(view: View, column: LedgerColumn) -> str:
    """Say what a column holds: its name in English on an English page, its note, its choices."""
    join = view.say("ledger_page.join")
    notes = [column.en] if view.lang == "en" else []
    if column.note:
        notes.append(column.note.in_(view.lang))
    if column.choices:
        notes.append(view.say("ledger_page.choices", words=join.join(column.choices)))
    return view.say("ledger_page.note").join(notes)


def _checks(view: View, ledger: Ledger) -> None:
    columns = [
        Column(view.say("submit.column.check"), "long"),
        Column(view.say("submit.column.outcome"), "fixed"),
        Column(view.say("submit.column.remedy"), "long", wide=True),
    ]
    rows = [
        Row(
            (
                check.message.in_(view.lang),
                view.say(f"ledger_page.level.{check.level}"),
                check.remedy.in_(view.lang),
            )
        )
        for check in ledger.checks
    ]
    grid("submit_checks", view.say("submit.checks"), columns, rows, height=_HEIGHT)
