"""County shapes kept beside the store: converted once, cleaned into one coverage, read by every map."""

from __future__ import annotations

import hashlib
import os
import tempfile
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.parquet as pq
import shapely

from finance_monitor.maps.boundaries import read_counties

# Counts up whenever the drawing of a map changes, so that old files under hashed names are not taken for new.
DRAWING = 5
_FILE = "counties.parquet"


@dataclass(frozen=True, slots=True)
class Ground:
    """The county coverage in longitude and latitude.

    `polygons` touch without overlapping. `islets` are parts which the source gives to two units alike
    (islands both sides list); each unit draws them, so they stand apart from the coverage.
    """

    codes: tuple[str, ...]
    names: tuple[str, ...]
    polygons: npt.NDArray[np.object_]
    islets: tuple[shapely.MultiPolygon, ...]
    version: str


def build_shapes(folder: Path) -> None:
    """Convert the boundary package to `folder`/counties.parquet; nothing is done where it already stands."""
    target = folder / _FILE
    if target.exists():
        return
    folder.mkdir(parents=True, exist_ok=True)
    counties = read_counties()
    polygons, islets = _apart(counties.polygons)
    table = pa.table(
        {
            "code": list(counties.codes),
            "name": list(counties.names),
            "polygon": shapely.to_wkb(shapely.coverage_clean(polygons)),
            "islets": shapely.to_wkb(islets),
        }
    )
    sink = pa.BufferOutputStream()
    pq.write_table(table, sink, compression="zstd")
    write_whole(target, sink.getvalue().to_pybytes())


def _apart(
    polygons: npt.NDArray[np.object_],
) -> tuple[npt.NDArray[np.object_], npt.NDArray[np.object_]]:
    """Take out the parts that stand in two units, because a coverage may hold no ground twice."""
    parts, owner = shapely.get_parts(polygons, return_index=True)
    keys = shapely.to_wkb(shapely.normalize(parts))
    _, first, times = np.unique(keys, return_inverse=True, return_counts=True)
    twice = times[first] > 1
    kept = polygons.copy()
    islets = np.full(len(polygons), shapely.MultiPolygon(), dtype=object)
    for unit in np.unique(owner[twice]):
        mine = owner == unit
        kept[unit] = shapely.multipolygons(parts[mine & ~twice])
        islets[unit] = shapely.multipolygons(parts[mine & twice])
    return kept, islets


def write_whole(target: Path, content: bytes) -> None:
    """Write a file so that a reader sees all of it or none of it."""
    descriptor, temporary = tempfile.mkstemp(dir=target.parent, prefix=".", suffix=".tmp")
    with os.fdopen(descriptor, "wb") as sink:
        sink.write(content)
        sink.flush()
        os.fsync(sink.fileno())
    Path(temporary).chmod(0o644)
    Path(temporary).replace(target)


@lru_cache(maxsize=4)
def read_ground(folder: Path) -> Ground:
    """Read the coverage, building it first where a store was made without one."""
    build_shapes(folder)
    content = (folder / _FILE).read_bytes()
    table = pq.read_table(pa.BufferReader(content)).to_pydict()
    version = hashlib.sha256(content + bytes([DRAWING])).hexdigest()[:8]
    return Ground(
        tuple(table["code"]),
        tuple(table["name"]),
        shapely.from_wkb(np.array(table["polygon"], dtype=object)),
        tuple(shapely.from_wkb(table["islets"])),
        version,
    )
