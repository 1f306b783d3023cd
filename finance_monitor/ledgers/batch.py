"""What a person says of a file when bringing it in, and which days a period is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from finance_monitor.dates import month_end
from finance_monitor.errors import UserError

_PERIOD = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?|Q([1-4])|H([12]))?")


@dataclass(frozen=True, slots=True)
class BatchHeader:
    """One file: its ledger, who reports it, the region it covers and the period (2023, 2023Q4, 2023-11, 2023-11-20)."""

    ledger_id: str
    reported_by: str
    region_code: str
    period: str

    def __post_init__(self) -> None:
        """Refuse a nameless organisation and a period that is none."""
        if not self.reported_by.strip():
            raise UserError("ledgers.no_organisation")
        period_days(self.period)

    @property
    def days(self) -> tuple[date, date]:
        """Return the first and the last day of the period."""
        return period_days(self.period)


def period_days(period: str) -> tuple[date, date]:
    """Return the first and the last day of a year, half-year (2023H1), quarter (2023Q4), month or day."""
    match = _PERIOD.fullmatch(period)
    if match is None:
        raise UserError("ledgers.not_a_period", period=period)
    year, month, day, quarter, half = (int(part) if part else None for part in match.groups())
    try:
        if year is None or day is not None:
            only = date.fromisoformat(period)
            return only, only
        first, months = _first_month(month, quarter, half)
        return date(year, first, 1), month_end(date(year, first + months - 1, 1))
    except ValueError as fault:
        raise UserError("ledgers.not_a_period", period=period) from fault


def _first_month(month: int | None, quarter: int | None, half: int | None) -> tuple[int, int]:
    """Return the first month of a period within its year and how many months it has."""
    if month is not None:
        return month, 1
    if quarter is not None:
        return 3 * quarter - 2, 3
    if half is not None:
        return 6 * half - 5, 6
    return 1, 12
