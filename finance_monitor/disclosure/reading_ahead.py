"""Read together what showing a target will ask for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from finance_monitor.disclosure.seat import Desk
from finance_monitor.indicators.model import Reading
from finance_monitor.policy.model import Policy, Target
from finance_monitor.progress.model import Read
from finance_monitor.progress.window import dates_needed, deadline_of, goals_of


def remembering(desk: Desk, codes: Iterable[str], needed: Iterable[tuple[str, date]] = ()) -> Read:
    """Return a `Read` over some regions that asks the release once for each indicator and day.

    `needed` are the (indicator, day) pairs that will be asked for: they are read together when the first is.
    """
    wanted = tuple(dict.fromkeys(codes))
    asked: dict[tuple[str, date], Mapping[str, Reading]] = {}
    together = list(needed)

    def read(indicator_id: str, on: date) -> Mapping[str, Reading]:
        key = (indicator_id, on)
        if key not in asked and together:
            asked.update(desk.readings.of_pairs(together, wanted))
            together.clear()
        if key not in asked:
            asked[key] = desk.readings.of(indicator_id, on, wanted)
        return asked[key]

    return read


def needed_for(desk: Desk, policy: Policy, target: Target, as_of: date) -> list[tuple[str, date]]:
    """List the (indicator, day) pairs that showing a target asks for: its own, those beside it, what is under way."""
    pairs = list(dates_needed(target, policy, as_of))
    days = {as_of, *(day for day in (deadline_of(target, target), policy.effective_to) if day and day < as_of)}
    around = set(target.beside)
    around |= {pipeline for goal in goals_of(target) if (pipeline := desk.world.indicators[goal.indicator].pipeline)}
    pairs += [(goal.indicator, as_of) for goal in goals_of(target)]
    return pairs + [(indicator_id, day) for indicator_id in sorted(around) for day in sorted(days)]
