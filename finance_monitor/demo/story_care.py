"""What follows a loan, as data: subsidies, reminders, inspections; and a target split to places."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field

from finance_monitor.demo.told import Bank, Share, Told, Weights


class Quarter(Told):
    """One settlement of interest and the days on which its batch went from desk to desk; `paid_on` by bank."""

    name: str
    title: str
    from_on: date = Field(alias="from")
    to: date
    filed_on: date
    checked_on: date
    reviewed_on: date
    notice: tuple[date, date]
    payable_on: date
    paid_on: dict[str, date]
    unpaid_state: Literal["filed", "checked", "reviewed", "noticed"]


class SubsidiesPart(Told):
    """Interest subsidies on the loans an earlier part has told; `left_behind` is the share of lines not paid."""

    make: Literal["subsidies"]
    region: str
    period: str
    products: tuple[str, ...]
    most_yuan: int
    year_days: int
    left_behind: Share
    days_to_borrower: tuple[int, int]
    number: str
    office: str
    style: str
    banks: dict[str, Bank]
    quarters: tuple[Quarter, ...]


class Reminder(Told):
    """A notice so many days before the due day, up to `earlier_days` earlier; `share` of the loans get one."""

    kind: str
    days: int
    earlier_days: int
    media: Weights
    share: Share
    received: Share


class Inspections(Told):
    """The last round of inspections: loans lent `months` ago or earlier; `share` lies between two by place."""

    period: str
    office: str
    inspector: str
    style: str
    number: str
    months: int
    between: tuple[date, date]
    share: tuple[Share, Share]
    results: Weights
    findings: Weights


class AftercarePart(Told):
    """Reminders and inspections of the loans an earlier part has told."""

    make: Literal["aftercare"]
    region: str
    period: str
    from_on: date = Field(alias="from")
    number: str
    style: str
    reminders: tuple[Reminder, ...]
    inspections: Inspections


class SharesPart(Told):
    """A target split to places by what they have done: `total` grows with the scale, `fixed` shares do not."""

    make: Literal["shares"]
    region: str
    office: str
    period: str
    style: str
    target: str
    document_no: str
    ledger: str
    day: str
    amount: str
    window: tuple[date, date]
    total: int
    step: int
    unevenness: float
    fixed: dict[str, int] = Field(default_factory=dict)
    nodes: dict[date, float]
