"""The demo is brought in the real way; the numbers of Heilongjiang and the nation come out."""

from __future__ import annotations

import json
from datetime import date

import polars as pl
import pytest

from finance_monitor.demo import make
from finance_monitor.demo.story import load_story
from finance_monitor.store.batches import list_batches
from finance_monitor.world import world
from tests.unit.demo_store import HEILONGJIANG, NATION, number, readings_of

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


@pytest.fixture(scope="module")
def demo(full_demo):
    return full_demo


@pytest.fixture(scope="module")
def batches(demo):
    return list_batches(demo)


@pytest.fixture(scope="module")
def readings(demo):
    return readings_of(demo)


def test_files_stay_beside_the_store_and_one_is_of_the_old_encoding(demo, batches):
    files = {path.name for path in (demo.folder / make.LEDGERS).rglob("*.*")}
    assert files == {batch.file_name for batch in batches}
    texts = [path.read_bytes() for path in (demo.folder / make.LEDGERS).rglob("*.csv")]
    marked = [text.startswith(b"\xef\xbb\xbf") for text in texts]
    assert any(marked)
    assert not all(marked)


def test_the_data_date_is_a_monday_and_the_store_says_it_is_a_demo(demo, readings):
    assert readings.release.data_date == load_story().frame.data_date == date(2023, 11, 20)
    assert readings.release.data_date.isoweekday() == 1
    assert demo.is_demo
    assert readings.release.is_demo


def test_every_row_is_taken_or_held_back_and_only_the_slips_are(batches):
    assert all(batch.rows_in == batch.rows_taken + batch.rows_quarantined for batch in batches)
    story = next(part for part in load_story().places["dengzhou"].parts if part.make == "lending")
    list_of_slips = story.township_list
    held = {batch.region_code: batch for batch in batches if batch.rows_quarantined}
    assert set(held) == {list_of_slips.region}
    batch = held[list_of_slips.region]
    assert (batch.rows_taken, batch.rows_quarantined) == (list_of_slips.rows, len(list_of_slips.slips))
    reasons = pl.read_parquet(batch.folder / "quarantined.parquet")["reasons"].to_list()
    rules = sorted(rule for row in reasons for rule in {reason["rule"] for reason in json.loads(row)})
    assert rules == ["not_a_date", "number_cell", "region", *["unit_doubt"] * 12]


def test_nothing_else_is_found_fault_with(batches):
    for batch in batches:
        faults = pl.read_parquet(batch.folder / "faults.parquet")
        assert faults.height == batch.rows_quarantined, batch.file_name


def test_all_persons_are_invented(batches):
    frames = [pl.read_parquet(batch.folder / "persons.parquet") for batch in batches]
    numbers = pl.concat(frames)["id_number"].unique().to_list()
    assert len(numbers) > 4000
    for digits in numbers:
        assert digits.startswith("999999")
        total = sum(int(digit) * weight for digit, weight in zip(digits[:17], WEIGHTS, strict=True))
        assert "10X98765432"[total % 11] == digits[17]


def test_heilongjiang_has_412_persons_and_nine_are_missing_in_six_counties(readings):
    counties = world().scopes["heilongjiang-rural-counties"].codes
    assert number(readings, "referrals_eligible_persons", HEILONGJIANG) == 412
    counts = [number(readings, "referrals_eligible_persons", code) for code in counties]
    assert len(counts) == 67
    assert sum(counts) == 412
    short = [5 - count for count in counts if count < 5]
    assert len(counts) - len(short) == 61
    assert (sum(short), len(short)) == (9, 6)
    assert all(2 <= 5 - missing <= 4 for missing in short)


def test_heilongjiang_rows_hold_more_than_what_counts(batches):
    own = [b for b in batches if b.ledger_id == "referrals" and b.region_code.startswith("23")]
    rows = pl.concat([pl.read_parquet(batch.rows_file) for batch in own])
    assert len(own) == 13
    assert rows.filter(~pl.col("eligible")).height == 58
    eligible = rows.filter("eligible")
    assert eligible.height - eligible["person_key"].n_unique() == 26


def test_stations_are_open_on_the_day_and_one_prefecture_is_silent(readings, batches):
    assert number(readings, "post_stations_open", HEILONGJIANG) == 64
    assert number(readings, "post_stations_open", "232700000000") is None
    rows = pl.concat([pl.read_parquet(b.rows_file) for b in batches if b.ledger_id == "post_stations"])
    assert rows.height == 71
    assert rows["closed_on"].count() == 3
    assert rows["suspended_on"].count() == 6
    assert rows["resumed_on"].count() == 2


def test_heilongjiang_fills_in_fund_sheep_and_column(readings):
    def share(indicator_id):
        reading = readings.of(indicator_id, readings.release.data_date, [HEILONGJIANG])[HEILONGJIANG]
        return reading.numerator / reading.denominator

    assert share("employment_fund_public_jobs_share") == pytest.approx(0.168)
    assert share("sheep_rams_share") == share("sheep_ewes_share") == share("sheep_cost_share") == 1
    assert number(readings, "procurement_mall_column", HEILONGJIANG) == 1
    assert number(readings, "procurement_mall_column", HEILONGJIANG, date(2023, 8, 31)) == 0


def test_the_nation_has_colour_and_gaps(readings):
    provinces = [region.code for region in world().regions.children(NATION)]
    counts = {code: number(readings, "referrals_eligible_persons", code) for code in provinces}
    assert number(readings, "referrals_eligible_persons", NATION) == 412 + 12900
    silent = {"330000000000", "350000000000", "460000000000", "540000000000", "650000000000"}
    assert all(counts[code] is None for code in silent)
    spoken = [count for count in counts.values() if count]
    assert len(spoken) == 23
    assert max(spoken) > 5 * min(spoken)


def test_offices_and_banks_are_marked_as_invented(batches):
    assert all("演示" in batch.reported_by for batch in batches)
    for batch in batches:
        rows = pl.read_parquet(batch.rows_file)
        for column in {"lender", "bank", "operator", "organisation"} & set(rows.columns):
            assert rows[column].str.contains("演示").all(), batch.file_name
