"""The list of indicators by ledger, found by words; and the one that is looked at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

import streamlit as st

from dashboard import memory
from dashboard.downloads import context_of, downloads
from dashboard.frame import View
from dashboard.grid import Column, Link, Row, grid
from dashboard.links import rows_to
from finance_monitor.indicators.model import Indicator
from finance_monitor.policy.model import Policy, Target
from finance_monitor.progress.window import goals_of
from finance_monitor.reports.sheet import Field, Kind, Sheet
from finance_monitor.texts import Lang, say
from finance_monitor.world import world

_HEIGHT = 640
_FIELDS = ("id", "zh", "en", "unit", "nature", "numerator", "denominator", "ledgers", "sensitivity", "targets")


def choose(view: View) -> Indicator | None:
    """Draw search, list and files; return the indicator of the address, else the first found."""
    asked = st.text_input(view.say("methods.find"), key="methods_words", placeholder=view.say("methods.find.where"))
    words = tuple(asked.casefold().split())
    found = [one for one in view.desk.world.indicators.values() if all(word in _text(one.id) for word in words)]
    chosen = view.desk.world.indicators.get(view.address.indicator or "")
    if not found:
        st.info(view.say("methods.none"))
        return chosen
    st.caption(view.say("methods.count", count=len(found)))
    groups = list(_groups(found, view.lang))
    chosen = chosen or groups[0][1][0]
    columns = [
        Column(view.say("methods.column.indicator")),
        Column(view.say("methods.column.unit"), "fixed", wide=True),
        Column(view.say("methods.column.targets"), "number"),
    ]
    address = rows_to("methods", "indicator")
    rows = list(_rows(view, groups, chosen))
    grid("methods_list", view.say("methods.list"), columns, rows, _pick, _HEIGHT, address)
    downloads(view, lambda: _sheet(view), view.say("methods.download"), "methods")
    return chosen


def _pick(indicator: str) -> None:
    memory.change(indicator=indicator)


def _groups(found: Sequence[Indicator], lang: Lang) -> Iterator[tuple[str, list[Indicator]]]:
    """Yield the indicators by the ledger they are counted from first, those that units fill in last."""
    by_ledger: dict[str, list[Indicator]] = {}
    for one in found:
        by_ledger.setdefault(one.ledgers[0] if one.ledgers else "", []).append(one)
    for ledger in sorted(by_ledger, key=lambda name: (not name, name)):
        title = world().ledgers[ledger].title.in_(lang) if ledger else say("methods.filled_in", lang)
        yield title, by_ledger[ledger]


def _rows(view: View, groups: Sequence[tuple[str, list[Indicator]]], chosen: Indicator) -> Iterator[Row]:
    for title, own in groups:
        yield Row((view.say("methods.group", ledger=title, count=len(own)),), whole=True)
        for one in own:
            count = len(used_by(one.id))
            cells = (Link(one.name.in_(view.lang)), one.unit.in_(view.lang), str(count or ""))
            yield Row(cells, one.id, selected=one.id == chosen.id)


@lru_cache(maxsize=1000)
def used_by(indicator_id: str) -> tuple[tuple[Policy, Target], ...]:
    """Return the targets that ask something of an indicator, or compare with it."""
    return tuple(
        (policy, target)
        for policy in world().policies.values()
        for target in policy.targets
        if any(indicator_id in (goal.indicator, goal.compared_with) for goal in goals_of(target))
    )


@lru_cache(maxsize=1000)
def _text(indicator_id: str) -> str:
    """Return what an indicator is found by: its names and parts, its ledgers, the targets that use it."""
    one = world().indicators[indicator_id]
    said = [one.name, one.numerator, *([one.denominator] if one.denominator else [])]
    said += [world().ledgers[ledger].title for ledger in one.ledgers]
    said += [target.title for _, target in used_by(one.id)]
    return "\n".join([one.id, *(part for text in said for part in (text.zh, text.en))]).casefold()


def _sheet(view: View) -> Sheet:
    kinds: dict[str, Kind] = {"id": "code"}
    fields = tuple(Field(name, view.say(f"methods.field.{name}"), kinds.get(name, "text")) for name in _FIELDS)
    join = view.say("overview.join")
    rows = tuple(
        (
            one.id,
            one.name.zh,
            one.name.en,
            one.unit.in_(view.lang),
            view.say(f"methods.nature.{one.nature}"),
            one.numerator.in_(view.lang),
            one.denominator.in_(view.lang) if one.denominator else None,
            join.join(world().ledgers[ledger].title.in_(view.lang) for ledger in one.ledgers),
            one.sensitivity,
            " ".join(target.id for _, target in used_by(one.id)),
        )
        for one in view.desk.world.indicators.values()
    )
    return Sheet(view.say("methods.download"), context_of(view), fields, rows)
