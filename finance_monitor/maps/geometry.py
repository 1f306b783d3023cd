"""The drawable file of all units of a level inside a region: made once, kept under a name with its hash."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from finance_monitor.maps.coverage import draw_coverage
from finance_monitor.maps.drawing import Geometry, Sheet, file_stem, find, save
from finance_monitor.maps.owners import owners
from finance_monitor.maps.seats import Seat, seats
from finance_monitor.maps.shapes import Ground, read_ground
from finance_monitor.maps.tiles import tile_paths
from finance_monitor.maps.township import draw_cells, enough_seats
from finance_monitor.regions import Region, Regions, level_rank, regions
from finance_monitor.regions.finding import short_name

_TOWNSHIP = level_rank("township")
# A map of fewer drawn units than this share would hide more than it shows; then every unit gets a square.
_MOSTLY = 0.5


def geometry(folder: Path, region_code: str, level: str) -> Geometry:
    """Return the map of every unit of `level` inside `region_code`, drawing it on first use (0.1 to 2 s).

    Raises:
        UserError: the region is unknown.
    """
    drawn = _kept(folder, region_code, level)
    if not (folder / drawn.file).exists():  # the store was made anew under a running server
        _kept.cache_clear()
        drawn = _kept(folder, region_code, level)
    return drawn


@lru_cache(maxsize=256)
def _kept(folder: Path, region_code: str, level: str) -> Geometry:
    return make_geometry(folder, regions(), seats(), region_code, level)


def make_geometry(folder: Path, known: Regions, places: Mapping[str, Seat], region_code: str, level: str) -> Geometry:
    """Do what `geometry` does with a given list of regions and seats."""
    region = known.get(region_code)
    units = (region,) if region.level == level else known.descendants(region_code, level)
    ground = read_ground(folder)
    stem = file_stem(region_code, level, _version(ground, units, places))
    return find(folder, stem) or save(folder, stem, _draw(ground, known, places, region_code, level, units))


def _version(ground: Ground, units: Sequence[Region], places: Mapping[str, Seat]) -> str:
    """Hash what a map is made from, so that a changed list of regions or seats is drawn anew."""
    made_from = [(unit.code, unit.name, unit.parent_code, str(places.get(unit.code))) for unit in units]
    return hashlib.sha256(json.dumps([ground.version, made_from]).encode()).hexdigest()[:8]


def _draw(
    ground: Ground,
    known: Regions,
    places: Mapping[str, Seat],
    region_code: str,
    level: str,
    units: Sequence[Region],
) -> Sheet:
    sheet = None
    if level_rank(level) < _TOWNSHIP:
        owned = owners(known, region_code, units, ground.codes)
        if owned.by_unit and len(owned.by_unit) >= _MOSTLY * len(units):
            sheet = draw_coverage(known, ground, region_code, level, units, owned)
    elif level_rank(level) == _TOWNSHIP and enough_seats(units, places):
        sheet = draw_cells(known, ground, region_code, units, places)
    return sheet or draw_tiles(region_code, level, units)


def draw_tiles(region_code: str, level: str, units: Sequence[Region]) -> Sheet:
    """Draw one square a unit in code order, with short names."""
    box, paths, spots = tile_paths(len(units))
    return Sheet(
        kind="tiles",
        region_code=region_code,
        level=level,
        codes=[unit.code for unit in units],
        names=[unit.name for unit in units],
        basis=["none"] * len(units),
        approximate=frozenset(),
        without_shape=(),
        box=box,
        paths=paths,
        spots=spots,
        extra={"short": [short_name(unit) for unit in units]},
    )
