"""Scope lists: the named lists of regions that targets count, from `data/reference/scopes/*.yaml`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, Self

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from finance_monitor.errors import UserError, in_file
from finance_monitor.regions.load import regions
from finance_monitor.regions.tree import Regions
from finance_monitor.settings import DATA


class Bilingual(BaseModel):
    """One text in both languages."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    zh: str = Field(min_length=1)
    en: str = Field(min_length=1)

    def in_(self, lang: str) -> str:
        """Return the text in `lang` (zh or en)."""
        return self.zh if lang == "zh" else self.en


Level = Literal["province", "prefecture", "county", "township", "village"]


class Select(BaseModel):
    """A list said as a rule: the regions of one level, of all kinds or of some."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    level: Level
    kinds: tuple[str, ...] = ()


class ScopeFile(BaseModel):
    """One file. Either `select` or `codes`; `expect` is the number the list must have today."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    name: Bilingual
    within: str
    select: Select | None = None
    codes: tuple[str, ...] = ()
    # Units that fit the rule and are not meant; the note says why.
    without: tuple[str, ...] = ()
    expect: int
    confirmed: bool
    # While the list is not confirmed: how many units the document speaks of.
    claimed: int | None = None
    note: Bilingual
    source: str

    @model_validator(mode="after")
    def one_way(self) -> Self:
        """Refuse a list said twice or not at all."""
        if bool(self.codes) == (self.select is not None):
            raise ValueError("select | codes")
        return self


@dataclass(frozen=True, slots=True)
class Scope:
    """A list of regions, always a denominator. `confirmed` False: the user has not yet said that these are the ones."""

    id: str
    name: Bilingual
    region_code: str
    codes: tuple[str, ...]
    confirmed: bool
    note: Bilingual
    source: str
    claimed: int | None = None

    @property
    def code_set(self) -> frozenset[str]:
        """Return the codes for asking whether one is among them."""
        return _set_of(self.codes)


@cache
def _set_of(codes: tuple[str, ...]) -> frozenset[str]:
    return frozenset(codes)


def load_scopes(folder: Path, known: Regions) -> dict[str, Scope]:
    """Read every list of a folder, in the order of their names.

    Raises:
        UserError: a malformed file, an unknown code or one outside `within`, or another count than expected.
    """
    return {path.stem: read_scope(path, known) for path in sorted(folder.glob("*.yaml"))}


def read_scope(path: Path, known: Regions) -> Scope:
    """Read one list and prove its count."""
    try:
        told = ScopeFile.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
    except (ValidationError, yaml.YAMLError) as fault:
        raise UserError("scopes.malformed", in_file(path), fault=fault) from fault
    if told.within not in known:
        raise UserError("regions.unknown", in_file(path), code=told.within)
    codes = told.codes or selected(told, known)
    prove(path, told, codes, known)
    return Scope(path.stem, told.name, told.within, codes, told.confirmed, told.note, told.source, told.claimed)


def prove(path: Path, told: ScopeFile, codes: tuple[str, ...], known: Regions) -> None:
    """Refuse a list with a code that is unknown or outside `within`, or with another count."""
    for code in codes:
        if code not in known:
            raise UserError("regions.unknown", in_file(path), code=code)
        if not known.covers(told.within, code):
            names = {"within": known.get(told.within).name, "name": known.get(code).name}
            raise UserError("scopes.outside", in_file(path), scope=path.stem, code=code, **names)
    counted = len(set(codes))
    if counted != told.expect:
        raise UserError("scopes.count", in_file(path), scope=path.stem, expected=told.expect, counted=counted)


def selected(told: ScopeFile, known: Regions) -> tuple[str, ...]:
    """Return the codes a rule selects, in code order."""
    if told.select is None:
        return ()
    kinds = told.select.kinds
    below = known.descendants(told.within, told.select.level)
    fitting = (region.code for region in below if not kinds or region.kind in kinds)
    return tuple(code for code in fitting if code not in told.without)


@cache
def scopes() -> dict[str, Scope]:
    """Return the lists of `data/reference/scopes` by id, read once a process."""
    return load_scopes(DATA / "reference" / "scopes", regions())
