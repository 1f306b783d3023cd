"""Errors a person can act on.

MonitorError
├── UserError      the input has a fault; said with file, row, column and remedy (exit status 1)
│   └── AccessError    the viewer may not see or do this
├── UsageError     the command was called wrongly (exit status 2)
└── StoreError     the store is damaged or busy (exit status 3)

The sentence of an error is in the catalogue (`data/texts/`) under ``error.<key>``, its remedy under
``error.<key>.remedy``; an error carries only the key and the values, so that it reads in both languages.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Place:
    """Where a fault is: file name, sheet, row and column as the person sees them (rows from 1)."""

    file: str | None = None
    sheet: str | None = None
    row: int | None = None
    column: str | None = None


class MonitorError(Exception):
    """Root of all errors raised on purpose."""

    exit_status: ClassVar[int] = 3

    def __init__(self, key: str, place: Place | None = None, **values: object) -> None:
        super().__init__(key, place, values)
        self.key = key
        self.place = place or Place()
        self.values = values

    def __str__(self) -> str:
        said = ", ".join(f"{name}={value}" for name, value in self.values.items())
        where = ", ".join(
            f"{name} {value}"
            for name, value in (
                ("file", self.place.file),
                ("row", self.place.row),
                ("column", self.place.column),
            )
            if value is not None
        )
        return " ".join(part for part in (self.key, where, said) if part)


class UserError(MonitorError):
    """The input has a fault the person can mend."""

    exit_status = 1


class AccessError(UserError):
    """The viewer may not see or do this."""


class UsageError(MonitorError):
    """The command was called wrongly."""

    exit_status = 2


class StoreError(MonitorError):
    """The store is damaged, of another format, or busy."""

    exit_status = 3


def in_file(path: Path | str, row: int | None = None, column: str | None = None) -> Place:
    """Place a fault in a file by its name only: full paths say nothing to a clerk."""
    return Place(file=Path(path).name, row=row, column=column)
