"""What must be right in a policy beyond the shape of its fields: names that exist, bounds, windows, quotes."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass

from finance_monitor.errors import UserError
from finance_monitor.policy.model import Goal, Policy, Target
from finance_monitor.yaml_files import Document, Loc

BOUNDS = ("at_least", "at_most", "exactly", "above")
# What a document's text loses between its layout and its words: white space, line breaks, marks of bold.
_LAYOUT = re.compile(r"\s+|\*\*")


@dataclass(frozen=True, slots=True)
class Known:
    """The ids a policy may name."""

    indicators: Container[str]
    scopes: Container[str]
    regions: Container[str]


def check_names(policy: Policy, document: Document, known: Known) -> Iterator[UserError]:
    """Yield a fault for every region, scope list, clause or indicator that does not exist."""
    clauses = {clause.id for clause in policy.clauses}
    named: list[tuple[str, str | None, Container[str], Loc]] = [("region", policy.region, known.regions, ("region",))]
    for at, parameter in enumerate(policy.parameters):
        named.append(("clause", parameter.clause, clauses, ("parameters", at, "clause")))
    for at, target in enumerate(policy.targets):
        named.append(("clause", target.clause, clauses, ("targets", at, "clause")))
        named.append(("region", target.region, known.regions, ("targets", at, "region")))
        named.append(("scope", target.scope, known.scopes, ("targets", at, "scope")))
        named += [
            ("indicator", one, known.indicators, ("targets", at, "beside", n)) for n, one in enumerate(target.beside)
        ]
    for loc, goal in goals(policy):
        named.append(("indicator", goal.indicator, known.indicators, (*loc, "indicator")))
        named.append(("indicator", goal.compared_with, known.indicators, (*loc, "compared_with")))
    for what, name, there, loc in named:
        if name is not None and name not in there:
            yield document.fault(f"policy.unknown_{what}", *loc, name=name)


def check_unique(policy: Policy, document: Document) -> Iterator[UserError]:
    """Yield a fault for every id that is used twice in its list."""
    lists: list[tuple[Loc, str, list[str]]] = [
        (("clauses",), "id", [clause.id for clause in policy.clauses]),
        (("parameters",), "name", [parameter.name for parameter in policy.parameters]),
        (("targets",), "id", [target.id for target in policy.targets]),
    ]
    for at, target in enumerate(policy.targets):
        lists.append((("targets", at, "parts"), "id", [part.id for part in target.parts]))
    for loc, field, names in lists:
        for at, name in enumerate(names):
            if name in names[:at]:
                yield document.fault("policy.duplicate", *loc, at, field, name=name)


def check_windows(policy: Policy, document: Document) -> Iterator[UserError]:
    """Yield a fault where a document or a target ends before it begins."""
    if policy.effective_to is not None and policy.effective_to < policy.effective_from:
        yield document.fault("policy.ends_early", "effective_to", first=policy.effective_from, last=policy.effective_to)
    for at, target in enumerate(policy.targets):
        if target.by_on is not None and target.by_on < target.from_on:
            yield document.fault("policy.ends_early", "targets", at, "by", first=target.from_on, last=target.by_on)


def check_goals(policy: Policy, document: Document) -> Iterator[UserError]:
    """Yield a fault where bounds, comparison, plan or scope list do not fit the kind."""
    for loc, goal in goals(policy):
        whole = isinstance(goal, Target) and bool(goal.parts)
        yield from _check_bounds(goal, document, loc, whole)
        if goal.kind == "growth_gap" and goal.compared_with is None:
            yield document.fault("policy.nothing_to_compare", *loc)
        if goal.kind != "growth_gap" and goal.compared_with is not None:
            yield document.fault("policy.compared_in_vain", *loc, "compared_with", kind=goal.kind)
        if (goal.pace == "plan") != bool(goal.plan):
            yield document.fault("policy.plan_and_pace", *loc, "pace")
    for at, target in enumerate(policy.targets):
        if target.kind in ("per_unit_min", "coverage") and target.scope is None:
            yield document.fault("policy.needs_scope", "targets", at, kind=target.kind)
        if target.context_only and (target.kind != "trend" or target.rankable):
            yield document.fault("policy.context_is_judged", "targets", at, "context_only")


def _check_bounds(goal: Goal, document: Document, loc: Loc, whole: bool) -> Iterator[UserError]:
    given = [bound for bound in BOUNDS if getattr(goal, bound) is not None]
    if whole and given:
        yield document.fault("policy.bound_beside_parts", *loc, given[0])
    elif len(given) > 1:
        yield document.fault("policy.two_bounds", *loc, given[1], given=", ".join(given))
    elif goal.kind == "trend" and given:
        yield document.fault("policy.bound_of_trend", *loc, given[0])
    elif goal.kind == "ceiling" and not whole and given != ["at_most"]:
        yield document.fault("policy.ceiling_needs_at_most", *loc, *given)
    elif goal.kind != "trend" and not whole and not given:
        yield document.fault("policy.no_bound", *loc, kind=goal.kind)


def check_quotes(policy: Policy, document: Document, text: str) -> Iterator[UserError]:
    """Yield a fault for every quote and responsible unit that is not literally in the document's text, layout apart."""
    plain = without_layout(text)
    quotes = [("parameters", at, parameter.quote) for at, parameter in enumerate(policy.parameters)]
    quotes += [("targets", at, target.quote) for at, target in enumerate(policy.targets)]
    for where, at, quote in quotes:
        if without_layout(quote) not in plain:
            yield document.fault("policy.not_in_text", where, at, "quote", quote=quote)
    for at, target in enumerate(policy.targets):
        for unit in target.units_lead:
            if without_layout(unit) not in plain:
                yield document.fault("policy.not_in_text", "targets", at, "units_lead", quote=unit)


def without_layout(text: str) -> str:
    """Return the words of a text without white space, line breaks and ``**``."""
    return _LAYOUT.sub("", text)


def goals(policy: Policy) -> Iterator[tuple[Loc, Goal]]:
    """Yield every target and part of a target with its place in the file."""
    for at, target in enumerate(policy.targets):
        yield ("targets", at), target
        for part_at, part in enumerate(target.parts):
            yield ("targets", at, "parts", part_at), part
