"""One figure in words: its value with the unit, and what has changed."""

from __future__ import annotations

from dashboard.frame import View
from finance_monitor.disclosure.compared import Change, Compared
from finance_monitor.disclosure.told import Told
from finance_monitor.progress.amounts import amount, difference
from finance_monitor.written import signed


def value_of(view: View, told: Told) -> str:
    """Write the value with its unit, or why there is none."""
    figure = told.figure
    if figure.value is None:
        return view.say(f"figure.state.{figure.state}")
    return amount(figure.value, figure.unit, view.lang)


def changes(view: View, told: Told, compared: Compared) -> tuple[str, ...]:
    """Say each comparison; where the earlier day has no value, that it cannot be compared."""
    named = (("year", compared.year), ("month", compared.month), ("year_start", compared.year_start))
    return tuple(view.say(f"compared.{name}", change=_change(view, told, change)) for name, change in named)


def _change(view: View, told: Told, change: Change | None) -> str:
    if change is None or change.difference is None:
        return view.say("compared.none")
    if change.growth_pct is not None:
        return f"{signed(change.growth_pct)}%"
    said = difference(change.difference, told.figure.unit, view.lang)
    return f"+{said}" if change.difference > 0 else said
