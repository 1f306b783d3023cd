"""The figures of a map as files: a table for a spreadsheet, shapes with their figures."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

from dashboard.addresses import shapes_folder
from dashboard.downloads import context_of
from dashboard.frame import View
from dashboard.map_cache import Scene
from dashboard.map_columns import columns, in_unit
from dashboard.map_rows import Line, Lines
from finance_monitor.indicators.model import Indicator
from finance_monitor.money import FEN_IN, amount_in
from finance_monitor.reports.geojson import Origin, geojson_of
from finance_monitor.reports.sheet import Field, Sheet

_WAN = list(FEN_IN)[2]
Value = Callable[[Line], object]
_WITH_MONEY = ("money", "average_money")


def map_geojson(view: View, scene: Scene, lines: Lines) -> bytes:
    """Return the figures with the shapes of the level drawn."""
    release = view.desk.release
    origin = Origin(scene.title, release.number, release.is_demo, view.lang)
    figures = [line.figure for line in lines.parts]
    return geojson_of(figures, shapes_folder(Path(view.seat.store)), scene.asked.region, scene.asked.drawn, origin)


def map_sheet(view: View, scene: Scene, lines: Lines) -> Sheet:
    """Return what the table shows, with code, unit, numerator and denominator as numbers; the whole first."""
    units = {line.figure.unit for line in lines.every if line.figure.value is not None}
    told: list[tuple[Field, Value]] = [
        (Field("code", view.say("column.code"), "code"), lambda line: line.figure.region_code),
        *((Field(one.key, one.label, one.field, one.decimals), one.value) for one in columns(view, lines) if one.filed),
        *([(Field("unit", view.say("column.unit"), "text"), lambda line: line.figure.unit)] if len(units) > 1 else []),
        *_parts(view, lines.indicator),
    ]
    kept = [(field, value) for field, value in told if any(value(line) not in (None, "") for line in lines.every)]
    context = context_of(view)
    if scene.compare:
        context = (*context, (view.say("map.compare"), scene.compare.isoformat()))
    rows = tuple(tuple(value(line) for _, value in kept) for line in lines.every)
    return Sheet(scene.title, context, tuple(field for field, _ in kept), rows)


def _parts(view: View, indicator: Indicator) -> list[tuple[Field, Value]]:
    """Return numerator and denominator; money in 万元, as officials count it."""
    top, bottom = (_part_unit(indicator, name) for name in ("numerator", "denominator"))
    return [
        (_part_field(view, "numerator", top), lambda line: _part(line.figure.numerator, top)),
        (_part_field(view, "denominator", bottom), lambda line: _part(line.figure.denominator, bottom)),
    ]


def _part_field(view: View, name: str, unit: str) -> Field:
    return Field(name, in_unit(view, view.say(f"kit.{name}"), unit), "number", 2 if unit else 0)


def _part_unit(indicator: Indicator, name: str) -> str:
    """Return 万元 where the part is money: kept in fen, told in what officials count in."""
    is_money = indicator.parts_are == "money" or (name == "numerator" and indicator.measure in _WITH_MONEY)
    return _WAN if is_money else ""


def _part(value: int | None, unit: str) -> Decimal | int | None:
    return amount_in(value, unit) if unit and value is not None else value
