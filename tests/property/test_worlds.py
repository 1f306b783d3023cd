"""Random worlds: SQL equals the slow answers, incremental equals full, viewers see their own and parts sum up."""

from __future__ import annotations

import os
import tempfile
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from itertools import product
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from finance_monitor.access import Viewer
from finance_monitor.indicators.counting import indicator_query
from finance_monitor.indicators.readings import Readings
from finance_monitor.ledgers.batch import BatchHeader
from finance_monitor.releases.build import publish
from finance_monitor.store.batches import list_batches, withdraw
from finance_monitor.store.reader import reader_of
from finance_monitor.store.release_files import batches_of
from finance_monitor.store.store import create_store
from finance_monitor.world import world
from tests.reference_answers import answer
from tests.reference_answers.core import BASE_KINDS, relieved_loans
from tests.slow_readings import SlowReadings, home_of
from tests.small_world import Delivery, deliver, small_world, standing_rows

COUNTY, OLD_COUNTY = "500156000000", "500232000000"
# Some are only filled in, some are counted from records as well.
FILLED_IN = ("poverty_loan_balance", "loans_granted", "outlets_branch_open")
REGISTERED = ("procurement_mall_column", "neeq_listing_tiansheng")
# Indicators of every kind; that each statement is right by itself is shown elsewhere.
WATCHED = (
    *FILLED_IN,
    *REGISTERED,
    "post_stations_open",
    "referrals_eligible_persons",
    "loans_overdue_share",
    "households_with_balance_share",
    "outlets_closed",
    "atms_installed",
)
WORLD = replace(small_world(COUNTY), indicators={name: world().indicators[name] for name in WATCHED})
TOWNSHIPS = [region.code for region in WORLD.regions.descendants(COUNTY, "township")][:5]
PLACES = [*TOWNSHIPS, COUNTY, OLD_COUNTY]
START, DATA_DATE = date(2021, 1, 1), date(2023, 11, 20)
BANKS = ["演示银行甲", "演示银行乙"]

days = st.integers(0, (DATA_DATE - START).days).map(lambda n: START + timedelta(days=n))
# A handful of days, so that refinancing on one day, moves on one day and edges of months really happen.
few_days = st.sampled_from(
    [START, date(2022, 3, 31), date(2022, 4, 1), date(2022, 12, 31), date(2023, 1, 1), DATA_DATE]
)
some_day = st.one_of(days, few_days)
places = st.sampled_from(PLACES)
households = st.sampled_from(["H1", "H2", "H3"])


@st.composite
def spans(draw, end_required=False):
    first = draw(some_day)
    last = first + timedelta(days=draw(st.integers(1, 500))) if end_required or draw(st.booleans()) else None
    return first, last


@st.composite
def loans(draw):
    first, last = draw(spans())
    amount = draw(st.integers(1, 50)) * 100_000
    balance = 0 if last else draw(st.integers(0, amount))
    return {
        "loan_no": draw(st.sampled_from("abcdefgh")),
        "household_no": draw(households),
        "region_code": draw(places),
        "amount_fen": amount,
        "balance_fen": balance,
        "overdue_fen": draw(st.one_of(st.none(), st.integers(0, balance))),
        "disbursed_on": first,
        "settled_on": last,
    }


@st.composite
def register_of_households(draw):
    """Households that move: each lives somewhere at every time, one place after the other."""
    rows = []
    for household in ["H1", "H2", "H3"]:
        first = draw(some_day)
        for _ in range(draw(st.integers(0, 3))):
            last = first + timedelta(days=draw(st.integers(1, 400)))
            ends = draw(st.booleans())
            rows.append(
                {
                    "household_no": household,
                    "region_code": draw(places),
                    "kind": draw(st.sampled_from(["relieved", "unstable", "ordinary"])),
                    "valid_from": first,
                    "valid_to": last if ends else None,
                }
            )
            if not ends:
                break
            first = last
    return rows


@st.composite
def stations(draw):
    first, last = draw(spans())
    suspended = first + timedelta(days=draw(st.integers(1, 200))) if draw(st.booleans()) else None
    resumed = suspended + timedelta(days=draw(st.integers(1, 200))) if suspended and draw(st.booleans()) else None
    return {
        "station_no": draw(st.sampled_from("pqrst")),
        "region_code": draw(places),
        "opened_on": first,
        "closed_on": last,
        "suspended_on": suspended,
        "resumed_on": resumed,
    }


@st.composite
def referrals(draw):
    return {
        "referral_no": draw(st.sampled_from("klmnop")),
        "person_key": draw(st.sampled_from(["P1", "P2", None])),
        "region_code": draw(places),
        "pushed_on": draw(some_day),
        "eligible": draw(st.sampled_from([True, False, None])),
    }


@st.composite
def figures(draw):
    return {
        "indicator": draw(st.sampled_from(FILLED_IN)),
        "region_code": draw(places),
        "as_of": draw(some_day),
        "numerator": draw(st.one_of(st.none(), st.integers(0, 10**9))),
    }


