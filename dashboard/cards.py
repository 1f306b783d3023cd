"""The overview: counts of lights, what lags behind and where, a card for every document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import streamlit as st

from dashboard import memory
from dashboard.frame import View
from dashboard.grid import Column, Link, Row, grid
from dashboard.headings import COLOURS, heading, plain
from dashboard.links import address_of
from dashboard.wording import actual, bar, chip_of, document, lack, wanted
from finance_monitor.disclosure.shown import Shown
from finance_monitor.policy.model import Lifecycle
from finance_monitor.progress.window import goal_of
from finance_monitor.texts import Lang, say

# In force first; what has ended comes last and stays out of the headline.
_ORDER: tuple[Lifecycle, ...] = ("in_force", "not_yet", "adjusted", "expired", "repealed")
_LIGHT_ORDER = {"red": 0, "yellow": 1, "green": 2, "none": 3}
_UNITS_NAMED = 6


def counts(found: Sequence[Shown], lang: Lang) -> None:
    """Draw how many targets stand where: symbol, word and number."""
    chips = Counter(chip_of(one.progress, one.target, lang) for one in found)
    ordered = sorted(chips.items(), key=lambda item: _LIGHT_ORDER[item[0].light])
    with st.container(horizontal=True, gap="small"):
        for chip, count in ordered:
            label = say("overview.count", lang, symbol=chip.symbol, word=chip.word, count=count)
            st.badge(label, color=COLOURS[chip.light])


def headline(view: View, found: Sequence[Shown]) -> None:
    """Draw the targets in force: how many lag behind, which, and the units that hold them back."""
    in_force = [one for one in found if one.lifecycle == "in_force"]
    if not in_force:
        st.info(view.say("overview.none_in_force", region=view.region_name))
        return
    lagging = [one for one in in_force if one.progress.light in ("red", "yellow")]
    key = "overview.lagging" if lagging else "overview.none_lagging"
    st.markdown(view.say(key, count=len(in_force), lagging=len(lagging)))
    counts(in_force, view.lang)
    lacking = [one for one in in_force if one in lagging or _lacks_units(one)]
    if lacking:
        heading(view.say("overview.gaps"))
        _gaps(view, sorted(lacking, key=lambda one: _LIGHT_ORDER[one.progress.light]))


def _lacks_units(one: Shown) -> bool:
    """Say whether a target that is on its way still lacks some of its units."""
    progress = one.progress
    return progress.status == "on_track" and progress.units_reached is not None and bool(progress.shortfall)


def _gaps(view: View, lacking: Sequence[Shown]) -> None:
    columns = [
        Column(view.say("column.target")),
        Column(view.say("column.document"), wide=True),
        Column(view.say("column.status")),
        Column(view.say("column.actual"), "number", wide=True),
        Column(view.say("column.units_lacking")),
    ]
    rows = [
        Row(
            (
                target_link(view, one),
                one.policy.short_title.in_(view.lang),
                chip_of(one.progress, one.target, view.lang),
                actual(one, one.progress, view.lang),
                _units(one, view.lang),
            )
        )
        for one in lacking
    ]
    grid("gaps", view.say("overview.gaps"), columns, rows, _open)


def _units(one: Shown, lang: Lang) -> str:
    """Name the units that lack something, in the order of their codes."""
    goal = goal_of(one.target, one.progress.part_id)
    named = [
        say("overview.unit", lang, name=one.names.get(short.region_code, ""), lack=lack(short, goal, lang))
        for short in one.progress.shortfall[:_UNITS_NAMED]
    ]
    said = say("overview.join", lang).join(named)
    total = len(one.progress.shortfall)
    return said if total <= _UNITS_NAMED else say("overview.and_more", lang, named=said, total=total)


def target_link(view: View, one: Shown) -> Link:
    """Return a link to a target's own page."""
    target = one.target
    address = view.address.with_(target=target.id, indicator=None, policy=None)
    return Link(target.title.in_(view.lang), address_of("targets", address), f"targets {target.id}")


def map_link(view: View, one: Shown) -> Link:
    """Return a link to a target's map."""
    address = view.address.with_(target=one.target.id, indicator=None, level=None)
    return Link(view.say("overview.to_map"), address_of("map", address), f"map {one.target.id}")


def _open(pick: str) -> None:
    page, target = pick.split(" ", 1)
    memory.go(page, target=target, indicator=None, level=None, policy=None)


def policies(view: View, found: Sequence[Shown]) -> None:
    """Draw a card for every document, in force first."""
    by_policy: dict[str, list[Shown]] = {}
    for one in found:
        by_policy.setdefault(one.policy.id, []).append(one)
    for targets in sorted(by_policy.values(), key=lambda own: _ORDER.index(own[0].lifecycle)):
        _card(view, targets)


def _card(view: View, targets: Sequence[Shown]) -> None:
    policy, lifecycle = targets[0].policy, targets[0].lifecycle
    with st.container(border=True):
        colour = "blue" if lifecycle == "in_force" else "gray"
        heading(policy.short_title.in_(view.lang), (view.say(f"lifecycle.{lifecycle}"), colour))
        term = view.say("policy.until", on=view.say("day", on=policy.effective_to)) if policy.effective_to else ""
        st.caption(plain(view.say("policy.line", document=document(policy, view.lang), term=term)))
        if lifecycle not in ("in_force", "not_yet"):
            st.caption(view.say("policy.past"))
        if len(targets) > 1:
            counts(targets, view.lang)
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
                map_link(view, one),
            )
        )
        for one in targets
    ]
    grid(f"policy_{key}", view.say("overview.targets_of", title=targets[0].policy.title), columns, rows, _open)
