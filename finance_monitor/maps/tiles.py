"""A tile map: one square a unit, where no shape exists. Order of codes, read like a page."""

from __future__ import annotations

import math

_SIDE = 100
_GAP = 6
# A screen is wider than high; squares keep names readable.
_ASPECT = 1.6


def columns(count: int) -> int:
    """Choose how many squares stand in a row."""
    return max(1, math.ceil(math.sqrt(count * _ASPECT)))


def tile_paths(count: int) -> tuple[list[int], list[str], list[int]]:
    """Draw `count` squares: the box, one path a square, and the label spots (x, y, half the width)."""
    across = columns(count)
    pitch = _SIDE + _GAP
    paths, spots = [], []
    for index in range(count):
        row, column = divmod(index, across)
        x, y = _GAP + column * pitch, _GAP + row * pitch
        paths.append(f"M{x} {y}h{_SIDE}v{_SIDE}h-{_SIDE}z")
        spots.extend([x + _SIDE // 2, y + _SIDE // 2, _SIDE // 2])
    rows = math.ceil(count / across)
    return [0, 0, _GAP + across * pitch, _GAP + max(rows, 1) * pitch], paths, spots
