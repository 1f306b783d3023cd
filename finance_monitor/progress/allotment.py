"""A share of a target that a region was given (任务分解): the target's own goal with the region's number and nodes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from finance_monitor.policy.model import Target
from finance_monitor.progress.stand import bound_of

_SHARED = frozenset({"total", "stock", "flow"})


@dataclass(frozen=True, slots=True)
class Allotment:
    """What a region has to reach by each node, in the target's unit; `document_no` says which paper gave it."""

    target_id: str
    region_code: str
    nodes: Mapping[date, Decimal]
    document_no: str | None
    batches: tuple[str, ...]

    @property
    def last_on(self) -> date:
        """Return the day of the last node."""
        return max(self.nodes)

    @property
    def number(self) -> Decimal:
        """Return what is to be reached in the end."""
        return self.nodes[self.last_on]


@dataclass(frozen=True, slots=True)
class Share:
    """How a target was shared out: the sum of its shares, and what is left with nobody (negative: too much given)."""

    regions: int
    total: Decimal
    rest: Decimal | None


def can_be_shared_out(target: Target) -> bool:
    """Say whether a number of the target can be given to regions: a sum of which each takes a part."""
    return target.kind in _SHARED and not target.parts and bound_of(target) is not None


def target_for(target: Target, allotment: Allotment) -> Target:
    """Return the target as it holds in the region: its own number and day; several nodes make a plan."""
    bound = bound_of(target)
    if bound is None:
        return target
    changed: dict[str, object] = {
        bound.sense: allotment.number,
        "region": allotment.region_code,
        "by_on": allotment.last_on,
        "baseline": Decimal(0),
    }
    if len(allotment.nodes) > 1:
        changed |= {"pace": "plan", "plan": dict(allotment.nodes)}
    elif target.pace == "none":
        changed["pace"] = "linear"  # the paper that gave the share gave it a day
    return target.model_copy(update=changed)


def shared_out(target: Target, given: Sequence[Allotment]) -> Share | None:
    """Add up the shares that hang directly on the region whose target it is; None where it was not shared out."""
    if not given:
        return None
    total = sum((one.number for one in given), Decimal(0))
    bound = bound_of(target)
    return Share(len(given), total, None if bound is None else bound.number - total)
