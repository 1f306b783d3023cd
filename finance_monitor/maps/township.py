"""Townships: schematic cells where most seats are known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import shapely

from finance_monitor.maps.cells import cells
from finance_monitor.maps.drawing import Sheet
from finance_monitor.maps.owners import owners
from finance_monitor.maps.paths import label_spots, line_path, polygon_path
from finance_monitor.maps.projection import project, projection_for
from finance_monitor.maps.seats import Seat
from finance_monitor.maps.shapes import Ground
from finance_monitor.maps.view_box import frame_for
from finance_monitor.regions import Region, Regions

# Below this share of known seats a map of cells would mislead more than it shows.
_ENOUGH = 0.8


@dataclass(frozen=True, slots=True)
class County:
    """A county with a shape, and its townships that have a seat."""

    shape: shapely.Geometry
    townships: tuple[Region, ...]


def enough_seats(units: Sequence[Region], seats: Mapping[str, Seat]) -> bool:
    """Say whether cells are worth drawing for these townships."""
    return bool(units) and sum(unit.code in seats for unit in units) >= _ENOUGH * len(units)


def draw_cells(
    regions: Regions, ground: Ground, region_code: str, units: Sequence[Region], seats: Mapping[str, Seat]
) -> Sheet | None:
    """Draw schematic cells county by county; None where no county of the region has a shape."""
    counties = _counties(regions, ground, region_code, units, seats)
    if not counties:
        return None
    degrees = np.array([county.shape for county in counties], dtype=object)
    frame = frame_for(degrees, projection_for(tuple(shapely.total_bounds(degrees))))
    drawn: dict[str, shapely.Geometry] = {}
    for county, shape in zip(counties, project(frame.definition, degrees), strict=True):
        points = np.array([shapely.Point(seats[unit.code].lon, seats[unit.code].lat) for unit in county.townships])
        places = shapely.get_coordinates(project(frame.definition, points))
        for unit, cell in zip(county.townships, cells(shape, places), strict=True):
            if not cell.is_empty:
                drawn[unit.code] = cell
    shown = [unit for unit in units if unit.code in drawn]
    shapes = np.array([drawn[unit.code] for unit in shown], dtype=object)
    border = shapely.union_all([shape.boundary for shape in project(frame.definition, degrees)])
    return Sheet(
        kind="cells",
        region_code=region_code,
        level="township",
        codes=[unit.code for unit in shown],
        names=[unit.name for unit in shown],
        basis=["schematic"] * len(shown),
        approximate=frozenset(unit.code for unit in shown if seats[unit.code].basis == "approx"),
        without_shape=[unit.code for unit in units if unit.code not in drawn],
        box=frame.box,
        paths=[polygon_path(frame.grid, shape) for shape in shapes],
        spots=label_spots(frame.grid, shapes),
        extra={"border": line_path(frame.grid, shapely.line_merge(border))},
    )


def _counties(
    regions: Regions, ground: Ground, region_code: str, units: Sequence[Region], seats: Mapping[str, Seat]
) -> list[County]:
    """Pair county shapes with the townships whose seats differ; one seat of two alike is left without a cell."""
    parents = [regions.get(code) for code in sorted({unit.parent_code for unit in units})]
    owned = owners(regions, region_code, parents, ground.codes).by_unit
    counties = []
    for parent in parents:
        by_place = {
            (seats[unit.code].lon, seats[unit.code].lat): unit
            for unit in reversed(units)
            if unit.parent_code == parent.code and unit.code in seats
        }
        if parent.code in owned and by_place:
            shape = shapely.coverage_union_all(ground.polygons[owned[parent.code]])
            counties.append(County(shape, tuple(sorted(by_place.values(), key=lambda unit: unit.code))))
    return counties
