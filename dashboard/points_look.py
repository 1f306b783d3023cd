"""How points and the ground under them look: colours, fills, and points that would hide one another."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from finance_monitor.disclosure.figure import Figure
from finance_monitor.disclosure.places import Place

# None of them is a colour of a light, and none the blue of the ground.
COLOURS: Mapping[str, tuple[int, int, int]] = {
    "branch": (14, 40, 84),
    "atm": (106, 61, 154),
    "kiosk": (168, 106, 198),
    "pos": (130, 96, 66),
    "point": (0, 112, 116),
    "village_station": (170, 40, 132),
    "convenience": (70, 70, 78),
    "mobile": (120, 88, 0),
    "insurance": (96, 108, 126),
    "post_station": (106, 40, 140),
}
# No figure, none, one, two and more. One blue, the more the stronger: it reads on the light and on the dark ground.
FILLS: tuple[tuple[int, int, int, int], ...] = (
    (128, 140, 156, 30),
    (48, 122, 196, 28),
    (48, 122, 196, 95),
    (48, 122, 196, 175),
)
_METRES_A_DEGREE = 111_320
_STEP_M = 110
# Turning by the golden angle leaves no two points of a heap behind one another.
_TURN = math.pi * (3 - math.sqrt(5))


def fill_class(figure: Figure) -> int:
    """Number the class of a region by how many there are: 0 not known, 1 none, 2 one, 3 more."""
    return 0 if figure.value is None else 1 + min(int(figure.value), 2)


def spread_out(found: Sequence[Place]) -> Iterator[tuple[Place, tuple[float, float]]]:
    """Yield places with where they are drawn: those at the same seat stand around it, not on one heap."""
    heaps: dict[tuple[float, float], int] = defaultdict(int)
    for place in found:
        if place.longitude is None or place.latitude is None:
            continue
        at = place.longitude, place.latitude
        number = heaps[at]
        heaps[at] += 1
        if place.basis == "own" or not number:
            yield place, at
            continue
        away, turn = _STEP_M * math.sqrt(number) / _METRES_A_DEGREE, number * _TURN
        narrower = math.cos(math.radians(at[1]))
        yield place, (at[0] + away * math.cos(turn) / narrower, at[1] + away * math.sin(turn))
