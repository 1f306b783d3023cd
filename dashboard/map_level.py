"""Of which units the map shows its figures: those below the region, or the units a target counts."""

from __future__ import annotations

import streamlit as st

from dashboard import memory
from dashboard.frame import View
from finance_monitor.disclosure.reach import units_of
from finance_monitor.regions import LEVELS, Region, level_rank

# More shapes than this are not drawn on one map.
_MOST_UNITS = 3200
# The level of the units a target counts is shown at once where it has no more than these.
_MOST_COUNTED = 200
LOWEST = "township"


def own_level(view: View, region: Region) -> str:
    """Return the level of the parts of a region."""
    return min((one.level for one in view.desk.regions.children(region.code)), key=level_rank)


def level_of_units(view: View, region: Region, target_id: str) -> str | None:
    """Return the level of the units a target counts in a region; None where it counts none, or too many."""
    target = view.desk.world.target(target_id)[1]
    units = units_of(view.desk, target, region.code) if target.scope else ()
    known = view.desk.regions
    levels = {known.get(code).level for code in units}
    # Those beside the units are drawn too: a region of many is not opened on all of them.
    return levels.pop() if len(levels) == 1 and len(known.descendants(region.code, *levels)) <= _MOST_COUNTED else None


def choose_level(view: View, region: Region, usual: str | None) -> tuple[str | None, str]:
    """Draw the choice of the level and return it, None for that of the parts, with the level itself."""
    own = own_level(view, region)
    levels = _levels(view, region, own)
    asked = next(one for one in (view.address.level, usual, own) if one in levels)
    if len(levels) > 1:
        key = "map_level"
        st.session_state[key] = asked
        st.segmented_control(
            view.say("map.level"),
            levels,
            key=key,
            required=True,
            format_func=lambda level: view.say(f"level.{level}"),
            on_change=lambda: memory.change(level=st.session_state[key]),
            label_visibility="collapsed",
        )
    return (None if asked == own else asked), str(asked)


def _levels(view: View, region: Region, own: str) -> list[str]:
    known = view.desk.regions
    lower = [level for level in LEVELS if level_rank(own) < level_rank(level) <= level_rank(LOWEST)]
    return [own, *(level for level in lower if 0 < len(known.descendants(region.code, level)) <= _MOST_UNITS)]
