"""Rejections parted by their reason: about persons, so small counts are hidden, and what would give them away."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from finance_monitor.disclosure.desk import Desk
from finance_monitor.disclosure.figure import Figure
from finance_monitor.disclosure.figure_of import of_reading
from finance_monitor.disclosure.small_counts import hide_with_complements
from finance_monitor.disclosure.told import Where, find_indicator, show_indicator
from finance_monitor.indicators.counting import indicator_query
from finance_monitor.indicators.model import Indicator, Reading
from finance_monitor.progress.rounding import PERCENT_DECIMALS, shown
from finance_monitor.settings import settings

_INDICATOR, _LEDGER, _COLUMN = "referrals_rejected_reasons", "referral_outcomes", "reject_reason"


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason, as the ledger writes it; None: not filled in. `share_pct` is of all rejections."""

    reason: str | None
    figure: Figure
    share_pct: Decimal | None


@dataclass(frozen=True, slots=True)
class Reasons:
    """The reasons that may be told. What is hidden is not named either: of one rejection the name would be its case."""

    told: tuple[Reason, ...]
    has_hidden: bool


def reasons(desk: Desk, region_code: str, as_of: date, where: Where = ()) -> Reasons:
    """Return the reasons that occur in a region, the most frequent first; none where nobody has reported."""
    indicator = find_indicator(desk, _INDICATOR)
    if show_indicator(desk, _INDICATOR, region_code, as_of, where).figure.state == "missing":
        return Reasons((), has_hidden=False)
    found = _counted(desk, indicator, as_of, _beside(desk, region_code), where)
    own = {reason: by_region[region_code] for reason, by_region in found.items() if by_region[region_code].numerator}
    hidden = _hidden(indicator, found, own, region_code)
    if where and hidden != set(own):
        unfiltered = _counted(desk, indicator, as_of, _beside(desk, region_code), ())
        hidden |= _hidden(indicator, unfiltered, {one: of[region_code] for one, of in unfiltered.items()}, region_code)
        hidden = set(own) if _is_small_by_value(desk, indicator, region_code, as_of, where) else hidden & set(own)
    whole = sum(reading.numerator or 0 for reading in own.values())
    told = [_reason(desk, indicator, reason, own[reason], whole) for reason in own if reason not in hidden]
    ordered = sorted(told, key=lambda one: (one.reason is None, -(one.figure.value or 0)))
    return Reasons(tuple(ordered), has_hidden=bool(hidden))


def _beside(desk: Desk, region_code: str) -> list[str]:
    upper = next(iter(desk.regions.ancestors(region_code)), None)
    return sorted({region_code, *(one.code for one in desk.regions.children(upper.code))}) if upper else [region_code]


def _counted(
    desk: Desk, indicator: Indicator, day: date, codes: list[str], where: Where
) -> dict[str | None, dict[str, Reading]]:
    """Count each reason in the region and its neighbours; what has no reason is what is left of all."""
    pieces = indicator_query(indicator)
    choices = desk.world.ledgers[_LEDGER].column(_COLUMN).choices.values()
    found: dict[str | None, dict[str, Reading]] = {}
    for reason in ("", *choices):
        rows = desk.readings.reader.of_pieces(pieces, {"reason": reason}, where, [day], codes) if pieces else []
        counts = {row["region_code"]: row["numerator"] for row in rows}
        found[reason] = {code: _reading(code, day, counts.get(code, 0)) for code in codes}
    every = found.pop("")
    found[None] = {
        code: _reading(
            code, day, (every[code].numerator or 0) - sum(own[code].numerator or 0 for own in found.values())
        )
        for code in codes
    }
    return found


def _is_small_by_value(desk: Desk, indicator: Indicator, region_code: str, day: date, where: Where) -> bool:
    """Say whether reasons by the values of a filter have a small cell: the other values would give it away."""
    pieces, (dimension, *more) = indicator_query(indicator), [one for one, _ in where]
    if pieces is None or more:
        return True
    threshold, choices = settings().disclosure.threshold, desk.world.ledgers[_LEDGER].column(_COLUMN).choices.values()
    found: list[Counter[str | None]] = []
    for reason in ("", *dict.fromkeys(choices)):
        rows = desk.readings.reader.of_pieces(pieces, {"reason": reason}, (), [day], [region_code], dimension)
        found.append(Counter({row["part"]: row["numerator"] for row in rows}))
    blank = found[0].copy()
    for counts in found[1:]:
        blank.subtract(counts)
    return any(0 < count < threshold for counts in (*found, blank) for count in counts.values())


def _reading(code: str, day: date, count: int) -> Reading:
    return Reading(code, day, count, None, count, numerator_rows=count)


def _hidden(
    indicator: Indicator,
    found: dict[str | None, dict[str, Reading]],
    own: dict[str | None, Reading],
    region_code: str,
) -> set[str | None]:
    """Hide a reason that is small here, or that its neighbours would give away; and a second where one is alone."""
    threshold = settings().disclosure.threshold
    hidden = {
        reason
        for reason in own
        if region_code in hide_with_complements(indicator, found[reason], threshold, whole_is_shown=True)
    }
    others = [reason for reason in own if reason not in hidden]
    if len(hidden) == 1 and others:
        hidden.add(min(others, key=lambda reason: (own[reason].numerator or 0, reason or "")))
    return hidden


def _reason(desk: Desk, indicator: Indicator, reason: str | None, reading: Reading, whole: int) -> Reason:
    figure = of_reading(indicator, desk.regions.get(reading.region_code), reading, reading.as_of, is_hidden=False)
    return Reason(reason, figure, shown(Decimal(reading.numerator or 0) * 100 / whole, PERCENT_DECIMALS))
