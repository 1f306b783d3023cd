"""One target: the document's words, the figures, the sentence, and what is lacking where."""

from __future__ import annotations

from collections.abc import Iterator

import streamlit as st

from dashboard import cache, target_course, target_gap, target_held
from dashboard.board import place_of
from dashboard.explain_view import explained
from dashboard.frame import View
from dashboard.gap_list import gap_cells, gap_columns, open_pick
from dashboard.grid import Column, Row, grid
from dashboard.headings import COLOURS, heading, plain
from dashboard.links import page_link
from dashboard.share import copy_text
from dashboard.strip import line
from dashboard.target_around import apart, beside_it, figures_beside
from dashboard.target_weeks import things_of, weeks
from dashboard.trend import draw_trend
from dashboard.wording import actual, bar, chip_of, document, wanted
from dashboard.wording import things as things_word
from finance_monitor.disclosure.shown import Shown
from finance_monitor.progress.amounts import amount
from finance_monitor.progress.model import Progress
from finance_monitor.progress.window import goal_of
from finance_monitor.reports.around import Around
from finance_monitor.reports.element import element
from finance_monitor.reports.gaps import GapGroup
from finance_monitor.reports.headline import quoted
from finance_monitor.written import signed

_HEIGHT = 320


def draw(view: View, shown: Shown) -> None:
    """Draw everything about one target."""
    around = cache.around_target(view.seat, shown.target.id, view.region, view.as_of, view.lang)
    told = element(shown)
    _head(view, shown, around)
    _figures(view, shown)
    st.caption(view.say("target.why", reason=told[f"reason_{view.lang}"]))
    st.caption(plain(line(view, shown)))
    weeks(view, shown)
    figures_beside(view, around)
    beside_it(view, around)
    st.caption(view.say("target.sentence"))
    said = quoted(shown, view.lang)
    st.code(said, language=None, wrap_lines=True)
    copy_text(view, said, "sentence_copy")
    target_course.draw(view, shown)
    if shown.progress.parts:
        _parts(view, shown)
    for group in cache.target_gaps(view.seat, shown.target.id, view.region, view.as_of):
        if group.progress.trend:
            draw_trend(view, shown, group.progress)
        _units(view, group)
    target_gap.draw(view, shown)
    apart(view, shown, around)
    explained(view, shown)


def _head(view: View, shown: Shown, around: Around) -> None:
    target, lang = shown.target, view.lang
    chip = chip_of(shown.progress, target, lang)
    badges = [(f"{chip.symbol} {chip.word}", COLOURS[chip.light])]
    if shown.lifecycle != "in_force":
        badges.append((view.say(f"lifecycle.{shown.lifecycle}"), "gray"))
    badges.append((view.say(f"target.wording.{target.wording}"), "gray"))
    if target.strictness:
        badges.append((view.say("target.strictness", word=target.strictness), "gray"))
    heading(target.title.in_(lang), *badges)
    target_held.link(view, shown.rows_held)
    region = shown.names.get(shown.progress.region_code, "")
    if shown.progress.region_code != view.region:
        st.caption(view.say("target.other_region", region=region))
    st.markdown(view.say("target.quote", quote=plain(target.quote)))
    cited = view.say("target.cited", document=document(shown.policy, lang), clause=target.clause)
    st.caption(plain(cited))
    if around.responsible:
        st.markdown(view.say("target.units_lead", units=plain(around.responsible)))
    with st.container(horizontal=True):
        _ways(view, target.id)


def _ways(view: View, target_id: str) -> None:
    """Draw the ways to the map and back to the board of the region, or of the one above it."""
    place = place_of(view)
    if place is not None:
        to_board = view.address.with_(region=place.code, target=None, indicator=None, level=None, view="board")
        page_link("targets", view.say("board.back"), to_board)
    to_map = view.address.with_(target=target_id, indicator=None, level=None, view=None)
    page_link("map", view.say("target.to_map"), to_map)


def _figures(view: View, shown: Shown) -> None:
    """Draw the figures one by one; what there is none of is left out."""
    progress, lang = shown.progress, view.lang
    told = [("column.actual", actual(shown, progress, lang))]
    if not progress.parts:
        told += [("column.goal", wanted(shown, progress, lang)), *_paces(view, shown, progress)]
    if shown.target.by_on:
        told.append(("target.by", view.say("day", on=shown.target.by_on)))
    with st.container(horizontal=True, gap="medium"):
        for label, said in told:
            st.metric(view.say(label), said, width="content")


def _paces(view: View, shown: Shown, progress: Progress) -> Iterator[tuple[str, str]]:
    """Yield completion, what is expected by now, the gap in points and days, and what every week must bring."""
    if progress.completion_pct is not None:
        key = "figure.exceeded" if progress.completion_pct > 100 else "figure.pct"
        yield "column.completion", view.say(key, pct=progress.completion_pct)
    if progress.expected_pct is not None:
        yield "target.expected", view.say("figure.pct", pct=progress.expected_pct)
    if progress.gap_pp is not None:
        yield "target.gap", view.say("figure.pp", gap=signed(progress.gap_pp))
    if progress.days_behind is not None:
        key = "target.days_behind" if progress.days_behind >= 0 else "target.days_ahead"
        yield key, view.say("late.days", days=abs(progress.days_behind))
    if progress.needed_per_week is not None:
        unit = goal_of(shown.target, progress.part_id).unit
        yield "gaps.column.week", amount(progress.needed_per_week, unit, view.lang)
    if things := things_of(shown, progress):
        yield "target.things", things_word(things, shown.indicator, view.lang)


def _parts(view: View, shown: Shown) -> None:
    columns = [
        Column(view.say("column.part")),
        Column(view.say("column.actual")),
        Column(view.say("column.goal")),
        Column(view.say("column.completion"), wide=True),
        Column(view.say("column.status")),
    ]
    rows = [
        Row(
            (
                goal_of(shown.target, part.part_id).title.in_(view.lang),
                actual(shown, part, view.lang),
                wanted(shown, part, view.lang),
                bar(part.completion_pct, view.lang),
                chip_of(part, shown.target, view.lang),
            )
        )
        for part in shown.progress.parts
    ]
    grid("parts", view.say("target.parts"), columns, rows)


def _units(view: View, group: GapGroup) -> None:
    """List the units that fall short, with what is under way, in the order of their codes."""
    progress = group.progress
    if not group.is_of_units or not group.units:
        return
    counted = view.say("target.shortfall", lacking=group.units, total=progress.units_total)
    st.markdown(counted)
    rows = [Row(gap_cells(view, group, gap)) for gap in group.gaps]
    grid(f"shortfall_{progress.part_id}", counted, gap_columns(view), rows, open_pick, _HEIGHT)
