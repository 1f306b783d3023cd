"""The demo's lending in Dengzhou and Kaizhou, and the history of Wulong."""

from __future__ import annotations

from datetime import date

import polars as pl
import pytest

from finance_monitor.demo import make
from finance_monitor.demo.delivery import AsWritten
from finance_monitor.demo.story import load_story
from finance_monitor.settings import DATA
from finance_monitor.store.batches import list_batches
from finance_monitor.world import world
from tests.unit.demo_store import DENGZHOU, KAIZHOU, WULONG, number, readings_of

EVE = date(2022, 12, 31)


@pytest.fixture(scope="module")
def demo(full_demo):
    return full_demo


@pytest.fixture(scope="module")
def batches(demo):
    return list_batches(demo)


@pytest.fixture(scope="module")
def readings(demo):
    return readings_of(demo)


def test_dengzhou_lent_what_its_rows_sum_up_to(readings):
    told = [
        one
        for one in make.deliveries(load_story(), world(), 1)
        if world().regions.covers(DENGZHOU, one.header.region_code)
    ]
    listed = [row for one in told if one.header.ledger_id == "households" for row in one.rows]
    # In the story an ordinary household stays one.
    ordinary = {row["household_no"] for row in listed if row["kind"] == "ordinary"}
    sums = {"relieved": 0, "ordinary": 0}
    for one in told:
        if one.header.ledger_id == "loans":
            sound = [r for r in one.rows if not any(isinstance(cell, AsWritten) for cell in r.values())]
            for row in sound:
                if row["disbursed_on"].year == 2023:
                    sums["ordinary" if row["household_no"] in ordinary else "relieved"] += row["amount_fen"]
    read = number(readings, "loans_granted", DENGZHOU) - number(readings, "loans_granted", DENGZHOU, EVE)
    assert read == sums["relieved"]
    # 27,900 万元, and the township's own list on top; a few loans of ordinary households are not counted.
    assert 27_900_000_000 <= sum(sums.values()) < 27_900_000_000 + 300_000_000
    assert 0 < sums["ordinary"] < sums["relieved"] / 20


def test_two_units_of_dengzhou_have_no_loan_this_year(readings):
    codes = world().scopes["dengzhou-townships"].codes
    without = [
        code
        for code in codes
        if number(readings, "loans_granted", code) == (number(readings, "loans_granted", code, EVE) or 0)
    ]
    assert (len(codes), len(without)) == (29, 2)


def test_households_overdue_loans_and_satisfaction_of_dengzhou(readings):
    def both(indicator_id):
        reading = readings.of(indicator_id, readings.release.data_date, [DENGZHOU])[DENGZHOU]
        return reading.numerator, reading.denominator

    with_loan, households = both("households_with_balance_share")
    assert 6_500 < households <= 7_000
    assert 0.8 < with_loan / households < 1
    overdue, balance = both("loans_overdue_share")
    assert 0 < overdue < balance / 100
    assert both("satisfaction_share") == (487, 500)


def test_rates_are_never_above_the_lpr_of_the_day(batches):
    rows = pl.concat([pl.read_parquet(b.rows_file) for b in batches if b.ledger_id == "loans"])
    lpr = pl.read_csv(DATA / "reference" / "lpr.csv", try_parse_dates=True).sort("published_on")
    held = rows.sort("disbursed_on").join_asof(lpr, left_on="disbursed_on", right_on="published_on")
    cap = pl.when(pl.col("term_months") <= 12).then("lpr_1y").otherwise("lpr_5y")
    assert held.filter(pl.col("rate_pct").cast(pl.Float64) > cap).is_empty()
    assert held["rate_pct"].null_count() == 0
    assert rows["amount_fen"].is_between(500_000, 5_000_000).all()


def test_kaizhou_has_loans_in_all_townships_and_its_fund_was_short_once(readings):
    codes = world().scopes["kaizhou-townships"].codes
    assert len(codes) == 40
    assert all(number(readings, "loans_granted", code) > 0 for code in codes)

    def cover(on):
        reading = readings.of("risk_fund_cover", on, [KAIZHOU])[KAIZHOU]
        return round(100 * reading.numerator / reading.denominator, 2)

    assert [cover(date(2022, 12, 31)), cover(date(2023, 9, 30)), cover(date(2023, 10, 31))] == [10.31, 9.68, 10.24]


def test_wulong_had_a_branch_in_every_township_by_the_end_of_2017(readings):
    codes, end = world().scopes["wulong-townships"].codes, date(2017, 12, 31)
    branches = [number(readings, "outlets_branch_open", code, end) for code in codes]
    assert (len(branches), min(branches), sum(branches)) == (26, 1, 70)
    before = [number(readings, "outlets_branch_open", code, date(2016, 12, 31)) or 0 for code in codes]
    assert sum(count > 0 for count in before) == 24
    assert number(readings, "atms_installed", WULONG, end) == 151
    closed = [number(readings, "outlets_closed", WULONG, date(year, 12, 31)) for year in (2018, 2019)]
    assert closed == [0, 2]
    assert min(number(readings, "outlets_branch_open", code) for code in codes) == 1


def test_poverty_loans_of_wulong_grew_faster_and_nobody_tells_of_the_listing(readings):
    def growth(indicator_id, year):
        ends = [number(readings, indicator_id, WULONG, date(each, 12, 31)) for each in (year - 1, year)]
        return ends[1] / ends[0] - 1

    for year in range(2016, 2021):
        assert growth("poverty_loan_balance", year) > growth("all_loan_balance", year) > 0
    assert number(readings, "neeq_listing_tiansheng", WULONG) is None