@st.composite
def outlets(draw):
    first, last = draw(spans())
    return {
        "outlet_no": draw(st.sampled_from("uvwx")),
        "kind": draw(st.sampled_from(["branch", "timed"])),
        "region_code": draw(places),
        "opened_on": first,
        "closed_on": last,
    }


@st.composite
def devices(draw):
    first, last = draw(spans())
    return {
        "device_no": draw(st.sampled_from("uvwx")),
        "kind": draw(st.sampled_from(["atm", "crs", "pos"])),
        "region_code": draw(places),
        "installed_on": first,
        "removed_on": last,
    }


@st.composite
def entries(draw):
    first, last = draw(spans())
    kinds = [kind for name in REGISTERED for kind in WORLD.indicators[name].kinds]
    return {
        "kind": draw(st.sampled_from([*kinds, "别的事项"])),
        "region_code": draw(places),
        "organisation": "演示单位",
        "name": draw(st.sampled_from("yz")),
        "from_on": first,
        "to_on": last,
    }


def unique(rows, key):
    return list({tuple(row[name] for name in key): row for row in rows}.values())


MAKERS = {
    "loans": loans(),
    "post_stations": stations(),
    "referrals": referrals(),
    "reported_figures": figures(),
    "outlets": outlets(),
    "devices": devices(),
    "registers": entries(),
}


@st.composite
def deliveries(draw):
    ledger_id = draw(st.sampled_from([*MAKERS, "households", "loans", "reported_figures"]))
    ledger = WORLD.ledgers[ledger_id]
    own_key = [name for name in ledger.key if name != "reported_by"]
    if ledger_id == "households":
        rows = draw(register_of_households())
    else:
        rows = unique(draw(st.lists(MAKERS[ledger_id], max_size=6)), own_key)
    organisation = "演示单位" if ledger_id == "households" else draw(st.sampled_from(BANKS))
    # One register of households; loans and the rest for the county or for one township (back-dated ones too).
    region = COUNTY if ledger_id == "households" else draw(st.sampled_from([COUNTY, TOWNSHIPS[0]]))
    if region != COUNTY:  # intake lets nothing through that lies outside the region of the file
        rows = unique([{**row, "region_code": region} for row in rows], own_key)
    period = draw(st.sampled_from(["2022", "2022-12", "2023-06", "2023-11-20"]))
    return Delivery(BatchHeader(ledger_id, organisation, region, period), rows)


ALL_CODES = WORLD.regions.frame()["code"].to_list()
NATION = ALL_CODES[0]


@cache
def inside_of(code):
    return frozenset(other for other in ALL_CODES if WORLD.regions.covers(code, other))


def now_called(code):
    return WORLD.regions.successor(code).code


@cache
def called_now(region):
    """The region with the codes it used to have."""
    return frozenset(code for code in ALL_CODES if now_called(code) == region)


def parts_of(region):
    return [part.code for part in WORLD.regions.children(region)]


COUNTED_WHERE = {
    "post_stations_open": ("post_stations", lambda row: True),
    "referrals_eligible_persons": ("referrals", None),
    "loans_granted": ("loans", lambda row: True),
    "loans_overdue_share": ("loans", lambda row: None not in (row["balance_fen"], row["overdue_fen"])),
    "households_with_balance_share": ("households", lambda row: row["kind"] in BASE_KINDS),
    "outlets_branch_open": ("outlets", lambda row: row["kind"] == "branch"),
    "outlets_closed": ("outlets", lambda row: row["kind"] == "branch" and row["closed_on"] is not None),
    "atms_installed": ("devices", lambda row: row["kind"] in ("atm", "crs")),
}


def kept_at(rows, indicator_id):
    """The regions at which records of an indicator are kept."""
    if kind := WORLD.indicators[indicator_id].params.get("kind"):
        return {row["region_code"] for row in rows["registers"] if row["kind"] == kind}
    ledger_id, counts = COUNTED_WHERE.get(indicator_id, ("loans", lambda row: False))
    if counts is None:
        slowly, params = answer(indicator_id), WORLD.indicators[indicator_id].params
        late = DATA_DATE + timedelta(days=999)
        return {code for code in ALL_CODES if slowly(rows, {code}, late, params, home_of(WORLD.regions))[0]}
    own = relieved_loans(rows, home_of(WORLD.regions)) if ledger_id == "loans" else rows[ledger_id]
    return {row["region_code"] for row in own if counts(row)}


