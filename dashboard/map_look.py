"""How the map shows its figures: colours, the day they are held against, places in an order."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial

import streamlit as st

from dashboard import map_cache, memory
from dashboard.frame import View
from dashboard.map_cache import LOOKS, Look, Scene
from dashboard.map_choice import Choice
from dashboard.parts import part
from dashboard.side_day import day_told, to_day
from finance_monitor.dates import month_end, months_after, years_before
from finance_monitor.disclosure.figure import Figure

_OFF, _OTHER = "off", "other"
_CHANGE: Look = "change"


def look(view: View, choice: Choice, figures: Sequence[Figure]) -> Scene:
    """Draw the choices and return what is to be drawn. The first figure is the whole."""
    lit = any(figure.light != "none" for figure in figures[1:])
    compare = view.address.compare
    chosen = _look(view, lit, compare)
    _compare(view)
    ranked = _ranked(view, choice)
    return Scene(choice.asked, view.as_of, chosen, compare, ranked, choice.title, view.lang)


def _look(view: View, lit: bool, compare: date | None) -> Look:
    """Draw the ways of colouring; without a light there is none to colour by, without a second day no change."""
    offered = [*(LOOKS if lit else LOOKS[1:]), *([_CHANGE] if compare else [])]
    found: Look = next((one for one in offered if one == view.address.view), offered[0])
    key = "map_look"
    st.session_state[key] = found
    st.segmented_control(
        view.say("map.mode"),
        offered,
        key=key,
        required=True,
        format_func=lambda one: view.say(f"map.look.{one}"),
        on_change=lambda: memory.change(view=st.session_state[key]),
        label_visibility="collapsed",
    )
    return found


def _presets(view: View) -> dict[str, date]:
    """Return name -> day of the usual comparisons; of two of one day the first."""
    day = view.as_of
    named = {
        "month_end": day.replace(day=1) - timedelta(days=1),
        "year_end": day.replace(month=1, day=1) - timedelta(days=1),
        "year_before": years_before(day, 1),
    }
    first = min((*view.desk.release.rollup_days, day))
    usable = {name: on for name, on in named.items() if first <= on < day}
    return {name: on for name, on in usable.items() if list(usable.values()).index(on) == list(usable).index(name)}


def _compare(view: View) -> None:
    """Draw what the day is held against; another day is asked for where no usual one will do."""
    presets, key = _presets(view), "map_compare"
    asked = view.address.compare
    wants_other = st.session_state.get("map_compare_other", False)
    usual = next((name for name, on in presets.items() if on == asked), None)
    st.session_state[key] = _OFF if asked is None else _OTHER if wants_other or usual is None else usual

    def changed() -> None:
        found = st.session_state[key]
        st.session_state["map_compare_other"] = found == _OTHER
        day = presets.get(found) or (asked or _usual_other(view) if found == _OTHER else None)
        keeps = view.address.view if day or view.address.view != _CHANGE else None
        memory.change(compare=day, view=keeps)

    st.selectbox(
        view.say("map.compare"),
        [_OFF, *presets, _OTHER],
        key=key,
        format_func=lambda name: _preset_word(view, name, presets.get(name)),
        on_change=changed,
        width=190,
        label_visibility="collapsed",
    )
    if st.session_state[key] == _OTHER:
        _other_day(view, asked or _usual_other(view))


def _usual_other(view: View) -> date:
    """Return the day first offered beside the usual ones: a month end three months back, where there are data."""
    first = min((*view.desk.release.rollup_days, view.as_of))
    return max(first, month_end(months_after(view.as_of.replace(day=1), -3)))


def _preset_word(view: View, name: str, day: date | None) -> str:
    said = view.say(f"map.compare.{name}")
    return view.say("map.compare.on", name=said, day=day) if day else said


def _other_day(view: View, day: date) -> None:
    """Draw the day as the side draws its own: Streamlit's calendar speaks English."""
    first, last = min((*view.desk.release.rollup_days, day)), view.desk.release.data_date
    told = day_told(view, "map.compare.day", day, first, last)
    part("day", told, "compare", day=partial(to_day, first, last, which="compare"))


def _ranked(view: View, choice: Choice) -> bool:
    """Draw the switch of places; there is none for an indicator that must not be ranked."""
    if not map_cache.indicator_of(view.seat, choice.asked).rankable:
        return False
    return st.toggle(view.say("map.ranks"), key="map_ranks", persist_state="session")
