"""逾期时长: what is overdue for how long."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import streamlit as st

from dashboard import loans_cache
from dashboard.downloads import context_of, downloads
from dashboard.frame import View
from dashboard.grid import Bar, Column, Row, grid
from dashboard.headings import heading
from dashboard.lending import axis_unit, named_in, said
from dashboard.wording import figure_value
from finance_monitor.disclosure.told import Told
from finance_monitor.reports.sheet import Field, Sheet
from finance_monitor.written import NOTHING


def ages(view: View) -> None:
    """Draw what is overdue for how long; the list of balances it comes from is not narrowed."""
    heading(view.say("loans_page.ages"))
    found = loans_cache.ages_of(view.seat, view.region, view.as_of)
    if all(one.figure.state == "missing" for one in found):
        st.caption(view.say("loans_page.ages.missing"))
        return
    whole = sum((one.figure.value for one in found if one.figure.value), Decimal(0))
    columns = [
        Column(view.say("dimension.age"), "fixed"),
        Column(
            named_in(view, view.say("loans_page.name.loans_overdue_amount"), axis_unit(view, found[0].indicator.id)),
            "number",
        ),
        Column(view.say("loans_page.column.of_shown")),
    ]
    rows = [
        Row((view.say(f"loans_page.age.{at}"), _age(view, one), _share(view, one, whole)))
        for at, one in enumerate(found)
    ]
    grid("ages", view.say("loans_page.ages"), columns, rows)
    st.caption(view.say("loans_page.ages.about" if not view.where else "loans_page.ages.not_narrowed"))
    downloads(view, lambda: _ages_sheet(view, found), view.say("loans_page.ages"), "ages")


def _age(view: View, one: Told) -> str:
    return figure_value(one.figure) if one.figure.value is not None else said(view, one.figure)


def _share(view: View, one: Told, whole: Decimal) -> Bar | str:
    if not one.figure.value or not whole:
        return NOTHING
    share = one.figure.value * 100 / whole
    return Bar(float(share), view.say("figure.pct", pct=f"{share:.1f}"))


def _ages_sheet(view: View, found: Sequence[Told]) -> Sheet:
    fields = (
        Field("age", view.say("dimension.age"), "text"),
        Field(
            "value",
            named_in(view, view.say("loans_page.name.loans_overdue_amount"), axis_unit(view, found[0].indicator.id)),
            "number",
            2,
        ),
    )
    rows = tuple((view.say(f"loans_page.age.{at}"), one.figure.value) for at, one in enumerate(found))
    return Sheet(view.say("loans_page.ages"), context_of(view), fields, rows)
