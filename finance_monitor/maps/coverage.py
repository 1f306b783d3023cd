"""Maps made of county shapes: dissolve to the level, simplify inner borders only, draw."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely

from finance_monitor.maps.boundaries import read_sea_lines
from finance_monitor.maps.drawing import Sheet
from finance_monitor.maps.owners import Owned
from finance_monitor.maps.paths import label_spots, line_path, polygon_path
from finance_monitor.maps.projection import project, projection_for
from finance_monitor.maps.shapes import Ground
from finance_monitor.maps.view_box import Frame, frame_for, in_inset, islands
from finance_monitor.regions import Region, Regions

# Inner borders lose detail below this many grid units; few units leave room for finer lines.
_COARSE, _FINE = 6.0, 2.0
_MANY = 500

Shapes = npt.NDArray[np.object_]


def draw_coverage(
    regions: Regions, ground: Ground, region_code: str, level: str, units: Sequence[Region], owned: Owned
) -> Sheet:
    """Draw the units that own ground. National border and coast keep every vertex: only inner borders simplify."""
    drawn = [unit for unit in units if unit.code in owned.by_unit]
    groups = [owned.by_unit[unit.code] for unit in drawn]
    whole = _dissolve(ground, [*groups, owned.unowned])
    degrees = _with_islets(whole, ground, [*groups, owned.unowned])
    present = degrees[~shapely.is_empty(degrees)]
    definition = projection_for(tuple(shapely.total_bounds(present)))
    frame = frame_for(present, definition)
    islets = project(definition, np.array([_islets(ground, group) for group in [*groups, owned.unowned]]))
    simple = _simplify(project(definition, whole), frame.grid.step, len(drawn))
    complete = np.array([_joined(shape, extra) for shape, extra in zip(simple, islets, strict=True)], dtype=object)
    shapes, rest = complete[:-1], complete[-1]
    extra = _extra(frame, degrees[:-1], rest)
    borders = _borders(regions, region_code, drawn, simple)
    if not shapely.is_empty(borders):
        extra["border"] = line_path(frame.grid, borders)
    return Sheet(
        kind="shapes",
        region_code=region_code,
        level=level,
        codes=[unit.code for unit in drawn],
        names=[unit.name for unit in drawn],
        basis=["official"] * len(drawn),
        approximate=frozenset(),
        without_shape=[unit.code for unit in units if unit.code not in owned.by_unit],
        box=frame.box,
        paths=[polygon_path(frame.grid, shape) for shape in shapes],
        spots=label_spots(frame.grid, shapes),
        extra=extra,
    )


def _dissolve(ground: Ground, groups: Sequence[Sequence[int]]) -> Shapes:
    merged = [
        shapely.coverage_union_all(ground.polygons[list(group)]) if group else shapely.Polygon() for group in groups
    ]
    return np.array(merged, dtype=object)


def _islets(ground: Ground, group: Sequence[int]) -> shapely.Geometry:
    parts = [part for number in group for part in ground.islets[number].geoms]
    # Two counties of one unit may both list an islet; the unit draws it once.
    return shapely.MultiPolygon(list({part.wkb: part for part in parts}.values()))


def _joined(shape: shapely.Geometry, islets: shapely.Geometry) -> shapely.Geometry:
    if islets.is_empty:
        return shape
    return shapely.MultiPolygon([*shapely.get_parts(shape), *islets.geoms])


def _with_islets(whole: Shapes, ground: Ground, groups: Sequence[Sequence[int]]) -> Shapes:
    return np.array(
        [_joined(shape, _islets(ground, group)) for shape, group in zip(whole, groups, strict=True)], dtype=object
    )


def _simplify(shapes: Shapes, step: float, count: int) -> Shapes:
    tolerance = step * (_COARSE if count > _MANY else _FINE)
    simple: Shapes = shapely.coverage_simplify(shapes, tolerance, simplify_boundary=False)
    return simple


def _extra(frame: Frame, degrees: Shapes, rest: shapely.Geometry) -> dict[str, Any]:
    """Collect what is drawn besides the units: ground without a unit, dashes, undetermined border, inset."""
    extra: dict[str, Any] = {}
    if not rest.is_empty:
        extra["ground"] = polygon_path(frame.grid, rest)
    dashes, undetermined = read_sea_lines()
    view = shapely.box(*shapely.total_bounds(degrees))
    lines = {"undetermined": undetermined}
    if frame.inset is not None or shapely.intersects(view, dashes):
        lines["dashes"] = dashes
    for name, line in lines.items():
        if shapely.intersects(view, line):
            extra[name] = line_path(frame.grid, project(frame.definition, np.array([line]))[0])
    if frame.inset is not None:
        extra["inset"] = {
            "box": list(frame.inset.box),
            "place": list(frame.inset.place),
            "shapes": in_inset(degrees),
            "islands": islands(degrees),
        }
    return extra


def _borders(regions: Regions, region_code: str, drawn: Sequence[Region], shapes: Shapes) -> shapely.Geometry:
    """Return the lines between the children of the region, where the map goes deeper than its children."""
    groups: dict[str, list[int]] = defaultdict(list)
    for number, unit in enumerate(drawn):
        path = [step.code for step in regions.path(unit.code)]
        groups[path[path.index(region_code) + 1] if region_code in path[:-1] else unit.code].append(number)
    if not 1 < len(groups) < len(drawn):
        return shapely.LineString()
    merged = [shapely.coverage_union_all(shapes[numbers]) for numbers in groups.values()]
    if not shapes[-1].is_empty:
        merged.append(shapes[-1])
    every = shapely.union_all([shape.boundary for shape in merged])
    outer = shapely.coverage_union_all(merged).boundary
    return shapely.line_merge(shapely.difference(every, outer))
