"""The story of the referrals: five pushed and nobody has a loan; what waits to be pushed closes part of the gap."""

from __future__ import annotations

from itertools import pairwise

import polars as pl
import pytest

from finance_monitor.access import system_viewer
from finance_monitor.disclosure.desk import open_desk, show_target
from finance_monitor.reports.element import element
from finance_monitor.store.batches import list_batches
from finance_monitor.world import world

NATION, HEILONGJIANG, KESHAN, QINGHAI = "000000000000", "230000000000", "230229000000", "630000000000"
SILENT = ("330000000000", "350000000000", "460000000000", "540000000000", "650000000000")


@pytest.fixture(scope="module")
def desk(full_demo):
    return open_desk(full_demo, world(), system_viewer(world().regions))


def parts(desk, indicator_id, code):
    reading = desk.readings.of(indicator_id, desk.release.data_date, [code]).get(code)
    return (None, None) if reading is None else (reading.numerator, reading.denominator)


def count(desk, indicator_id, code):
    return parts(desk, indicator_id, code)[0]


def test_keshan_counts_as_reached_and_nobody_has_a_loan(desk):
    shown = element(show_target(desk, "T-ABC-02", KESHAN))
    assert (shown["actual"], shown["units_reached"], shown["light"]) == (5, 1, "green")
    beside = {one["indicator"]: one["value"] for one in shown["beside"]}
    assert beside == {"referrals_disbursed": 0, "referrals_waiting_18_days": 3}
    assert count(desk, "referrals_persons_with_loan", KESHAN) == 0
    # The fifth is at the bank as well, but not for so long; the one rejected was told why.
    assert count(desk, "referrals_waiting", KESHAN) == 4
    assert parts(desk, "referrals_rejected_told_share", KESHAN) == (1, 1)
    assert show_target(desk, "T-ABC-04", KESHAN).progress.actual == 0


def test_no_other_reached_county_of_heilongjiang_has_three_waiting_and_no_loan(desk):
    alike = [
        code
        for code in world().scopes["heilongjiang-rural-counties"].codes
        if (count(desk, "referrals_eligible_persons", code) or 0) >= 5
        and count(desk, "referrals_disbursed", code) == 0
        and count(desk, "referrals_waiting_18_days", code) == 3
    ]
    assert alike == [KESHAN]


def test_reviewed_needs_would_close_six_of_the_nine_missing(desk):
    shown = element(show_target(desk, "T-HLJ-16", HEILONGJIANG))
    assert sum(one["short"] for one in shown["shortfall"]) == 9
    waiting = {one["name"]: one["in_pipeline"] for one in shown["shortfall"]}
    assert waiting == {"饶河县": 1, "嘉荫县": 1, "逊克县": None, "孙吴县": 1, "呼玛县": 2, "塔河县": 1}
    assert count(desk, "referral_needs_waiting", HEILONGJIANG) == 6


def test_open_cases_stay_in_the_base(desk):
    pushed = count(desk, "referrals_pushed", HEILONGJIANG)
    visited, asked = parts(desk, "referrals_visited_share", HEILONGJIANG)
    assert asked == pushed == 496
    assert 0.8 < visited / asked < 0.95
    assert count(desk, "referrals_waiting", HEILONGJIANG) > count(desk, "referrals_waiting_18_days", HEILONGJIANG) > 3


def test_the_nation_refers_fifteen_thousand_and_the_silent_are_not_zero(desk):
    assert 14_500 < count(desk, "referrals_pushed", NATION) < 15_500
    assert all(count(desk, "referrals_pushed", code) is None for code in SILENT)
    assert count(desk, "referrals_disbursed", QINGHAI) is None
    assert count(desk, "referrals_pushed", QINGHAI) > 0
    platform = show_target(desk, "T-ABC-01", NATION).progress
    assert (platform.units_total, platform.units_reported, platform.status) == (1866, 1585, "unknown")
    visited = show_target(desk, "T-ABC-08", NATION).progress
    # Where the bank has told nothing its referrals are not held to be unvisited.
    assert visited.denominator == count(desk, "referrals_pushed", NATION) - count(desk, "referrals_pushed", QINGHAI)
    assert (visited.status, visited.light) == ("breached", "red")


@pytest.mark.parametrize("target", ["T-ABC-04", "T-ABC-05", "T-ABC-07", "T-ABC-09", "T-ABC-13", "T-ABC-14"])
def test_a_direction_is_followed_and_has_no_light(desk, target):
    progress = show_target(desk, target, HEILONGJIANG).progress
    assert (progress.status, progress.light) == ("trend", "none")
    assert progress.actual is not None


def test_outcomes_are_told_in_the_order_of_things(full_demo):
    files = [batch.rows_file for batch in list_batches(full_demo) if batch.ledger_id == "referral_outcomes"]
    rows = pl.concat([pl.read_parquet(file) for file in files])
    steps = ["accepted_on", "visited_on", "decided_on", "disbursed_on"]
    for earlier, later in pairwise(steps):
        assert rows.filter(pl.col(later) < pl.col(earlier)).is_empty()
        assert rows.filter(pl.col(later).is_not_null() & pl.col(earlier).is_null()).is_empty()
    paid = rows.filter(pl.col("disbursed_on").is_not_null())
    assert paid.filter((pl.col("decision") != "approved") | pl.col("handled_place").is_null()).is_empty()
    assert paid["loan_no"].n_unique() == paid.height
    assert paid["matched_product"].null_count() == paid.height - paid["qualified"].sum() == 0
    rejected = rows.filter(pl.col("decision") == "rejected")
    assert rejected["reject_reason"].null_count() == 0
    assert 0 < rejected["feedback_on"].null_count() < rejected.height * 0.1
