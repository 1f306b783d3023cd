"""What a policy document is, as data. Words: docs/glossary.md; the twelve kinds: docs/data.md."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

Kind = Literal[
    "total",
    "per_unit_min",
    "coverage",
    "ratio",
    "ceiling",
    "stock",
    "flow",
    "growth",
    "growth_gap",
    "milestone",
    "trend",
    "survey",
]
Pace = Literal["linear", "hold", "milestone", "plan", "none"]
Lifecycle = Literal["not_yet", "in_force", "expired", "adjusted", "repealed"]
# stated: a number in the text; absolute: 全部, 每县, 应贴尽贴; direction: a trend, never a light.
Wording = Literal["stated", "absolute", "direction"]


class Said(BaseModel):
    """One text in both languages."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    zh: str = Field(min_length=1)
    en: str = Field(min_length=1)

    def in_(self, lang: str) -> str:
        """Return the text in `lang` (zh or en)."""
        return self.zh if lang == "zh" else self.en


class Clause(BaseModel):
    """A clause as an official cites it, e.g. 一、工作目标第1段."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    id: str
    title: str


class Parameter(BaseModel):
    """A dated number of a policy; `values` maps the first day it holds to the number."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    name: str
    unit: str
    values: dict[date, Decimal | str]
    clause: str
    quote: str


class Goal(BaseModel):
    """What is to be reached, for one indicator. Exactly one of the four bounds is given, or none for a trend."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    indicator: str
    kind: Kind
    unit: str
    at_least: Decimal | None = None
    at_most: Decimal | None = None
    exactly: Decimal | None = None
    above: Decimal | None = None
    # growth_gap: the indicator whose growth is taken off.
    compared_with: str | None = None
    # growth, growth_gap, trend: length of one period in months.
    period_months: int = 12
    # coverage: what makes a unit covered (its numerator is at least this).
    covered_from: int = 1
    pace: Pace = "linear"
    plan: dict[date, Decimal] = Field(default_factory=dict)
    baseline: Decimal = Decimal(0)


class Part(Goal):
    """One part of a composite target; the light of the target is the worst part's."""

    id: str
    title: Said


class Target(Goal):
    """One target of one policy. `from_on` to `by_on` is its window; without `by_on` it has no deadline.

    It counts the units of `scope`, else `region`, else the policy's region. With parts it has no bound of its own.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)
    id: str
    title: Said
    clause: str
    quote: str
    wording: Wording
    region: str | None = None
    scope: str | None = None
    from_on: date = Field(alias="from")
    by_on: date | None = Field(default=None, alias="by")
    # The word of the sentence (确保, 力争, 争取 …); 力争 and 争取 that end short are 未达预期.
    strictness: str | None = None
    units_lead: tuple[str, ...] = ()
    rankable: bool = True
    # A number the document asks not to push: shown beside the others, never judged, compared or ranked.
    context_only: bool = False
    # Indicators shown beside the figure and never judged: who is in work now beside who ever was.
    beside: tuple[str, ...] = ()
    assumed: tuple[Said, ...] = ()
    parts: tuple[Part, ...] = ()


class Policy(BaseModel):
    """One document."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    id: str
    title: str
    short_title: Said
    number: str | None
    issuers: tuple[str, ...]
    issued_on: date | None
    effective_from: date
    effective_to: date | None = None
    lifecycle_override: Lifecycle | None = None
    region: str
    assumed: tuple[Said, ...] = ()
    clauses: tuple[Clause, ...]
    parameters: tuple[Parameter, ...] = ()
    targets: tuple[Target, ...] = ()

    def lifecycle(self, as_of: date) -> Lifecycle:
        """Say where the document stands on a day."""
        if self.lifecycle_override:
            return self.lifecycle_override
        if as_of < self.effective_from:
            return "not_yet"
        if self.effective_to is not None and as_of > self.effective_to:
            return "expired"
        return "in_force"
