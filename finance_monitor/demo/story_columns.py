"""How a column of invented rows is filled: one word says how, `share` and `when` say in which rows."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal, Self

from pydantic import Field, PlainValidator, model_validator

from finance_monitor.demo.told import Share, Told

Scalar = bool | int | float | date | str | None


class Span(Told):
    """Values between two, both included."""

    from_: date | int = Field(alias="from")
    to: date | int


# A value, one of several, or a span; null means a blank cell.
Match = Span | tuple[Scalar, ...] | Scalar
Wanted = dict[str, Match]


class Filled(Told):
    """In which rows a column is filled; in the others it stays blank."""

    share: Share = 1
    when: Wanted = Field(default_factory=dict)


class Is(Filled):
    """Always the same."""

    is_: Scalar = Field(alias="is")


class Number(Filled):
    """A number of its own: {unit6} {unit} the place, {n} within the place, {all} within the part, {i} of `times`."""

    number: str


class OneOf(Filled):
    """One of some values, by weight."""

    one_of: dict[bool | int | float | date | str, float] = Field(min_length=1)


class Yuan(Filled):
    """Money in yuan: amounts by weight, or between two in steps."""

    yuan: dict[int, float] | tuple[int, int]
    step: int = Field(default=1, gt=0)


class Decimals(Filled):
    """A number between two with so many places after the point."""

    decimal: tuple[Decimal, Decimal]
    places: int = Field(default=2, ge=0)


class Whole(Filled):
    """A whole number between two, both included."""

    whole: tuple[int, int]


class Day(Filled):
    """A day between two, both included."""

    day: tuple[date, date]


class Running(Filled):
    """A day of its own for each row of a place: the first one, then every so many days."""

    running: date
    every: int = Field(default=1, gt=0)


class After(Filled):
    """So many days after another column; blank where that one is, or where the day lies after `until`."""

    after: str
    days: tuple[int, int]
    # None: the data date
    until: date | None = None


class Before(Filled):
    """So many days before another column; blank where that one is."""

    before: str
    days: tuple[int, int]


class Unit(Filled):
    """The code of the place where the row stands."""

    unit: Literal[True]


class Of(Filled):
    """A column of the row of `for_each`; an amount may be multiplied, also by something between two numbers."""

    of: str
    times: Decimal | tuple[Decimal, Decimal] | None = None


class NewPerson(Filled):
    """The ID number of somebody invented."""

    person: Literal[True]


class NameOf(Filled):
    """The name of the person whose ID number another column holds."""

    name_of: str


class SameAs(Filled):
    """The content of another column."""

    same_as: str


Spec = (
    Is
    | Number
    | OneOf
    | Yuan
    | Decimals
    | Whole
    | Day
    | Running
    | After
    | Before
    | Unit
    | Of
    | NewPerson
    | NameOf
    | SameAs
)
_KINDS: dict[str, type[Told]] = {
    "is": Is,
    "number": Number,
    "one_of": OneOf,
    "yuan": Yuan,
    "decimal": Decimals,
    "whole": Whole,
    "day": Day,
    "running": Running,
    "after": After,
    "before": Before,
    "unit": Unit,
    "of": Of,
    "person": NewPerson,
    "name_of": NameOf,
    "same_as": SameAs,
}


class _NoKind(Told):
    """Refuses what names no way of filling."""

    @model_validator(mode="before")
    @classmethod
    def refuse(cls, told: Any) -> Self:
        """Say which words there are."""
        raise ValueError(" | ".join(_KINDS))


def _spec(told: object) -> Told:
    """Read a column by the word that says how it is filled."""
    found = [kind for word, kind in _KINDS.items() if isinstance(told, dict) and word in told]
    return (found[0] if found else _NoKind).model_validate(told)


Column = Annotated[Spec, PlainValidator(_spec)]
