"""The same shapes for all three pages: our drawn map, and its paths turned back into GeoJSON vertex by vertex."""

from __future__ import annotations

import json
import os
import random
import re
from functools import cache
from pathlib import Path
from typing import Any

from finance_monitor.maps import Geometry, geometry

# Regions on the map -> whose units of which level. Nearest there is to 125, 1,000 and 2,891.
SIZES = {
    "125": ("230000000000", "county"),
    "1000": ("230000000000", "township"),
    "2891": ("000000000000", "county"),
}
# Variables the server of a page is started with.
FOLDER, PAGE = "BENCH_SHAPES", "BENCH_PAGE"
PERIODS = 12
_NUMBER = re.compile(r"-?\d+")
_PART = re.compile(r"([MlhvzL])([^MlhvzL]*)")
# The plain pages want degrees; a map may lie anywhere.
_DEGREES_WIDE, _WEST, _NORTH = 12.0, 100.0, 38.0


def drawn(size: str) -> Geometry:
    """Return our map of a size."""
    return geometry(Path(os.environ[FOLDER]), *SIZES[size])


@cache
def body(size: str) -> dict[str, Any]:
    """Return the file the browser fetches for our map."""
    told: dict[str, Any] = json.loads((Path(os.environ[FOLDER]) / drawn(size).file).read_bytes())
    return told


@cache
def features(size: str) -> dict[str, Any]:
    """Return the same shapes as GeoJSON in degrees: every vertex of ours, none more."""
    shape = drawn(size)
    rings = [rings_of(path) for path in body(size)["d"]]
    across = [x for own in rings for ring in own for x, _ in ring]
    west, north = min(across), min(y for own in rings for ring in own for _, y in ring)
    step = _DEGREES_WIDE / (max(across) - west)

    def place(ring: list[tuple[int, int]]) -> list[list[float]]:
        return [[round(_WEST + (x - west) * step, 4), round(_NORTH - (y - north) * step, 4)] for x, y in ring]

    found = [
        {
            "type": "Feature",
            "id": code,
            "properties": {"code": code, "name": name},
            "geometry": {"type": "MultiPolygon", "coordinates": [[place(ring)] for ring in own]},
        }
        for code, name, own in zip(shape.codes, shape.names, rings, strict=True)
    ]
    return {"type": "FeatureCollection", "features": found}


def rings_of(path: str) -> list[list[tuple[int, int]]]:
    """Read a path of whole steps (M, l, h, v, z) back into closed rings."""
    rings: list[list[tuple[int, int]]] = []
    for letter, said in _PART.findall(path):
        steps = [int(one) for one in _NUMBER.findall(said)]
        if letter == "M":
            rings.append([(steps[0], steps[1])])
            steps = steps[2:]
            letter = "l"
        ring = rings[-1]
        if letter == "l":
            for dx, dy in zip(steps[::2], steps[1::2], strict=True):
                ring.append((ring[-1][0] + dx, ring[-1][1] + dy))
        elif letter in "hv":
            for by in steps:
                ring.append((ring[-1][0] + by * (letter == "h"), ring[-1][1] + by * (letter == "v")))
        elif letter == "z":
            ring.append(ring[0])
    return rings


def values(size: str, period: int) -> dict[str, float]:
    """Return invented values of a period, one decimal; every period moves every unit."""
    luck = random.Random(period)
    return {code: round(luck.uniform(1, 40_000), 1) for code in drawn(size).codes}
