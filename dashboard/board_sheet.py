"""The board as a table for a file: a line for every region and target, with the figure and its status."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from dashboard.board_marks import mark_of_figure, mark_of_whole
from dashboard.downloads import context_of
from dashboard.frame import View
from finance_monitor.disclosure.board import Board
from finance_monitor.disclosure.shown import Shown
from finance_monitor.progress.window import goal_of
from finance_monitor.reports.sheet import Field, Sheet


def board_sheet(view: View, board: Board, targets: Sequence[str]) -> Sheet:
    """Return the long table of a board: real numbers, units beside them, and the words of every status."""
    say = view.say
    fields = (
        Field("region", say("column.code"), "code"),
        Field("name", say("column.region"), "text"),
        Field("policy", say("column.document"), "text"),
        Field("target", say("board.column.number"), "code"),
        Field("title", say("column.target"), "text"),
        Field("symbol", say("board.column.symbol"), "text"),
        Field("status", say("column.status"), "text"),
        Field("value", say("column.actual"), "number", 2),
        Field("unit", say("board.column.unit"), "text"),
        Field("completion", say("board.column.completion"), "number", 1),
        Field("reached", say("board.column.reached"), "number", 0),
        Field("total", say("board.column.total"), "number", 0),
    )
    wholes = [one for one in board.wholes if one.target.id in set(targets)]
    rows = tuple(row for one in wholes for row in _rows(view, board, one))
    return Sheet(say("board.title"), context_of(view), fields, rows)


def _rows(view: View, board: Board, one: Shown) -> Iterator[tuple[object, ...]]:
    progress, target, lang = one.progress, one.target, view.lang
    goal = goal_of(target, progress.part_id)
    named = (one.policy.short_title.in_(lang), target.id, target.title.in_(lang))
    chip, _ = mark_of_whole(one, lang)
    is_single = not target.parts and not one.hidden
    told = (progress.actual, goal.unit, progress.completion_pct) if is_single else (None, "", None)
    total = progress.units_total if progress.units_reached is not None else None
    yield (board.region.code, board.region.name, *named, chip.symbol, chip.word, *told, progress.units_reached, total)
    for part in board.parts:
        figure = board.figures[target.id].get(part.code)
        if figure is None:
            continue
        chip, _ = mark_of_figure(figure, target, lang)
        value = figure.value if is_single else None
        of_units = goal.kind in ("per_unit_min", "coverage") and figure.unit == "%" and value is not None
        units = (_whole(figure.numerator), _whole(figure.denominator)) if of_units else (None, None)
        unit, completion = (figure.unit, figure.completion_pct) if value is not None else ("", None)
        yield (part.code, part.name, *named, chip.symbol, chip.word, value, unit, completion, *units)


def _whole(count: Decimal | int | None) -> int | None:
    return None if count is None else int(count)
