"""What is wrong in a file: one fault a cell, a column or the file, sayable in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from finance_monitor.errors import Place, UserError

# syntax: the file is refused; validity: the row is held back; quality: taken after a confirmed reason;
# macro: the file as a whole looks wrong, every row is taken.
Level = Literal["syntax", "validity", "quality", "macro"]


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault. `rule` is the id of a check, or the name of a built-in rule; its sentence is error.<key>.

    `row` is the row as a spreadsheet shows it, None for the whole column or file; `value` is what stands in the cell,
    masked where it is personal. `values` fill the sentence.
    """

    level: Level
    rule: str
    key: str
    sheet: str | None = None
    row: int | None = None
    column: str | None = None
    value: str | None = None
    values: Mapping[str, object] = field(default_factory=dict)

    def as_error(self, file: str) -> UserError:
        """Return the fault as an error of that file, for saying it."""
        place = Place(file=file, sheet=self.sheet, row=self.row, column=self.column)
        return UserError(self.key, place, value=self.value or "", **self.values)
