"""Readings and progress of one region, turned into the figure that leaves the core."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from finance_monitor.disclosure.figure import Figure, State
from finance_monitor.indicators.model import Indicator, Reading, value_of
from finance_monitor.money import FEN_IN, amount_in
from finance_monitor.progress.model import Progress
from finance_monitor.progress.rounding import PERCENT_DECIMALS, shown
from finance_monitor.regions import Region


def shown_value(indicator: Indicator, reading: Reading) -> Decimal | None:
    """Return a reading's value as it is shown: in the indicator's unit, rounded; None where there is none."""
    value = value_of(indicator.measure, reading.numerator, reading.denominator)
    if value is None:
        return None
    if indicator.measure in ("money", "average_money") and indicator.unit.zh in FEN_IN:
        value = amount_in(value, indicator.unit.zh)
    return shown(value, indicator.decimals)


def of_reading(indicator: Indicator, region: Region, reading: Reading | None, day: date, *, is_hidden: bool) -> Figure:
    """Return an indicator's figure of one region."""
    if is_hidden:
        return empty(indicator, region, day, "hidden")
    value = shown_value(indicator, reading) if reading else None
    if reading is None or value is None:
        return empty(indicator, region, day, "missing" if reading is None else _without_value(reading))
    return Figure(
        region_code=region.code,
        name=region.name,
        as_of=day,
        state="shown",
        value=value,
        numerator=reading.numerator,
        denominator=reading.denominator,
        unit=indicator.unit.zh,
        decimals=indicator.decimals,
    )


def of_progress(
    indicator: Indicator,
    region: Region,
    progress: Progress,
    *,
    of_units: bool,
    is_count: bool = False,
    is_hidden: bool,
    strictness: str | None = None,
) -> Figure:
    """Return a target's figure of one region; `of_units`: the share of units that have arrived, not a sum."""
    if is_hidden:
        return empty(indicator, region, progress.as_of, "hidden")
    if progress.reason == "out_of_scope":
        return empty(indicator, region, progress.as_of, "out_of_scope")
    value, unit, decimals = progress.actual, progress.unit, 0 if is_count else indicator.decimals
    if of_units and progress.units_reached is not None:
        value, unit = Decimal(progress.units_reached) * 100 / progress.units_total, "%"
        decimals = PERCENT_DECIMALS
    if value is None:
        return empty(indicator, region, progress.as_of, "missing")
    state: State = "not_split" if progress.reason == "not_split" else "shown"
    return Figure(
        region_code=region.code,
        name=region.name,
        as_of=progress.measured_on or progress.as_of,
        state=state,
        value=shown(value, decimals),
        numerator=progress.units_reached if of_units else progress.numerator,
        denominator=progress.units_total if of_units else progress.denominator,
        unit=unit,
        decimals=decimals,
        status=progress.status,
        light=progress.light,
        completion_pct=progress.completion_pct,
        gap_pp=progress.gap_pp,
        strictness=strictness,
        goal=None if of_units else progress.goal,
    )


def _without_value(reading: Reading) -> State:
    """Say why a reading has no value: nobody reported, or there was nothing to take a share of."""
    return "not_applicable" if reading.numerator is not None and reading.denominator == 0 else "missing"


def empty(indicator: Indicator, region: Region, day: date, state: State) -> Figure:
    """Return a figure without a value."""
    return Figure(
        region_code=region.code,
        name=region.name,
        as_of=day,
        state=state,
        value=None,
        numerator=None,
        denominator=None,
        unit=indicator.unit.zh,
        decimals=indicator.decimals,
    )
