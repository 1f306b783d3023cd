"""Which unit took over from a responsible unit that a document names: 原单位 to 现承接单位, dated and by region."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from finance_monitor.errors import Place, UserError, in_file
from finance_monitor.regions import Regions, level_rank, regions
from finance_monitor.settings import DATA

SUCCESSORS = DATA / "reference" / "unit_successors.csv"
COLUMNS = ("unit", "region_code", "successor", "from_on", "source")


@dataclass(frozen=True, slots=True)
class Successor:
    """Who does the work of a unit in a region from a day on, and where that is said."""

    unit: str
    region_code: str
    successor: str
    from_on: date
    source: str


@cache
def successors() -> tuple[Successor, ...]:
    """Return the table of `data/reference`, read once a process; it is empty until the user has confirmed something."""
    return load_successors(SUCCESSORS, regions())


def successor_of(
    unit: str, region_code: str, on: date, table: Sequence[Successor] | None = None, known: Regions | None = None
) -> Successor | None:
    """Return who does the work of a unit on a day in a region; None where nothing is entered.

    A row of a region holds for all inside it. The newest one counts; of two of one day the one of the smaller region.
    """
    tree = known or regions()
    rows = successors() if table is None else table
    fitting = [
        row for row in rows if row.unit == unit and row.from_on <= on and tree.covers(row.region_code, region_code)
    ]
    return max(fitting, key=lambda row: (row.from_on, level_rank(tree.get(row.region_code).level)), default=None)


def load_successors(path: Path, known: Regions) -> tuple[Successor, ...]:
    """Read a table; raise its first fault as UserError with file, row and column."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError as fault:
        raise UserError("yaml.no_file", in_file(path)) from fault
    except UnicodeDecodeError as fault:
        raise UserError("yaml.not_utf8", in_file(path)) from fault
    rows: dict[tuple[str, str, date], Successor] = {}
    for place, cells in _lines(path, text):
        row = _row(place, cells, known)
        if (key := (row.unit, row.region_code, row.from_on)) in rows:
            raise UserError("successors.twice", place, unit=row.unit, on=row.from_on)
        rows[key] = row
    return tuple(rows.values())


def _lines(path: Path, text: str) -> Iterator[tuple[Place, dict[str, str]]]:
    """Yield each line with its cells by column; blank lines are passed over."""
    reader = csv.reader(text.splitlines())
    header = tuple(cell.strip() for cell in next(reader, []))
    if header != COLUMNS:
        raise UserError("successors.header", in_file(path, 1), columns=",".join(COLUMNS))
    for line in reader:
        cells = [cell.strip() for cell in line]
        if not any(cells):
            continue
        place = in_file(path, reader.line_num)
        if len(cells) != len(COLUMNS):
            raise UserError("successors.cells", place, number=len(COLUMNS), found=len(cells))
        yield place, dict(zip(COLUMNS, cells, strict=True))


def _row(place: Place, cells: dict[str, str], known: Regions) -> Successor:
    """Return a line as a row; every column must be filled in."""
    for column, cell in cells.items():
        if not cell:
            raise UserError("successors.blank", _at(place, column))
    if cells["region_code"] not in known:
        raise UserError("regions.unknown", _at(place, "region_code"), code=cells["region_code"])
    try:
        from_on = date.fromisoformat(cells["from_on"])
    except ValueError as fault:
        raise UserError("successors.date", _at(place, "from_on"), value=cells["from_on"]) from fault
    return Successor(cells["unit"], cells["region_code"], cells["successor"], from_on, cells["source"])


def _at(place: Place, column: str) -> Place:
    return Place(file=place.file, row=place.row, column=column)
