"""The region at the side: back to one's own, found by a few letters, or chosen level by level."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from dashboard import memory
from dashboard.headings import plain
from finance_monitor.regions import Region, level_rank
from finance_monitor.regions.search import COUNTED, MOST_HITS, Hits, RegionSearch
from finance_monitor.world import world

if TYPE_CHECKING:
    from dashboard.frame import View

_ALL = ""
_WRITTEN = "side_search"


def draw(view: View) -> None:
    """Draw the ways to a region."""
    _search(view)
    known = view.desk.regions
    path = [one for one in known.path(view.region) if known.covers(view.seat.region, one.code)]
    with st.container(key="side_rows_region", gap="xsmall"):
        for upper, chosen in zip(path, [*path[1:], None], strict=True):
            below = known.children(upper.code)
            if below:
                _choice(view, upper, below, chosen)


def to_region(code: str) -> None:
    """Look at a region; what was typed to find it has done its work."""
    st.session_state[_WRITTEN] = ""
    memory.change(region=code, level=None)


@st.cache_resource(show_spinner=False)
def region_search() -> RegionSearch:
    """Prepare the search over all regions once a process, when somebody first types."""
    return RegionSearch(world().regions)


def found_by(written: str, within: str) -> Hits:
    """Return what a text finds inside the viewer's own region."""
    return region_search().find(written, within)


def _search(view: View) -> None:
    own = view.seat.region
    st.text_input(view.say("side.search"), key=_WRITTEN, placeholder=view.say("side.search.hint"), max_chars=40)
    written = st.session_state[_WRITTEN].strip()
    if written:
        _hits(view, written, found_by(written, own))


def _hits(view: View, written: str, hits: Hits) -> None:
    shown = len(hits.regions)
    if not shown:
        st.caption(plain(view.say("side.search.none", text=written)))
    else:
        key = "many" if hits.total == COUNTED else "more" if hits.total > MOST_HITS else "found"
        st.caption(view.say(f"side.search.{key}", count=hits.total, shown=shown))
    with st.container(key="side_hits", gap=None):
        for region in hits.regions:
            st.button(_led(view, region), key=f"hit_{region.code}", on_click=partial(to_region, region.code))
    st.button(view.say("side.search.clear"), key="side_search_clear", type="tertiary", on_click=_forget)


def _forget() -> None:
    st.session_state[_WRITTEN] = ""


def _led(view: View, region: Region) -> str:
    """Name a region with what it lies in, inside the viewer's own."""
    known = view.desk.regions
    above = [one.name for one in known.path(region.code)[1:-1] if known.covers(view.seat.region, one.code)]
    return f"**{region.name}** {' › '.join(above)}"


def _choice(view: View, upper: Region, below: tuple[Region, ...], chosen: Region | None) -> None:
    key = f"side_region_{upper.code}"
    names = {_ALL: view.say("side.all_of", name=upper.name)} | {one.code: one.name for one in below}
    st.session_state[key] = chosen.code if chosen else _ALL
    level = min((one.level for one in below), key=level_rank)
    st.selectbox(
        view.say(f"level.{level}"),
        list(names),
        key=key,
        format_func=lambda code: names[code],
        on_change=lambda: memory.change(region=st.session_state[key] or upper.code, level=None),
    )
