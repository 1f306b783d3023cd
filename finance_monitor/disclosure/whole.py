"""The figure of a region itself, to stand as 合计 over the figures of its parts."""

from __future__ import annotations

from datetime import date

from finance_monitor.disclosure.desk import Desk, find_target, show_target
from finance_monitor.disclosure.figure import Figure
from finance_monitor.disclosure.figure_of import of_progress
from finance_monitor.disclosure.figures import is_of_units
from finance_monitor.disclosure.reach import region_for
from finance_monitor.progress.window import goal_of


def whole_of_target(desk: Desk, target_id: str, region_code: str | None = None, as_of: date | None = None) -> Figure:
    """Return a target's figure for a region, or for its own region where that lies inside the one asked for."""
    policy, target = find_target(desk.world, target_id)
    region = region_code or region_for(desk, policy, target)
    shown = show_target(desk, target_id, region, as_of)
    goal = goal_of(target, shown.progress.part_id)
    return of_progress(
        desk.world.indicators[shown.progress.indicator_id],
        desk.regions.get(shown.progress.region_code),
        shown.progress,
        of_units=is_of_units(desk, target, goal, shown.progress.region_code),
        is_hidden=shown.hidden,
        strictness=target.strictness,
    )
