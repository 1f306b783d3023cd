"""What a ledger is, as data: one definition drives template, reader, table, checks and documentation."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from finance_monitor.policy.model import Said

# snapshot: every row open at the period's end, never summed over periods; events: disjoint by period;
# register: the newest list of a reporting organisation and region stands, older ones are history.
Mode = Literal["snapshot", "events", "register"]
ColumnType = Literal[
    "text",  # as written, trimmed
    "code",  # text that must keep its zeros (numbers of cases, loans, outlets)
    "region",  # 12-digit code in the end; a name is taken where it is unique within the batch's region
    "date",
    "integer",
    "decimal",  # a number in the column's unit (months, %, degrees)
    "money",  # whole fen; the header states 元, 万元 or 亿元
    "quantity",  # whole number in the unit that `unit_column` names; an amount of money becomes whole fen
    "boolean",  # 是 / 否
    "choice",
    "id_number",  # personal: becomes `<name>_key`, the number itself goes to the persons file
    "person_name",  # personal: goes to the persons file
    "phone",  # personal
]
# What records can be narrowed to and parted by; columns of several ledgers may be one dimension.
Dimension = Literal["bank", "product", "category", "use", "kind", "operator"]


class Column(BaseModel):
    """One column. `name` is the field in the table; money ends in _fen, dates in _on, shares in _pct."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    name: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    zh: str
    en: str
    synonyms: tuple[str, ...] = ()
    type: ColumnType
    required: bool = False
    unit: str | None = None
    # quantity: the column that names the unit of a row, and the one that does where that is left blank
    unit_column: str | None = None
    unit_else: str | None = None
    # choice: the values as written in Chinese -> the code kept in the table
    choices: dict[str, str] = Field(default_factory=dict)
    # bounds of numbers and money, in the stored unit (fen for money)
    between: tuple[Decimal, Decimal] | None = None
    # region: levels a row may name
    levels: tuple[str, ...] = ()
    # id_number / person_name / phone: which person the field belongs to (one group per person of a row)
    person: str | None = None
    # snapshot ledgers: the text names an indicator by id or by its Chinese name
    indicator: bool = False
    # the text names a target by id, or by its Chinese title where only one target has it
    target: bool = False
    # date: a day that is planned and may lie after the period of the file
    planned: bool = False
    # text, code or choice: the figures may be narrowed to the rows of one of its values
    dimension: Dimension | None = None
    example: str = ""
    note: Said | None = None


class Check(BaseModel):
    """A condition on one row: a restricted SQL boolean over the ledger's columns. NULL means cannot tell."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    id: str
    level: Literal["validity", "quality"]
    must_hold: str
    column: str
    message: Said
    remedy: Said


class Ledger(BaseModel):
    """One kind of record file: `data/ledgers/<id>.yaml`."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    id: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    title: Said
    purpose: Said
    mode: Mode
    # `reported_by` may be part of the key: two banks may both have a loan number 1.
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    checks: tuple[Check, ...] = ()
    # A general ledger: a file tells only of the kinds it holds. Who has entered one has said nothing of another.
    kinds_apart: bool = False
    # How many months may lie between two files of one organisation before the next is late; none: as things happen.
    rhythm_months: int | None = None

    def column(self, name: str) -> Column:
        """Return the column called `name`."""
        return next(column for column in self.columns if column.name == name)
