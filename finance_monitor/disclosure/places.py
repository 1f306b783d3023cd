"""Places where service is given: outlets, machines, service points, stations; none of them is about a person."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Literal

from finance_monitor.disclosure.seat import Desk
from finance_monitor.store.queries import query

# Sorts of places as people speak of them, and the kinds of the ledgers they are made of.
SORTS: Mapping[str, tuple[str, ...]] = {
    "branch": ("branch",),
    "atm": ("atm", "crs"),
    "kiosk": ("kiosk",),
    "pos": ("pos",),
    "point": ("cash_point", "mobile_point", "self_service"),
    "village_station": ("village_station",),
    "convenience": ("convenience",),
    "mobile": ("timed", "offline_bank"),
    "insurance": ("insurance",),
    "post_station": ("post_station",),
}
STATION = "post_station"
_SORT_OF = {kind: sort for sort, kinds in SORTS.items() for kind in kinds}

State = Literal["open", "suspended", "closed"]
OPEN: tuple[State, ...] = ("open",)
# own: the coordinates of the ledger. seat: none are known, so it stands at the seat of its township. none: nowhere.
Basis = Literal["own", "seat", "none"]


@dataclass(frozen=True, slots=True)
class Place:
    """One place as it stood on a day."""

    ledger: str
    sort: str
    kind: str
    number: str
    name: str
    organisation: str
    region_code: str
    opened_on: date
    closed_on: date | None
    state: State
    barrier_free: bool | None
    longitude: float | None
    latitude: float | None
    basis: Basis


@dataclass(frozen=True, slots=True)
class PlaceCount:
    """Places of one sort and organisation: on the day, on the day compared with, what came and went in between."""

    sort: str
    kind: str
    organisation: str
    standing: int
    suspended: int
    stood_before: int
    opened: int
    closed: int
    barrier_free: int
    barrier_told: int


def places(
    desk: Desk,
    region_code: str,
    as_of: date | None = None,
    sorts: Collection[str] = tuple(SORTS),
    states: Collection[State] = OPEN,
) -> tuple[Place, ...]:
    """Return the places inside a region on a day; raise AccessError for a region that is not the viewer's."""
    desk.viewer.require(desk.regions, region_code)
    kinds = [kind for sort in sorts for kind in SORTS[sort]]
    asked = {"region_code": region_code, "as_of": desk.day(as_of), "kinds": kinds}
    rows = desk.readings.reader.run(query("read/places"), asked) if kinds else []
    return tuple(_place(row) for row in rows if row["state"] in states)


def place_counts(
    desk: Desk, region_code: str, as_of: date | None, since: date, where: tuple[tuple[str, str], ...] = ()
) -> tuple[PlaceCount, ...]:
    """Return how many places of each kind and organisation stand inside a region, and what changed since a day."""
    desk.viewer.require(desk.regions, region_code)
    asked = {"region_code": region_code, "as_of": desk.day(as_of), "since": since}
    rows = desk.readings.reader.run(query("read/place_counts"), asked)
    told = [_count(row) for row in rows if row["kind"] in _SORT_OF]
    wanted = dict(where).get("bank")
    return tuple(one for one in told if wanted is None or one.organisation == wanted)


def _count(row: Mapping[str, Any]) -> PlaceCount:
    return PlaceCount(
        _SORT_OF[row["kind"]],
        row["kind"],
        row["organisation"] or "",
        *(row[name] for name in ("standing", "suspended", "stood_before", "opened", "closed")),
        *(row[name] for name in ("barrier_free", "barrier_told")),
    )


def _place(row: Mapping[str, Any]) -> Place:
    longitude, latitude = _degrees(row["longitude"]), _degrees(row["latitude"])
    has_own = longitude is not None and latitude is not None
    return Place(
        ledger=row["ledger"],
        sort=_SORT_OF[row["kind"]],
        kind=row["kind"],
        number=row["place_no"],
        name=row["name"] or "",
        organisation=row["organisation"] or "",
        region_code=row["region_code"],
        opened_on=row["opened_on"],
        closed_on=row["closed_on"],
        state=row["state"],
        barrier_free=row["barrier_free"],
        longitude=longitude if has_own else None,
        latitude=latitude if has_own else None,
        basis="own" if has_own else "none",
    )


def _degrees(told: Decimal | None) -> float | None:
    return None if told is None else float(told)
