"""The overview's documents: how many targets stand where, and every document with its targets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import streamlit as st

from dashboard.frame import View
from dashboard.gap_list import open_pick
from dashboard.grid import Chip, Column, Link, Row, grid
from dashboard.headings import COLOURS, heading, plain
from dashboard.links import address_of
from dashboard.wording import actual, bar, chip_of, document, result_of, wanted
from finance_monitor.disclosure.shown import Shown
from finance_monitor.policy.model import Lifecycle

# In force first; what has ended comes last and stays out of the headline.
_ORDER: tuple[Lifecycle, ...] = ("in_force", "not_yet", "adjusted", "expired", "repealed")
_LIGHT_ORDER = {"red": 0, "yellow": 1, "green": 2, "none": 3}


def headline(view: View, found: Sequence[Shown]) -> None:
    """Draw one line of counts by status over the targets in force; what has ended is not among them."""
    in_force = [one for one in found if one.lifecycle == "in_force"]
    if not in_force:
        st.info(view.say("overview.none_in_force", region=view.region_name))
        return
    counts(view, in_force)


def counts(view: View, found: Sequence[Shown]) -> None:
    """Draw how many targets stand where: symbol, word and number, in one line of badges."""
    badges = [
        f":{COLOURS[chip.light]}-badge[{plain(_counted(view, chip, count))}]" for chip, count in _chips(view, found)
    ]
    st.markdown(" ".join(badges), width="content")


def _counted(view: View, chip: Chip, count: int) -> str:
    return view.say("overview.count", symbol=chip.symbol, word=chip.word, count=count)


def _chips(view: View, found: Sequence[Shown]) -> list[tuple[Chip, int]]:
    chips = Counter(result_of(one.progress, one.target, view.lang) for one in found)
    return sorted(chips.items(), key=lambda item: _LIGHT_ORDER[item[0].light])


def policies(view: View, found: Sequence[Shown]) -> None:
    """Draw a card for every document, in force first; its targets open on demand."""
    by_policy: dict[str, list[Shown]] = {}
    for one in found:
        by_policy.setdefault(one.policy.id, []).append(one)
    heading(view.say("overview.documents"))
    for targets in sorted(by_policy.values(), key=lambda own: _ORDER.index(own[0].lifecycle)):
        _card(view, targets)


def _card(view: View, targets: Sequence[Shown]) -> None:
    policy, lifecycle = targets[0].policy, targets[0].lifecycle
    with st.container(border=True, gap="small"):
        colour = "blue" if lifecycle == "in_force" else "gray"
        heading(policy.short_title.in_(view.lang), (view.say(f"lifecycle.{lifecycle}"), colour))
        term = view.say("policy.until", on=view.say("day", on=policy.effective_to)) if policy.effective_to else ""
        past = view.say("policy.past") if lifecycle not in ("in_force", "not_yet") else ""
        st.caption(plain(view.say("policy.line", document=document(policy, view.lang), term=term, past=past)))
        counts(view, targets)
        key = f"targets_of_{policy.id}"
        box = st.expander(view.say("overview.targets", count=len(targets)), key=key, on_change="rerun")
        if box.open:
            with box:
                _targets(view, policy.id, targets)


def _targets(view: View, key: str, targets: Sequence[Shown]) -> None:
    columns = [
        Column(view.say("column.target")),
        Column(view.say("column.actual"), "number"),
        Column(view.say("column.goal"), "number", wide=True),
        Column(view.say("column.completion")),
        Column(view.say("column.status")),
        Column(view.say("column.map"), wide=True),
    ]
    rows = [
        Row(
            (
                target_link(view, one),
                actual(one, one.progress, view.lang),
                wanted(one, one.progress, view.lang),
                bar(one.progress.completion_pct, view.lang),
                chip_of(one.progress, one.target, view.lang),
                _map_link(view, one),
            )
        )
        for one in targets
    ]
    grid(f"policy_{key}", view.say("overview.targets_of", title=targets[0].policy.title), columns, rows, open_pick)


def target_link(view: View, one: Shown) -> Link:
    """Return a link to a target's own page."""
    address = view.address.with_(target=one.target.id, indicator=None, policy=None)
    return Link(
        one.target.title.in_(view.lang), address_of("targets", address), f"targets {one.target.id} {view.region}"
    )


def _map_link(view: View, one: Shown) -> Link:
    address = view.address.with_(target=one.target.id, indicator=None, level=None)
    return Link(view.say("overview.to_map"), address_of("map", address), f"map {one.target.id} {view.region}")
