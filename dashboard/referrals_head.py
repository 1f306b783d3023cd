"""The answer of the page on referrals: one sentence to be sent on, and the figures in a row."""

from __future__ import annotations

import streamlit as st

from dashboard import figure_cache
from dashboard.frame import View
from dashboard.headings import plain
from dashboard.lending import in_words, narrowed_to, not_narrowed, sentence, tail
from dashboard.tiles import Tile, tiles
from dashboard.wording import actual, wanted
from finance_monitor.disclosure.shown import Shown
from finance_monitor.disclosure.told import Told
from finance_monitor.reports.funnel import LATE, Funnel, count_of

PERSONS = "referrals_eligible_persons"


def draw(view: View, found: Funnel, target: Shown | None) -> None:
    """Draw sentence and figures."""
    persons = figure_cache.told(view.seat, PERSONS, view.region, view.as_of, view.where)
    sentence(view, answer(view, found, persons, target), "referrals")
    _warning(view, found)
    shown = (
        found.step("pushed").told,
        persons,
        found.step("disbursed").told,
        found.waiting,
        found.late,
    )
    tiles(view, "referrals", [_tile(view, one) for one in shown])
    not_narrowed(view, shown)


def _warning(view: View, found: Funnel) -> None:
    """Say first what must not be overlooked: cases that wait for long, and not one loan."""
    late, paid = count_of(found.late), found.step("disbursed").count
    if not late:
        return
    key = "referrals_page.warning.no_loan" if paid == 0 else "referrals_page.warning"
    values = {"pushed": in_words(view, found.step("pushed").told.figure), "late": in_words(view, found.late.figure)}
    with st.container(key="warning_referrals"):
        st.markdown(f":orange-badge[{plain(view.say(key, days=LATE, **values))}]")


def _tile(view: View, one: Told) -> Tile:
    """Return a figure; what stands now is not compared, the release knows it for its own days only."""
    name = view.say(f"referrals_page.name.{one.indicator.id}")
    if one.indicator.nature != "flow":
        return Tile(one, name)
    return Tile(one, name, figure_cache.compared_of(view.seat, one.indicator.id, view.region, view.as_of, view.where))


def answer(view: View, found: Funnel, persons: Told, target: Shown | None) -> str:
    """Say in one sentence what has become of the referrals."""
    counts = {step.key: in_words(view, step.told.figure) for step in found.steps}
    lead = view.say(
        "referrals_page.answer",
        day=view.say("day", on=view.as_of),
        narrowed=narrowed_to(view),
        region=view.region_name,
        pushed=counts["pushed"],
        persons=in_words(view, persons.figure),
    )
    if found.step("accepted").told.figure.state == "missing":
        return lead + view.say("referrals_page.answer.no_outcomes") + _reached(view, target) + tail(view)
    bank = view.say(
        "referrals_page.answer.bank",
        **counts,
        rejected=in_words(view, found.rejected.figure),
        waiting=in_words(view, found.waiting.figure),
        late=in_words(view, found.late.figure),
        days=LATE,
    )
    return lead + bank + _reached(view, target) + tail(view)


def _reached(view: View, target: Shown | None) -> str:
    """Say how many counties have referred as many as asked; of a single one the light says it further down."""
    if target is None or view.where or target.progress.units_total <= 1:
        return ""
    done = actual(target, target.progress, view.lang)
    return view.say("referrals_page.answer.reach", actual=done, wanted=wanted(target, target.progress, view.lang))
