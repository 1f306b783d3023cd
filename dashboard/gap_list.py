"""差距清单: which units hold the targets back, what is under way, and what every week must bring."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

import streamlit as st

from dashboard import board_cache, cache, memory
from dashboard.frame import View
from dashboard.grid import Cell, Column, Link, Note, Row, Stack, grid
from dashboard.headings import heading
from dashboard.links import address_of
from dashboard.wording import chip_of, short, stand, under_way, week
from finance_monitor.progress.words import level_word
from finance_monitor.reports.gaps import Gap, GapGroup
from finance_monitor.reports.share_gaps import by_shortfall
from finance_monitor.written import number

# What is shown at first: so many units of one target, so many lines in all.
_UNITS_AT_FIRST = 3
_LINES_AT_FIRST = 12


def draw(view: View) -> None:
    """Draw the list, short at first."""
    groups = board_cache.gaps(view.seat, view.region, view.as_of)
    heading(view.say("gaps.title"))
    if not groups:
        st.caption(view.say("gaps.none", region=view.region_name))
        return
    st.caption(_about(view, groups))
    if st.session_state.get("gaps_order", False):
        groups = tuple(replace(one, gaps=by_shortfall(one.gaps), shares=by_shortfall(one.shares)) for one in groups)
    total = sum(len(_lines(group)) for group in groups)
    few = sum(1 for _ in _at_first(groups))
    whole = total > few and st.session_state.get("gaps_all", False)
    rows = list(_rows(view, groups, _UNITS_AT_FIRST, _LINES_AT_FIRST) if not whole else _rows(view, groups))
    grid("gaps", view.say("gaps.title"), gap_columns(view, "column.target"), rows, open_pick)
    with st.container(horizontal=True):
        if total > few:
            st.toggle(view.say("gaps.all", shown=few, total=total), key="gaps_all")
        st.toggle(view.say("gaps.order"), key="gaps_order")


def _about(view: View, groups: Sequence[GapGroup]) -> str:
    """Say what each number counts: targets in force, those that lag, those listed; and what a week is."""
    found = cache.all_targets(view.seat, view.region, view.as_of)
    in_force = [one for one in found if one.lifecycle == "in_force"]
    lagging = {one.target.id for one in in_force if one.progress.light in ("red", "yellow")}
    listed = {group.shown.target.id for group in groups}
    more = view.say("gaps.explained.more", count=len(listed - lagging)) if listed - lagging else ""
    told = {"in_force": len(in_force), "lagging": len(lagging), "more": more, "targets": len(listed)}
    join = "" if view.lang == "zh" else " "
    return join.join((view.say("gaps.explained", **told), view.say("gaps.week_about")))


def _lines(group: GapGroup) -> tuple[tuple[Gap, bool], ...]:
    """Return the lines of a target: its own, then the regions that lag behind their shares."""
    return (*((gap, False) for gap in group.gaps), *((gap, True) for gap in group.shares))


def _at_first(groups: Sequence[GapGroup]) -> Iterator[tuple[Gap, bool]]:
    return islice((line for group in groups for line in _lines(group)[:_UNITS_AT_FIRST]), _LINES_AT_FIRST)


def _rows(view: View, groups: Sequence[GapGroup], units: int | None = None, lines: int | None = None) -> Iterator[Row]:
    """Yield the lines: the target stands once beside its units."""
    left = lines
    for group in groups:
        own = _lines(group)[:units] if left is None else _lines(group)[: min(units or left, left)]
        left = None if left is None else left - len(own)
        for place, (gap, of_share) in enumerate(own):
            cells = gap_cells(view, group, gap, of_share=of_share)
            yield Row(cells, joined=True) if place else Row((_target(view, group), *cells), rows=len(own))


def gap_columns(view: View, *first: str) -> list[Column]:
    """Return the headings of a list of units that fall short."""
    return [
        *(Column(view.say(key)) for key in first),
        Column(view.say("column.unit"), "unit"),
        Column(view.say("gaps.column.stand"), "number", wide=True),
        Column(view.say("gaps.column.short"), "number"),
        Column(view.say("gaps.column.under_way"), "number", wide=True),
        Column(view.say("gaps.column.after")),
        Column(view.say("gaps.column.week"), "number", wide=True),
    ]


def gap_cells(view: View, group: GapGroup, gap: Gap, *, of_share: bool = False) -> tuple[Cell, ...]:
    """Return the cells of one unit; one that lags behind its share says so beside its name."""
    waiting, after = under_way(gap, group, view.lang)
    unit = unit_link(view, group, gap.region_code, gap.name, several=gap.units > 1)
    return (
        Stack((unit, Note(view.say("gaps.share_line")))) if of_share else unit,
        stand(gap, group, view.lang),
        short(gap, group, view.lang),
        waiting,
        after,
        week(gap, group, view.lang),
    )


def unit_link(view: View, group: GapGroup, code: str, name: str, *, several: bool) -> Link | str:
    """Return a link to a unit: to its own figure, or down to where several of them lie."""
    if code == view.region:
        return name
    page = "overview" if several else "targets"
    target = None if several else group.shown.target.id
    address = view.address.with_(region=code, target=target, policy=None, indicator=None, level=None)
    return Link(name, address_of(page, address), f"{page} {target or ''} {code}")


def _target(view: View, group: GapGroup) -> Stack:
    """Return the target's cell: its name, status, and how far it is behind as a whole."""
    one, progress = group.shown, group.progress
    address = view.address.with_(target=one.target.id, indicator=None, policy=None)
    title = one.target.title.in_(view.lang)
    if progress.part_id is not None:
        title = view.say("gaps.part", title=title, part=group.goal.title.in_(view.lang))
    link = Link(title, address_of("targets", address), f"targets {one.target.id} {view.region}")
    chip = chip_of(progress, one.target, view.lang)
    named = Note(one.policy.short_title.in_(view.lang), wide=True)
    return Stack((link, chip, named, *(Note(note) for note in _notes(view, group))))


def _notes(view: View, group: GapGroup) -> Iterator[str]:
    progress = group.progress
    if group.is_of_units:
        level = level_word(progress.unit_level, group.units, view.lang)
        yield view.say("gaps.short_units", count=number(group.units), total=number(progress.units_total), level=level)
    if group.shares:
        yield view.say("gaps.shares", count=len(group.shares), given=group.given)
    if group.silent:
        yield view.say("gaps.silent_units", count=group.silent)
    if progress.days_behind is not None and progress.days_behind > 0:
        yield view.say("gaps.days", days=progress.days_behind)


def open_pick(pick: str) -> None:
    """Go where a line or a link leads: page, target, region."""
    page, target, region = pick.split(" ", 2)
    memory.go(page, target=target or None, region=region, indicator=None, level=None, policy=None)
