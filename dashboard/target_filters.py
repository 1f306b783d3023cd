"""The filters over board and list: they stay as chosen for the session, in words and with one click to clear."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, get_args

import streamlit as st

from dashboard import memory
from dashboard.board_marks import code_of
from dashboard.frame import View
from dashboard.grid import Chip
from dashboard.headings import plain
from dashboard.wording import chip, partly
from finance_monitor.disclosure.shown import Shown
from finance_monitor.policy.model import Wording
from finance_monitor.progress.model import Status
from finance_monitor.progress.words import symbol
from finance_monitor.texts import Lang, say

# What was chosen, by widget: a widget that is not drawn for once forgets it.
_KEPT = "targets_filters"
_WORDING, _WORDS, _STATUS = "targets_wording", "targets_words", "targets_status"
# The order of the filter: the worst first; not shared out and reported in part are states of their own.
_STATUSES = (
    *("far_behind", "missed", "breached", "behind", "late", "on_track", "holding", "met", "reached", "not_reached"),
    *("trend", "partial", "unknown", "not_split", "context", "historic"),
)
_WORDINGS: tuple[Wording, ...] = ("stated", "absolute", "direction")


@dataclass(frozen=True, slots=True)
class Filtered:
    """The targets that are left, and the filters in words; no words: none is set."""

    targets: list[Shown]
    words: str


def filtered(view: View, found: Sequence[Shown], codes: Mapping[str, frozenset[str]] | None = None) -> Filtered:
    """Draw the filters in one line and return the targets they leave, those in force first.

    The document is chosen at the side. `codes` are the statuses a target has on the board: in the region itself or in
    a part of it.
    """
    ordered = sorted(found, key=lambda one: one.lifecycle != "in_force")
    policy = view.address.policy
    wording, words = st.columns(2, gap="small", vertical_alignment="bottom")
    with wording:
        left = _of_wording(view, [one for one in ordered if policy in (None, one.policy.id)])
    with words:
        left = _with_words(view, left)
    left = _of_status(view, left, codes or {})
    said = view.say("overview.join").join(_said(view, anywhere=bool(codes)))
    if said:
        _clearing(view, said, len(left))
    return Filtered(left, said)


def clear() -> None:
    """Take all filters back."""
    st.session_state[_KEPT] = {}
    memory.change(policy=None)


def _clearing(view: View, said: str, count: int) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="targets_filtered"):
        st.caption(plain(view.say("targets.filtered", filters=said, count=count)), width="content")
        st.button(view.say("targets.clear"), key="targets_clear", type="tertiary", on_click=clear)


def _said(view: View, *, anywhere: bool) -> Iterator[str]:
    """Say which filters are set, each with what was chosen."""
    join = view.say("overview.join")
    if policy := view.address.policy:
        title = view.desk.world.policies[policy].short_title.in_(view.lang)
        yield view.say("targets.filter", name=view.say("column.document"), value=title)
    if wordings := st.session_state.get(_WORDING):
        value = join.join(view.say(f"target.wording.{one}") for one in wordings)
        yield view.say("targets.filter", name=view.say("targets.wording"), value=value)
    if words := st.session_state.get(_WORDS):
        yield view.say("targets.filter", name=view.say("targets.words"), value=words)
    if statuses := st.session_state.get(_STATUS):
        value = join.join(_status_chip(one, view.lang).word for one in statuses)
        name = view.say("targets.status_anywhere" if anywhere else "targets.status")
        yield view.say("targets.filter", name=name, value=value)


def _restore(key: str, default: Any, offered: Sequence[str] | None = None) -> None:
    """Give a widget what was last chosen in it, as far as it is offered."""
    kept = st.session_state.get(_KEPT, {}).get(key, default)
    st.session_state[key] = kept if offered is None else [one for one in kept if one in offered]


def _keep(key: str) -> None:
    st.session_state[_KEPT] = st.session_state.get(_KEPT, {}) | {key: st.session_state[key]}


def _of_wording(view: View, found: Sequence[Shown]) -> list[Shown]:
    """Filter by what kind of demand the sentence makes."""
    _restore(_WORDING, [], _WORDINGS)
    chosen = st.pills(
        view.say("targets.wording"),
        _WORDINGS,
        selection_mode="multi",
        key=_WORDING,
        wrap=True,
        format_func=lambda wording: view.say(f"target.wording.{wording}"),
        on_change=_keep,
        args=(_WORDING,),
    )
    return [one for one in found if not chosen or one.target.wording in chosen]


def _with_words(view: View, found: Sequence[Shown]) -> list[Shown]:
    """Keep what has every word in its title, quote, clause, number or responsible units."""
    _restore(_WORDS, "")
    where = view.say("targets.words.where")
    asked = st.text_input(view.say("targets.words"), key=_WORDS, placeholder=where, on_change=_keep, args=(_WORDS,))
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
    _restore(_STATUS, [], statuses if len(statuses) > 1 else ())
    if len(statuses) < 2:
        return list(found)
    names = {status: _status_chip(status, view.lang) for status in statuses}
    chosen = st.pills(
        view.say("targets.status_anywhere" if codes else "targets.status"),
        statuses,
        selection_mode="multi",
        key=_STATUS,
        wrap=True,
        format_func=lambda status: f"{names[status].symbol} {names[status].word}",
        on_change=_keep,
        args=(_STATUS,),
    )
    return [one for one in found if not chosen or own[one.target.id] & set(chosen)]


def _status_chip(code: str, lang: Lang) -> Chip:
    """Return symbol and word of a status; two states that are no status of their own have their own words."""
    if code == "not_split":
        return Chip(symbol("context"), say("figure.state.not_split", lang), "none")
    if code == "partial":
        return Chip(symbol("unknown"), partly(lang), "none")
    return chip(next(status for status in get_args(Status) if status == code), "none", None, lang)