def has_reported(slowly, rows, indicator_id, code, on):
    """Whether anybody has spoken for the region or a part of it, or records are kept finely enough to tell."""
    told = [
        now_called(row["region_code"])
        for row in rows["reported_figures"]
        if row["indicator"] == indicator_id and row["numerator"] is not None and row["as_of"] <= on
    ]
    if any(other in inside_of(code) for other in told):
        return True
    regions = [batch.region_code for batch, day in slowly.spoken(indicator_id) if day <= on]
    if any(region in inside_of(code) for region in regions):
        return True
    kept = kept_at(rows, indicator_id)
    above = kept & {upper.code for upper in WORLD.regions.ancestors(code)}
    return (not above or bool(kept & inside_of(code))) and any(code in inside_of(region) for region in regions)


def load_all(store, folder, plan):
    for delivery in plan:
        deliver(store, WORLD.ledgers, delivery, folder)


def desk(store, release, region):
    batches = batches_of(release, list_batches(store))
    reader = reader_of(Viewer("official", region), release, batches, list(WORLD.ledgers.values()))
    return Readings(release, reader, WORLD.indicators)


ASKED = [NATION, COUNTY, *TOWNSHIPS]
# Few months matter to the rollup; the days between take the other path.
ON_DAYS = [date(2021, 12, 31), date(2022, 4, 1), date(2023, 1, 31), date(2023, 6, 15), DATA_DATE]
# The same worlds every time in `make test`; many other ones in `make test-slow`.
MANY = "MANY_EXAMPLES" in os.environ
world_settings = settings(
    max_examples=300 if MANY else 20,
    derandomize=not MANY,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)


def unchanged_file(deliveries):
    """A second file equal to the first is refused by design; worlds are made of different ones."""
    return len({str(delivery) for delivery in deliveries}) == len(deliveries)


plans = st.lists(deliveries(), min_size=1, max_size=5).filter(unchanged_file)


@world_settings
@given(plans)
def test_sql_equals_the_slow_answers_everywhere_on_every_kind_of_day(plan):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        store = create_store(folder / "store", is_demo=True)
        load_all(store, folder, plan)
        release = publish(store, WORLD, data_date=DATA_DATE)
        readings = desk(store, release, NATION)
        rows = standing_rows(store, WORLD.ledgers)
        slowly = SlowReadings(WORLD, rows, list_batches(store))
        for indicator_id, on in product(WATCHED, ON_DAYS):
            found = readings.of(indicator_id, on, ASKED)
            for code in ASKED:
                reading = found[code]
                if not has_reported(slowly, rows, indicator_id, code, on):
                    assert reading.numerator is None, (indicator_id, code, on)
                    continue
                said = (reading.numerator, reading.denominator or 0)
                assert said == slowly.of(indicator_id, code, on), (indicator_id, code, on)


@world_settings
@given(plans, plans)
def test_incremental_release_equals_full_rebuild_by_hash(first, second):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        store = create_store(folder / "store", is_demo=True)
        load_all(store, folder, first)
        publish(store, WORLD, data_date=DATA_DATE)
        load_all(store, folder, [delivery for delivery in second if delivery not in first])
        withdraw(store, "B000001", "test")
        load_again = list_batches(store)
        if all(batch.withdrawn for batch in load_again):
            return
        incremental = publish(store, WORLD, data_date=DATA_DATE)
        full = publish(store, WORLD, data_date=DATA_DATE, from_scratch=True)
        assert full.number == incremental.number + 1
        assert full.tables == incremental.tables


def assert_rows_are_own(seen, indicator_id, own, on):
    """The rows behind a figure are the viewer's own, also where he asks for a region that is not his."""
    indicator = WORLD.indicators[indicator_id]
    pieces = indicator_query(indicator)
    if pieces is None:
        return
    for asked in (own, NATION, *TOWNSHIPS):
        for ledger_id in indicator.ledgers:
            rows = seen.reader.rows_behind(pieces, indicator.params, ledger_id, asked, on, limit=100)
            assert {row["region_code"] for row in rows} <= inside_of(own)


@world_settings
@given(plans, st.sampled_from([COUNTY, *TOWNSHIPS]), st.sampled_from(ON_DAYS))
def test_a_viewer_reads_his_own_regions_and_the_parts_sum_to_the_whole(plan, own, on):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        store = create_store(folder / "store", is_demo=True)
        load_all(store, folder, plan)
        release = publish(store, WORLD, data_date=DATA_DATE)
        seen = desk(store, release, own)
        everything = desk(store, release, NATION)
        for indicator_id in WORLD.indicators:
            found = seen.of(indicator_id, on, ALL_CODES)
            assert set(found) <= inside_of(own)
            whole = everything.of(indicator_id, on, ALL_CODES)
            assert all(reading == whole[code] for code, reading in found.items())
            assert_rows_are_own(seen, indicator_id, own, on)
            if indicator_id not in FILLED_IN:  # a county may fill in another figure than its townships
                at_county = kept_at(standing_rows(store, WORLD.ledgers), indicator_id) & called_now(COUNTY)
                parts = sum(whole[code].numerator or 0 for code in parts_of(COUNTY))
                if whole[COUNTY].numerator is not None and not at_county:
                    assert whole[COUNTY].numerator == parts == whole[NATION].numerator
