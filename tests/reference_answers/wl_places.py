"""Where banking can be done: outlets, devices and service points, and the households of the villages they stand in."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

from finance_monitor.regions import regions
from tests.reference_answers.registry import Home, Parts, Row, Rows, stands, twin
from tests.reference_answers.wl import newest, now_called


def _outlets(rows: Rows, day: date, org_type: str, kind: str | None = None) -> list[Row]:
    """Return the outlets open on the day of banks (also those of no stated type) or of insurers."""
    own = [row for row in rows["outlets"] if (row.get("org_type") or "bank") == org_type]
    return [row for row in own if kind in (None, row["kind"]) and stands(row["opened_on"], row["closed_on"], day)]


def _devices(rows: Rows, day: date, kinds: Collection[str] | None = None) -> list[Row]:
    own = [row for row in rows["devices"] if kinds is None or row["kind"] in kinds]
    return [row for row in own if stands(row["installed_on"], row["removed_on"], day)]


def _points(rows: Rows, day: date, kinds: Collection[str] | None = None) -> list[Row]:
    own = [row for row in rows["service_points"] if kinds is None or row["kind"] in kinds]
    return [row for row in own if stands(row["opened_on"], row["closed_on"], day)]


def _kinds(params: dict[str, Any]) -> list[str]:
    return [word for word in str(params["kinds"]).split("|") if word]


def _count(own: list[Row], inside: Collection[str]) -> Parts:
    return sum(row["region_code"] in inside for row in own), 0


@twin("devices_in_use")
def devices_in_use(rows: Rows, inside: Collection[str], day: date, params: dict[str, Any], home_of: Home) -> Parts:
    """Count devices of the kinds in use."""
    return _count(_devices(rows, day, _kinds(params)), inside)


@twin("service_points_open")
def service_points_open(rows: Rows, inside: Collection[str], day: date, params: dict[str, Any], home_of: Home) -> Parts:
    """Count service points of the kinds that are open."""
    return _count(_points(rows, day, _kinds(params)), inside)


@twin("insurance_outlets_open")
def insurance_outlets_open(
    rows: Rows, inside: Collection[str], day: date, params: dict[str, Any], home_of: Home
) -> Parts:
    """Count outlets of insurers that are open."""
    return _count(_outlets(rows, day, "insurance"), inside)


@twin("outlets_and_atms_open")
def outlets_and_atms_open(
    rows: Rows, inside: Collection[str], day: date, params: dict[str, Any], home_of: Home
) -> Parts:
    """Count branches of banks and cash machines."""
    return _count([*_outlets(rows, day, "bank", "branch"), *_devices(rows, day, ("atm", "crs"))], inside)


@twin("pos_and_points")
def pos_and_points(rows: Rows, inside: Collection[str], day: date, params: dict[str, Any], home_of: Home) -> Parts:
    """Count POS terminals and service points."""
    return _count([*_devices(rows, day, ("pos",)), *_points(rows, day)], inside)


def _places(rows: Rows, day: date) -> list[Row]:
    return [*_outlets(rows, day, "bank"), *_devices(rows, day), *_points(rows, day)]


@twin("village_access_points")
def village_access_points(
    rows: Rows, inside: Collection[str], day: date, params: dict[str, Any], home_of: Home
) -> Parts:
    """Count everything at which banking can be done."""
    return _count(_places(rows, day), inside)


@twin("poor_households_in_reach_share")
def poor_households_in_reach_share(
    rows: Rows, inside: Collection[str], day: date, params: dict[str, Any], home_of: Home
) -> Parts:
    """Ask each village for its households, and whether banking can be done there on the day."""
    served = {now_called(row["region_code"]) for row in _places(rows, day)}
    own = [row for row in rows["region_facts"] if row["poor_households"] is not None]
    villages = [row for row in newest(own, day) if regions().get(row["region_code"]).level == "village"]
    base = [row for row in villages if row["region_code"] in inside]
    reached = [row for row in base if now_called(row["region_code"]) in served]
    return sum(row["poor_households"] for row in reached), sum(row["poor_households"] for row in base)
