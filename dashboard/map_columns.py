"""The columns of the map's table, on screen and in files: only those that hold something."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from dashboard.frame import View
from dashboard.grid import Cell, Chip, Kind, Link
from dashboard.map_rows import Line, Lines
from dashboard.wording import figure_parts, figure_state, figure_value
from finance_monitor.disclosure.figure import Figure
from finance_monitor.maps.saying import figure_word, number_text, unit_of
from finance_monitor.progress.words import symbol, unit_word
from finance_monitor.reports.sheet import Kind as FieldKind
from finance_monitor.written import NOTHING, number, signed, trimmed

# Two amounts of money stand in two lines where the column is narrow.
_LONG, _MAY_BREAK = 16, "/\u200b"


@dataclass(frozen=True, slots=True)
class MapColumn:
    """A column: its heading, what a line shows of it, and what a file holds."""

    key: str
    label: str
    kind: Kind
    cell: Callable[[Line], Cell]
    field: FieldKind
    value: Callable[[Line], object]
    decimals: int | None = None
    wide: bool = False
    # Whether a file holds it as it stands here.
    filed: bool = True


def columns(view: View, lines: Lines) -> list[MapColumn]:
    """Return the columns of these lines."""
    region = MapColumn("region", view.say("column.region"), "unit", lambda line: Link(line.figure.name), "text", _name)
    offered = [_status(view), *_values(view, lines), *_places(view, lines), *_against(view, lines)]
    return [region, *(one for one in offered if any(one.value(line) not in (None, "") for line in lines.every))]


def _name(line: Line) -> object:
    return line.figure.name


def _values(view: View, lines: Lines) -> Iterator[MapColumn]:
    unit = unit_of([line.figure for line in lines.parts or lines.every])
    decimals = max(line.figure.decimals for line in lines.every)

    def told(name: str, label: str, of: Callable[[Line], Figure | None]) -> MapColumn:
        heading = in_unit(view, view.say(label), unit)
        return _number(
            name, heading, lambda line: _plain(of(line)), lambda line: _value(view, of(line), unit), decimals
        )

    if any(line.then for line in lines.every):
        changed = unit_of([line.change for line in lines.parts if line.change])
        yield told("then", "map.column.then", lambda line: line.then)
        yield told("now", "map.column.now", lambda line: line.figure)
        heading = in_unit(view, view.say("map.column.change"), changed)
        yield _number(
            "change", heading, lambda line: _plain(line.change), lambda line: _change(view, line, changed), decimals
        )
    else:
        yield told("value", "column.value", lambda line: line.figure)


def _against(view: View, lines: Lines) -> Iterator[MapColumn]:
    """Yield completion, gap, goal, numerator and denominator."""

    def parts(line: Line) -> str:
        said = "" if line.then else figure_parts(line.figure, lines.indicator)
        return said.replace("/", _MAY_BREAK) if len(said) > _LONG else said

    units = {line.figure.unit for line in lines.every if line.figure.goal is not None}
    unit = units.pop() if len(units) == 1 else ""
    goal = in_unit(view, view.say("column.goal"), unit)
    done = in_unit(view, view.say("column.completion"), "%")
    gap = view.say("map.column.gap")
    yield _number(
        "completion", done, lambda one: one.figure.completion_pct, lambda one: _done(one.figure), 1, wide=True
    )
    yield _number("gap", gap, lambda one: one.figure.gap_pp, lambda one: _gap(one.figure), 1, wide=True)
    yield _number("goal", goal, lambda one: one.figure.goal, lambda one: _goal(view, one.figure, unit), wide=True)
    yield MapColumn("parts", view.say("column.parts"), "number", parts, "text", parts, wide=True, filed=False)


def _status(view: View) -> MapColumn:
    heading = view.say("column.status")
    return MapColumn(
        "status", heading, "text", lambda one: status(view, one), "text", lambda one: _status_text(view, one)
    )


def _places(view: View, lines: Lines) -> Iterator[MapColumn]:
    """Yield the place, and how far it has moved up or down."""
    place, moved = view.say("map.column.place"), view.say("map.column.moved")
    yield _number("place", place, lambda line: line.place, lambda line: str(line.place or NOTHING), 0)
    yield _number("moved", moved, _steps, lambda line: _moved(view, line), 0)


def _number(
    key: str,
    label: str,
    value: Callable[[Line], object],
    cell: Callable[[Line], Cell],
    decimals: int | None = None,
    *,
    wide: bool = False,
) -> MapColumn:
    return MapColumn(key, label, "number", cell, "number", value, decimals, wide)


def _goal(view: View, figure: Figure, unit: str) -> str:
    if figure.goal is None:
        return NOTHING
    said = number(trimmed(figure.goal))
    return said if figure.unit == unit else said + unit_word(figure.unit, view.lang, figure.goal)


def _done(figure: Figure) -> str:
    return NOTHING if figure.completion_pct is None else number(figure.completion_pct)


def _gap(figure: Figure) -> str:
    return NOTHING if figure.gap_pp is None else signed(figure.gap_pp)


def _steps(line: Line) -> int | None:
    return line.place_then - line.place if line.place and line.place_then else None


def _moved(view: View, line: Line) -> str:
    steps = _steps(line)
    if not steps:
        return NOTHING if steps is None else view.say("map.moved.none")
    return view.say("map.moved.up" if steps > 0 else "map.moved.down", count=abs(steps))


def in_unit(view: View, label: str, unit: str) -> str:
    """Return a heading with the unit of its numbers."""
    word = unit if view.lang == "zh" else unit_word(unit, view.lang, Decimal(2)).strip()
    return view.say("map.in_unit", label=label, unit=word) if word else label


def status(view: View, line: Line) -> Cell:
    """Return a line's status as all pages say it; nothing for a value that is not judged at all."""
    figure = line.figure
    if line.chip is not None:
        return line.chip
    if figure.state == "shown" and figure.status is None:
        return ""
    if figure.state == "shown" and figure.status == "unknown":
        word = figure_word(figure, view.lang)
        return Chip(symbol(figure.status), word[:1].upper() + word[1:], figure.light)
    return figure_state(figure, view.lang)


def _status_text(view: View, line: Line) -> str:
    found = status(view, line)
    return f"{found.symbol}{found.word}" if isinstance(found, Chip) else ""


def _value(view: View, figure: Figure | None, unit: str) -> str:
    """Write a value; one in another unit than the heading's says so itself."""
    if figure is None:
        return NOTHING
    said = figure_value(figure)
    if figure.unit != unit and said != NOTHING:
        said += unit_word(figure.unit, view.lang, figure.value or Decimal(0))
    return said


def _change(view: View, line: Line, unit: str) -> str:
    change = line.change
    if change is None or change.value is None:
        return NOTHING
    said = number_text(change.value, change.decimals, signed=True)
    return said if change.unit == unit else said + unit_word(change.unit, view.lang, change.value)


def _plain(figure: Figure | None) -> Decimal | None:
    return figure.value if figure is not None else None
