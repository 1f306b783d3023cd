"""Invented coordinates of places: near the seat of the township, on its own ground as far as that is known."""

from __future__ import annotations

import math
import random
from dataclasses import replace
from decimal import Decimal
from functools import cache

import shapely

from finance_monitor.demo.delivery import Delivery, Desk, Row
from finance_monitor.ledgers.model import Ledger
from finance_monitor.maps.boundaries import read_counties
from finance_monitor.maps.seats import Seat, seats

# Not every office has measured where its places stand, or looked whether they are barrier-free.
_MEASURED, _LOOKED_AT, _BARRIER_FREE = 0.88, 0.8, 0.6
_NEAREST_M, _FARTHEST_M = 300, 2000
_METRES_A_DEGREE = 111_320
_TRIES = 20
_SIX = Decimal("0.000001")


def with_coordinates(delivery: Delivery, desk: Desk) -> Delivery:
    """Return a delivery of a ledger of places with coordinates; any other as it is.

    The draws are of their own for each place, so that nothing else of the story changes.
    """
    ledger = desk.world.ledgers[delivery.header.ledger_id]
    if not any(column.name == "longitude" for column in ledger.columns):
        return delivery
    rows = [row | _told(row, ledger, delivery.header.reported_by, desk) for row in delivery.rows]
    return replace(delivery, rows=rows)


def _told(row: Row, ledger: Ledger, office: str, desk: Desk) -> Row:
    number = next(row[name] for name in ledger.key if name != "reported_by")
    chance = random.Random(f"{desk.story.frame.seed} {ledger.id} {office} {number}")
    told: Row = {}
    if chance.random() < _MEASURED and (place := _near_seat(str(row["region_code"]), chance)):
        told = {"longitude": place[0], "latitude": place[1]}
    if ledger.id == "outlets" and row.get("org_type", "bank") == "bank" and chance.random() < _LOOKED_AT:
        told["barrier_free"] = chance.random() < _BARRIER_FREE
    return told


def _near_seat(region_code: str, chance: random.Random) -> tuple[Decimal, Decimal] | None:
    """Return a place some hundred metres to two kilometres from the township's seat, or from the county's middle."""
    township = f"{region_code[:9]}000"
    seat = seats().get(township) or _middle(township[:6])
    if seat is None:
        return None
    for _ in range(_TRIES):
        away, angle = chance.uniform(_NEAREST_M, _FARTHEST_M), chance.uniform(0, 2 * math.pi)
        lat = seat.lat + away * math.sin(angle) / _METRES_A_DEGREE
        lon = seat.lon + away * math.cos(angle) / (_METRES_A_DEGREE * math.cos(math.radians(seat.lat)))
        if _is_own_ground(township, lon, lat):
            return Decimal(lon).quantize(_SIX), Decimal(lat).quantize(_SIX)
    return Decimal(seat.lon).quantize(_SIX), Decimal(seat.lat).quantize(_SIX)


def _is_own_ground(township: str, lon: float, lat: float) -> bool:
    """Say whether a place lies in the county and nearer to its own seat than to any other of the county."""
    county = township[:6]
    shape = _counties().get(county)
    if shape is not None and not shape.contains(shapely.Point(lon, lat)):
        return False
    narrower = math.cos(math.radians(lat))

    def far(seat: Seat) -> float:
        return ((seat.lon - lon) * narrower) ** 2 + (seat.lat - lat) ** 2

    own = seats().get(township)
    return own is None or all(far(seat) >= far(own) for seat in _seats_of(county))


@cache
def _middle(county: str) -> Seat | None:
    shape = _counties().get(county)
    if shape is None:
        return None
    middle = shape.representative_point()
    return Seat(middle.x, middle.y, "approx")


@cache
def _seats_of(county: str) -> tuple[Seat, ...]:
    return tuple(seat for code, seat in seats().items() if code.startswith(county))


@cache
def _counties() -> dict[str, shapely.Geometry]:
    told = read_counties()
    return dict(zip(told.codes, told.polygons, strict=True))
