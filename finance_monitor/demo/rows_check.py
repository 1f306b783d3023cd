"""Whether rows of the story fit their ledger: its columns, its choices, the regions there are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from finance_monitor.demo import story_columns as told
from finance_monitor.demo.story_rows import ForEach, RowsPart
from finance_monitor.errors import UserError
from finance_monitor.ledgers.batch import period_days
from finance_monitor.ledgers.model import Ledger
from finance_monitor.world import World

_REGION = "region_code"


@dataclass(frozen=True, slots=True)
class RowsFault:
    """What is wrong at a field of a part."""

    key: str
    at: tuple[str, ...]
    values: Mapping[str, object] = field(default_factory=dict)


def faults_of_rows(part: RowsPart, known: World, styles: Iterable[str]) -> list[RowsFault]:
    """Return what is wrong with rows of the story."""
    found = [*_one_of(part.ledger, known.ledgers, "ledger"), *_one_of(part.style, styles, "style")]
    found += [*_period(part), *_regions(part, known)]
    if part.units and part.units.scope:
        found += _one_of(part.units.scope, known.scopes, "units", "scope")
    if part.for_each:
        found += _one_of(part.for_each.ledger, known.ledgers, "for_each", "ledger")
    if found:
        return found
    others: list[str] = []
    if part.for_each:
        others = [column.name for column in known.ledgers[part.for_each.ledger].columns]
        found += _wanted(part.for_each, others)
    return [*found, *_columns(part, known.ledgers[part.ledger], others)]


def _one_of(value: object, allowed: Iterable[str], *at: str) -> Iterator[RowsFault]:
    choices = list(allowed)
    if value not in choices:
        yield RowsFault("yaml.not_a_choice", at, {"value": value, "allowed": ", ".join(choices)})


def _period(part: RowsPart) -> Iterator[RowsFault]:
    try:
        period_days(part.period)
    except UserError:
        yield RowsFault("yaml.wrong_value", ("period",), {"value": part.period, "allowed": "2023, 2023-11, 2023-11-20"})


def _regions(part: RowsPart, known: World) -> Iterator[RowsFault]:
    named: list[tuple[str | None, tuple[str, ...]]] = [(part.region, ("region",))]
    named += [(code, ("silent",)) for code in part.silent]
    if part.units:
        named += [(part.units.region, ("units", "region"))]
        named += [(code, ("units", "regions")) for code in part.units.regions]
    if part.count:
        named += [(code, ("count", "fixed", code)) for code in part.count.fixed]
    for code, at in named:
        if code is not None and code not in known.regions:
            yield RowsFault("policy.unknown_region", at, {"name": code})


def _wanted(for_each: ForEach, others: list[str]) -> Iterator[RowsFault]:
    for word, wanted in (("where", for_each.where), ("unless", for_each.unless)):
        for name in wanted:
            if name not in others:
                yield RowsFault("yaml.unknown_key", ("for_each", word, name))


def _columns(part: RowsPart, ledger: Ledger, others: list[str]) -> Iterator[RowsFault]:
    """Go through the columns in order: each may speak of the ones before it and of the other ledger's."""
    known = {column.name: column for column in ledger.columns}
    earlier = [_REGION] if _REGION in known else []
    for name, spec in part.columns.items():
        at = ("columns", name)
        if name not in known:
            yield RowsFault("yaml.unknown_key", at)
            continue
        if codes := list(known[name].choices.values()):
            for value in _values(spec):
                yield from _one_of(value, codes, *at)
        yield from _references(spec, earlier, others, at)
        earlier.append(name)
    for column in ledger.columns:
        if column.required and column.name not in earlier:
            yield RowsFault("yaml.missing_key", ("columns",), {"name": column.name})


def _values(spec: told.Spec) -> list[object]:
    """Return the values a column names itself."""
    if isinstance(spec, told.OneOf):
        return list(spec.one_of)
    return [spec.is_] if isinstance(spec, told.Is) and spec.is_ is not None else []


def _references(spec: told.Spec, earlier: list[str], others: list[str], at: tuple[str, ...]) -> Iterator[RowsFault]:
    for name in spec.when:
        if name not in (*earlier, *others):
            yield RowsFault("yaml.unknown_key", (*at, "when", name))
    match spec:
        case told.After(after=name) | told.Before(before=name):
            yield from _one_of(name, [*earlier, *others], *at)
        case told.NameOf(name_of=name) | told.SameAs(same_as=name):
            yield from _one_of(name, earlier, *at)
        case told.Of(of=name):
            yield from _one_of(name, others, *at)
        case told.Number():
            yield from _template(spec.number, at)
        case _:
            pass


def _template(template: str, at: tuple[str, ...]) -> Iterator[RowsFault]:
    try:
        template.format(unit="", unit6="", n=1, all=1, i=1)
    except (KeyError, ValueError, IndexError):
        words = {"value": template, "allowed": "{unit} {unit6} {n} {all} {i}"}
        yield RowsFault("yaml.wrong_value", (*at, "number"), words)
