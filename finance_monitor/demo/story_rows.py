"""Rows of any ledger as data: where they stand, how many there are, what their columns hold."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, model_validator

from finance_monitor.demo.story_columns import Column, Wanted
from finance_monitor.demo.told import Share, Told
from finance_monitor.regions import LEVELS


class Units(Told):
    """The places where rows stand: a scope list, the places of a level in a region, or some named ones."""

    scope: str | None = None
    region: str | None = None
    level: Literal["province", "prefecture", "county", "township", "village"] | None = None
    regions: tuple[str, ...] = ()

    @model_validator(mode="after")
    def one_way(self) -> Self:
        """Refuse places said twice or not at all."""
        by_level = self.region is not None and self.level is not None
        if (self.region is None) != (self.level is None) or bool(self.scope) + by_level + bool(self.regions) != 1:
            raise ValueError("scope | region + level | regions")
        return self


class Count(Told):
    """How many rows: so many in each place, or a total spread over the places."""

    each: int | tuple[int, int] | None = None
    total: int | None = None
    unevenness: float = 0
    at_least: int = 0
    fixed: dict[str, int] = Field(default_factory=dict)

    @model_validator(mode="after")
    def one_way(self) -> Self:
        """Refuse a number said twice or not at all."""
        if (self.each is None) == (self.total is None):
            raise ValueError("each | total")
        if self.total is not None and sum(self.fixed.values()) > self.total:
            raise ValueError("fixed <= total")
        return self


class ForEach(Told):
    """One row, or some, for each row of another ledger that an earlier part has written."""

    ledger: str
    where: Wanted = Field(default_factory=dict)
    unless: Wanted = Field(default_factory=dict)
    share: Share = 1
    times: int | tuple[int, int] = 1


class RowsPart(Told):
    """Rows of one ledger. Places, counts and columns are drawn; a place whose office is silent has none.

    With `for_each` and `region` only the rows of that region are taken.
    """

    make: Literal["rows"]
    ledger: str
    office: str
    period: str
    style: str
    region: str | None = None
    handed_in_by: str | None = None
    silent: tuple[str, ...] = ()
    units: Units | None = None
    count: Count | None = None
    for_each: ForEach | None = None
    columns: dict[str, Column]

    @model_validator(mode="after")
    def one_way(self) -> Self:
        """Refuse rows without somebody who hands them in, or made in two ways."""
        if self.region is None and self.handed_in_by is None:
            raise ValueError("region | handed_in_by")
        if self.handed_in_by is not None and self.handed_in_by not in LEVELS:
            raise ValueError(" | ".join(LEVELS))
        if self.for_each is not None and (self.units or self.count):
            raise ValueError("for_each | units + count")
        if self.for_each is None and self.units is None and self.region is None:
            raise ValueError("units | region")
        return self
