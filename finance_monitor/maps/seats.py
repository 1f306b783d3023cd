"""Where townships have their seats (`data/reference/township_seats.csv`)."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from finance_monitor.settings import DATA

_CODE = 12


@dataclass(frozen=True, slots=True)
class Seat:
    """A seat in longitude and latitude; `approx` stands near, not on, the place."""

    lon: float
    lat: float
    basis: Literal["seat", "approx"]


@cache
def seats() -> dict[str, Seat]:
    """Read the seats of the reference data: region code -> seat. No file, no seats."""
    return load_seats(DATA / "reference" / "township_seats.csv")


def load_seats(path: Path) -> dict[str, Seat]:
    """Read a file of seats: code, lon, lat, basis."""
    if not path.exists():
        return {}
    with path.open(encoding="utf-8-sig", newline="") as rows:
        return {
            row["code"].ljust(_CODE, "0"): Seat(
                float(row["lon"]), float(row["lat"]), "approx" if row["basis"] == "approx" else "seat"
            )
            for row in csv.DictReader(rows)
        }
