"""What a figure must not be taken for: rows held back, a sum that hides units below their number, two paths."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from finance_monitor.disclosure.shown import Shown
from finance_monitor.progress.amounts import plainly
from finance_monitor.progress.rounding import percent
from finance_monitor.progress.window import goal_of
from finance_monitor.progress.words import level_word
from finance_monitor.reports.numbers import part
from finance_monitor.texts import Lang, say


def caveats(shown: Shown, lang: Lang) -> Iterator[str]:
    """Yield the sentences, none where there is nothing to be careful about."""
    if shown.rows_held:
        yield say("explain.rows_held", lang, count=shown.rows_held)
    yield from _sum_that_hides(shown, lang)
    yield from _two_paths(shown, lang)
    progress = shown.progress
    if progress.uncertain:
        sure = progress.units_total - progress.uncertain
        told = {"sure": sure, "total": progress.units_total, "uncertain": progress.uncertain}
        yield say("explain.list_unconfirmed", lang, **told)
    if progress.interval_pct and progress.goal is not None:
        low, high = progress.interval_pct
        if low <= progress.goal <= high:
            yield say("explain.within_interval", lang, goal=plainly(progress.goal, "%", lang), low=low, high=high)


def _sum_that_hides(shown: Shown, lang: Lang) -> Iterator[str]:
    """Say that the sum is enough for all units together while some of them fall short of their own number."""
    progress = shown.progress
    goal = goal_of(shown.target, progress.part_id)
    if goal.kind != "per_unit_min" or progress.units_total < 2 or not progress.goal or progress.actual is None:
        return
    whole = progress.goal * progress.units_total
    lacking = [lack for lack in progress.shortfall if lack.actual is not None]
    if progress.actual < whole or not lacking:
        return
    yield say(
        "explain.sum_hides",
        lang,
        total=plainly(progress.actual, goal.unit, lang),
        whole=plainly(whole, goal.unit, lang),
        share=percent(progress.actual, whole),
        lacking=len(lacking),
        level=level_word(progress.unit_level, len(lacking), lang),
        short=plainly(sum((lack.short for lack in lacking), Decimal(0)), goal.unit, lang),
    )


def _two_paths(shown: Shown, lang: Lang) -> Iterator[str]:
    """Say where a unit filled in another figure than its records come to; the records count."""
    found = shown.filled_in
    if found is None or not found.differs:
        return
    indicator = shown.indicator

    def said(numerator: int, denominator: int | None) -> str:
        over = part(numerator, indicator, lang, is_numerator=True)
        if denominator is None:
            return over
        return say("explain.over", lang, over=over, under=part(denominator, indicator, lang, is_numerator=False))

    yield say(
        "explain.two_paths",
        lang,
        day=say("day", lang, on=found.as_of),
        filled=said(found.numerator, found.denominator),
        counted=said(found.counted_numerator, found.counted_denominator if found.denominator is not None else None),
        batch=found.batch_id,
    )
