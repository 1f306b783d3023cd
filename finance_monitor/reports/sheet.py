"""A table on its way into a file: what it is, what it was asked with, its columns and rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

# text and code are written as text, whatever they look like; a number keeps its decimals, a date is a date.
Kind = Literal["text", "code", "number", "date"]


@dataclass(frozen=True, slots=True)
class Field:
    """One column; the label carries the unit of its numbers."""

    key: str
    label: str
    kind: Kind
    decimals: int | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows of texts, whole numbers, decimals, dates or nothing, and (label, text) pairs that say what they are."""

    title: str
    context: tuple[tuple[str, str], ...]
    fields: tuple[Field, ...]
    rows: tuple[tuple[object, ...], ...]
