"""The risk fund of a county as data."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal

from pydantic import Field

from finance_monitor.demo.told import Bank, Share, Told


class Claims(Told):
    """What the fund paid, claim by claim, for loans older than the ledger; `share` of a loan is paid by the fund."""

    number: str
    loan_number: str
    share: Share
    claimed_yuan: tuple[int, int]
    step: int
    lent: tuple[date, date]
    overdue_days: tuple[int, int]
    desk_days: tuple[int, int]


class RiskFundPart(Told):
    """The fund on the accounts of the banks, held against the loans an earlier part has told.

    `percent` says what the fund is of the balance on a day. Between two such days it is topped up, or compensates. On a
    day of `short` the fund has fallen below `ratio`; by bank, so many days later it is made good.
    """

    make: Literal["risk_fund"]
    region: str
    fund: str
    fund_kind: str
    office: str
    style: str
    number: str
    ratio: Decimal
    opened_on: date
    percent: dict[date, Decimal]
    short: dict[date, dict[str, int]] = Field(default_factory=dict)
    banks: dict[str, Bank]
    claims: Claims
