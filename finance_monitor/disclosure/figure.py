"""The only type in which a figure leaves the core: exact values have been held against who is looking."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from finance_monitor.progress.model import Light, Status

# shown: a value. missing: nobody reported. hidden: too few persons. out_of_scope: the target does not count
# this region. not_split: the target has no share for this region, so there is a value but no light.
# not_applicable: reported, but a share of nothing has no value.
State = Literal["shown", "missing", "hidden", "out_of_scope", "not_split", "not_applicable"]


@dataclass(frozen=True, slots=True)
class Figure:
    """One region's figure for a map, a table or a chart: the value is rounded to the decimals shown."""

    region_code: str
    name: str
    as_of: date
    state: State
    value: Decimal | None
    numerator: int | None
    denominator: int | None
    unit: str
    decimals: int
    status: Status | None = None
    light: Light = "none"
    completion_pct: Decimal | None = None
    gap_pp: Decimal | None = None
    # The word of the target's sentence (力争 …): what was only to be aimed for and ended short has another word.
    strictness: str | None = None
    # What the region is held against, in the figure's unit; None where there is none or it counts units.
    goal: Decimal | None = None
