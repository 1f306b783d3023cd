"""From longitude and latitude to metres on a flat map."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import numpy.typing as npt
import shapely
from pyproj import Transformer

_NATION = "+proj=aea +lat_0=0 +lon_0=105 +lat_1=25 +lat_2=47 +datum=WGS84 +units=m"
# Wider than this many degrees a plane around one centre bends too much; only the nation is.
_NATION_FROM_DEGREES = 30.0


@lru_cache(maxsize=64)
def _transformer(definition: str) -> Transformer:
    return Transformer.from_crs("EPSG:4326", definition, always_xy=True)


def projection_for(bounds: tuple[float, float, float, float]) -> str:
    """Name the projection for a view of these bounds (degrees): Albers for the nation, else a local plane."""
    west, south, east, north = bounds
    if east - west > _NATION_FROM_DEGREES:
        return _NATION
    return f"+proj=laea +lat_0={(south + north) / 2:.3f} +lon_0={(west + east) / 2:.3f} +datum=WGS84 +units=m"


def to_metres(definition: str, points: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Project an (n, 2) array of longitudes and latitudes."""
    east, north = _transformer(definition).transform(points[:, 0], points[:, 1])
    return np.column_stack([east, north])


def project(definition: str, shapes: npt.NDArray[np.object_]) -> npt.NDArray[np.object_]:
    """Project shapely geometries; vertices that two shapes share stay shared."""
    projected: npt.NDArray[np.object_] = shapely.transform(shapes, lambda points: to_metres(definition, points))
    return projected
