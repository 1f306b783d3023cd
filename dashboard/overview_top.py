"""The first screen of the overview: the sentence, how targets stand, the widest gaps, the lights of the parts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import streamlit as st

from dashboard import board_cache, cache, headline
from dashboard.board import place_of
from dashboard.cards import target_link
from dashboard.frame import View
from dashboard.gap_list import open_pick
from dashboard.grid import Cell, Column, Link, Note, Row, Stack, grid
from dashboard.links import address_of, page_link
from dashboard.wording import actual, chip_of
from finance_monitor.disclosure.board import Board
from finance_monitor.disclosure.shown import Shown
from finance_monitor.progress.model import Light
from finance_monitor.reports.headline import gap_of, worst_of
from finance_monitor.reports.silence import whose
from finance_monitor.written import NOTHING, signed

_WORST = 5
_NAMED = 3
_HEIGHT = 300
_LIGHTS: tuple[Light, ...] = ("red", "yellow", "green")


def draw(view: View, found: Sequence[Shown]) -> None:
    """Draw what a leader reads first, linking on to the rest."""
    headline.draw(view, found)
    left, right = st.columns([3, 2], gap="medium")
    with left:
        _worst(view, worst_of(found)[:_WORST])
        _reporting(view)
    with right:
        _parts(view)
        _documents(view, found)


def _documents(view: View, found: Sequence[Shown]) -> None:
    """Draw a link for every document in force to its own targets."""
    counted = Counter(one.policy.id for one in found if one.lifecycle == "in_force")
    for policy, count in counted.items():
        title = view.desk.world.policies[policy].short_title.in_(view.lang)
        address = view.address.with_(policy=policy, target=None, indicator=None, level=None, view="board")
        page_link("targets", view.say("overview.document", title=title, count=count), address)


def _worst(view: View, worst: Sequence[Shown]) -> None:
    title = view.say("overview.worst")
    st.markdown(f"**{title}**")
    if not worst:
        st.caption(view.say("gaps.none", region=view.region_name))
        return
    columns = [
        Column(view.say("column.target")),
        Column(view.say("column.status")),
        Column(view.say("column.actual"), "number", wide=True),
        Column(view.say("overview.column.gap"), "number"),
    ]
    grid("worst", title, columns, [Row(_worst_cells(view, one)) for one in worst], open_pick)


def _worst_cells(view: View, one: Shown) -> tuple[Cell, ...]:
    gap = gap_of(one.progress)
    return (
        Stack((target_link(view, one), Note(one.policy.short_title.in_(view.lang), wide=True))),
        chip_of(one.progress, one.target, view.lang),
        actual(one, one.progress, view.lang),
        NOTHING if gap is None else view.say("figure.pp", gap=signed(gap)),
    )


def _reporting(view: View) -> None:
    """Say in one line who has not reported and how many files are overdue."""
    silent = cache.silent(view.seat, view.region, view.as_of, view.lang)
    late = cache.late(view.seat, view.region, view.as_of)
    owed: dict[str, dict[str, None]] = {}
    for one in silent:
        for ledger, owes in zip(one.ledgers, one.owing, strict=True):
            owed.setdefault(owes, {})[ledger] = None
    names = [whose(tuple(ledgers), owes, view.lang) for owes, ledgers in owed.items()]
    said = view.say("who.join").join(names[:_NAMED])
    if len(names) > _NAMED:
        said = view.say("overview.reporting.more", said=said, count=len(names) - _NAMED)
    told = view.say("overview.reporting.silent", names=said) if names else view.say("overview.reporting.none")
    if late:
        told += view.say("overview.reporting.late", count=len(late))
    st.markdown(f"**{view.say('overview.reporting')}**　{told}")


def _parts(view: View) -> None:
    """Draw how many lights of each colour every part has, with the ways to the board and to the map."""
    place = place_of(view)
    if place is None:
        return
    board = board_cache.board(view.seat, place.code, None, view.as_of)
    title = view.say("overview.parts")
    st.markdown(f"**{title}**")
    columns = [
        Column(view.say("column.region"), "unit"),
        *(Column(view.say(f"overview.column.{light}"), "number") for light in (*_LIGHTS, "dark")),
    ]
    rows = [Row(_part_cells(view, board, part.code, part.name)) for part in board.parts]
    if rows and board.wholes:
        grid("parts_lights", title, columns, rows, open_pick, _HEIGHT)
    with st.container(horizontal=True):
        plain = view.address.with_(target=None, indicator=None, policy=None, level=None)
        page_link("targets", view.say("overview.to_board"), plain.with_(view="board"))
        page_link("map", view.say("overview.to_progress_map"), plain.with_(view=None))


def _part_cells(view: View, board: Board, code: str, name: str) -> tuple[Cell, ...]:
    in_force = [one for one in board.wholes if one.lifecycle == "in_force"]
    lights = [figure.light for one in in_force if (figure := board.figures[one.target.id].get(code)) is not None]
    address = view.address.with_(region=code, target=None, policy=None, indicator=None, level=None)
    counts = [lights.count(light) for light in _LIGHTS]
    return (
        Link(name, address_of("overview", address), f"overview  {code}"),
        *(str(count) for count in counts),
        str(len(lights) - sum(counts)),
    )
