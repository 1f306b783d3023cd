"""Schematic township cells: the ground nearest to each seat. A drawing aid, never a boundary."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import shapely

# Metres. One metre keeps neighbouring cells on the same vertices.
_PRECISION = 1.0
_BEYOND = 50_000.0


def cells(county: shapely.Geometry, seats: npt.NDArray[np.float64]) -> list[shapely.Geometry]:
    """Divide `county` (metres) among `seats` ((n, 2), metres, no two alike): one shape a seat.

    The shapes fill the county without overlap. A seat far outside may be left with an empty shape.
    """
    ground = shapely.set_precision(county, _PRECISION)
    points = shapely.set_precision(shapely.points(seats), _PRECISION)
    if len(points) == 1:
        return [ground]
    diagram = shapely.voronoi_polygons(shapely.MultiPoint(list(points)), extend_to=ground.buffer(_BEYOND), ordered=True)
    pieces = [shapely.intersection(cell, ground, grid_size=_PRECISION) for cell in diagram.geoms]
    mains, fragments = _apart(pieces, points)
    for fragment in sorted(fragments, key=lambda piece: -piece.area):
        nearest = _neighbour(fragment, mains)
        mains[nearest] = shapely.union(mains[nearest], fragment, grid_size=_PRECISION)
    return mains


def _apart(
    pieces: list[shapely.Geometry], points: npt.NDArray[np.object_]
) -> tuple[list[shapely.Geometry], list[shapely.Geometry]]:
    mains, fragments = [], []
    for piece, point in zip(pieces, points, strict=True):
        parts = [part for part in shapely.get_parts(piece) if part.geom_type == "Polygon" and not part.is_empty]
        parts.sort(key=point.distance)
        mains.append(parts[0] if parts else shapely.Polygon())
        fragments.extend(parts[1:])
    return mains, fragments


def _neighbour(fragment: shapely.Geometry, mains: list[shapely.Geometry]) -> int:
    """Choose the cell that shares the longest edge; an island that touches none goes to the nearest."""
    edge = fragment.boundary
    shared = [0.0 if main.is_empty else shapely.intersection(edge, main.boundary).length for main in mains]
    if max(shared) > 0:
        return int(np.argmax(shared))
    return int(np.argmin([np.inf if main.is_empty else fragment.distance(main) for main in mains]))
