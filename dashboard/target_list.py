"""The list of targets beside the one that is looked at, and the filters over it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import get_args

import streamlit as st

from dashboard import memory
from dashboard.board_marks import code_of
from dashboard.frame import View
from dashboard.grid import Chip, Column, Link, Row, grid
from dashboard.links import rows_to
from dashboard.wording import chip, chip_of, partly
from finance_monitor.disclosure.shown import Shown
from finance_monitor.policy.model import Wording
from finance_monitor.progress.model import Status
from finance_monitor.progress.words import symbol
from finance_monitor.texts import Lang, say

_ALL = ""
_HEIGHT = 620
# The order of the filter: the worst first; not shared out and reported in part are states of their own.
_STATUSES = (
    *("far_behind", "missed", "breached", "behind", "late", "on_track", "holding", "met", "reached", "not_reached"),
    *("trend", "partial", "unknown", "not_split", "context", "historic"),
)
_WORDINGS: tuple[Wording, ...] = ("stated", "absolute", "direction")


def filtered(view: View, found: Sequence[Shown], codes: Mapping[str, frozenset[str]] | None = None) -> list[Shown]:
    """Draw the filters in one line and return the targets they leave, those in force first.

    `codes` are the statuses a target has on the board, in the region itself or in a part of it.
    """
    ordered = sorted(found, key=lambda one: one.lifecycle != "in_force")
    document, wording, words = st.columns([2, 2, 2], gap="small", vertical_alignment="bottom")
    with document:
        left = _of_policy(view, ordered)
    with wording:
        left = _of_wording(view, left)
    with words:
        left = _with_words(view, left)
    return _of_status(view, left, codes or {})


def choose(view: View, listed: Sequence[Shown]) -> str | None:
    """Draw the list; return the target chosen, the first of the list where none is."""
    if not listed:
        st.info(view.say("targets.none", region=view.region_name))
        return view.address.target
    chosen = view.address.target or listed[0].target.id
    st.caption(view.say("targets.count", count=len(listed)))
    columns = [Column(view.say("column.target")), Column(view.say("column.status"))]
    address = rows_to("targets", "target", indicator=None, view="list")
    grid("target_list", view.say("targets.list"), columns, list(_rows(view, listed, chosen)), _pick, _HEIGHT, address)
    return chosen


def _rows(view: View, listed: Sequence[Shown], chosen: str) -> Iterator[Row]:
    """Yield the targets of each document under its name."""
    for _, own in groupby(listed, key=lambda one: one.policy.id):
        targets = list(own)
        word = view.say(f"lifecycle.{targets[0].lifecycle}")
        name = targets[0].policy.short_title.in_(view.lang)
        yield Row((view.say("targets.of_document", document=name, lifecycle=word, count=len(targets)),), whole=True)
        for one in targets:
            cells = (Link(one.target.title.in_(view.lang)), chip_of(one.progress, one.target, view.lang))
            yield Row(cells, one.target.id, selected=one.target.id == chosen)


def _pick(target: str) -> None:
    memory.change(target=target, indicator=None, view="list")


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


def _of_wording(view: View, found: Sequence[Shown]) -> list[Shown]:
    """Filter by what kind of demand the sentence makes."""
    chosen = st.pills(
        view.say("targets.wording"),
        _WORDINGS,
        selection_mode="multi",
        key="targets_wording",
        wrap=True,
        format_func=lambda wording: view.say(f"target.wording.{wording}"),
    )
    return [one for one in found if not chosen or one.target.wording in chosen]


def _with_words(view: View, found: Sequence[Shown]) -> list[Shown]:
    """Keep what has every word in its title, quote, clause, number or responsible units."""
    label = view.say("targets.words")
    asked = st.text_input(label, key="targets_words", placeholder=view.say("targets.words.where"))
    words = asked.casefold().split()
    return [one for one in found if all(word in _text(one) for word in words)]


def _text(one: Shown) -> str:
    target = one.target
    parts = (target.id, target.title.zh, target.title.en, target.quote, target.clause, *target.units_lead)
    return "\n".join(parts).casefold()


def _of_status(view: View, found: Sequence[Shown], codes: Mapping[str, frozenset[str]]) -> list[Shown]:
    """Filter by status; only what occurs is offered, the worst first."""
    own = {one.target.id: codes.get(one.target.id, frozenset()) | {code_of(one.progress)} for one in found}
    statuses = [status for status in _STATUSES if any(status in those for those in own.values())]
    if len(statuses) < 2:
        return list(found)
    names = {status: _status_chip(status, view.lang) for status in statuses}
    chosen = st.pills(
        view.say("targets.status_anywhere" if codes else "targets.status"),
        statuses,
        selection_mode="multi",
        key="targets_status",
        wrap=True,
        format_func=lambda status: f"{names[status].symbol} {names[status].word}",
    )
    return [one for one in found if not chosen or own[one.target.id] & set(chosen)]


def _status_chip(code: str, lang: Lang) -> Chip:
    """Return symbol and word of a status; two states that are no status of their own have their own words."""
    if code == "not_split":
        return Chip(symbol("context"), say("figure.state.not_split", lang), "none")
    if code == "partial":
        return Chip(symbol("unknown"), partly(lang), "none")
    return chip(next(status for status in get_args(Status) if status == code), "none", None, lang)
