"""A table of our own: real HTML, words in the page's language, rows one can pick by click or keyboard.

Streamlit's data frame draws on a canvas, speaks English in its toolbar and is read by no screen reader.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import streamlit as st

from dashboard.addresses import under_base
from dashboard.choropleth.code import code_address
from dashboard.links import Pattern
from finance_monitor.progress.model import Light

__all__ = ["Bar", "Chip", "Column", "Heat", "Link", "Note", "Row", "Spark", "Stack", "grid", "style"]

# The few lines sent with a table; the rest is fetched once under an address that holds its hash.
_LOADER = """export default async (component) => {
  const code = await import(new URL(component.data.code + "grid.js", location.origin).href);
  code.show(component);
};"""
_mount = st.components.v2.component("grid", js=_LOADER, isolate_styles=False)

# number: to the right. unit: the name of a region, not broken after two signs. fixed: never broken.
# long: wide enough for a sentence.
Kind = Literal["text", "number", "unit", "fixed", "long"]


@dataclass(frozen=True, slots=True)
class Column:
    """A heading; `wide` columns are left out on a telephone."""

    label: str
    kind: Kind = "text"
    wide: bool = False


@dataclass(frozen=True, slots=True)
class Chip:
    """A status: symbol, word, and the light that colours the symbol."""

    symbol: str
    word: str
    light: Light


@dataclass(frozen=True, slots=True)
class Bar:
    """A completion: `pct` from 0 to 100 is the length, the words say the rest."""

    pct: float
    word: str


@dataclass(frozen=True, slots=True)
class Link:
    """Words one can pick; by default they send what picking the row sends.

    `address` lets the browser open it in a new window; by default the table's own, made for the row.
    """

    word: str
    address: str | None = None
    pick: str | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """Words of less weight; `wide` ones are left out on a telephone."""

    word: str
    wide: bool = False


@dataclass(frozen=True, slots=True)
class Spark:
    """A small line: one sign a point (0 to z, - where nothing is known); the words say it to who cannot see it."""

    signs: str
    word: str


@dataclass(frozen=True, slots=True)
class Heat:
    """A number on a ground of the one blue scale: `step` from 1 to 6."""

    word: str
    step: int


@dataclass(frozen=True, slots=True)
class Stack:
    """Several cells in one, one below the other."""

    cells: Sequence[str | Chip | Bar | Link | Note]


Cell = str | Chip | Bar | Link | Note | Spark | Heat | Stack


@dataclass(frozen=True, slots=True)
class Row:
    """One line; `pick` is sent when it is clicked anywhere, None where it cannot be picked.

    Its first cell may reach over the next `rows - 1` lines, which are `joined` and bring none of their own. A line
    with fewer cells than there are columns stretches its last one: a heading within the table.
    """

    cells: Sequence[Cell]
    pick: str | None = None
    whole: bool = False
    selected: bool = False
    rows: int = 1
    joined: bool = False


def grid(
    key: str,
    caption: str,
    columns: Sequence[Column],
    rows: Sequence[Row],
    on_pick: Callable[[str], None] | None = None,
    height: int | None = None,
    address: Pattern | None = None,
) -> None:
    """Draw a table; `caption` names it for screen readers, `height` in pixels makes it scroll.

    `address` says how that of every row's link is made.
    """

    def picked() -> None:
        found = st.session_state[key].get("pick")
        if on_pick is not None and found:
            on_pick(found)

    told = {"caption": caption, "height": height, "address": address}
    data = told | {"code": under_base(code_address())} | _table(columns, rows)
    _mount(key=key, data=data, on_pick_change=picked)


def style(lang: str, contrast: str) -> None:
    """Fetch the sheet of all pages, once a browser; tell the browser the page's language and its contrast."""
    _mount(key="style", data={"code": under_base(code_address()), "lang": lang, "contrast": contrast})


def _table(columns: Sequence[Column], rows: Sequence[Row]) -> dict[str, Any]:
    """Pack columns and rows; each chip is told once."""
    chips = list(dict.fromkeys(chip for row in rows for cell in row.cells for chip in _chips(cell)))
    numbers = {chip: number for number, chip in enumerate(chips)}
    return {
        "chips": [[chip.symbol, chip.word, chip.light] for chip in chips],
        "columns": [[column.label, column.kind[0], int(column.wide)] for column in columns],
        "rows": [[row.pick, _marks(row), *(_packed(cell, numbers) for cell in row.cells)] for row in rows],
    }


def _marks(row: Row) -> int:
    """Pack what is said of a row as a whole into one number."""
    return int(row.whole) + 2 * int(row.selected) + 4 * int(row.joined) + 8 * row.rows


def _chips(cell: Cell) -> Iterator[Chip]:
    if isinstance(cell, Chip):
        yield cell
    elif isinstance(cell, Stack):
        for inner in cell.cells:
            yield from _chips(inner)


def _packed(cell: Cell, chips: Mapping[Chip, int]) -> Any:
    """Pack a cell: a text as it is, a chip as its number, a link as a list, a bar, a note and a stack as objects."""
    if isinstance(cell, Chip):
        return chips[cell]
    if isinstance(cell, Bar):
        return {"bar": [cell.pct, cell.word]}
    if isinstance(cell, Note):
        return {"note": cell.word, "wide": int(cell.wide)}
    if isinstance(cell, Spark):
        return {"spark": [cell.signs, cell.word]}
    if isinstance(cell, Heat):
        return {"heat": [cell.step, cell.word]}
    if isinstance(cell, Stack):
        return {"all": [_packed(inner, chips) for inner in cell.cells]}
    if isinstance(cell, Link):
        return [part for part in (cell.word, cell.address, cell.pick) if part is not None]
    return cell
