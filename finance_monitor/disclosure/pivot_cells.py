"""What a pivot is made of."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from finance_monitor.disclosure.figure import Figure
from finance_monitor.disclosure.pivot_question import Head, Question
from finance_monitor.disclosure.pivot_readings import Spot
from finance_monitor.disclosure.shown import Path


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure, what it is about, and how it came about. `earlier` is the figure of a year before, where asked for."""

    figure: Figure
    spot: Spot
    path: Path
    earlier: Figure | None = None

    @property
    def difference(self) -> Decimal | None:
        """Return what has changed within the year, of the figures as they are shown."""
        if self.earlier is None or self.figure.value is None or self.earlier.value is None:
            return None
        return self.figure.value - self.earlier.value


@dataclass(frozen=True, slots=True)
class Pivot:
    """The table; `overlaps`: the parts come to more than the whole, because one household counts in several."""

    question: Question
    rows: tuple[Head, ...]
    columns: tuple[Head, ...]
    cells: tuple[tuple[Cell, ...], ...]
    overlaps: bool = False
