"""Figures of regions with their shapes as GeoJSON (degrees): what each shape rests on is said at every one."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import shapely

from finance_monitor.disclosure.figure import Figure
from finance_monitor.maps.outlines import outlines
from finance_monitor.maps.owners import owners
from finance_monitor.maps.saying import figure_word
from finance_monitor.maps.shapes import Ground, read_ground
from finance_monitor.regions import level_rank, regions
from finance_monitor.settings import settings
from finance_monitor.texts import Lang, say

# Inner borders lose what is finer than this, in degrees (200 m); coast and national border keep every point.
_DETAIL = 0.002
_DECIMALS = 4
_TOWNSHIP = level_rank("township")
_BASIS = {True: "schematic", False: "official"}


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the figures come from, as the file must say it."""

    title: str
    release: int
    is_demo: bool
    lang: Lang


def geojson_of(figures: Sequence[Figure], folder: Path, region_code: str, level: str, context: Origin) -> bytes:
    """Return a FeatureCollection, one feature a figure; a region without a shape keeps its figure (geometry null)."""
    shapes, schematic = _shapes(folder, region_code, level)
    features = [_feature(figure, shapes.get(figure.region_code), context, schematic=schematic) for figure in figures]
    whole = {"type": "FeatureCollection", "name": context.title, "properties": _origin(context), "features": features}
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")).encode()


def _origin(context: Origin) -> dict[str, Any]:
    """Say release, source, number of approval (never made up), and whether the figures are invented."""
    number = settings().map_approval_no
    return {
        "release": context.release,
        "source": say("maps.caption.source", context.lang),
        "approval": number or say("maps.caption.no_approval", context.lang),
        "demo": context.is_demo,
    }


def _feature(figure: Figure, shape: shapely.Geometry | None, context: Origin, *, schematic: bool) -> dict[str, Any]:
    status = figure_word(figure, context.lang) if figure.status else None
    told = {
        "code": figure.region_code,
        "name": figure.name,
        "value": _number(figure.value),
        "numerator": figure.numerator,
        "denominator": figure.denominator,
        "unit": figure.unit,
        "state": figure.state,
        "status": status,
        "light": figure.light,
        "completion_pct": _number(figure.completion_pct),
        "basis": "none" if shape is None else _BASIS[schematic],
        "as_of": figure.as_of.isoformat(),
        **_origin(context),
    }
    drawn = None if shape is None else shapely.geometry.mapping(shape)
    return {"type": "Feature", "id": figure.region_code, "properties": told, "geometry": drawn}


def _number(value: Decimal | None) -> float | None:
    return None if value is None or not value.is_finite() else float(value)


def _shapes(folder: Path, region_code: str, level: str) -> tuple[Mapping[str, shapely.Geometry], bool]:
    if level_rank(level) < _TOWNSHIP:
        return _official(folder, region_code, level), False
    found = outlines(folder, region_code, level)
    return (dict(zip(found.codes, found.shapes, strict=True)), True) if found.schematic else ({}, True)


@lru_cache(maxsize=8)
def _official(folder: Path, region_code: str, level: str) -> Mapping[str, shapely.Geometry]:
    """Return the shapes of the map of record, islets included."""
    ground, known = read_ground(folder), regions()
    region = known.get(region_code)
    units = (region,) if region.level == level else known.descendants(region_code, level)
    owned = owners(known, region_code, units, ground.codes).by_unit
    if not owned:
        return {}
    whole = np.array([shapely.coverage_union_all(ground.polygons[numbers]) for numbers in owned.values()], dtype=object)
    simple = shapely.coverage_simplify(whole, _DETAIL, simplify_boundary=False)
    complete = [_with_islets(shape, ground, numbers) for shape, numbers in zip(simple, owned.values(), strict=True)]
    rounded = shapely.transform(np.array(complete, dtype=object), lambda points: np.round(points, _DECIMALS))
    return dict(zip(owned, rounded, strict=True))


def _with_islets(shape: shapely.Geometry, ground: Ground, numbers: Sequence[int]) -> shapely.Geometry:
    # Two counties of one unit may both list an islet; the unit has it once.
    islets = {part.wkb: part for number in numbers for part in ground.islets[number].geoms}
    return shapely.MultiPolygon([*shapely.get_parts(shape), *islets.values()]) if islets else shape
