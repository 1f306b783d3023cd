"""Households and loans of the story as data."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal

from finance_monitor.demo.told import Bank, Share, Told, Weights


class HouseholdList(Told):
    """The register of households; `kinds_that_end` is the share of a kind that becomes relieved later."""

    count: int
    listed_on: date
    office: str
    style: str
    unevenness: float
    kinds: Weights
    kinds_that_end: dict[str, Share]


class LentYear(Told):
    """How much is lent in a year: a number of loans, or money; `without` names townships that have none."""

    year: int
    loans: int | None = None
    money_myriad_yuan: int | None = None
    without: tuple[str, ...] = ()


class Slip(Told):
    """A cell written wrongly: as this text, or as a number where a text is due; the amount it should have been."""

    column: str
    text: str | None = None
    myriad_yuan: int | None = None
    as_number: bool = False


class TownshipList(Told):
    """A township's own list of loans: sound rows, and one row for each slip.

    With `corrected_in` the list put right lies in a folder of that name, not handed in yet.
    """

    region: str
    office: str
    lender: str
    number: str
    style: str
    year: int
    rows: int
    slips: tuple[Slip, ...]
    corrected_in: str | None = None


class LendingPart(Told):
    """Households and loans of a county; counts of households, loans and money grow with the scale."""

    make: Literal["lending"]
    region: str
    period: str
    numbers: str
    households: HouseholdList
    banks: dict[str, Bank]
    products: Weights
    amounts_yuan: dict[int, float]
    terms_months: dict[int, float]
    discounts_pct: dict[Decimal, float]
    repaid_early: Share
    partly_repaid: Share
    overdue: int
    # What loans are used for; some lists leave the use or the category of the borrower blank.
    uses: Weights
    use_blank: Share
    category_blank: Share
    years: tuple[LentYear, ...]
    township_list: TownshipList | None = None
