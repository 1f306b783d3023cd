"""What is asked of one goal, and what a kind answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from finance_monitor.indicators.model import Indicator, Reading
from finance_monitor.policy.model import Goal
from finance_monitor.progress.model import Read, Shortfall
from finance_monitor.progress.stand import Stand
from finance_monitor.progress.window import months_before


@dataclass(frozen=True, slots=True)
class Question:
    """One goal, asked of the units of one region. `whole`: the region is the target's own."""

    goal: Goal
    indicators: Mapping[str, Indicator]
    region: str
    units: tuple[str, ...]
    from_on: date
    whole: bool
    read: Read
    # How many units of the list may not belong to it: the document speaks of fewer, and which is not confirmed.
    uncertain: int = 0

    @property
    def indicator(self) -> Indicator:
        """Return the goal's own indicator."""
        return self.indicators[self.goal.indicator]

    def at(self, day: date, indicator: Indicator | None = None) -> tuple[Reading | None, ...]:
        """Return the reading of every unit on a day, None where nobody reported."""
        readings = self.read((indicator or self.indicator).id, day)
        return tuple(_reported(readings.get(unit)) for unit in self.units)

    def in_window(self, day: date) -> tuple[Reading | None, ...]:
        """Return what stands on a day; of a flow, what has happened since the window opened.

        A unit that had not begun to report before the window has nothing to take off. Before it opens there is nothing.
        """
        if self.indicator.nature == "stock":
            return self.at(day)
        if day < self.from_on:
            return (None,) * len(self.units)
        before = self.at(self.from_on - timedelta(days=1))
        return tuple(_since(end, start) for end, start in zip(self.at(day), before, strict=True))

    def in_period(self, day: date, indicator: Indicator | None = None) -> tuple[Reading | None, ...]:
        """Return what stands on a day; of a flow, what happened in the `period_months` up to it.

        A unit must have reported at both ends: periods of unequal length are not compared.
        """
        indicator = indicator or self.indicator
        ends = self.at(day, indicator)
        if indicator.nature == "stock":
            return ends
        starts = self.at(months_before(day, self.goal.period_months), indicator)
        return tuple(
            end.less(start) if end is not None and start is not None else None
            for end, start in zip(ends, starts, strict=True)
        )


@dataclass(frozen=True, slots=True)
class Measured:
    """What a kind says of a day: figures as shown, and the worst and best stand still possible.

    `fault` is the reason why nothing can be said (a key under ``reason.``); `fault_on` the day it lies on.
    """

    actual: Decimal | None
    units_total: int
    units_reported: int
    numerator: int | None = None
    denominator: int | None = None
    number: Decimal | None = None
    completion_pct: Decimal | None = None
    worst: Stand | None = None
    best: Stand | None = None
    units_reached: int | None = None
    shortfall: tuple[Shortfall, ...] = ()
    interval_pct: tuple[Decimal, Decimal] | None = None
    uncertain: int = 0
    # growth_gap: the two growth rates, its own first, rounded as shown.
    growths_pct: tuple[Decimal, Decimal] | None = None
    fault: str | None = None
    fault_on: date | None = None


def _reported(reading: Reading | None) -> Reading | None:
    """Keep a reading without numerator too: its denominator may still be known."""
    if reading is None or (reading.numerator is None and not reading.denominator):
        return None
    return reading


def _since(end: Reading | None, start: Reading | None) -> Reading | None:
    if end is None or start is None:
        return end
    return end.less(start)
