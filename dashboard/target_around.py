"""What stands around one target: figures beside it, shares, what is missing, open points, other documents."""

from __future__ import annotations

import streamlit as st

from dashboard import cache
from dashboard.cards import target_link
from dashboard.frame import View
from dashboard.gap_list import open_pick
from dashboard.grid import Cell, Column, Row, grid
from dashboard.headings import plain
from dashboard.wording import actual, chip_of, wanted
from finance_monitor.disclosure.shown import Shown
from finance_monitor.policy.model import Policy, Target
from finance_monitor.reports.around import Around
from finance_monitor.written import NOTHING


def figures_beside(view: View, around: Around) -> None:
    """Draw the figures that stand beside the target's own and are not judged."""
    if not around.beside:
        return
    st.caption(view.say("target.beside"))
    with st.container(horizontal=True, gap="medium"):
        for one in around.beside:
            st.metric(one.name, one.said, width="content")


def beside_it(view: View, around: Around) -> None:
    """Say what the figure must not be taken for, how the target was shared out, what is missing, and who is silent."""
    for line in filter(None, (*around.caveats, *around.sharing, around.missing, around.silent)):
        st.markdown(f"- {plain(line)}")


def apart(view: View, shown: Shown, around: Around) -> None:
    """Draw what is still to be decided, what other documents say, and what was assumed."""
    if around.open_points:
        st.markdown(f"**{view.say('target.open_points')}**")
        for question, decided in around.open_points:
            st.markdown(view.say("target.open_point", question=plain(question), decided=plain(decided)))
    if around.others:
        st.markdown(f"**{view.say('target.others')}**")
        _others(view, around)
        for line in around.parameters:
            st.markdown(f"- {plain(line)}")
    if around.assumptions:
        with st.expander(view.say("target.assumed", count=len(around.assumptions))):
            st.markdown("\n".join(f"- {plain(text)}" for text in around.assumptions))


def _others(view: View, around: Around) -> None:
    """List the targets of other documents that ask of the same indicator, with their answer here."""
    here = {one.target.id: one for one in cache.all_targets(view.seat, view.region, view.as_of)}
    columns = [
        Column(view.say("column.document")),
        Column(view.say("column.target")),
        Column(view.say("column.actual"), "number", wide=True),
        Column(view.say("column.goal"), "number", wide=True),
        Column(view.say("column.status")),
    ]
    rows = [Row(_cells(view, policy, target, here.get(target.id))) for policy, target in around.others]
    grid("others", view.say("target.others"), columns, rows, open_pick)


def _cells(view: View, policy: Policy, target: Target, one: Shown | None) -> tuple[Cell, ...]:
    title = policy.short_title.in_(view.lang)
    if one is None:
        return title, target.title.in_(view.lang), NOTHING, NOTHING, view.say("target.not_here")
    return (
        title,
        target_link(view, one),
        actual(one, one.progress, view.lang),
        wanted(one, one.progress, view.lang),
        chip_of(one.progress, one.target, view.lang),
    )
