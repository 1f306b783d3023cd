"""A progress as it may leave the core: held against who is looking, with everything a reader needs to trace it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from finance_monitor.indicators.model import Indicator
from finance_monitor.policy.model import Lifecycle, Policy, Target
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
