"""A progress as it may leave the core: held against who is looking, with everything a reader needs to trace it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

from finance_monitor.disclosure.figure import Figure
from finance_monitor.disclosure.filled_in import FilledIn
from finance_monitor.indicators.model import Indicator
from finance_monitor.policy.model import Lifecycle, Policy, Target
from finance_monitor.progress.allotment import Allotment, Share
from finance_monitor.progress.model import Progress

# detail: counted from records (明细计算); reported: filled in by a unit (单位填报); mixed: some of each.
Path = Literal["detail", "reported", "mixed", "none"]


@dataclass(frozen=True, slots=True)
class Shown:
    """One target's progress for one region. `hidden`: too few persons, so the figures in it are None."""

    policy: Policy
    target: Target
    indicator: Indicator
    progress: Progress
    hidden: bool
    lifecycle: Lifecycle
    path: Path
    batches: tuple[str, ...]
    release: int
    data_date: date
    is_demo: bool
    names: Mapping[str, str]
    # Indicators that stand beside the figure and are never judged.
    beside: tuple[tuple[Indicator, Figure], ...] = ()
    # What is under way, by region and in the goal's unit.
    in_pipeline: Mapping[str, Decimal] = field(default_factory=dict)
    # Units of the target's list that have reported nothing.
    unreported: tuple[str, ...] = ()
    # The share of the target this region was given, and how the region's own was shared out below it.
    allotment: Allotment | None = None
    share: Share | None = None
    # What the region filled in itself, where its records give the figure.
    filled_in: FilledIn | None = None
    # The indicators of the target that nobody has reported anything of.
    missing: tuple[Indicator, ...] = ()
    # Rows held back of the files it is counted from: they are in no figure.
    rows_held: int = 0
