"""Households of a county: who they are, where they live, of which kind they are when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from finance_monitor.demo.delivery import Desk, Row
from finance_monitor.demo.draw import spread
from finance_monitor.demo.people import Person
from finance_monitor.demo.story_lending import LendingPart

# What a household is once its trouble is over.
_SETTLED_KIND = "relieved"
# Kinds that hold from the day the list was made; the others are found later.
_FROM_THE_START = ("relieved", "ordinary")


@dataclass(frozen=True, slots=True)
class Household:
    """One household of the list."""

    number: str
    head: Person
    township: str
    rows: tuple[Row, ...]


def households(part: LendingPart, desk: Desk) -> list[Household]:
    """Return the households of a county in the order of townships; every township has some."""
    told = part.households
    townships = [township.code for township in desk.world.regions.descendants(part.region, "township")]
    weights = desk.draw.uneven(len(townships), told.unevenness)
    counts = spread(max(desk.scaled(told.count), len(townships)), weights, 1)
    made: list[Household] = []
    for township, count in zip(townships, counts, strict=True):
        for _ in range(count):
            number = f"{part.numbers}{len(made) + 1:07d}"
            head = desk.people.one(desk.draw)
            made.append(Household(number, head, township, tuple(_spells(part, desk, number, head, township))))
    return made


def _spells(part: LendingPart, desk: Desk, number: str, head: Person, township: str) -> Iterator[Row]:
    """Yield one row, or two where the household changed its kind."""
    told = part.households
    kind = desk.draw.one(told.kinds)
    first = told.listed_on
    if kind not in _FROM_THE_START:
        first = desk.draw.day(first, desk.data_date - timedelta(days=200))
    row: Row = {
        "household_no": number,
        "head": head.id_number,
        "head_name": head.name,
        "kind": kind,
        "region_code": township,
        "valid_from": first,
    }
    if not desk.draw.happens(told.kinds_that_end.get(kind, 0)):
        yield row
        return
    ended = desk.draw.day(first + timedelta(days=90), desk.data_date)
    yield row | {"valid_to": ended}
    yield row | {"kind": _SETTLED_KIND, "valid_from": ended}
