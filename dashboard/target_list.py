"""The list of targets beside the one that is looked at."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from dashboard import memory
from dashboard.frame import View
from dashboard.grid import Column, Link, Row, grid
from dashboard.links import address_with
from dashboard.wording import chip, chip_of
from finance_monitor.disclosure.shown import Shown

_ALL = ""
_HEIGHT = 640


def choose(view: View, found: Sequence[Shown]) -> str | None:
    """Draw the filters and the list; return the target chosen, the first of the list where none is."""
    ordered = sorted(found, key=lambda one: one.lifecycle != "in_force")
    listed = _of_status(view, _of_policy(view, ordered))
    if not listed:
        st.info(view.say("targets.none", region=view.region_name))
        return view.address.target
    chosen = view.address.target or listed[0].target.id
    columns = [Column(view.say("column.target")), Column(view.say("column.status"))]
    rows = [_row(view, one, chosen=one.target.id == chosen) for one in listed]
    address = address_with("targets", view.address.with_(indicator=None), "target")
    grid("target_list", view.say("targets.list"), columns, rows, _pick, _HEIGHT, address)
    return chosen


def _pick(target: str) -> None:
    memory.change(target=target, indicator=None)


def _of_policy(view: View, found: Sequence[Shown]) -> list[Shown]:
    key = "targets_policy"
    names = {_ALL: view.say("targets.all_policies")}
    names |= {one.policy.id: one.policy.short_title.in_(view.lang) for one in found}
    asked = view.address.policy
    st.session_state[key] = asked if asked in names else _ALL
    st.selectbox(
        view.say("targets.policy"),
        list(names),
        key=key,
        format_func=lambda policy: names[policy],
        on_change=lambda: memory.change(policy=st.session_state[key] or None, target=None),
    )
    return [one for one in found if st.session_state[key] in (_ALL, one.policy.id)]


def _of_status(view: View, found: Sequence[Shown]) -> list[Shown]:
    """Filter by status; only what occurs is offered."""
    statuses = list(dict.fromkeys(one.progress.status for one in found))
    if len(statuses) < 2:
        return list(found)
    names = {status: chip(status, "none", None, view.lang) for status in statuses}
    chosen = st.pills(
        view.say("targets.status"),
        statuses,
        selection_mode="multi",
        key="targets_status",
        wrap=True,
        format_func=lambda status: f"{names[status].symbol} {names[status].word}",
    )
    return [one for one in found if not chosen or one.progress.status in chosen]


def _row(view: View, one: Shown, *, chosen: bool) -> Row:
    return Row(
        (Link(one.target.title.in_(view.lang)), chip_of(one.progress, one.target, view.lang)),
        one.target.id,
        selected=chosen,
    )
