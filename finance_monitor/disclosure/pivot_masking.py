"""Names kept back in a pivot: whose loans are overdue stands under a letter, in the order of the letters."""

from __future__ import annotations

from dataclasses import replace

from finance_monitor.disclosure.figure_of import empty
from finance_monitor.disclosure.masking import asks_for_masked, is_masked, mask_of
from finance_monitor.disclosure.pivot_cells import Cell, Pivot
from finance_monitor.disclosure.pivot_question import Head
from finance_monitor.disclosure.seat import Desk
from finance_monitor.store.narrowing import NOT_FILLED_IN


def masked(desk: Desk, found: Pivot) -> Pivot:
    """Return the pivot as the viewer may see it.

    Several indicators side by side would tell a bank by the size of its lending: there its figures are hidden.
    """
    if not any(desk.world.indicators[one].masked for one in found.question.indicators):
        return found
    cells = tuple(tuple(_cell(desk, found, cell) for cell in own) for own in found.cells)
    rows, columns = (tuple(_head(desk, found, head) for head in heads) for heads in (found.rows, found.columns))
    down, across = _order(rows), _order(columns)
    return replace(
        found,
        rows=tuple(rows[at] for at in down),
        columns=tuple(columns[at] for at in across),
        cells=tuple(tuple(cells[row][column] for column in across) for row in down),
    )


def _cell(desk: Desk, found: Pivot, cell: Cell) -> Cell:
    question, spot, figure = found.question, cell.spot, cell.figure
    indicator, region = desk.world.indicators[spot.indicator_id], desk.regions.get(spot.region_code)
    dimension = question.dimension or ""
    where = tuple(one for one in question.where if spot.value is None or one[0] != dimension)
    hides_name = spot.value is not None and is_masked(desk, indicator, dimension, spot.value)
    if asks_for_masked(desk, indicator, where) or (hides_name and len(question.indicators) > 1):
        return replace(cell, figure=empty(indicator, region, spot.on, "hidden"))
    if not hides_name or spot.value is None:
        return cell
    letter = mask_of(desk, indicator, dimension, spot.value).zh if spot.value != NOT_FILLED_IN else NOT_FILLED_IN
    # Its parts would name the bank by its size.
    return replace(cell, figure=replace(figure, numerator=None, denominator=None), spot=replace(spot, value=letter))


def _head(desk: Desk, found: Pivot, head: Head) -> Head:
    indicator, dimension = desk.world.indicators[found.question.indicators[0]], found.question.dimension or ""
    is_value = head.axis == "value" and head.kind == "part" and head.key != NOT_FILLED_IN
    if not is_value or len(found.question.indicators) > 1 or not is_masked(desk, indicator, dimension, head.key):
        return head
    mask = mask_of(desk, indicator, dimension, head.key)
    return Head(head.axis, mask.zh, head.kind, mask)


def _order(heads: tuple[Head, ...]) -> list[int]:
    """Put values in the order of what they are called, so that no order of names gives a letter away."""
    kinds = ("total", "part", "rest")

    def place(at: int) -> tuple[int, bool, str]:
        head = heads[at]
        if head.axis != "value":
            return (0, False, "")
        return (kinds.index(head.kind), head.key == NOT_FILLED_IN, head.key)

    return sorted(range(len(heads)), key=place)
