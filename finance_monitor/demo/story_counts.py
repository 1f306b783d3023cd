"""Referrals, stations, outlets and filled-in figures of the story as data."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal

from pydantic import Field

from finance_monitor.demo.told import Bank, Told, Weights


class ReferralsPart(Told):
    """Persons referred by county: `persons` different ones in all, `fixed` counts by county, the rest spread."""

    make: Literal["referrals"]
    scope: str
    handed_in_by: str
    silent: tuple[str, ...] = ()
    office: str
    period: str
    from_on: date = Field(alias="from")
    persons: int
    at_least: int
    unevenness: float
    unevenness_above: float = 0
    fixed: dict[str, int] = Field(default_factory=dict)
    ineligible: int
    repeated: int
    number: str
    categories: Weights
    wanted_yuan: dict[int, float]
    style: str
    styles: dict[str, str] = Field(default_factory=dict)


class StationsPart(Told):
    """Post stations; `open` on the data date, of which `resumed` had paused."""

    make: Literal["stations"]
    region: str
    handed_in_by: str
    silent: tuple[str, ...] = ()
    office: str
    period: str
    from_on: date = Field(alias="from")
    open: int
    resumed: int
    suspended: int
    closed: int
    unevenness: float
    name: str
    operator: str
    number: str
    style: str


class TablePart(Told):
    """A short table written out in full."""

    make: Literal["table"]
    ledger: str
    region: str
    office: str
    period: str
    style: str
    rows: tuple[dict[str, str | int | float | date], ...]


class YearlyPart(Told):
    """Figures filled in once a year: one file a year."""

    make: Literal["yearly"]
    region: str
    office: str
    unit: str
    style: str
    figures: dict[str, dict[date, Decimal]]


class OutletsPart(Told):
    """Branches and machines of a county; counts are those of the day `counted_on`, closures come after it."""

    make: Literal["outlets"]
    region: str
    period: str
    opened: tuple[date, date]
    counted_on: date
    branches: int
    late: dict[str, date]
    closed: tuple[date, ...]
    other_kinds: dict[str, int]
    unevenness: float
    machines: dict[str, int]
    removed: dict[str, int]
    removed_in: tuple[date, date]
    name: str
    banks: dict[str, Bank]
