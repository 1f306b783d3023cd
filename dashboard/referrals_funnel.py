"""办贷转化: the steps of the referrals, and where every one of them stands now."""

from __future__ import annotations

import streamlit as st

from dashboard.downloads import context_of, downloads
from dashboard.frame import View
from dashboard.grid import Bar, Column, Row, grid
from dashboard.headings import heading
from dashboard.lending import said
from finance_monitor.reports.funnel import Aged, Funnel
from finance_monitor.reports.sheet import Field, Sheet
from finance_monitor.written import NOTHING, number

_HUNDRED = 100.0


def steps(view: View, found: Funnel) -> None:
    """Draw the steps: how many, of the step before, of all."""
    heading(view.say("referrals_page.steps"))
    columns = [
        Column(view.say("referrals_page.column.step"), "fixed"),
        Column(view.say("referrals_page.column.cases"), "number"),
        Column(view.say("referrals_page.column.of_before"), "number"),
        Column(view.say("referrals_page.column.of_all")),
    ]
    rows = [
        Row(
            (
                view.say(f"referrals_page.step.{step.key}"),
                said(view, step.told.figure) if step.count is None else number(step.count),
                NOTHING if step.of_before_pct is None else view.say("figure.pct", pct=step.of_before_pct),
                _bar(view, _HUNDRED if step.key == "pushed" and step.count else step.of_all_pct),
            )
        )
        for step in found.steps
    ]
    grid("funnel", view.say("referrals_page.steps"), columns, rows)
    st.caption(view.say("referrals_page.steps.about"))
    pushed, accepted = found.step("pushed").told, found.step("accepted").told
    if accepted.units_reported < pushed.units_reported and accepted.figure.value is not None:
        counts = {"pushed": pushed.units_reported, "accepted": accepted.units_reported}
        st.caption(view.say("referrals_page.steps.uneven", **counts))
    downloads(view, lambda: _steps_sheet(view, found), view.say("referrals_page.steps"), "funnel")


def standings(view: View, found: Funnel) -> None:
    """Draw where every referral stands now: the places add up to all that were pushed."""
    heading(view.say("referrals_page.standings"))
    columns = [
        Column(view.say("referrals_page.column.place"), "fixed"),
        Column(view.say("referrals_page.column.cases"), "number"),
        Column(view.say("referrals_page.column.of_all")),
    ]
    rows = [
        Row(
            (
                view.say(f"referrals_page.place.{one.place}"),
                view.say("figure.state.missing") if one.count is None else number(one.count),
                _bar(view, one.of_all_pct),
            )
        )
        for one in found.standings
        if one.count != 0 or one.place != "no_result"
    ]
    grid("standings", view.say("referrals_page.standings"), columns, rows)
    downloads(view, lambda: _standings_sheet(view, found), view.say("referrals_page.standings"), "standings")


def ages(view: View, found: Funnel) -> None:
    """Draw how long the open ones have been at the bank."""
    heading(view.say("referrals_page.ages"))
    columns = [
        Column(view.say("referrals_page.column.days"), "fixed"),
        Column(view.say("referrals_page.column.cases"), "number"),
    ]
    rows = [
        Row((age_word(view, one), view.say("figure.state.missing") if one.count is None else number(one.count)))
        for one in found.ages
    ]
    whole = found.waiting.figure
    rows.insert(0, Row((view.say("referrals_page.ages.all"), _count(view, whole.value, whole.state)), whole=True))
    grid("ages", view.say("referrals_page.ages"), columns, rows)
    st.caption(view.say("referrals_page.ages.about"))


def age_word(view: View, one: Aged) -> str:
    """Say how long: 7至17天, 30天以上."""
    if one.to_days is None:
        return view.say("referrals_page.age.from", days=one.from_days)
    return view.say("referrals_page.age", first=one.from_days, last=one.to_days)


def _count(view: View, value: object, state: str) -> str:
    return view.say(f"figure.state.{state}") if value is None else number(int(str(value)))


def _bar(view: View, pct: object) -> Bar | str:
    if pct is None:
        return NOTHING
    share = float(str(pct))
    return Bar(min(share, _HUNDRED), view.say("figure.pct", pct=f"{share:.1f}"))


def _steps_sheet(view: View, found: Funnel) -> Sheet:
    fields = (
        Field("step", view.say("referrals_page.column.step"), "text"),
        Field("cases", view.say("referrals_page.column.cases"), "number", 0),
        Field("of_before", view.say("referrals_page.column.of_before"), "number", 1),
        Field("of_all", view.say("referrals_page.column.of_all"), "number", 1),
    )
    rows = tuple(
        (view.say(f"referrals_page.step.{step.key}"), step.count, step.of_before_pct, step.of_all_pct)
        for step in found.steps
    )
    return Sheet(view.say("referrals_page.steps"), context_of(view), fields, rows)


def _standings_sheet(view: View, found: Funnel) -> Sheet:
    fields = (
        Field("place", view.say("referrals_page.column.place"), "text"),
        Field("cases", view.say("referrals_page.column.cases"), "number", 0),
        Field("of_all", view.say("referrals_page.column.of_all"), "number", 1),
    )
    rows = [(view.say(f"referrals_page.place.{one.place}"), one.count, one.of_all_pct) for one in found.standings]
    aged = [(view.say("referrals_page.place.aged", days=age_word(view, one)), one.count, None) for one in found.ages]
    return Sheet(view.say("referrals_page.standings"), context_of(view), fields, (*rows, *aged))
