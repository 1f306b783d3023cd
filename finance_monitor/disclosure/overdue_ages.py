"""Overdue principal parted by its age: about persons, so small parts are hidden, and what would give them away."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from finance_monitor.disclosure.desk import Desk
from finance_monitor.disclosure.told import Told, show_indicator

AGES = (
    "loans_overdue_1_30_days",
    "loans_overdue_31_90_days",
    "loans_overdue_91_180_days",
    "loans_overdue_over_180_days",
    "loans_overdue_age_unknown",
)


def overdue_ages(desk: Desk, region_code: str, as_of: date) -> tuple[Told, ...]:
    """Return what is overdue for how long. The whole is told elsewhere: one hidden part alone could be had from it."""
    found = [show_indicator(desk, indicator_id, region_code, as_of) for indicator_id in AGES]
    hidden = [one for one in found if one.figure.state == "hidden"]
    told = [one for one in found if one.figure.value]
    if len(hidden) == 1 and told:
        least = min(told, key=lambda one: one.figure.value or 0)
        found[found.index(least)] = _hide(least)
    return tuple(found)


def _hide(one: Told) -> Told:
    figure = replace(one.figure, state="hidden", value=None, numerator=None, denominator=None)
    return replace(one, figure=figure)
