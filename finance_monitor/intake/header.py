"""Find the header row of a grid and what each of its cells means for the ledger."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from finance_monitor.errors import Place, UserError
from finance_monitor.intake.faults import Fault
from finance_monitor.intake.read import Grid
from finance_monitor.intake.words import words
from finance_monitor.ledgers.headers import header_of, names_of, plain_name, spellings
from finance_monitor.ledgers.model import Column, Ledger
from finance_monitor.money import FEN_IN


@dataclass(frozen=True, slots=True)
class Header:
    """The header: its row in the grid (from 0), column name -> place, unit and wording, and the cells left over."""

    row: int
    places: dict[str, str]
    written: dict[str, str]
    units: dict[str, str | None]
    unknown: tuple[str, ...] = field(default=())


def rate_head(ledger: Ledger, rows: Sequence[Sequence[str]]) -> int:
    """Return how many columns of the ledger the best of the rows names."""
    names = _names(ledger)
    return max((_columns_in(_named(row, names)) for row in rows), default=0)


def find_header(grid: Grid, ledger: Ledger) -> Header:
    """Return the header of a grid.

    Raises:
        UserError: no row names two columns of the ledger, a column stands twice, required ones are missing, or an
            amount does not say its unit.
    """
    names, rows = _names(ledger), grid.head()
    found = [_named(row, names) for row in rows]
    row = max(range(len(rows)), key=lambda place: _columns_in(found[place]), default=0)
    if not found or _columns_in(found[row]) < min(2, len(ledger.columns)):
        expected = "、".join(header_of(column) for column in ledger.columns if column.required)
        raise UserError("intake.no_header", Place(grid.file, grid.sheet), expected=expected)
    place = Place(grid.file, grid.sheet, row + 1)
    header = _made(row, rows[row], found[row], place)
    missing = [header_of(one) for one in ledger.columns if one.required and one.name not in header.places]
    if missing:
        raise UserError("intake.missing_columns", place, columns="、".join(missing))
    for column in ledger.columns:
        if column.name in header.places:
            _refuse_unit(column, header, place)
    return header


def _names(ledger: Ledger) -> dict[str, str]:
    """Return plain name -> column name for every spelling of the ledger."""
    return {name: column.name for column in ledger.columns for name in names_of(column)}


def _named(row: Sequence[str], names: dict[str, str]) -> dict[int, tuple[str, str | None]]:
    """Return place -> (column, unit) for the cells of a row that name a column."""
    named = {}
    for place, cell in enumerate(row):
        known = ((names[name], unit) for name, unit in spellings(cell) if name in names)
        first = next(known, None)
        if first is not None:
            named[place] = first
    return named


def _columns_in(named: dict[int, tuple[str, str | None]]) -> int:
    """Count the columns of the ledger a row names, each once."""
    return len({column for column, _ in named.values()})


def _made(row: int, cells: Sequence[str], named: dict[int, tuple[str, str | None]], place: Place) -> Header:
    """Put the header together; a column named by two cells is refused."""
    places: dict[str, str] = {}
    written: dict[str, str] = {}
    units: dict[str, str | None] = {}
    for at, (column, unit) in named.items():
        if column in places:
            raise UserError("intake.column_twice", place, first=written[column], second=cells[at].strip("*＊ "))
        places[column], written[column], units[column] = str(at), cells[at].strip("*＊ "), unit
    ignored = words("ignored_headers")
    unknown = (cell for at, cell in enumerate(cells) if at not in named and cell and plain_name(cell) not in ignored)
    return Header(row, places, written, units, tuple(unknown))


def _refuse_unit(column: Column, header: Header, place: Place) -> None:
    """An amount must say its unit; a number must not be in another unit than the ledger's."""
    unit = header.units[column.name]
    at = Place(place.file, place.sheet, place.row, header.written[column.name])
    if column.type == "money" and unit not in FEN_IN:
        raise UserError("intake.no_unit", at, example=header_of(column))
    measured = column.type in ("integer", "decimal") and column.unit is not None and unit is not None
    if measured and plain_name(str(column.unit)) not in str(unit):
        raise UserError("intake.other_unit", at, unit=unit, wanted=column.unit)


def header_faults(grid: Grid, header: Header) -> list[Fault]:
    """Name what is not read: columns the ledger does not know, and other sheets that look like the ledger."""
    row = header.row + 1
    unread = [
        Fault("quality", "unknown_column", "intake.unknown_column", grid.sheet, row, name) for name in header.unknown
    ]
    return unread + [
        Fault("quality", "other_sheet", "intake.other_sheet", name, values={"read": grid.sheet})
        for name in grid.other_sheets
    ]
