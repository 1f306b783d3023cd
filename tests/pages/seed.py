"""A store for the pages: a few invented records of Heilongjiang and Dengzhou, no workbook, no demo."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

from finance_monitor.ledgers.batch import BatchHeader
from finance_monitor.releases.build import publish
from finance_monitor.store.store import Store, create_store
from finance_monitor.world import world
from tests.small_world import Delivery, deliver

HEILONGJIANG, HEIHE, SUNWU = "230000000000", "231100000000", "231124000000"
DENGZHOU, GUCHENG = "411381000000", "411381001000"
WULONG = "500156000000"
DATA_DATE = date(2023, 11, 20)


def referrals() -> list[dict[str, object]]:
    """Give every rural county of the province five persons, two counties fewer."""
    fewer = {SUNWU: 4, "232721000000": 2}
    return [
        {
            "referral_no": f"{county}-{number}",
            "person_key": f"P{county}{number}",
            "region_code": county,
            "pushed_on": date(2023, 6, 1),
            "eligible": True,
        }
        for county in world().scopes["heilongjiang-rural-counties"].codes
        for number in range(fewer.get(county, 5))
    ]


def stations(count: int = 8) -> list[dict[str, object]]:
    return [
        {
            "station_no": f"S{number}",
            "name": f"演示驿站{number}号",
            "region_code": SUNWU,
            "opened_on": date(2023, 5, 1 + number),
        }
        for number in range(count)
    ]


def shares() -> list[dict[str, object]]:
    """Give one township a share of the city's loans, by two nodes."""
    nodes = {date(2023, 6, 30): "4", date(2023, 12, 31): "10"}
    return [
        {
            "target": "T-DZ-05",
            "region_code": GUCHENG,
            "node_on": node,
            "value": Decimal(value),
            "document_no": "演示发〔2023〕1号",
        }
        for node, value in nodes.items()
    ]


def figure(indicator: str, region: str, on: date, numerator: int, denominator: int | None = None) -> dict[str, object]:
    return {
        "indicator": indicator,
        "region_code": region,
        "as_of": on,
        "numerator": numerator,
        "denominator": denominator,
    }


def loans() -> list[dict[str, object]]:
    townships = [region.code for region in world().regions.children(DENGZHOU)][:20]
    return [
        {
            "loan_no": f"L{code}",
            "household_no": f"H{code}",
            "region_code": code,
            "amount_fen": 5_000_000,
            "balance_fen": 4_000_000,
            "overdue_fen": 0,
            "disbursed_on": date(2023, 3, 1),
        }
        for code in townships
    ]


def deliveries() -> list[Delivery]:
    province = [
        figure("employment_fund_public_jobs_share", HEILONGJIANG, date(2023, 10, 31), 1_680, 10_000),
        figure("sheep_rams_share", HEILONGJIANG, date(2023, 10, 31), 120, 120),
        figure("sheep_ewes_share", HEILONGJIANG, date(2023, 10, 31), 115, 120),
        figure("sheep_cost_share", HEILONGJIANG, date(2023, 10, 31), 120, 120),
    ]
    balances = [
        figure("poverty_loan_balance", WULONG, date(year, 12, 31), (year - 2010) * 10**11) for year in range(2015, 2021)
    ]
    told = [
        ("referrals", HEILONGJIANG, "2023", referrals()),
        ("post_stations", HEILONGJIANG, "2023-11-20", stations()),
        ("reported_figures", HEILONGJIANG, "2023", province),
        ("reported_figures", WULONG, "2020", balances),
        ("loans", DENGZHOU, "2023-11-20", loans()),
        ("sub_targets", DENGZHOU, "2023", shares()),
    ]
    return [
        Delivery(BatchHeader(ledger, "演示单位", region, period), rows)  # type: ignore[arg-type]
        for ledger, region, period, rows in told
    ]


def make_store(folder: Path) -> Store:
    """Bring the records in and publish them."""
    store = create_store(folder / "store", is_demo=True)
    with store.loading():
        for delivery in deliveries():
            deliver(store, world().ledgers, delivery, folder)
        publish(store, world(), data_date=DATA_DATE)
    return store


def make_second_release(folder: Path) -> Store:
    """Publish a second time: twelve more stations of one organisation; the file of another is two months old."""
    store = make_store(folder)
    one_more = {"station_no": "T0", "name": "演示驿站二", "region_code": SUNWU, "opened_on": date(2023, 5, 20)}
    with store.loading():
        for office, period, rows in (
            ("演示单位", "2023-11-20", stations(20)),
            ("演示邮政", "2023-09-20", [one_more]),
        ):
            header = BatchHeader("post_stations", office, HEILONGJIANG, period)
            deliver(store, world().ledgers, Delivery(header, rows), folder)  # type: ignore[arg-type]
        publish(store, world(), data_date=DATA_DATE)
    return store
