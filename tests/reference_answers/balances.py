"""Loans, balances and overdue principal of the newest lists."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

from tests.reference_answers.core import relieved_loans
from tests.reference_answers.registry import Home, Parts, Row, Rows, twin


def _loans_in(rows: Rows, inside: Collection[str], home_of: Home) -> list[Row]:
    return [loan for loan in relieved_loans(rows, home_of) if loan["region_code"] in inside]


@twin("loan_balance")
def loan_balance(rows: Rows, inside: Collection[str], day: date, params: dict[str, Any], home_of: Home) -> Parts:
    """Sum what is outstanding in the lists that speak of the day or an earlier one."""
    own = _loans_in(rows, inside, home_of)
    return sum(loan["balance_fen"] or 0 for loan in own if loan["stands_for_on"] <= day), 0


@twin("loans_count")
def loans_count(rows: Rows, inside: Collection[str], day: date, params: dict[str, Any], home_of: Home) -> Parts:
    """Count the loans paid out up to the day."""
    return len([loan for loan in _loans_in(rows, inside, home_of) if loan["disbursed_on"] <= day]), 0


@twin("loans_overdue_amount")
def loans_overdue_amount(
    rows: Rows, inside: Collection[str], day: date, params: dict[str, Any], home_of: Home
) -> Parts:
    """Sum what is overdue in the lists that speak of the day or an earlier one; a blank is not known."""
    own = _loans_in(rows, inside, home_of)
    return sum(loan["overdue_fen"] or 0 for loan in own if loan["stands_for_on"] <= day), 0
