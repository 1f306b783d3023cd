"""What every converter takes and gives: the cells of one column in, typed values and problems out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import polars as pl

from finance_monitor.ledgers.model import Column
from finance_monitor.regions import Regions


@dataclass(frozen=True, slots=True)
class Context:
    """What the cells of a file are held against.

    `known_indicators` and `known_targets` map ids to Chinese names; `demo` takes ID numbers of no real region.
    """

    regions: Regions
    within: str
    known_indicators: Mapping[str, str]
    demo: bool
    known_targets: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Cells:
    """One column of a file: texts (null where blank), where numbers stood, the unit of the header or of each row."""

    column: Column
    text: pl.Series
    number: pl.Series | None = None
    unit: str | None = None
    units: pl.Series | None = None

    def none(self) -> pl.Series:
        """Return a mask that holds nowhere."""
        return pl.repeat(value=False, n=len(self.text), dtype=pl.Boolean, eager=True)


@dataclass(frozen=True, slots=True)
class Problem:
    """One kind of fault in one column: where it is, and what fills its sentence (error.intake.<rule>).

    `by_text` gives key and values for each different cell text instead.
    """

    rule: str
    where: pl.Series
    values: Mapping[str, object] = field(default_factory=dict)
    by_text: Mapping[str, tuple[str, Mapping[str, object]]] | None = None


@dataclass(frozen=True, slots=True)
class Converted:
    """Typed values (null where blank or wrong) and the problems found; a problem holds its row back."""

    values: pl.Series
    problems: tuple[Problem, ...] = ()


def unread(cells: Cells, values: pl.Series) -> pl.Series:
    """Say where something was written but nothing could be read."""
    return values.is_null() & cells.text.is_not_null()
