"""Where things are, and the few numbers a user may set (`data/settings.yaml`, each with its source)."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict

ROOT = Path(__file__).resolve().parent.parent
# A test or a user's own collection of policies and ledgers may stand elsewhere.
DATA = Path(os.environ.get("FINANCE_MONITOR_DATA", ROOT / "data"))
QUERIES = Path(os.environ.get("FINANCE_MONITOR_QUERIES", ROOT / "queries"))
DEFAULT_STORE = Path(os.environ.get("FINANCE_MONITOR_STORE", ROOT / "data" / "store"))


class Bands(BaseModel):
    """Where the light turns, in percentage points of the gap between completion and expected completion."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    on_track_from_pp: float
    behind_from_pp: float
    source: str


class Disclosure(BaseModel):
    """Small counts: below `threshold` a figure on persons is not shown."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    threshold: int
    source: str


class Settings(BaseModel):
    """The user's settings."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    bands: Bands
    disclosure: Disclosure
    # Words of a sentence that promise an effort and not a result.
    soft_words: frozenset[str]
    map_approval_no: str = ""


@cache
def settings() -> Settings:
    """Read `data/settings.yaml`."""
    return Settings.model_validate(yaml.safe_load((DATA / "settings.yaml").read_text(encoding="utf-8")))
