"""What narrows the figures, at the side: policy, product, bank, category of person; and what of it is active."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import streamlit as st

from dashboard import cache, memory
from dashboard.address import FILTERS, Address, Notice
from dashboard.seat import Seat
from finance_monitor.disclosure.splits import values_of
from finance_monitor.texts import Lang

if TYPE_CHECKING:
    from dashboard.frame import View

_ALL = ""
_POLICY = "policy"


def draw(view: View) -> None:
    """Draw one choice for each dimension the page follows."""
    if not view.by_policy and not view.narrows:
        return
    with st.container(key="side_rows_filters", gap="xsmall"):
        if view.by_policy:
            _choice(view, _POLICY, _policies(view))
        for dimension in view.narrows:
            words = choices(view.seat, dimension, view.lang)
            if words:
                _choice(view, dimension, words)


@st.cache_resource(max_entries=200, show_spinner=False)
def choices(seat: Seat, dimension: str, lang: Lang) -> Mapping[str, str]:
    """Return the values of a dimension that occur in the viewer's records, with their words."""
    return {value: word.in_(lang) for value, word in values_of(cache.desk(seat), dimension)}


def absent(seat: Seat, address: Address, narrows: tuple[str, ...]) -> list[Notice]:
    """Return a notice for each value of the address that no record has, as far as the page follows it."""
    return [
        Notice(f"absent_{dimension}", {"text": value})
        for dimension, value in address.filters()
        if dimension in narrows and value not in choices(seat, dimension, address.lang)
    ]


def without_absent(address: Address, notices: list[Notice]) -> Address:
    """Take what no record has out of an address."""
    return address.with_(**{notice.key.removeprefix("absent_"): None for notice in notices})


def active(view: View) -> tuple[str, ...]:
    """Return what narrows this page, as words."""
    found = []
    if view.by_policy and view.address.policy:
        title = view.desk.world.policies[view.address.policy].short_title.in_(view.lang)
        found.append(_told(view, _POLICY, title))
    for dimension, value in view.where:
        found.append(_told(view, dimension, choices(view.seat, dimension, view.lang).get(value, value)))
    return tuple(found)


def not_followed(view: View) -> str:
    """Say which choices of the address this page does not follow; empty where there are none."""
    followed = {*view.narrows, *((_POLICY,) if view.by_policy else ())}
    chosen = [name for name in (_POLICY, *FILTERS) if getattr(view.address, name) and name not in followed]
    words = view.say("frame.join").join(view.say(f"side.filter.{name}") for name in chosen)
    return view.say("frame.not_followed", dimensions=words) if chosen else ""


def clear() -> None:
    """Take every choice out of the address."""
    memory.change(**dict.fromkeys((_POLICY, *FILTERS)))


def _told(view: View, dimension: str, value: str) -> str:
    return view.say("frame.filter", dimension=view.say(f"side.filter.{dimension}"), value=value)


def _policies(view: View) -> Mapping[str, str]:
    """Return the documents that speak of the region or of a part of it, and the one chosen."""
    known = view.desk.regions
    return {
        policy.id: policy.short_title.in_(view.lang)
        for policy in view.desk.world.policies.values()
        if known.covers(policy.region, view.region)
        or known.covers(view.region, policy.region)
        or policy.id == view.address.policy
    }


def _choice(view: View, name: str, words: Mapping[str, str]) -> None:
    key = f"side_{name}"
    names = {_ALL: view.say(f"side.filter.all.{name}")} | dict(words)
    st.session_state[key] = getattr(view.address, name) or _ALL
    changes = {"target": None} if name == _POLICY else {}
    st.selectbox(
        view.say(f"side.filter.{name}"),
        list(names),
        key=key,
        format_func=lambda value: names[value],
        on_change=lambda: memory.change(**{name: st.session_state[key] or None}, **changes),
    )
