"""What an address says: region, day, release, policy, target, indicator, level, language, all as codes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from finance_monitor.errors import UserError
from finance_monitor.policy.model import Policy
from finance_monitor.regions import LEVELS, Regions
from finance_monitor.texts import LANGS, Lang
from finance_monitor.world import World

# An interface: links get shared. Names stand in an address in this order.
NAMES = (
    "region",
    "as_of",
    "release",
    "policy",
    "target",
    "indicator",
    "level",
    "product",
    "bank",
    "category",
    "compare",
    "view",
    "lang",
)
# What narrows the records a figure is counted from: values of the ledgers' columns of that dimension.
FILTERS = ("bank", "category", "product")
# What a page understands in its own way: the menu leaves it behind.
OWN = ("view", "compare")
_SHORT_CODES = (2, 4, 6, 9)
_CODE = 12
_LONGEST_VALUE = 60
_YEARS = (1900, 2999)


@dataclass(frozen=True, slots=True)
class Notice:
    """A sentence for the reader: a key under ``notice.`` and its values."""

    key: str
    values: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Address:
    """What a page is asked for; None is the page's own default."""

    region: str | None = None
    as_of: date | None = None
    release: int | None = None
    policy: str | None = None
    target: str | None = None
    indicator: str | None = None
    level: str | None = None
    product: str | None = None
    bank: str | None = None
    category: str | None = None
    # A second day, to be held against `as_of`.
    compare: date | None = None
    # A page's own way of showing the same figures, e.g. the map by light or by quantile.
    view: str | None = None
    lang: Lang = LANGS[0]

    def with_(self, **changes: Any) -> Address:
        """Return the address with some parts changed; None takes a part out."""
        return replace(self, **changes)

    def filters(self) -> tuple[tuple[str, str], ...]:
        """Return what narrows the records, as (dimension, value) in the order of `FILTERS`."""
        return tuple((name, value) for name in FILTERS if (value := getattr(self, name)))

    def params(self) -> dict[str, str]:
        """Return the query: only what is said, in the order of `NAMES`."""
        said = {name: getattr(self, name) for name in NAMES}
        return {name: str(value) for name, value in said.items() if value is not None}


def language(asked: str | None) -> Lang:
    """Return the language an address names; Chinese where it names none or an unknown one."""
    return next((lang for lang in LANGS if lang == asked), LANGS[0])


def read_address(params: Mapping[str, str], world: World) -> tuple[Address, list[Notice]]:
    """Read a query. What is malformed or unknown is left out, and a notice says so."""
    notices: list[Notice] = []
    told = {name: params[name] for name in NAMES if params.get(name)}
    readers: dict[str, Callable[[str], Any]] = {
        "region": lambda text: _region(text, world.regions),
        "as_of": _day,
        "release": _number,
        "policy": lambda text: _one_of(text, world.policies),
        "target": lambda text: _one_of(text, targets_of(world)),
        "indicator": lambda text: _one_of(text, world.indicators),
        "level": lambda text: _one_of(text, dict.fromkeys(LEVELS)),
        "product": _value,
        "bank": _value,
        "category": _value,
        "compare": _day,
        "view": _word,
        "lang": lambda text: _one_of(text, dict.fromkeys(LANGS)),
    }
    found: dict[str, Any] = {}
    for name, text in told.items():
        value = readers[name](text)
        if value is None:
            notices.append(Notice(f"unknown_{name}", {"text": text}))
        else:
            found[name] = value
    return Address(**found), notices


def targets_of(world: World) -> dict[str, Policy]:
    """Return target id -> its policy, in the order of the documents."""
    return {target.id: policy for policy in world.policies.values() for target in policy.targets}


def _region(text: str, known: Regions) -> str | None:
    code = text.ljust(_CODE, "0") if text.isdigit() and len(text) in _SHORT_CODES else text
    if code not in known:
        return None
    try:
        return known.successor(code).code
    except UserError:  # an abolished region that was split has no page of its own
        return None


def _day(text: str) -> date | None:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    # Beyond these no month before or after can be counted, and nobody means them.
    return day if _YEARS[0] <= day.year <= _YEARS[1] else None


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() else None


def _value(text: str) -> str | None:
    """Take a value of a ledger as it is; whether any record has it, the release says."""
    return text if len(text) <= _LONGEST_VALUE and text.isprintable() else None


def _word(text: str) -> str | None:
    return text if text.isascii() and text.isidentifier() else None


def _one_of(text: str, known: Mapping[str, object]) -> str | None:
    return text if text in known else None
