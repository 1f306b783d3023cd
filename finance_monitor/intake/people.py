"""Persons of a file: apart from the rows, joined to them by a key only."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import polars as pl

from finance_monitor.intake.conversion import Converted
from finance_monitor.ledgers.model import Column, Ledger

PERSONS = {
    "person_key": pl.String(),
    "role": pl.String(),
    "id_number": pl.String(),
    "name": pl.String(),
    "phone": pl.String(),
}


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys of all persons of a file: each number is asked for once."""

    numbers: pl.Series
    keys: pl.Series

    @classmethod
    def of(cls, columns: Iterable[pl.Series], person_key: Callable[[str], str]) -> Keys:
        """Ask for the key of every different number of some columns."""
        numbers = pl.concat([pl.Series(dtype=pl.String), *(column.alias("") for column in columns)])
        numbers = numbers.unique().drop_nulls()
        return cls(numbers, pl.Series([person_key(number) for number in numbers.to_list()], dtype=pl.String))

    def for_(self, column: pl.Series) -> pl.Series:
        """Return the keys of a column of numbers."""
        return column.replace_strict(self.numbers, self.keys, default=None, return_dtype=pl.String)


def person_keys(ledger: Ledger, rows: pl.DataFrame, person_key: Callable[[str], str]) -> Keys:
    """Return the keys of everybody in the rows taken."""
    return Keys.of((rows[f"{column.name}_key"] for column in _numbers(ledger)), person_key)


def keyed(rows: pl.DataFrame, ledger: Ledger, keys: Keys) -> pl.DataFrame:
    """Return the rows with every ID number replaced by the key of its person."""
    fields = [f"{column.name}_key" for column in _numbers(ledger)]
    return rows.with_columns(keys.for_(rows[field]).alias(field) for field in fields)


def persons_of(ledger: Ledger, converted: Mapping[str, Converted], keys: Keys, taken: pl.Series) -> pl.DataFrame:
    """Return one row a person and role of the rows taken: person_key, role, id_number, name, phone (null: unknown)."""
    parts = [pl.DataFrame(schema=PERSONS)]
    for number in _numbers(ledger):
        if number.name not in converted:
            continue
        part = converted[number.name].values.filter(taken).alias("id_number").to_frame()
        for field, kind in (("name", "person_name"), ("phone", "phone")):
            column = next((one for one in ledger.columns if (one.type, one.person) == (kind, number.person)), None)
            made = converted.get(column.name) if column else None
            blank = pl.repeat(None, part.height, dtype=pl.String, eager=True)
            part = part.with_columns((made.values.filter(taken) if made else blank).alias(field))
        part = part.drop_nulls("id_number").group_by("id_number", maintain_order=True).agg(_first_known())
        known = keys.for_(part["id_number"]).alias("person_key")
        parts.append(part.with_columns(known, role=pl.lit(number.person)).select(*PERSONS))
    return pl.concat(parts)


def _first_known() -> list[pl.Expr]:
    """A name left blank in one row may stand in another."""
    return [pl.col(name).drop_nulls().first() for name in ("name", "phone")]


def _numbers(ledger: Ledger) -> list[Column]:
    """Return the columns that say who a person is."""
    return [column for column in ledger.columns if column.type == "id_number"]
