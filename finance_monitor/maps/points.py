"""Points on a map: a place without coordinates stands at the seat of its township, and says so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from finance_monitor.disclosure.places import Place
from finance_monitor.maps.seats import Seat, seats
from finance_monitor.regions import Regions


def at_seats(found: Iterable[Place], regions: Regions, known: Mapping[str, Seat] | None = None) -> tuple[Place, ...]:
    """Return the places with those that have no coordinates put at their township's seat, where one is known."""
    listed = seats() if known is None else known
    return tuple(one if one.basis == "own" else _at_seat(one, regions, listed) for one in found)


def _at_seat(place: Place, regions: Regions, known: Mapping[str, Seat]) -> Place:
    if place.region_code not in regions:
        return place
    path = (region.code for region in regions.path(place.region_code)[::-1] if region.level in ("township", "village"))
    seat = next((known[code] for code in path if code in known), None)
    return replace(place, longitude=seat.lon, latitude=seat.lat, basis="seat") if seat else place
