"""What has changed between two days, unit by unit, and places in an order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from finance_monitor.disclosure.figure import Figure
from finance_monitor.indicators.model import Indicator
from finance_monitor.maps.saying import shown_value

_PERCENT, _POINTS = "%", "百分点"


def differences(then: Sequence[Figure], now: Sequence[Figure]) -> tuple[Figure, ...]:
    """Return now less then for every unit of `now`, of the values as they are shown, so that a reader's sum agrees.

    Where one of the two has no value there is no change; the later day says why, or else the earlier.
    """
    earlier = {figure.region_code: figure for figure in then}
    return tuple(_difference(earlier.get(figure.region_code), figure) for figure in now)


def _difference(then: Figure | None, now: Figure) -> Figure:
    unit = _POINTS if now.unit == _PERCENT else now.unit
    plain = replace(
        now,
        unit=unit,
        numerator=None,
        denominator=None,
        status=None,
        light="none",
        completion_pct=None,
        gap_pp=None,
        goal=None,
    )
    last, first = shown_value(now), shown_value(then)
    if last is not None and first is not None and then is not None and then.unit == now.unit:
        return replace(plain, state="shown", value=last - first)
    without = now if last is None else then
    state = "missing" if without is None or without.state in ("shown", "not_split") else without.state
    return replace(plain, state=state, value=None)


def places(figures: Sequence[Figure], indicator: Indicator) -> dict[str, int]:
    """Return region code -> place by what the map shows; none for an indicator or a base that must not be ranked.

    Equal values share a place. Where every figure has a completion they stand in its order.
    """
    if not indicator.rankable:
        return {}
    ranked = [figure for figure in figures if shown_value(figure) is not None and not _is_small(figure, indicator)]
    by_completion = bool(ranked) and all(figure.completion_pct is not None for figure in ranked)
    best = 1 if by_completion or indicator.good != "down" else -1
    measures = {
        figure.region_code: best * ((figure.completion_pct if by_completion else figure.value) or Decimal(0))
        for figure in ranked
    }
    order = sorted(measures.values(), reverse=True)
    first: dict[Decimal, int] = {}
    for number, measure in enumerate(order, start=1):
        first.setdefault(measure, number)
    return {code: first[measure] for code, measure in measures.items()}


def _is_small(figure: Figure, indicator: Indicator) -> bool:
    return figure.denominator is not None and figure.denominator < indicator.min_base
