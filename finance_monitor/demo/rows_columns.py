"""The values of invented columns, one after the other in the order of the story."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import singledispatch

from finance_monitor.demo import story_columns as told
from finance_monitor.demo.delivery import Desk, Row, Value
from finance_monitor.demo.story_columns import Match, Span, Wanted
from finance_monitor.money import fen_of


@dataclass(frozen=True, slots=True)
class Place:
    """Where a row stands, its numbers, and the row it is made for."""

    unit: str
    number: int
    number_of_all: int
    turn: int
    source: Row


# What a column holds, by the row so far and its place.
Maker = Callable[[Row, Place], Value]


def fits(row: Mapping[str, Value], wanted: Wanted, source: Mapping[str, Value] | None = None) -> bool:
    """Say whether every column named holds what is wanted; of the source row where the row has no such column."""
    return all(_fits(_held(row, source or {}, name), match) for name, match in wanted.items())


def _held(row: Mapping[str, Value], source: Mapping[str, Value], name: str) -> Value:
    return row[name] if name in row else source.get(name)


def _fits(value: Value, match: Match) -> bool:
    if isinstance(match, Span):
        return isinstance(value, type(match.from_)) and match.from_ <= value <= match.to  # type: ignore[operator]
    return value in match if isinstance(match, tuple) else value == match


def filled(spec: told.Filled, desk: Desk) -> Maker:
    """Return what fills a column, `share` and `when` observed."""
    made = maker(spec, desk)

    def value(row: Row, place: Place) -> Value:
        if spec.when and not fits(row, spec.when, place.source):
            return None
        if spec.share < 1 and not desk.draw.happens(spec.share):
            return None
        return made(row, place)

    return value


@singledispatch
def maker(spec: told.Filled, desk: Desk) -> Maker:
    """Return what fills a column."""
    raise TypeError(spec)


@maker.register
def _(spec: told.Is, desk: Desk) -> Maker:
    return lambda row, place: spec.is_


@maker.register
def _(spec: told.Number, desk: Desk) -> Maker:
    def number(row: Row, place: Place) -> str:
        names = {"unit": place.unit, "unit6": place.unit[:6], "i": place.turn}
        return spec.number.format(n=place.number, all=place.number_of_all, **names)

    return number


@maker.register
def _(spec: told.OneOf, desk: Desk) -> Maker:
    return lambda row, place: desk.draw.one(spec.one_of)


@maker.register
def _(spec: told.Yuan, desk: Desk) -> Maker:
    yuan = spec.yuan
    if isinstance(yuan, dict):
        return lambda row, place: fen_of(desk.draw.one(yuan), "元")
    first, last = yuan
    return lambda row, place: fen_of(desk.draw.random.randrange(first, last + 1, spec.step), "元")


@maker.register
def _(spec: told.Decimals, desk: Desk) -> Maker:
    scale = 10**spec.places
    first, last = (int(bound * scale) for bound in spec.decimal)
    return lambda row, place: Decimal(desk.draw.random.randint(first, last)) / scale


@maker.register
def _(spec: told.Whole, desk: Desk) -> Maker:
    return lambda row, place: desk.draw.random.randint(*spec.whole)


@maker.register
def _(spec: told.Day, desk: Desk) -> Maker:
    return lambda row, place: desk.draw.day(*spec.day)


@maker.register
def _(spec: told.Running, desk: Desk) -> Maker:
    return lambda row, place: spec.running + timedelta(days=spec.every * (place.turn - 1))


@maker.register
def _(spec: told.After, desk: Desk) -> Maker:
    until = spec.until or desk.data_date

    def after(row: Row, place: Place) -> date | None:
        other = _held(row, place.source, spec.after)
        if not isinstance(other, date):
            return None
        found = other + timedelta(days=desk.draw.random.randint(*spec.days))
        return found if found <= until else None

    return after


@maker.register
def _(spec: told.Before, desk: Desk) -> Maker:
    def before(row: Row, place: Place) -> date | None:
        other = _held(row, place.source, spec.before)
        return other - timedelta(days=desk.draw.random.randint(*spec.days)) if isinstance(other, date) else None

    return before


@maker.register
def _(spec: told.Unit, desk: Desk) -> Maker:
    return lambda row, place: place.unit


@maker.register
def _(spec: told.Of, desk: Desk) -> Maker:
    def of(row: Row, place: Place) -> Value:
        value = place.source.get(spec.of)
        if spec.times is None or not isinstance(value, int | Decimal):
            return value
        found = value * _times(spec.times, desk)
        return round(found) if isinstance(value, int) else found.quantize(Decimal("0.01"))

    return of


def _times(times: Decimal | tuple[Decimal, Decimal], desk: Desk) -> Decimal:
    if isinstance(times, Decimal):
        return times
    return times[0] + (times[1] - times[0]) * desk.draw.random.randint(0, 1000) / 1000


@maker.register
def _(spec: told.NewPerson, desk: Desk) -> Maker:
    return lambda row, place: desk.people.one(desk.draw).id_number


@maker.register
def _(spec: told.NameOf, desk: Desk) -> Maker:
    def name(row: Row, place: Place) -> str | None:
        number = row.get(spec.name_of)
        return None if number is None else desk.people.name_of(str(number))

    return name


@maker.register
def _(spec: told.SameAs, desk: Desk) -> Maker:
    return lambda row, place: row.get(spec.same_as)
