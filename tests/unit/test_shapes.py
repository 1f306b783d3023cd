"""Shapes: nothing of the national border is lost, every unit is drawn once, cells fill their county."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import shapely

from finance_monitor.maps.boundaries import read_counties, read_sea_lines
from finance_monitor.maps.cells import cells
from finance_monitor.maps.drawing import Geometry
from finance_monitor.maps.geometry import geometry, make_geometry
from finance_monitor.maps.paths import Grid, polygon_path
from finance_monitor.maps.projection import projection_for, to_metres
from finance_monitor.maps.seats import Seat, load_seats
from finance_monitor.maps.shapes import build_shapes, read_ground
from finance_monitor.maps.view_box import frame_for
from finance_monitor.regions import regions

NATION, HEILONGJIANG, CHONGQING, HAINAN = ("0" * 12, "230000000000", "500000000000", "460000000000")
WULONG, DENGZHOU = "500156000000", "411381000000"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    built = tmp_path_factory.mktemp("shapes")
    build_shapes(built)
    return built


def body(folder: Path, drawn: Geometry) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((folder / drawn.file).read_bytes())
    return loaded


def vertices(path: str) -> np.ndarray[Any, Any]:
    """Walk a path of M, l, h, v and z: the points it draws, in grid units."""
    points = []
    for ring in re.findall(r"M(-?\d+) (-?\d+)([^M]*)", path):
        x, y = int(ring[0]), int(ring[1])
        points.append((x, y))
        steps = [int(step) for step in re.findall(r"-?\d+", ring[2])] if ring[2].startswith("l") else []
        for dx, dy in zip(steps[::2], steps[1::2], strict=True):
            x, y = x + dx, y + dy
            points.append((x, y))
    return np.array(points)


def test_the_boundary_package_reads_as_valid_shapes_of_known_places() -> None:
    counties = read_counties()
    assert len(counties.codes) == len(set(counties.codes)) == 2891
    assert shapely.is_valid(counties.polygons).all()
    assert sum(code.startswith("23") for code in counties.codes) == 121
    dengzhou = counties.polygons[counties.codes.index("411381")]
    assert dengzhou.contains(shapely.Point(112.09, 32.68))
    dashes, _ = read_sea_lines()
    assert len(dashes.geoms) == 9
    assert dashes.bounds[1] < 4


def test_the_kept_coverage_is_valid_and_keeps_every_vertex_of_the_national_border(folder: Path) -> None:
    ground = read_ground(folder)
    assert shapely.coverage_is_valid(ground.polygons)
    source = shapely.union_all(read_counties().polygons)
    kept = shapely.union_all([shapely.coverage_union_all(ground.polygons), *ground.islets])
    border, ours = ({tuple(point) for point in shapely.get_coordinates(one.boundary)} for one in (source, kept))
    assert border == ours
    # The islands that the source lists in two provinces stay in both.
    assert sum(len(parts.geoms) for parts in ground.islets) == 4


def test_building_again_leaves_the_file_alone(folder: Path) -> None:
    before = (folder / "counties.parquet").stat().st_mtime_ns
    build_shapes(folder)
    assert (folder / "counties.parquet").stat().st_mtime_ns == before
    assert not list(folder.glob(".*.tmp"))


@pytest.mark.parametrize(("region", "digits"), [(HEILONGJIANG, "23"), (CHONGQING, "50")])
def test_simplifying_keeps_every_vertex_of_the_outer_border(folder: Path, region: str, digits: str) -> None:
    ground = read_ground(folder)
    mine = [number for number, code in enumerate(ground.codes) if code.startswith(digits)]
    whole = np.array([shapely.coverage_union_all(ground.polygons[mine])])
    frame = frame_for(whole, projection_for(tuple(shapely.total_bounds(whole))))
    metres = to_metres(frame.definition, shapely.get_coordinates(whole))
    border = {tuple(point) for point in frame.grid.units(metres).tolist()}
    drawn = {tuple(p) for d in body(folder, geometry(folder, region, "county"))["d"] for p in vertices(d).tolist()}
    assert border <= drawn


@pytest.mark.parametrize(
    ("region", "level", "count"),
    [
        (NATION, "province", 34),
        (HEILONGJIANG, "prefecture", 13),
        (HEILONGJIANG, "county", 121),
        (CHONGQING, "county", 38),
    ],
)
def test_every_unit_with_ground_is_drawn_once(folder: Path, region: str, level: str, count: int) -> None:
    drawn = geometry(folder, region, level)
    assert drawn.kind == "shapes"
    assert len(drawn.codes) == len(set(drawn.codes)) == count
    assert set(drawn.basis) == {"official"}
    units = {unit.code for unit in regions().descendants(region, level)}
    assert units == set(drawn.codes) | set(drawn.without_shape)
    assert all(body(folder, drawn)["d"])


def test_units_without_a_shape_are_named(folder: Path) -> None:
    assert "230671000000" in geometry(folder, HEILONGJIANG, "county").without_shape


def test_the_inset_stands_where_no_land_is(folder: Path) -> None:
    for region, level in ((NATION, "province"), (HAINAN, "county")):
        drawn = body(folder, geometry(folder, region, level))
        x, y, wide, high = drawn["inset"]["place"]
        home = drawn["box"]
        assert x + wide <= home[0] + home[2]
        assert y + high <= home[1] + home[3]
        islands = set(drawn["inset"]["islands"])
        for at, path in enumerate(drawn["d"]):
            if at not in islands:
                points = vertices(path)
                assert not ((points[:, 0] > x) & (points[:, 0] < x + wide) & (points[:, 1] > y)).any()


def test_the_nation_by_county_stays_small(folder: Path) -> None:
    drawn = geometry(folder, NATION, "county")
    assert (folder / drawn.file).stat().st_size <= 900_000
    assert (folder / f"{drawn.file}.gz").stat().st_size <= 260_000


def test_a_map_is_found_again_by_its_name(folder: Path) -> None:
    first = geometry(folder, HEILONGJIANG, "prefecture")
    written = (folder / first.file).stat().st_mtime_ns
    again = make_geometry(folder, regions(), {}, HEILONGJIANG, "prefecture")
    assert (again, (folder / again.file).stat().st_mtime_ns) == (first, written)


def test_a_store_made_anew_gets_its_maps_again(folder: Path) -> None:
    first = geometry(folder, CHONGQING, "county")
    (folder / first.file).unlink()
    again = geometry(folder, CHONGQING, "county")
    assert again == first
    assert (folder / again.file).exists()


def test_cells_are_schematic_and_fill_the_county(folder: Path) -> None:
    townships = regions().descendants(WULONG, "township")
    shape = read_ground(folder).polygons[read_ground(folder).codes.index("500156")]
    west, south, east, north = shape.bounds
    mesh = np.stack(np.meshgrid(np.linspace(west, east, 15), np.linspace(south, north, 15)), axis=-1).reshape(-1, 2)
    spots = mesh[shapely.contains_xy(shape, mesh[:, 0], mesh[:, 1])].tolist()
    places = {unit.code: Seat(*spot, "seat") for unit, spot in zip(townships, spots, strict=False)}
    left_out = townships[0].code
    places[townships[1].code] = Seat(places[townships[1].code].lon, places[townships[1].code].lat, "approx")
    places.pop(left_out)
    drawn = make_geometry(folder, regions(), places, WULONG, "township")
    assert drawn.kind == "cells"
    assert set(drawn.basis) == {"schematic"}
    assert drawn.approximate == {townships[1].code}
    assert left_out in drawn.without_shape
    assert set(drawn.codes) | set(drawn.without_shape) == {unit.code for unit in townships}


def test_too_few_seats_give_tiles(folder: Path) -> None:
    townships = regions().descendants(DENGZHOU, "township")
    drawn = make_geometry(folder, regions(), {townships[0].code: Seat(112.1, 32.7, "seat")}, DENGZHOU, "township")
    assert (drawn.kind, set(drawn.basis), drawn.without_shape) == ("tiles", {"none"}, ())
    assert drawn.codes == tuple(unit.code for unit in townships)
    tiles = body(folder, drawn)
    assert len(set(tiles["d"])) == len(townships)


def test_villages_are_tiles(folder: Path) -> None:
    assert geometry(folder, WULONG, "village").kind == "tiles"


def test_cells_of_a_county_in_two_parts_cover_both() -> None:
    county = shapely.MultiPolygon([shapely.box(0, 0, 10_000, 10_000), shapely.box(20_000, 0, 22_000, 2_000)])
    made = cells(county, np.array([[2_000.0, 5_000.0], [8_000.0, 5_000.0]]))
    assert shapely.area(made).sum() == county.area
    assert shapely.intersection(*made).area == 0
    assert made[1].geom_type == "MultiPolygon"


def test_an_island_smaller_than_the_grid_is_still_drawn() -> None:
    grid = Grid(0, 0, 1000)
    assert polygon_path(grid, shapely.box(100, 100, 200, 200)) == "M0 0h2v2h-2z"
    holed = shapely.Polygon(shapely.box(0, 0, 9000, 9000).exterior, [shapely.box(100, 100, 200, 200).exterior])
    assert polygon_path(grid, holed).count("M") == 1


def test_seats_are_read_with_codes_of_any_length(tmp_path: Path) -> None:
    file = tmp_path / "seats.csv"
    file.write_text("code,lon,lat,basis\n500156003,107.7,29.4,seat\n500156004000,107.6,29.3,approx\n", encoding="utf-8")
    assert load_seats(file) == {
        "500156003000": Seat(107.7, 29.4, "seat"),
        "500156004000": Seat(107.6, 29.3, "approx"),
    }
    assert load_seats(tmp_path / "none.csv") == {}
