"""Outlines of regions in longitude and latitude, to lie under points. The choropleth draws its own, on a plane."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely
from pyproj import Transformer

from finance_monitor.maps.cells import cells
from finance_monitor.maps.owners import owners
from finance_monitor.maps.projection import project, projection_for
from finance_monitor.maps.seats import Seat, seats
from finance_monitor.maps.shapes import Ground, read_ground
from finance_monitor.maps.township import enough_seats
from finance_monitor.regions import Region, Regions, regions

# How many steps of detail the longer side of the picture has, and decimals of a degree (10 m).
_STEPS = 900
_DECIMALS = 4


@dataclass(frozen=True, slots=True)
class Outlines:
    """Shapes of the parts of a region in degrees; `schematic` ones are the ground nearest to each seat."""

    codes: tuple[str, ...]
    shapes: tuple[shapely.Geometry, ...]
    schematic: bool
    # west, south, east, north; None where nothing has a shape.
    bounds: tuple[float, float, float, float] | None

    def geometries(self) -> dict[str, dict[str, Any]]:
        """Return code -> shape as GeoJSON writes it."""
        return {code: shape.__geo_interface__ for code, shape in zip(self.codes, self.shapes, strict=True)}


@lru_cache(maxsize=128)
def outlines(folder: Path, region_code: str, level: str) -> Outlines:
    """Return the shapes of all units of a level inside a region; of the counties where townships have no seats."""
    return make_outlines(read_ground(folder), regions(), seats(), region_code, level)


def make_outlines(ground: Ground, known: Regions, places: Mapping[str, Seat], region_code: str, level: str) -> Outlines:
    """Do what `outlines` does with a given ground, list of regions and seats."""
    units = known.descendants(region_code, level)
    schematic = level == "township"
    if schematic and enough_seats(units, places):
        found = _cells(ground, known, places, region_code, units)
    else:
        schematic = False
        found = _owned(ground, known, region_code, _with_shapes(known, region_code, level))
    return _outlines(found, schematic=schematic)


def _with_shapes(known: Regions, region_code: str, level: str) -> Sequence[Region]:
    """Return the units to draw: townships have no shape of their own, their county has."""
    drawn = "county" if level in ("township", "village") else level
    region = known.get(region_code)
    return (region,) if region.level == drawn else known.descendants(region_code, drawn)


def _owned(ground: Ground, known: Regions, region_code: str, units: Sequence[Region]) -> dict[str, shapely.Geometry]:
    by_unit = owners(known, region_code, units, ground.codes).by_unit
    if not by_unit:
        return {}
    whole = np.array([shapely.coverage_union_all(ground.polygons[numbers]) for numbers in by_unit.values()])
    return dict(zip(by_unit, _simple(whole), strict=True))


def _cells(
    ground: Ground, known: Regions, places: Mapping[str, Seat], region_code: str, units: Sequence[Region]
) -> dict[str, shapely.Geometry]:
    parents = [known.get(code) for code in sorted({unit.parent_code for unit in units})]
    owned = owners(known, region_code, parents, ground.codes).by_unit
    found: dict[str, shapely.Geometry] = {}
    for parent, numbers in owned.items():
        by_seat = {
            (places[unit.code].lon, places[unit.code].lat): unit.code
            for unit in reversed(units)
            if unit.parent_code == parent and unit.code in places
        }
        if by_seat:
            found |= _cells_of(shapely.coverage_union_all(ground.polygons[numbers]), by_seat)
    return found


def _cells_of(county: shapely.Geometry, by_seat: Mapping[tuple[float, float], str]) -> dict[str, shapely.Geometry]:
    """Divide a county among seats; one of two seats alike is left without a cell."""
    definition = projection_for(county.bounds)
    codes = sorted(by_seat, key=lambda seat: by_seat[seat])
    flat = project(definition, np.array([county, *(shapely.Point(*seat) for seat in codes)], dtype=object))
    drawn = np.array(cells(flat[0], shapely.get_coordinates(flat[1:])), dtype=object)
    degrees = shapely.transform(drawn, lambda points: _degrees(definition, points))
    return {by_seat[seat]: cell for seat, cell in zip(codes, degrees, strict=True) if not cell.is_empty}


def _degrees(definition: str, points: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    back = Transformer.from_crs(definition, "EPSG:4326", always_xy=True)
    return np.column_stack(back.transform(points[:, 0], points[:, 1]))


def _simple(shapes: Any) -> Any:
    west, south, east, north = shapely.total_bounds(shapes)
    return shapely.coverage_simplify(shapes, max(east - west, north - south) / _STEPS)


def _outlines(found: Mapping[str, shapely.Geometry], *, schematic: bool) -> Outlines:
    if not found:
        return Outlines((), (), schematic, None)
    shapes = np.array(list(found.values()), dtype=object)
    west, south, east, north = (float(edge) for edge in shapely.total_bounds(shapes))
    rounded = shapely.transform(shapes, lambda points: np.round(points, _DECIMALS))
    return Outlines(tuple(found), tuple(rounded), schematic, (west, south, east, north))
