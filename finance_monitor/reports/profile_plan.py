"""What the profile of a region tells first, from `data/reports/profile.yaml`."""

from __future__ import annotations

from functools import cache

from pydantic import BaseModel, ConfigDict

from finance_monitor.settings import DATA
from finance_monitor.yaml_files import read_yaml


class ProfilePlan(BaseModel):
    """`topics`: a sentence each, of the indicators named; `peers`: what a region is held against others by."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    topics: dict[str, tuple[str, ...]]
    peers: tuple[str, ...]


@cache
def profile_plan() -> ProfilePlan:
    """Read the plan; raise UserError with file and line where it is malformed."""
    return read_yaml(DATA / "reports" / "profile.yaml", ProfilePlan)
