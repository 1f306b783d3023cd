"""Balances out of the newest lists of several banks: known only from the day the last of them stands for."""

from __future__ import annotations

from datetime import date

from finance_monitor.access import Viewer
from finance_monitor.disclosure.compared import compared
from finance_monitor.disclosure.desk import open_desk
from finance_monitor.disclosure.told import series
from finance_monitor.ledgers.batch import BatchHeader
from finance_monitor.releases.build import publish
from finance_monitor.store.store import create_store
from tests.property.statements import COUNTY, small_world
from tests.small_world import Delivery, deliver


def loans(bank, count):
    return [
        {
            "loan_no": f"{bank}{number}",
            "lender": bank,
            "product": "甲",
            "region_code": small_world().regions.children(COUNTY)[0].code,
            "amount_fen": 1_000_000,
            "balance_fen": 1_000_000,
            "overdue_fen": 0,
            "disbursed_on": date(2023, 1, 5),
        }
        for number in range(count)
    ]


def test_a_bank_whose_list_came_later_is_no_growth(tmp_path):
    """Ten loans in a list of October, ninety in one of 20 November: 100 on that day, and not 10 before it."""
    store = create_store(tmp_path / "store", is_demo=True)
    with store.loading():
        for bank, period, count in (("示范银行一", "2023-10-31", 10), ("示范银行二", "2023-11-20", 90)):
            header = BatchHeader("loans", bank, COUNTY, period)
            deliver(store, small_world().ledgers, Delivery(header, loans(bank, count)), tmp_path)
        publish(store, small_world(), data_date=date(2023, 11, 20))
    desk = open_desk(store, small_world(), Viewer("leadership", COUNTY))
    days = (date(2023, 10, 31), date(2023, 11, 19), date(2023, 11, 20))
    assert [one.value for one in series(desk, "loan_balance", COUNTY, days)] == [None, None, 100]
    assert compared(desk, "loan_balance", COUNTY).month is None
    assert [one.value for one in series(desk, "loans_count", COUNTY, days)] == [100, 100, 100]
