"""A release made by hand: two townships of one county, a few records, all figures small enough to check by eye."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from finance_monitor.access import Viewer
from finance_monitor.ledgers.batch import BatchHeader
from finance_monitor.releases.build import publish
from finance_monitor.store.batches import list_batches
from finance_monitor.store.reader import reader_of
from finance_monitor.store.release_files import batches_of
from finance_monitor.store.store import create_store
from tests.small_world import Delivery, deliver, small_world

COUNTY, NORTH, SOUTH = "500156000000", "500156001000", "500156002000"
OLD_COUNTY = "500232000000"  # its code until 2016
DATA_DATE = date(2023, 11, 20)
OUTLETS = [
    {
        "outlet_no": "1",
        "kind": "branch",
        "bank": "甲",
        "region_code": NORTH,
        "opened_on": date(2023, 1, 15),
        "barrier_free": True,
        "longitude": Decimal("107.750000"),
        "latitude": Decimal("29.320000"),
    },
    {
        "outlet_no": "2",
        "kind": "branch",
        "region_code": NORTH,
        "opened_on": date(2023, 2, 1),
        "closed_on": date(2023, 6, 15),
    },
    {"outlet_no": "3", "kind": "branch", "region_code": SOUTH, "opened_on": date(2023, 2, 28)},
    {"outlet_no": "4", "kind": "timed", "region_code": SOUTH, "opened_on": date(2023, 2, 28)},
]
FIGURES = [
    {"indicator": "poverty_loan_balance", "region_code": COUNTY, "as_of": date(2023, 3, 31), "numerator": 500},
    {"indicator": "poverty_loan_balance", "region_code": NORTH, "as_of": date(2023, 3, 31), "numerator": 200},
    {
        "indicator": "satisfaction_share",
        "region_code": NORTH,
        "as_of": date(2023, 5, 5),
        "numerator": 9,
        "denominator": 10,
    },
    {
        "indicator": "satisfaction_share",
        "region_code": SOUTH,
        "as_of": date(2023, 8, 5),
        "numerator": 3,
        "denominator": 5,
    },
]
SHARES = [
    {
        "target": "T-WL-10",
        "region_code": NORTH,
        "node_on": date(2023, 6, 30),
        "value": Decimal(1),
        "document_no": "一号",
    },
    {"target": "T-WL-10", "region_code": NORTH, "node_on": date(2023, 12, 31), "value": Decimal("2.5")},
    {"target": "T-WL-10", "region_code": OLD_COUNTY, "node_on": date(2023, 12, 31), "value": Decimal(4)},
]
FACTS = [
    {"region_code": NORTH, "as_of": date(2023, 3, 31), "population": 900, "households": 300},
    {"region_code": NORTH, "as_of": date(2023, 9, 30), "population": 910},
    {"region_code": SOUTH, "as_of": date(2023, 3, 31), "population": 100, "poor_households": 7},
    {"region_code": COUNTY, "as_of": date(2023, 3, 31), "population": 1050, "disabled_persons": 42},
]


@pytest.fixture(scope="session")
def made(tmp_path_factory):
    """Return (world, release, read): `read(region)` is the reader of a county official."""
    folder = tmp_path_factory.mktemp("sql")
    world = replace(small_world(COUNTY), policies={})  # the days kept ready must not hang on the documents
    store = create_store(folder / "store", is_demo=True)
    told = {"outlets": OUTLETS, "reported_figures": FIGURES, "sub_targets": SHARES, "region_facts": FACTS}
    for ledger_id, rows in told.items():
        header = BatchHeader(ledger_id, "演示单位", COUNTY, "2023")
        deliver(store, world.ledgers, Delivery(header, rows), folder)
    release = publish(store, world, data_date=DATA_DATE)
    batches = batches_of(release, list_batches(store))

    def read(region):
        return reader_of(Viewer("official", region), release, batches, list(world.ledgers.values()))

    return world, release, read
