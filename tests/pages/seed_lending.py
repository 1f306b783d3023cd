"""Loans of two banks in Dengzhou and referrals of two counties of Heilongjiang, few enough to be added up by hand."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from finance_monitor.ledgers.batch import BatchHeader
from finance_monitor.releases.build import publish
from finance_monitor.store.store import Store, create_store
from finance_monitor.world import world
from tests.pages.seed import DATA_DATE, DENGZHOU, GUCHENG, HEILONGJIANG, SUNWU
from tests.small_world import Delivery, deliver

HUAZHOU = "411381002000"
XUNKE = "231123000000"
BANK_A, BANK_B = "演示银行甲", "演示银行乙"
MICRO, RICH = "脱贫人口小额信贷", "富民贷"
Row = dict[str, object]


def _loan(number: str, place: str, what: tuple[str, str], fen: tuple[int, int, int], on: date) -> Row:
    """Write one loan: bank and product, amount, balance and overdue amount in 万元."""
    lender, product = what
    amount, balance, overdue = (one * 1_000_000 for one in fen)
    return {
        "loan_no": number,
        "lender": lender,
        "product": product,
        "household_no": f"H{number}",
        "region_code": place,
        "amount_fen": amount,
        "balance_fen": balance,
        "overdue_fen": overdue,
        "disbursed_on": on,
        "due_on": date(2026, 3, 1),
        "settled_on": None if balance else date(2023, 5, 1),
    }


def loans(bank: str) -> list[Row]:
    """Bank A: 6 of 5 in March, 5 of 10 the year before, overdue with 1 each. Bank B: 5 of 3, overdue too, 1 settled."""
    if bank == BANK_A:
        return [
            *(_loan(f"A{n}", GUCHENG, (bank, MICRO), (5, 4, 0), date(2023, 3, 1)) for n in range(6)),
            *(_loan(f"B{n}", HUAZHOU, (bank, RICH), (10, 10, 1), date(2022, 11, 10)) for n in range(5)),
        ]
    return [
        *(_loan(f"C{n}", HUAZHOU, (bank, MICRO), (3, 2, 1), date(2023, 11, 5)) for n in range(5)),
        _loan("D0", GUCHENG, (bank, MICRO), (2, 0, 0), date(2023, 1, 10)),
    ]


def households() -> list[Row]:
    """Make every borrower a relieved household."""
    every = [*loans(BANK_A), *loans(BANK_B)]
    return [
        {
            "household_no": loan["household_no"],
            "kind": "relieved",
            "region_code": loan["region_code"],
            "valid_from": date(2021, 1, 1),
        }
        for loan in every
    ]


def balances() -> list[Row]:
    """Six overdue for 20 days, five for 60, two for 200, with 1 each."""
    days = [*[20] * 6, *[60] * 5, *[200] * 2]
    return [
        {
            "loan_no": f"X{number}",
            "region_code": HUAZHOU,
            "as_of": DATA_DATE,
            "balance_fen": 2_000_000,
            "overdue_principal_fen": 1_000_000,
            "overdue_interest_fen": 0,
            "days_overdue": overdue,
        }
        for number, overdue in enumerate(days)
    ]


def referrals() -> list[Row]:
    """Refer 25 persons in one county, 17 in June and 8 in October, and two in another."""
    own: list[Row] = [
        {
            "referral_no": f"R{n}",
            "person_key": f"P{n}",
            "category": "disabled" if n <= 15 else "family_member",
            "region_code": SUNWU,
            "pushed_on": date(2023, 6, 1) if n <= 17 else date(2023, 10, 15),
            "eligible": True,
        }
        for n in range(1, 26)
    ]
    return own + [{**own[0], "referral_no": f"Q{n}", "person_key": f"Q{n}", "region_code": XUNKE} for n in (1, 2)]


def outcomes() -> Iterator[Row]:
    """Three paid out, one approved, 13 rejected for three reasons, four at the bank for 31, 18, 10 and 2 days."""
    for n in range(1, 18):
        row: Row = {
            "referral_no": f"R{n}",
            "region_code": SUNWU,
            "accepted_on": date(2023, 6, 2),
            "visited_on": date(2023, 6, 5),
            "decision": "approved" if n <= 4 else "rejected",
            "decided_on": date(2023, 6, 11),
        }
        if n <= 3:
            row |= {"disbursed_on": date(2023, 6, 16), "matched_product": MICRO}
        if n > 4:
            reason = "征信不良" if n <= 10 else "负债过高" if n <= 15 else "年龄不符"
            row |= {"reject_reason": reason, "feedback_on": date(2023, 6, 13)}
        yield row
    for n, accepted in ((18, date(2023, 10, 20)), (19, date(2023, 11, 2)), (20, date(2023, 11, 10)), (21, DATA_DATE)):
        day = date(2023, 11, 18) if accepted == DATA_DATE else accepted
        visited = {"visited_on": date(2023, 10, 25)} if n == 18 else {}
        yield {"referral_no": f"R{n}", "region_code": SUNWU, "accepted_on": day, **visited}


def deliveries() -> list[Delivery]:
    told = [
        ("loans", BANK_A, DENGZHOU, "2023-11-20", loans(BANK_A)),
        ("loans", BANK_B, DENGZHOU, "2023-11-20", loans(BANK_B)),
        ("households", "演示乡村振兴局", DENGZHOU, "2023-11-20", households()),
        ("loan_balances", BANK_A, DENGZHOU, "2023-11-20", balances()),
        ("referrals", "演示残联", HEILONGJIANG, "2023", referrals()),
        ("referral_outcomes", "演示承办行", SUNWU, "2023", list(outcomes())),
    ]
    return [
        Delivery(BatchHeader(ledger, office, region, period), rows) for ledger, office, region, period, rows in told
    ]


def make_lending_store(folder: Path) -> Store:
    """Bring the records in and publish them."""
    store = create_store(folder / "lending", is_demo=True)
    with store.loading():
        for delivery in deliveries():
            deliver(store, world().ledgers, delivery, folder)
        publish(store, world(), data_date=DATA_DATE)
    return store
