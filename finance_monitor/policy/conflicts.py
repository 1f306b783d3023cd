"""Where two documents give two answers: to the same indicator, in the same parameter, or as their readers found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from finance_monitor.errors import UserError
from finance_monitor.policy.model import Parameter, Policy, Said, Target
from finance_monitor.settings import DATA
from finance_monitor.yaml_files import check_yaml

OPEN_POINTS = DATA / "reference" / "open_points.yaml"


class OpenPoint(BaseModel):
    """A contradiction or an open question of the documents, and how it is decided until somebody says otherwise."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    id: str
    targets: tuple[str, ...] = ()
    question: Said
    decided: Said


class OpenPoints(BaseModel):
    """The file of open points."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    points: tuple[OpenPoint, ...]


@dataclass(frozen=True, slots=True)
class TwoAnswers:
    """One parameter that documents set differently on a day."""

    name: str
    answers: tuple[tuple[Policy, Parameter, Decimal | str], ...]


@cache
def open_points(path: Path = OPEN_POINTS) -> tuple[OpenPoint, ...]:
    """Return the open points; raise the first fault of the file as UserError."""
    found, _, faults = check_yaml(path, OpenPoints)
    if found is None:
        raise faults[0]
    return found.points


def check_open_points(known: Mapping[str, object], path: Path = OPEN_POINTS) -> list[UserError]:
    """Return a fault for every open point that names a target which does not exist."""
    found, document, faults = check_yaml(path, OpenPoints)
    if found is None or document is None:
        return faults
    return [
        document.fault("policy.unknown_target", "points", at, "targets", name=name)
        for at, point in enumerate(found.points)
        for name in point.targets
        if name not in known
    ]


def points_of(target_id: str) -> tuple[OpenPoint, ...]:
    """Return the open points that concern a target."""
    return tuple(point for point in open_points() if target_id in point.targets)


def same_indicator(target: Target, policies: Iterable[Policy]) -> tuple[tuple[Policy, Target], ...]:
    """Return the targets of other documents that ask something of the same indicator.

    A target is known by its id: in a region with a share of its own it is another value.
    """
    own = _indicators(target)
    return tuple(
        (policy, other)
        for policy in policies
        if all(one.id != target.id for one in policy.targets)
        for other in policy.targets
        if own & _indicators(other)
    )


def two_answers(policies: Iterable[Policy], on: date) -> tuple[TwoAnswers, ...]:
    """Return the parameters that documents in force on a day set differently: one loan, two answers."""
    said: dict[str, list[tuple[Policy, Parameter, Decimal | str]]] = defaultdict(list)
    for policy in policies:
        if policy.lifecycle(on) != "in_force":
            continue
        for parameter in policy.parameters:
            days = [day for day in parameter.values if day <= on]
            if days:
                said[parameter.name].append((policy, parameter, parameter.values[max(days)]))
    return tuple(
        TwoAnswers(name, tuple(answers))
        for name, answers in sorted(said.items())
        if len({(str(value), parameter.unit) for _, parameter, value in answers}) > 1
    )


def _indicators(target: Target) -> set[str]:
    return {goal.indicator for goal in target.parts or (target,)}
