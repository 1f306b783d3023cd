"""A ledger file before it is written: who hands it in, and its rows in the columns of the ledger."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from finance_monitor.demo.draw import Draw
from finance_monitor.demo.people import People
from finance_monitor.demo.story import Story
from finance_monitor.ledgers.batch import BatchHeader
from finance_monitor.world import World


@dataclass(frozen=True, slots=True)
class AsWritten:
    """A cell that stands in the file as it is, right or wrong; a number stands there as a number."""

    cell: str | float


# Money in fen, choices and regions as codes, as in the store; the file says them as an office would.
Value = str | int | float | Decimal | date | bool | AsWritten | None
Row = dict[str, Value]


@dataclass(frozen=True, slots=True)
class Corrected:
    """The same file put right: it lies in a folder of its own and has not been handed in."""

    folder: str
    rows: Sequence[Row]


@dataclass(frozen=True, slots=True)
class Delivery:
    """One file as an office hands it in."""

    header: BatchHeader
    style: str
    rows: Sequence[Row]
    corrected: Corrected | None = None


@dataclass(frozen=True, slots=True)
class Desk:
    """Where a part of the story is written: its world, its draws, its people."""

    story: Story
    world: World
    draw: Draw
    people: People
    scale: float
    # The sound rows of earlier parts, by ledger.
    written: dict[str, list[Row]] = field(default_factory=dict)

    @property
    def data_date(self) -> date:
        """Return the day up to which everything is told."""
        return self.story.frame.data_date

    def scaled(self, count: float) -> int:
        """Return a count at the scale of this demo, at least 1."""
        return max(1, round(count * self.scale))

    def name(self, code: str) -> str:
        """Return the name of a region."""
        return self.world.regions.get(code).name

    def office(self, template: str, code: str) -> str:
        """Return the name of an invented office of a region."""
        return template.format(place=self.name(code))

    def handing_in(self, code: str, level: str) -> str:
        """Return the region of a level that hands in for a region."""
        return next(region.code for region in self.world.regions.path(code) if region.level == level)
