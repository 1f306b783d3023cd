"""A store of a few invented places in Wulong and Sunwu: every figure of the two pages can be worked out by hand."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

from finance_monitor.ledgers.batch import BatchHeader
from finance_monitor.releases.build import publish
from finance_monitor.store.store import Store, create_store
from finance_monitor.world import world
from tests.pages.seed import DATA_DATE, HEILONGJIANG, SUNWU, WULONG
from tests.small_world import Delivery, deliver

FENGSHAN, FURONG, XIANNVSHAN, BAIMA = ("500156001000", "500156002000", "500156003000", "500156101000")
BANK_A, BANK_B = "演示银行甲", "演示银行乙"
HERE = {"longitude": Decimal("107.750000"), "latitude": Decimal("29.320000")}


def _outlet(number: int, bank: str, region: str, opened: date, **more: object) -> dict[str, object]:
    told = {"outlet_no": f"W{number}", "bank": bank, "org_type": "bank", "name": f"演示网点{number}", "kind": "branch"}
    return {**told, "region_code": region, "opened_on": opened, **more}


def outlets() -> list[dict[str, object]]:
    old = date(2020, 1, 1)
    return [
        _outlet(1, BANK_A, FENGSHAN, old, barrier_free=True, **HERE),
        _outlet(2, BANK_B, FENGSHAN, date(2023, 3, 1), barrier_free=False),
        _outlet(3, BANK_A, FURONG, old, closed_on=date(2023, 6, 30)),
        _outlet(4, BANK_A, XIANNVSHAN, old),
        _outlet(5, BANK_B, BAIMA, old, kind="timed"),
        _outlet(6, "演示保险公司", BAIMA, old, org_type="insurance"),
    ]


def devices() -> list[dict[str, object]]:
    old = date(2020, 1, 1)
    return [
        {"device_no": "D1", "bank": BANK_A, "kind": "atm", "region_code": "500156101200", "installed_on": old},
        {
            "device_no": "D2",
            "bank": BANK_B,
            "kind": "pos",
            "region_code": "500156101201",
            "installed_on": old,
            "removed_on": date(2023, 2, 1),
        },
    ]


def points() -> list[dict[str, object]]:
    return [
        {
            "point_no": "P1",
            "kind": "cash_point",
            "name": "演示取款点",
            "region_code": "500156101202",
            "opened_on": date(2021, 1, 1),
        }
    ]


def stations() -> list[dict[str, object]]:
    """Three stand on the data date, one of them had paused; one pauses, one has closed."""
    dates: list[dict[str, object]] = [
        HERE | {"longitude": Decimal("127.340000"), "latitude": Decimal("49.420000")},
        {},
        {"suspended_on": date(2023, 6, 1), "resumed_on": date(2023, 7, 1)},
        {"suspended_on": date(2023, 7, 1)},
        {"closed_on": date(2023, 8, 1)},
    ]
    return [
        {
            "station_no": f"S{number}",
            "name": f"演示驿站{number}号",
            "operator": "演示运营单位",
            "region_code": SUNWU,
            "opened_on": date(2023, 5, 1),
            **told,
        }
        for number, told in enumerate(dates)
    ]


def make_places_store(folder: Path) -> Store:
    store = create_store(folder / "store", is_demo=True)
    told = [
        ("outlets", WULONG, "2023-11-20", outlets()),
        ("devices", WULONG, "2023-11-20", devices()),
        ("service_points", WULONG, "2023-11-20", points()),
        ("post_stations", HEILONGJIANG, "2023-11-20", stations()),
    ]
    with store.loading():
        for ledger, region, period, rows in told:
            header = BatchHeader(ledger, "演示单位", region, period)
            deliver(store, world().ledgers, Delivery(header, rows), folder)  # type: ignore[arg-type]
        publish(store, world(), data_date=DATA_DATE)
    return store
