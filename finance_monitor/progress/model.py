"""What progress is: one target, or one part of it, held against readings of one region on one day."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from finance_monitor.indicators.model import Reading

Status = Literal[
    "met",
    "missed",
    "late",
    "on_track",
    "behind",
    "far_behind",
    "holding",
    "breached",
    "reached",
    "not_reached",
    "trend",
    "context",
    "unknown",
    "historic",
]
Light = Literal["green", "yellow", "red", "none"]

# indicator id, day -> the readings of the units (and of the region itself), by region code
Read = Callable[[str, date], Mapping[str, Reading]]


@dataclass(frozen=True, slots=True)
class Shortfall:
    """What one unit lacks, in the goal's unit."""

    region_code: str
    actual: Decimal | None
    goal: Decimal
    short: Decimal


@dataclass(frozen=True, slots=True)
class Progress:
    """A reading held against a target. Amounts are in the goal's unit, shares in %, gaps in 百分点.

    `actual` is rounded as it is shown. per_unit_min: `actual` is the sum over the units, `goal` the minimum of each
    unit, `completion_pct` the share of the whole list that reaches it (one unit alone: its own share of the minimum).
    coverage: `numerator` and `denominator` are the units covered and all units. `measured_on` is the day the figures
    stand for: the deadline once it has passed, except for a late catch-up.
    `reason` is a catalogue key under ``reason.`` with `reason_values`; `final` is the result of a window
    that has closed (met, missed, late), also inside `historic`.
    """

    target_id: str
    part_id: str | None
    indicator_id: str
    region_code: str
    as_of: date
    numerator: int | None
    denominator: int | None
    actual: Decimal | None
    goal: Decimal | None
    unit: str
    completion_pct: Decimal | None
    expected_pct: Decimal | None
    expected: Decimal | None
    gap_pp: Decimal | None
    status: Status
    light: Light
    final: Literal["met", "missed", "late"] | None
    reason: str
    reason_values: Mapping[str, object]
    units_reached: int | None
    units_total: int
    units_reported: int
    shortfall: tuple[Shortfall, ...]
    trend: tuple[tuple[date, Decimal | None], ...] = ()
    interval_pct: tuple[Decimal, Decimal] | None = None
    parts: tuple[Progress, ...] = ()
    measured_on: date | None = None
    # The level of the units counted: nation … village.
    unit_level: str | None = None
    # While a goal builds up: how many days it lags behind its pace (negative: ahead), and what each week until the
    # deadline must bring, in the goal's unit.
    days_behind: int | None = None
    # growth_gap: the two growth rates in %, its own first, rounded as shown.
    growths_pct: tuple[Decimal, Decimal] | None = None
    # Units of the list that may not belong to it; the result is judged by what is sure.
    uncertain: int = 0
    # A direction of what happens: the figure is that of so many months up to the day.
    period_months: int | None = None
    # The number is the region's own share of the target (任务分解).
    is_share: bool = False
    needed_per_week: Decimal | None = None
