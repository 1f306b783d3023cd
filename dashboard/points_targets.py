"""The targets a page's figures are held against, with light and clause; and what is missing where nothing is known."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from dashboard import figure_cache
from dashboard.cards import target_link
from dashboard.frame import View
from dashboard.gap_list import open_pick
from dashboard.grid import Column, Note, Row, Stack, grid
from dashboard.headings import heading, plain
from dashboard.wording import actual, bar, chip_of, wanted
from finance_monitor.disclosure.shown import Shown


def targets(view: View, found: Sequence[Shown], key: str) -> None:
    """Draw the targets in the order of their documents."""
    heading(view.say("points.targets"))
    if not found:
        st.caption(view.say("points.no_targets", region=view.region_name))
        return
    columns = [
        Column(view.say("column.target")),
        Column(view.say("column.actual"), "number"),
        Column(view.say("column.goal"), "number", wide=True),
        Column(view.say("column.completion"), wide=True),
        Column(view.say("column.status")),
    ]
    rows = [
        Row(
            (
                Stack((target_link(view, one), Note(_clause(view, one)))),
                actual(one, one.progress, view.lang),
                wanted(one, one.progress, view.lang),
                bar(one.progress.completion_pct, view.lang),
                chip_of(one.progress, one.target, view.lang),
            )
        )
        for one in found
    ]
    grid(f"{key}_targets", view.say("points.targets"), columns, rows, open_pick)


def _clause(view: View, one: Shown) -> str:
    return view.say("points.clause", document=one.policy.short_title.in_(view.lang), clause=one.target.clause)


def concerns_nobody(view: View, indicators: Sequence[str], found: Sequence[Shown]) -> bool:
    """Say, and return so, that the region has neither a target of this business nor a record."""
    states = {figure_cache.told(view.seat, name, view.region, view.as_of).figure.state for name in indicators}
    if found or states != {"missing"}:
        return False
    st.info(view.say("points.neither"))
    return True


def nothing(view: View, indicator: str, ledgers: Sequence[str], found: Sequence[Shown]) -> None:
    """Say that there is none, or, where nobody has reported, which ledgers are missing and who would bring them in."""
    if figure_cache.told(view.seat, indicator, view.region, view.as_of).figure.state != "missing":
        st.info(view.say("points.none", region=view.region_name))
        return
    known = view.desk.world.ledgers
    join = view.say("overview.join")
    titles = join.join(view.say("points.ledger", title=known[name].title.in_(view.lang)) for name in ledgers)
    leads = list(dict.fromkeys(unit for one in found for unit in one.target.units_lead))
    by = join.join(leads) if leads else view.say("points.by_organisations")
    st.info(plain(view.say("points.nothing", region=view.region_name, ledgers=titles, by=by)))
