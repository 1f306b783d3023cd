"""Small counts of persons are not shown, nor what would give them away by subtraction."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from finance_monitor.indicators.model import Indicator, Reading
from finance_monitor.progress.model import Progress

_COUNTS = ("count", "share", "average")


def is_small(indicator: Indicator, reading: Reading | None, threshold: int) -> bool:
    """Say whether a reading is about so few persons that it must not be shown.

    Counts are compared themselves, and what is left of the base; of money the number of records it is made of. A count
    or a share that units filled in is one row whatever it counts: of that the numbers alone decide.
    """
    if indicator.sensitivity != "personal" or reading is None or reading.numerator is None:
        return False
    told_by_numbers = indicator.measure in ("count", "share") and indicator.parts_are == "count"
    filled_in = told_by_numbers and reading.rows == reading.reported_rows
    if not filled_in and (0 < reading.rows < threshold or 0 < reading.numerator_rows < threshold):
        return True
    if indicator.measure not in _COUNTS or indicator.parts_are == "money":
        return False
    rest = (reading.denominator or 0) - reading.numerator
    return 0 < reading.numerator < threshold or (reading.denominator is not None and 0 < rest < threshold)


def hide_with_complements(
    indicator: Indicator, readings: Mapping[str, Reading], threshold: int, *, whole_is_shown: bool
) -> frozenset[str]:
    """Return the regions whose figures are hidden among the parts of one whole.

    One hidden part alone could be had by taking the others off the whole, so the next smallest goes with it.
    """
    small = {code for code, reading in readings.items() if is_small(indicator, reading, threshold)}
    if len(small) == 1 and whole_is_shown:
        others = [r for code, r in readings.items() if code not in small and r.numerator]
        if others:
            small.add(min(others, key=lambda reading: (reading.numerator or 0, reading.region_code)).region_code)
    return frozenset(small)


def without_figures(progress: Progress) -> Progress:
    """Return the progress with every number about the persons taken out; status and light stay."""
    return replace(
        progress,
        numerator=None,
        denominator=None,
        actual=None,
        completion_pct=None,
        gap_pp=None,
        shortfall=(),
        trend=(),
        interval_pct=None,
        growths_pct=None,
        units_reached=None,
        expected=None,
        expected_pct=None,
        days_behind=None,
        needed_per_week=None,
        reason_values={},
        parts=tuple(without_figures(part) for part in progress.parts),
    )
