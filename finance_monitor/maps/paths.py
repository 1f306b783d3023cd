"""From metres to SVG: an integer grid, path strings of integer steps, label points."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import shapely

# A part smaller than one grid step is drawn as a square of this many steps: islands are never dropped.
_SMALLEST = 2
_RING = 4  # points of a closed triangle


@dataclass(frozen=True, slots=True)
class Grid:
    """The drawing's integer grid: `step` metres a unit, origin at the upper left, y downwards."""

    west: float
    north: float
    step: float

    def units(self, points: npt.NDArray[np.float64]) -> npt.NDArray[np.int64]:
        """Turn (n, 2) metres into whole grid units."""
        scaled = (points - (self.west, self.north)) / (self.step, -self.step)
        return np.rint(scaled).astype(np.int64)

    def box(self, bounds: tuple[float, float, float, float]) -> list[int]:
        """Turn metres (west, south, east, north) into [x, y, width, height]."""
        corners = self.units(np.array([[bounds[0], bounds[3]], [bounds[2], bounds[1]]]))
        (x, y), (right, bottom) = corners.tolist()
        return [x, y, right - x, bottom - y]


def _steps(points: npt.NDArray[np.int64]) -> str:
    moves = np.diff(points, axis=0)
    text = " ".join(f"{x} {y}" for x, y in moves.tolist())
    return f"M{points[0, 0]} {points[0, 1]}l{text}".replace(" -", "-")


def _thin(points: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    keep = np.ones(len(points), dtype=bool)
    keep[1:] = (np.diff(points, axis=0) != 0).any(axis=1)
    return points[keep]


def ring_path(points: npt.NDArray[np.int64], *, outer: bool) -> str:
    """Draw one closed ring; a hole that vanishes on the grid is dropped, an outer ring becomes a small square."""
    thinned = _thin(points)
    if len(thinned) < _RING:
        if not outer:
            return ""
        x, y = points[0].tolist()
        return f"M{x} {y}h{_SMALLEST}v{_SMALLEST}h-{_SMALLEST}z"
    return _steps(thinned[:-1]) + "z"


def polygon_path(grid: Grid, shape: shapely.Geometry) -> str:
    """Draw a polygon or multipolygon in metres as one path string."""
    drawn = []
    for part in shapely.get_parts(shape):
        if part.geom_type != "Polygon" or part.is_empty:
            continue
        drawn.append(ring_path(grid.units(shapely.get_coordinates(part.exterior)), outer=True))
        drawn.extend(ring_path(grid.units(shapely.get_coordinates(hole)), outer=False) for hole in part.interiors)
    return "".join(drawn)


def line_path(grid: Grid, lines: shapely.Geometry) -> str:
    """Draw lines in metres as one path string; lines shorter than a step are left out."""
    drawn = []
    for line in shapely.get_parts(lines):
        points = _thin(grid.units(shapely.get_coordinates(line)))
        if len(points) > 1:
            drawn.append(_steps(points))
    return "".join(drawn)


def label_spots(grid: Grid, shapes: npt.NDArray[np.object_]) -> list[int]:
    """Find where a name may stand: x, y and half the free width there, three numbers a shape in one flat list.

    The spot is on the widest level stretch at half height of the largest part, which is where a line of text fits.
    """
    largest = np.array([_largest(shape) for shape in shapes], dtype=object)
    spots = shapely.get_coordinates(shapely.point_on_surface(largest))
    bounds = shapely.bounds(largest)
    level = shapely.linestrings(np.stack([bounds[:, [0, 2]], np.repeat(spots[:, 1:2], 2, axis=1)], axis=2))
    flat: list[int] = []
    for spot, stretches in zip(spots, shapely.intersection(level, largest), strict=True):
        (x, y) = grid.units(spot[None, :])[0].tolist()
        flat.extend([x, y, round(_half_width(spot[0], stretches) / grid.step)])
    return flat


def _largest(shape: shapely.Geometry) -> shapely.Geometry:
    parts = shapely.get_parts(shape)
    return parts[int(np.argmax(shapely.area(parts)))]


def _half_width(x: float, stretches: shapely.Geometry) -> float:
    for part in shapely.get_parts(stretches):
        west, _, east, _ = part.bounds
        if west <= x <= east:
            return float(min(x - west, east - x))
    return 0.0
