"""The answer of the page on loans: one sentence to be sent on, and the figures in a row."""

from __future__ import annotations

from datetime import date, timedelta

from dashboard import figure_cache, target_held
from dashboard.frame import View
from dashboard.lending import in_words, narrowed_to, not_narrowed, sentence, tail, year_start
from dashboard.loans_measures import BALANCE, COUNT, GRANTED, HOUSEHOLDS, OVERDUE, SHARE
from dashboard.tiles import Tile, tiles
from dashboard.wording import chip_of
from finance_monitor.disclosure.shown import Shown
from finance_monitor.disclosure.told import Told


def figures(view: View) -> dict[str, Told]:
    """Return the figures of the page by their indicators; what was lent and how often, of this year."""
    this_year = {GRANTED: year_start(view.as_of), COUNT: year_start(view.as_of)}
    wanted = (BALANCE, GRANTED, COUNT, HOUSEHOLDS, OVERDUE, SHARE)
    return {one: _told(view, one, this_year.get(one)) for one in wanted}


def _told(view: View, indicator_id: str, since: date | None) -> Told:
    return figure_cache.told(view.seat, indicator_id, view.region, view.as_of, view.where, since)


def draw(view: View, found: dict[str, Told], target: Shown | None) -> None:
    """Draw sentence and figures."""
    sentence(view, answer(view, found, target), "loans")
    target_held.link(view, held_back(view))
    shown = [_tile(view, one, view.say(f"loans_page.name.{key}")) for key, one in found.items()]
    shown[2:2] = _window(view, target)
    tiles(view, "loans", shown)
    not_narrowed(view, [one.told for one in shown])


def _window(view: View, target: Shown | None) -> list[Tile]:
    """Return what was lent since the document's own window opened, where that is not this year."""
    if target is None or target.target.from_on - timedelta(days=1) == year_start(view.as_of):
        return []
    opened_on = target.target.from_on
    name = view.say("loans_page.name.window", day=view.say("day", on=opened_on))
    return [Tile(_told(view, GRANTED, opened_on - timedelta(days=1)), name)]


def _tile(view: View, one: Told, name: str) -> Tile:
    compared = figure_cache.compared_of(view.seat, one.indicator.id, view.region, view.as_of, view.where)
    return Tile(one, name, compared)


def answer(view: View, found: dict[str, Told], target: Shown | None) -> str:
    """Say in one sentence how much was lent, to how many, and what is overdue."""
    told = {key: in_words(view, one.figure) for key, one in found.items()}
    text = view.say(
        "loans_page.answer",
        day=view.say("day", on=view.as_of),
        narrowed=narrowed_to(view),
        region=view.region_name,
        balance=told[BALANCE],
        granted=told[GRANTED],
        count=told[COUNT],
        households=told[HOUSEHOLDS],
        overdue=told[OVERDUE],
        share=told[SHARE],
    )
    held = target_held.words(view, held_back(view))
    more = view.say("loans_page.answer.held", said=held) if held else ""
    return text + _against(view, target) + more + tail(view)


def held_back(view: View) -> int:
    """Return how many rows are in none of the page's figures because they were held back."""
    return target_held.held_of(view.seat, (GRANTED,), view.region, view.as_of)


def _against(view: View, target: Shown | None) -> str:
    """Say how the target stands; a target is of all records, so it is left out where the page is narrowed."""
    if target is None or view.where or target.progress.completion_pct is None:
        return ""
    chip = chip_of(target.progress, target.target, view.lang)
    return view.say(
        "loans_page.answer.target",
        title=target.target.title.in_(view.lang),
        pct=target.progress.completion_pct,
        status=f"{chip.symbol}{chip.word}",
    )
