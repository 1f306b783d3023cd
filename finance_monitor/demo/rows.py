"""Rows of any ledger, as the story tells them: in places, or for the rows of another ledger."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from finance_monitor.demo.delivery import Delivery, Desk, Row
from finance_monitor.demo.draw import spread
from finance_monitor.demo.rows_columns import Maker, Place, filled, fits
from finance_monitor.demo.story_rows import Count, ForEach, RowsPart
from finance_monitor.ledgers.batch import BatchHeader

# The place of a row, and the row it is made for (empty: none), with its turn.
Seat = tuple[str, Row, int]
_REGION = "region_code"


def rows(part: RowsPart, desk: Desk) -> Iterator[Delivery]:
    """Yield one file for each region that hands in; where there is nothing to tell, nobody hands in."""
    upper_of = {unit: _handing_in(part, desk, unit) for unit in _units(part, desk)}
    has_region = any(column.name == _REGION for column in desk.world.ledgers[part.ledger].columns)
    makers = {name: filled(spec, desk) for name, spec in part.columns.items()}
    own: dict[str, list[Row]] = defaultdict(list)
    numbers: dict[str, int] = defaultdict(int)
    for total, (unit, source, turn) in enumerate(_seats(part, desk, upper_of), start=1):
        numbers[unit[:6]] += 1
        row: Row = {_REGION: unit} if has_region else {}
        _fill(row, makers, Place(unit, numbers[unit[:6]], total, turn, source))
        own[upper_of[unit]].append(row)
    for upper, told in own.items():
        yield Delivery(BatchHeader(part.ledger, desk.office(part.office, upper), upper, part.period), part.style, told)


def _fill(row: Row, makers: dict[str, Maker], place: Place) -> None:
    for name, made in makers.items():
        row[name] = made(row, place)


def _units(part: RowsPart, desk: Desk) -> list[str]:
    """Return the places of a part in the order of the story; for rows of another ledger wherever these stand."""
    if part.for_each is not None:
        return []
    told = part.units
    if told is None:
        return [str(part.region)]
    if told.scope is not None:
        return list(desk.world.scopes[told.scope].codes)
    if told.region is not None:
        return [region.code for region in desk.world.regions.descendants(told.region, str(told.level))]
    return list(told.regions)


def _handing_in(part: RowsPart, desk: Desk, unit: str) -> str:
    """Return the region that hands in for a place; empty where it is silent."""
    path = {region.code for region in desk.world.regions.path(unit)}
    if path & set(part.silent):
        return ""
    return str(part.region) if part.handed_in_by is None else desk.handing_in(unit, part.handed_in_by)


def _seats(part: RowsPart, desk: Desk, upper_of: dict[str, str]) -> Iterator[Seat]:
    """Yield where the rows stand; `upper_of` learns of the places of another ledger's rows."""
    if part.for_each is not None:
        yield from _of_others(part, part.for_each, desk, upper_of)
        return
    spoken = [unit for unit, upper in upper_of.items() if upper]
    for unit, number in zip(spoken, _counts(part.count or Count(each=1), desk, spoken), strict=True):
        for turn in range(number):
            yield unit, {}, turn + 1


def _counts(count: Count, desk: Desk, units: list[str]) -> list[int]:
    """Return how many rows each place has."""
    if count.each is not None:
        return [count.fixed.get(unit, _number(count.each, desk)) for unit in units]
    free = desk.draw.shuffled([unit for unit in units if unit not in count.fixed])
    rest = (count.total or 0) - sum(count.fixed.get(unit, 0) for unit in units)
    parts = spread(rest, desk.draw.uneven(len(free), count.unevenness), count.at_least) if free else []
    found = {**count.fixed, **dict(zip(free, parts, strict=True))}
    return [found[unit] for unit in units]


def _number(told: int | tuple[int, int], desk: Desk) -> int:
    return told if isinstance(told, int) else desk.draw.random.randint(*told)


def _of_others(part: RowsPart, told: ForEach, desk: Desk, upper_of: dict[str, str]) -> Iterator[Seat]:
    regions, taken = desk.world.regions, set[str]()
    for source in desk.written.get(told.ledger, ()):
        if not fits(source, told.where) or (told.unless and fits(source, told.unless)):
            continue
        unit = str(source.get(_REGION) or part.region)
        if unit not in upper_of:
            upper_of[unit] = _handing_in(part, desk, unit)
            if part.region is None or regions.covers(part.region, unit):
                taken.add(unit)
        if unit not in taken or not upper_of[unit] or not desk.draw.happens(told.share):
            continue
        for turn in range(_number(told.times, desk)):
            yield unit, source, turn + 1
