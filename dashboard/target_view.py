"""One target: the document's words, the figures, the sentence, what is lacking where, and where it comes from."""

from __future__ import annotations

from collections.abc import Iterator

import streamlit as st

from dashboard import cache
from dashboard.frame import View
from dashboard.grid import Column, Row, grid
from dashboard.headings import COLOURS, heading, plain
from dashboard.links import page_link
from dashboard.trend import draw_trend
from dashboard.wording import actual, amount, bar, chip_of, document, lack, wanted
from finance_monitor.disclosure.shown import Shown
from finance_monitor.progress.model import Progress
from finance_monitor.progress.window import goal_of
from finance_monitor.reports.element import element

_HEIGHT = 320


def draw(view: View, shown: Shown) -> None:
    """Draw everything about one target."""
    _head(view, shown)
    _figures(view, shown)
    st.caption(view.say("target.sentence"))
    st.code(element(shown)[f"sentence_{view.lang}"], language=None, wrap_lines=True)
    if shown.progress.parts:
        _parts(view, shown)
    for progress in shown.progress.parts or (shown.progress,):
        if progress.trend:
            draw_trend(view, shown, progress)
        _shortfall(view, shown, progress)
    _assumed(view, shown)
    _explained(view, shown)


def _head(view: View, shown: Shown) -> None:
    target, policy, lang = shown.target, shown.policy, view.lang
    chip = chip_of(shown.progress, target, lang)
    badges = [(f"{chip.symbol} {chip.word}", COLOURS[chip.light])]
    if shown.lifecycle != "in_force":
        badges.append((view.say(f"lifecycle.{shown.lifecycle}"), "gray"))
    heading(target.title.in_(lang), *badges)
    region = shown.names.get(shown.progress.region_code, "")
    if shown.progress.region_code != view.region:
        st.caption(view.say("target.other_region", region=region))
    st.markdown(view.say("target.quote", quote=plain(target.quote)))
    cited = view.say("target.cited", document=document(policy, lang), clause=target.clause)
    st.caption(plain(cited))
    if target.units_lead:
        units = view.say("overview.join").join(target.units_lead)
        st.markdown(view.say("target.units_lead", units=plain(units)))
    page_link("map", view.say("target.to_map"), view.address.with_(target=target.id, indicator=None, level=None))


def _figures(view: View, shown: Shown) -> None:
    """Draw the figures one by one; what there is none of is left out."""
    progress, lang = shown.progress, view.lang
    told = [("column.actual", actual(shown, progress, lang))]
    if not progress.parts:
        told += [("column.goal", wanted(shown, progress, lang)), *_paces(view, progress)]
    if shown.target.by_on:
        told.append(("target.by", view.say("day", on=shown.target.by_on)))
    with st.container(horizontal=True, gap="medium"):
        for label, said in told:
            st.metric(view.say(label), said, width="content")


def _paces(view: View, progress: Progress) -> Iterator[tuple[str, str]]:
    """Yield completion, what is expected by now and the gap between them, as far as there are any."""
    if progress.completion_pct is not None:
        key = "figure.exceeded" if progress.completion_pct > 100 else "figure.pct"
        yield "column.completion", view.say(key, pct=progress.completion_pct)
    if progress.expected_pct is not None:
        yield "target.expected", view.say("figure.pct", pct=progress.expected_pct)
    if progress.gap_pp is not None:
        yield "target.gap", view.say("figure.pp", gap=f"{progress.gap_pp:+}")


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


def _shortfall(view: View, shown: Shown, progress: Progress) -> None:
    """List the units that lack something, in the order of their codes."""
    if not progress.shortfall or progress.units_reached is None or progress.units_total < 2:
        return
    goal = goal_of(shown.target, progress.part_id)
    counted = view.say("target.shortfall", lacking=len(progress.shortfall), total=progress.units_total)
    st.markdown(counted)
    columns = [Column(view.say("column.unit")), Column(view.say("column.lack"))]
    amounts = goal.kind != "coverage"
    if amounts:
        columns[1:1] = [Column(view.say("column.actual"), "number"), Column(view.say("column.each"), "number")]
    rows = []
    for short in progress.shortfall:
        middle = (amount(short.actual, goal.unit, view.lang), amount(short.goal, goal.unit, view.lang))
        name = shown.names.get(short.region_code, short.region_code)
        rows.append(Row((name, *(middle if amounts else ()), lack(short, goal, view.lang))))
    grid(f"shortfall_{progress.part_id}", counted, columns, rows, height=_HEIGHT)


def _assumed(view: View, shown: Shown) -> None:
    texts = (*shown.policy.assumed, *shown.target.assumed)
    if texts:
        with st.expander(view.say("target.assumed", count=len(texts))):
            st.markdown("\n".join(f"- {text.in_(view.lang)}" for text in texts))


def _explained(view: View, shown: Shown) -> None:
    """Explain the figure; asked of the release only when opened."""
    box = st.expander(view.say("target.explain"), key="explain", on_change="rerun")
    if not box.open:
        return
    region = shown.progress.region_code
    lines, behind = cache.explained(view.seat, shown.target.id, region, view.as_of, view.lang)
    with box:
        st.text("\n".join(line for line in lines if not line.startswith("  ")))
        if behind is not None:
            columns = [Column(label) for label in behind.header]
            grid("rows_behind", behind.ledger, columns, [Row(row) for row in behind.rows], height=_HEIGHT)
