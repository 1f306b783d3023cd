"""The target board (看板): a matrix of regions and targets with their lights, to be turned, filtered and copied."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from html import escape
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard import board_cache, memory
from dashboard.addresses import under_base
from dashboard.board_pack import TOTAL, packed
from dashboard.board_sheet import board_sheet
from dashboard.choropleth.code import code_address
from dashboard.downloads import downloads
from dashboard.frame import View
from dashboard.headline import board_words
from dashboard.links import address_of
from dashboard.share import copy_text
from dashboard.target_filters import Filtered
from finance_monitor.regions import LEVELS, Region, level_rank

_LOADER = """export default async (component) => {
  const code = await import(new URL(component.data.code + "board.js", location.origin).href);
  return code.show(component);
};"""
_mount = st.components.v2.component("board", js=_LOADER, isolate_styles=False)
_HEIGHT = 520
# More lines than this are no board any more; the map and the table show them.
_MOST_PARTS = 200


def place_of(view: View) -> Region | None:
    """Return the region whose parts stand on the board: the one above where the one looked at has none."""
    known = view.desk.regions
    if known.children(view.region):
        return known.get(view.region)
    above = next(iter(known.ancestors(view.region)), None)
    return above if above is not None and known.covers(view.seat.region, above.code) else None


def level_of(view: View, place: Region) -> str | None:
    """Return the level of the parts asked for, None for those that hang directly on the region."""
    return view.address.level if view.address.level in _levels(view, place)[1:] else None


def draw(view: View, place: Region, left: Filtered, bar: DeltaGenerator) -> None:
    """Draw the board of the targets left; its choices stand in `bar`."""
    level = level_of(view, place)
    board = board_cache.board(view.seat, place.code, level, view.as_of)
    listed = {one.target.id for one in left.targets}
    shown = tuple(one.target.id for one in board.wholes if one.target.id in listed)
    with bar:
        _choose_level(view, place)
        turned = _choose_way(view)
        copy_text(view, board_words(view, board, left), "board_copy")
    if not shown or not board.parts:
        st.info(view.say("board.empty", region=place.name))
    else:
        told = packed(view.seat, place.code, level, view.as_of, view.lang, shown, turned)
        _mount(key="board", data=_data(view, place, told), on_pick_change=_picked)
        _legend(told["marks"])
        st.caption(view.say("board.size", targets=len(shown), parts=len(board.parts)))
        downloads(view, partial(board_sheet, view, board, shown), view.say("board.title"), "board")
    left_out = [target.id for target in board.below if target.id in listed]
    if left_out:
        st.caption(view.say("board.below", count=len(left_out)))


def _data(view: View, place: Region, told: dict[str, Any]) -> dict[str, Any]:
    """Add what the reader's own address says to what all readers of a scope share."""
    address = view.address.with_(level=None, indicator=None, policy=None)
    cell = address_of("targets", address.with_(view="list", target=None, region=None))
    down = address_of("targets", view.address.with_(view="board", target=None, region=None, level=None))
    return told | {
        "code": under_base(code_address()),
        "address": f"{cell}&region=REGION&target=TARGET",
        "down": f"{down}&region=REGION",
        "whole": place.code,
        "selected": view.region if view.region != place.code else None,
        "height": _HEIGHT,
    }


def _picked() -> None:
    """Open the target of a cell for its region; of a region's name, its own board."""
    found = st.session_state["board"].get("pick")
    if not found:
        return
    region, target = str(found).split(" ", 1)
    if target == TOTAL:
        memory.change(region=region, target=None, level=None)
    else:
        memory.change(region=region, target=target, view="list", level=None, indicator=None)


def _levels(view: View, place: Region) -> list[str]:
    known = view.desk.regions
    own = min((one.level for one in known.children(place.code)), key=level_rank)
    lower = [level for level in LEVELS if level_rank(level) > level_rank(own)]
    return [own, *(level for level in lower if 0 < len(known.descendants(place.code, level)) <= _MOST_PARTS)]


def _choose_level(view: View, place: Region) -> None:
    levels, key = _levels(view, place), "board_level"
    if len(levels) < 2:
        return
    st.session_state[key] = level_of(view, place) or levels[0]
    st.segmented_control(
        view.say("map.level"),
        levels,
        key=key,
        required=True,
        format_func=lambda level: view.say(f"level.{level}"),
        label_visibility="collapsed",
        on_change=lambda: memory.change(level=st.session_state[key] if st.session_state[key] != levels[0] else None),
    )


def _choose_way(view: View) -> bool:
    """Draw the choice of what runs down; return whether targets do."""
    key, ways = "board_way", ("board", "turned")
    st.session_state[key] = "turned" if view.address.view == "turned" else "board"
    st.segmented_control(
        view.say("board.way"),
        ways,
        key=key,
        required=True,
        format_func=lambda way: view.say(f"board.way.{way}"),
        label_visibility="collapsed",
        on_change=lambda: memory.change(view=st.session_state[key]),
    )
    return str(st.session_state[key]) == "turned"


def _legend(marks: Sequence[Sequence[str]]) -> None:
    """Say what every symbol on the board means."""
    words = [
        f'<span class="{light}"><i aria-hidden="true">{escape(symbol)}</i>{escape(word)}</span>'
        for symbol, word, light in dict.fromkeys(tuple(mark) for mark in marks)
    ]
    st.html(f'<p class="marks">{"".join(words)}</p>')
