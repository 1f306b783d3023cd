"""One map as it is drawn: shapes in order, and the file the browser fetches once."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from finance_monitor.maps.shapes import write_whole

Kind = Literal["shapes", "cells", "tiles"]
Basis = Literal["official", "schematic", "none"]
_LETTER: dict[Basis, str] = {"official": "o", "schematic": "s", "none": "n"}
_APPROXIMATE = "a"
_BASIS: dict[str, Basis] = {"o": "official", "s": "schematic", "n": "none", _APPROXIMATE: "schematic"}
_CODE = 12


@dataclass(frozen=True, slots=True)
class Geometry:
    """The drawable file of all units of a level inside a region; arrays of values follow `codes`.

    `file` is a name inside the shapes folder. `without_shape` are units that exist but cannot be drawn:
    a page lists them beside the map. `approximate` are schematic cells whose seat is only approximately known.
    """

    file: str
    region_code: str
    level: str
    kind: Kind
    codes: tuple[str, ...]
    names: tuple[str, ...]
    basis: tuple[Basis, ...]
    approximate: frozenset[str]
    without_shape: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """What goes into the file: paths on an integer grid and where names may stand."""

    kind: Kind
    region_code: str
    level: str
    codes: Sequence[str]
    names: Sequence[str]
    basis: Sequence[Basis]
    approximate: frozenset[str]
    without_shape: Sequence[str]
    box: Sequence[int]
    paths: Sequence[str]
    spots: Sequence[int]
    # Optional: ground without a unit, lines (parent, dashes, undetermined), the inset of the southern islands.
    extra: Mapping[str, Any]


def short_code(code: str) -> str:
    """Shorten a code to the 6, 9 or 12 digits that say something; the browser pads it again."""
    for digits in (6, 9):
        if code[digits:].strip("0") == "":
            return code[:digits]
    return code


def file_stem(region_code: str, level: str, version: str) -> str:
    """Name a map by what it shows and by what it was made from."""
    return f"{region_code}-{level}-{version}"


def find(folder: Path, stem: str) -> Geometry | None:
    """Find a map drawn earlier."""
    for path in sorted(folder.glob(f"{stem}-*.json")):
        return _geometry(path.name, json.loads(path.read_bytes()))
    return None


def save(folder: Path, stem: str, sheet: Sheet) -> Geometry:
    """Write the file under a name that holds its content's hash, and a gzipped twin to serve."""
    letters = [
        _APPROXIMATE if code in sheet.approximate else _LETTER[basis]
        for code, basis in zip(sheet.codes, sheet.basis, strict=True)
    ]
    body = {
        "kind": sheet.kind,
        "region": sheet.region_code,
        "level": sheet.level,
        "box": list(sheet.box),
        "codes": [short_code(code) for code in sheet.codes],
        "names": list(sheet.names),
        "basis": "".join(letters),
        "d": list(sheet.paths),
        "at": list(sheet.spots),
        "without": list(sheet.without_shape),
        **sheet.extra,
    }
    content = json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()
    name = f"{stem}-{hashlib.sha256(content).hexdigest()[:16]}.json"
    # The twin first: whoever finds the plain file may count on the other.
    write_whole(folder / f"{name}.gz", gzip.compress(content, 9, mtime=0))
    write_whole(folder / name, content)
    return _geometry(name, body)


def _geometry(name: str, body: Mapping[str, Any]) -> Geometry:
    codes = tuple(code.ljust(_CODE, "0") for code in body["codes"])
    return Geometry(
        name,
        body["region"],
        body["level"],
        body["kind"],
        codes,
        tuple(body["names"]),
        tuple(_BASIS[letter] for letter in body["basis"]),
        frozenset(code for code, letter in zip(codes, body["basis"], strict=True) if letter == _APPROXIMATE),
        tuple(body["without"]),
    )
