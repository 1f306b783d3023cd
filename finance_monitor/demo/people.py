"""Invented people: ID numbers of a region that does not exist, names put together from a list."""

from __future__ import annotations

from dataclasses import dataclass

from finance_monitor.demo.draw import Draw
from finance_monitor.demo.story import Names, Persons
from finance_monitor.intake.persons import INVENTED


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who does not exist."""

    id_number: str
    name: str


class People:
    """Gives people, each ID number once."""

    def __init__(self, names: Names, persons: Persons) -> None:
        self._names = names
        self._persons = persons
        self._names_by_number: dict[str, str] = {}

    def one(self, draw: Draw) -> Person:
        """Return somebody new."""
        number = self._number(draw)
        while number in self._names_by_number:
            number = self._number(draw)
        choice = draw.random.choice
        given = choice(self._names.given)
        if draw.happens(self._persons.long_names):
            given += choice(self._names.given)
        person = Person(number, choice(self._names.surnames) + given)
        self._names_by_number[number] = person.name
        return person

    def name_of(self, id_number: str) -> str | None:
        """Return the name of somebody given before."""
        return self._names_by_number.get(id_number)

    def _number(self, draw: Draw) -> str:
        born = draw.day(*self._persons.born)
        digits = f"{INVENTED}{born:%Y%m%d}{draw.random.randint(1, 999):03d}"
        return digits + check_character(digits)


def check_character(digits: str) -> str:
    """Return the last character of an ID number for its first 17 digits (GB 11643: powers of two, modulo 11)."""
    total = sum(int(digit) << (17 - place) for place, digit in enumerate(digits))
    return "0123456789X"[(1 - total) % 11]
