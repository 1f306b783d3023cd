"""Regions that lag behind the share of a target they were given, whether the whole is on track or not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from finance_monitor.disclosure.desk import Desk, show_target
from finance_monitor.disclosure.figures import figures_of_target
from finance_monitor.disclosure.reach import given_below
from finance_monitor.disclosure.shown import Shown


@dataclass(frozen=True, slots=True)
class Behind:
    """A target with those of its shares that lag; `given` is how many regions were given one."""

    whole: Shown
    shares: tuple[Shown, ...]
    given: int


def behind_shares(desk: Desk, found: Sequence[Shown], as_of: date) -> tuple[Behind, ...]:
    """Return, for each target in force that was shared out, the regions whose own light is red or yellow."""
    told = [_behind(desk, one, as_of) for one in found if one.lifecycle == "in_force" and one.share is not None]
    return tuple(one for one in told if one.shares)


def _behind(desk: Desk, one: Shown, as_of: date) -> Behind:
    region = one.progress.region_code
    given = [share.region_code for share in given_below(desk, one.target, region)]
    levels = {desk.regions.get(code).level for code in given}
    lagging = {
        figure.region_code
        for level in levels
        for figure in figures_of_target(desk, one.target.id, region, level, as_of)
        if figure.state == "shown" and figure.light in ("red", "yellow")
    }
    shares = tuple(show_target(desk, one.target.id, code, as_of) for code in given if code in lagging)
    return Behind(one, shares, len(given))
