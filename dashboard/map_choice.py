"""What the map shows: a target or an indicator, of which units."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

import streamlit as st

from dashboard import figure_cache, map_cache, memory
from dashboard.frame import View
from dashboard.map_cache import Asked
from dashboard.map_level import LOWEST, choose_level, level_of_units, own_level
from finance_monitor.disclosure.told import dimensions_of
from finance_monitor.policy.model import Policy, Target
from finance_monitor.regions import Region, level_rank

# Documents of the region and of those above it come before documents of a part.
_BELOW = 100


@dataclass(frozen=True, slots=True)
class Choice:
    """What is asked of the core, and its name; `deaf` are the filters its records know nothing of."""

    asked: Asked
    title: str
    deaf: tuple[str, ...] = ()


def choose(view: View) -> Choice | None:
    """Draw the choices and return them; None where the region has no parts the viewer may see."""
    region = _with_parts(view, view.region)
    if region is None:
        return None
    targets = _targets(view)
    kind = _kind(view, bool(targets))
    target = _target(view, targets, region) if kind == "target" else None
    indicator = _indicator(view) if kind == "indicator" else None
    where, deaf = _where(view, indicator)
    is_default = target is not None and view.address.target != target
    usual = level_of_units(view, region, target) if target and is_default else None
    level, drawn = choose_level(view, region, usual)
    asked = Asked(target, indicator, region.code, level, drawn, where)
    return Choice(_where_there_is_something(view, asked), _title(view, target, indicator), deaf)


def _where_there_is_something(view: View, asked: Asked) -> Asked:
    """Return the county in place of a township whose villages have no figures: no picture stays empty."""
    known = view.desk.regions
    if known.get(asked.region).level != LOWEST:
        return asked
    parts = map_cache.figures(view.seat, asked, view.as_of)[1:]
    if any(figure.value is not None or figure.state == "hidden" for figure in parts):
        return asked
    above = _above(view, asked.region)
    return asked._replace(region=above.code, level=None, drawn=LOWEST) if above else asked


def _where(view: View, indicator: str | None) -> tuple[map_cache.Where, tuple[str, ...]]:
    """Return the filters the records follow, and those they cannot: a target's number stands for all of them."""
    known = dimensions_of(view.desk.world, view.desk.world.indicators[indicator]) if indicator else ()
    return (
        tuple(pair for pair in view.where if pair[0] in known),
        tuple(name for name, _ in view.where if name not in known),
    )


def _title(view: View, target: str | None, indicator: str | None) -> str:
    """Name what is shown; an indicator of what has happened counts from the first record on."""
    world = view.desk.world
    if target:
        return world.target(target)[1].title.in_(view.lang)
    found = world.indicators[indicator or ""]
    name = found.name.in_(view.lang)
    return view.say("map.cumulative", name=name) if found.nature == "flow" else name


def _with_parts(view: View, code: str) -> Region | None:
    """Return the region looked at, or the one above where it has no parts of its own."""
    known = view.desk.regions
    return known.get(code) if known.children(code) else _above(view, code)


def _above(view: View, code: str) -> Region | None:
    known = view.desk.regions
    above = next(iter(known.ancestors(code)), None)
    return above if above and known.covers(view.seat.region, above.code) else None


def _targets(view: View) -> dict[str, tuple[Policy, Target]]:
    """Return the targets that speak of the region or of a part of it: the nearest first, of these what is in force."""
    known = view.desk.regions
    found = [
        (_away(view, own), policy.lifecycle(view.as_of) != "in_force", policy, target)
        for policy in view.desk.world.policies.values()
        for target in policy.targets
        for own in (target.region or policy.region,)
        if known.covers(own, view.region) or known.covers(view.region, own)
    ]
    found.sort(key=lambda one: one[:2])
    return {target.id: (policy, target) for _, _, policy, target in found}


def _away(view: View, own: str) -> int:
    """Say how far the region a target is of lies from the one looked at."""
    known = view.desk.regions
    steps = level_rank(known.get(view.region).level) - level_rank(known.get(own).level)
    return steps if known.covers(own, view.region) else _BELOW - steps


def _kind(view: View, has_targets: bool) -> str:
    key, kinds = "map_kind", ("target", "indicator") if has_targets else ("indicator",)
    address = view.address
    kept = st.session_state.get("map_kind_kept", kinds[0])
    found = "target" if address.target else "indicator" if address.indicator else kept
    st.session_state[key] = found if found in kinds else kinds[0]

    def changed() -> None:
        st.session_state["map_kind_kept"] = st.session_state[key]
        memory.change(target=None, indicator=None)

    st.segmented_control(
        view.say("map.kind"),
        kinds,
        key=key,
        required=True,
        format_func=lambda kind: view.say(f"map.kind.{kind}"),
        on_change=changed,
        label_visibility="collapsed",
    )
    return str(st.session_state[key])


def _target(view: View, targets: dict[str, tuple[Policy, Target]], region: Region) -> str:
    key = "map_target"
    asked = view.address.target
    first = partial(map_cache.first_target, view.seat, tuple(targets), region.code, own_level(view, region))
    with st.spinner(view.say("map.counting")):
        st.session_state[key] = asked if asked in targets else first(view.as_of)
    if asked and asked not in targets:
        st.caption(view.say("map.other_target"))

    def name(code: str) -> str:
        policy, target = targets[code]
        title, document = target.title.in_(view.lang), policy.short_title.in_(view.lang)
        return view.say("map.target_of", document=document, title=title)

    return st.selectbox(
        view.say("map.target"),
        list(targets),
        key=key,
        format_func=name,
        on_change=lambda: memory.change(target=st.session_state[key], indicator=None),
        width=400,
        label_visibility="collapsed",
    )


def _indicator(view: View) -> str:
    key, known = "map_indicator", view.desk.world.indicators
    first = view.address.indicator or figure_cache.first_told(view.seat, tuple(known), view.region, view.as_of)
    st.session_state[key] = first
    return st.selectbox(
        view.say("map.indicator"),
        list(known),
        key=key,
        format_func=lambda code: known[code].name.in_(view.lang),
        on_change=lambda: memory.change(indicator=st.session_state[key], target=None),
        width=400,
        label_visibility="collapsed",
    )
