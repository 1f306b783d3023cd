"""What every week must bring, in words: of whom it is counted, and what a share lacks in things."""

from __future__ import annotations

from decimal import Decimal

import streamlit as st

from dashboard.frame import View
from dashboard.headings import plain
from finance_monitor.disclosure.shown import Shown
from finance_monitor.progress.amounts import amount
from finance_monitor.progress.lacking import each_week, lacking_in_things
from finance_monitor.progress.model import Progress
from finance_monitor.progress.window import deadline_of, goal_of
from finance_monitor.progress.words import level_word


def things_of(shown: Shown, progress: Progress) -> int | None:
    """Return how many a share lacks in its numerator, None where it is no share, is reached or hidden."""
    goal = goal_of(shown.target, progress.part_id)
    is_own = shown.indicator.id == goal.indicator and not shown.hidden
    return lacking_in_things(goal, shown.indicator, progress) if is_own else None


def weeks(view: View, shown: Shown) -> None:
    """Say what the weekly need is counted from: reported units, without what is under way; silent units apart."""
    progress = shown.progress
    if things_of(shown, progress) and not progress.parts:
        numerator = shown.indicator.numerator.in_(view.lang)
        st.caption(plain(view.say("target.things_of", numerator=numerator)))
    if progress.needed_per_week is None:
        return
    said = [view.say("target.week_about")] if shown.in_pipeline else []
    silent = [lack.short for lack in progress.shortfall if lack.actual is None]
    goal = goal_of(shown.target, progress.part_id)
    each = each_week(sum(silent, Decimal(0)), progress.as_of, deadline_of(shown.target, goal)) if silent else None
    if each and goal.kind == "per_unit_min":
        level = level_word(progress.unit_level, len(silent), view.lang)
        weekly = amount(each, goal.unit, view.lang)
        said.append(view.say("target.week_silent", count=len(silent), level=level, amount=weekly))
    if said:
        st.caption(("" if view.lang == "zh" else " ").join(said))
