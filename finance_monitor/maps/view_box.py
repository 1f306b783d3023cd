"""The home view and the inset: which part of the ground fills the picture."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import shapely

from finance_monitor.maps.paths import Grid
from finance_monitor.maps.projection import to_metres

# South of this the country is islands; the main picture ends here, the inset shows the rest. Hainan stays above.
_CUT_LATITUDE = 17.5
# What the inset frames: the South China Sea with all its dashes and the coast that bounds it (degrees).
_INSET = (105.5, 2.5, 122.5, 23.5)
# The picture is this many grid units wide or high, whichever is more: finer than a screen at eight times zoom.
_UNITS = 10_000
# A shape of scattered islets has no main land.
_MAIN_LAND = 0.5
_MARGIN = 0.015
# The inset's width as a share of the picture's, and the free strip around it.
_INSET_SHARE, _INSET_GAP = 0.15, 0.012


@dataclass(frozen=True, slots=True)
class Inset:
    """The part of the map shown again (`box`) and where in the picture it stands (`place`), in grid units."""

    box: tuple[int, int, int, int]
    place: tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Frame:
    """A projection, a grid, the home box in grid units, and the inset's box where the view has one."""

    definition: str
    grid: Grid
    box: tuple[int, int, int, int]
    inset: Inset | None


def cut_applies(shapes: npt.NDArray[np.object_]) -> bool:
    """Say whether a view (degrees) shows both land above the cut and islands below it."""
    bounds = shapely.bounds(shapes)
    return bool((bounds[:, 1] < _CUT_LATITUDE).any() and (bounds[:, 1] >= _CUT_LATITUDE).any())


def frame_for(shapes: npt.NDArray[np.object_], definition: str) -> Frame:
    """Frame the shapes (degrees): all of them, or the part above the cut with an inset for the rest."""
    cut = cut_applies(shapes)
    metres = to_metres(definition, shapely.get_coordinates(_above_cut(shapes) if cut else shapes))
    (west, south), (east, north) = metres.min(axis=0), metres.max(axis=0)
    step = max(east - west, north - south) / _UNITS
    margin = _MARGIN * _UNITS * step
    grid = Grid(west - margin, north + margin, step)
    x, y, width, height = grid.box((west - margin, south - margin, east + margin, north + margin))
    if not cut:
        return Frame(definition, grid, (x, y, width, height), None)
    inset = _placed(_inset_box(definition, grid), grid.units(metres), (x, y, width, height))
    right = max(x + width, inset.place[0] + inset.place[2] + round(_INSET_GAP * width))
    return Frame(definition, grid, (x, y, right - x, height), inset)


def _above_cut(shapes: npt.NDArray[np.object_]) -> list[shapely.Geometry]:
    """Take the shapes above the cut; of one that reaches below it only its main land, where that lies above."""
    kept = []
    for shape in shapes:
        main = shape if shape.bounds[1] >= _CUT_LATITUDE else max(shapely.get_parts(shape), key=shapely.area)
        if main.bounds[1] >= _CUT_LATITUDE and main.area >= _MAIN_LAND * shape.area:
            kept.append(main)
    return kept


def _placed(box: tuple[int, int, int, int], drawn: npt.NDArray[np.int64], home: tuple[int, int, int, int]) -> Inset:
    """Stand the inset at the lower right, beside whatever land reaches down there: it may hide nothing."""
    x, y, width, height = home
    gap = round(_INSET_GAP * width)
    wide = round(_INSET_SHARE * width)
    high = wide * box[3] // box[2]
    top = y + height - gap - high
    beside = drawn[drawn[:, 1] > top - gap]
    left = int(beside[:, 0].max()) + gap if len(beside) else x
    return Inset(box, (max(left, x + width - gap - wide), top, wide, high))


def _inset_box(definition: str, grid: Grid) -> tuple[int, int, int, int]:
    edge = shapely.get_coordinates(shapely.segmentize(shapely.box(*_INSET).exterior, 1.0))
    metres = to_metres(definition, edge)
    (west, south), (east, north) = metres.min(axis=0), metres.max(axis=0)
    x, y, width, height = grid.box((west, south, east, north))
    return x, y, width, height


def in_inset(shapes: npt.NDArray[np.object_]) -> list[int]:
    """Number the shapes (degrees) that the inset shows."""
    touching = shapely.intersects(shapes, shapely.box(*_INSET))
    return [int(index) for index in np.flatnonzero(touching)]


def islands(shapes: npt.NDArray[np.object_]) -> list[int]:
    """Number the shapes (degrees) that reach south of the cut: islets which need a line to be seen at all."""
    return [int(index) for index in np.flatnonzero(shapely.bounds(shapes)[:, 1] < _CUT_LATITUDE)]
