"""What the bank did with the referrals of earlier parts, as data."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from finance_monitor.demo.story_columns import Wanted
from finance_monitor.demo.told import Share, Told, Weights


class Step(Told):
    """How many come to a step, and after how many days."""

    share: Share
    days: tuple[int, int]


class OutcomesPart(Told):
    """One outcome for a share of the referrals of a region that fit; what would lie after the data date is still open.

    Days are multiplied: by a pace of each region that hands in (`unevenness`), and by what falls from 1 for the first
    referral to `quicker` for one pushed on the data date. `village` is the share handled in the village at both ends.
    """

    make: Literal["outcomes"]
    where: Wanted = Field(default_factory=dict)
    unless: Wanted = Field(default_factory=dict)
    region: str | None = None
    handed_in_by: str
    silent: tuple[str, ...] = ()
    office: str
    period: str
    style: str
    unevenness: float = 0
    quicker: float = 1
    accepted: Step
    visited: Step
    decided: Step
    disbursed: Step
    told: Step
    explained: Step
    qualified: Share
    matched: Share
    approved: Share
    products: Weights
    village: tuple[Share, Share]
    other_places: Weights
    reasons: Weights
    loan_no: str
