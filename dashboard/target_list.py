"""The list of targets beside the one that is looked at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

import streamlit as st

from dashboard import memory
from dashboard.frame import View
from dashboard.grid import Column, Link, Row, grid
from dashboard.links import rows_to
from dashboard.wording import chip_of
from finance_monitor.disclosure.shown import Shown

_HEIGHT = 620


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
