"""How a pivot is laid out, as one word of an address: ``region_month__year__bank__down__heat__<indicator>``."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Any, Literal, get_args

from finance_monitor.disclosure.pivot_question import Axis
from finance_monitor.ledgers.model import Dimension

# value: as it is; numerator, denominator: its parts; year: against the same time a year before.
Measure = Literal["value", "numerator", "denominator", "year"]
# code: as regions are listed; down: the largest first; up: the smallest first.
Order = Literal["code", "down", "up"]
AXES: tuple[Axis, ...] = get_args(Axis)
MEASURES: tuple[Measure, ...] = get_args(Measure)
ORDERS: tuple[Order, ...] = get_args(Order)
_DIMENSIONS: tuple[Dimension, ...] = get_args(Dimension)
_HEAT = "heat"
_BREAK = "__"
# More indicators side by side are not read any more.
MOST_INDICATORS = 8


@dataclass(frozen=True, slots=True)
class Layout:
    """`others` are the indicators beside the one the address names."""

    rows: Axis = "region"
    columns: Axis = "month"
    measure: Measure = "value"
    order: Order = "code"
    dimension: str | None = None
    is_shaded: bool = False
    others: tuple[str, ...] = ()

    def with_(self, **changes: Any) -> Layout:
        """Return the layout with some parts changed."""
        return replace(self, **changes)


def read_layout(code: str | None, known: Collection[str]) -> Layout:
    """Read the word of an address; what it says wrongly is left out. `known` are the indicators there are."""
    if not code:
        return Layout()
    axes, *told = code.split(_BREAK)
    rows, _, columns = axes.partition("_")
    found = Layout(
        measure=next((one for one in MEASURES if one in told), "value"),
        order=next((one for one in ORDERS if one in told), "code"),
        dimension=next((one for one in _DIMENSIONS if one in told), None),
        is_shaded=_HEAT in told,
        others=tuple(one for one in dict.fromkeys(told) if one in known)[: MOST_INDICATORS - 1],
    )
    named = next((one for one in AXES if one == rows), None), next((one for one in AXES if one == columns), None)
    if named[0] is None or named[1] is None or named[0] == named[1] or named[0] == "indicator":
        return found
    return found.with_(rows=named[0], columns=named[1])


def write_layout(layout: Layout) -> str:
    """Write the word of an address; what is as by default is not said."""
    told = [
        f"{layout.rows}_{layout.columns}",
        layout.measure if layout.measure != MEASURES[0] else "",
        layout.order if layout.order != ORDERS[0] else "",
        layout.dimension or "",
        _HEAT if layout.is_shaded else "",
        *layout.others,
    ]
    return _BREAK.join(part for part in told if part)
