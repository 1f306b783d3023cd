"""One figure in words: its value with the unit, and what has changed."""

from __future__ import annotations

from datetime import date

from dashboard.frame import View
from finance_monitor.dates import month_end, months_before
from finance_monitor.disclosure.compared import Change, Compared, year_start
from finance_monitor.disclosure.figure import Figure
from finance_monitor.disclosure.told import Told
from finance_monitor.progress.amounts import amount, difference
from finance_monitor.written import signed

_RATIOS = ("share", "average", "average_money")


def value_of(view: View, told: Told) -> str:
    """Write the value with its unit, or why there is none."""
    figure = told.figure
    if figure.value is None:
        return view.say(f"figure.state.{figure.state}")
    return amount(figure.value, figure.unit, view.lang)


def changes(view: View, told: Told, compared: Compared) -> tuple[str, ...]:
    """Say what has changed, each so that it is understood alone; what cannot be told is left out.

    What stands is held against earlier days, what happened this year against the same time before. A sum from the
    first record on is not compared: it is said what this year and this month have added to it.
    """
    if told.indicator.nature == "stock":
        return _of_stock(view, told, compared)
    if told.since == year_start(told.figure.as_of):
        return _of_this_year(view, told, compared)
    if told.since is None and told.indicator.measure not in _RATIOS:
        return _added(view, compared)
    return ()


def _of_stock(view: View, told: Told, compared: Compared) -> tuple[str, ...]:
    named = (("year", compared.year), ("month", compared.month), ("year_start", compared.year_start))
    return tuple(
        view.say(f"compared.{name}", change=said) for name, change in named if (said := _change(view, told, change))
    )


def _of_this_year(view: View, told: Told, compared: Compared) -> tuple[str, ...]:
    day = told.figure.as_of
    year, month = _change(view, told, compared.year), _change(view, told, compared.month)
    said = [view.say("compared.year.window", on=day, change=year)] if year else []
    if month:
        now, before = month_windows(view, day)
        said.append(view.say("compared.month.window", now=now, before=before, change=month))
    return tuple(said)


def month_windows(view: View, day: date) -> tuple[str, str]:
    """Name the part of a month up to a day, and what it is held against: the same part, or the whole month before."""
    before = months_before(day, 1)
    is_same_part = before.day == day.day and day != month_end(day)
    part = "first" if day.day == 1 else "whole" if day == month_end(day) else "part"
    year = "" if before.year == day.year else ".last_year"
    earlier = "part" if is_same_part else "whole"
    return view.say(f"compared.now.{part}", on=day), view.say(f"compared.before.{earlier}{year}", on=before)


def _added(view: View, compared: Compared) -> tuple[str, ...]:
    named = (("this_year", compared.this_year), ("this_month", compared.this_month))
    return tuple(
        view.say(f"compared.{name}", value=_amount(view, one))
        for name, one in named
        if one is not None and one.value is not None
    )


def _amount(view: View, figure: Figure) -> str:
    return amount(figure.value, figure.unit, view.lang)


def _change(view: View, told: Told, change: Change | None) -> str:
    if change is None or change.difference is None:
        return ""
    if change.growth_pct is not None:
        return f"{signed(change.growth_pct)}%"
    said = difference(change.difference, told.figure.unit, view.lang)
    return f"+{said}" if change.difference > 0 else said
