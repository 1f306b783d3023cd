"""Batches replace what they should and nothing else; registers keep the newest list; viewers are read strictly."""

import json
import stat
from dataclasses import replace
from datetime import date

import pytest

from finance_monitor.access import Viewer, parse_viewer, system_viewer
from finance_monitor.disclosure.desk import open_desk
from finance_monitor.errors import AccessError, StoreError, UsageError, UserError
from finance_monitor.ledgers.batch import BatchHeader
from finance_monitor.ledgers.model import Column
from finance_monitor.regions import regions
from finance_monitor.releases.build import publish
from finance_monitor.releases.compare import compare
from finance_monitor.store.batches import active, list_batches, standing, withdraw
from finance_monitor.store.release_files import list_releases, read_release
from finance_monitor.store.store import create_store, open_store
from finance_monitor.texts import LANGS, tell
from tests.small_world import Delivery, deliver, small_world

DAY = date(2023, 11, 20)
COUNTY, TOWNSHIP = "500156000000", "500156001000"


@pytest.fixture(scope="module")
def world():
    return small_world(COUNTY)


@pytest.fixture
def store(tmp_path):
    return create_store(tmp_path / "store", is_demo=True)


def bring(store, world, tmp_path, ledger="loans", by="演示银行甲", region=COUNTY, period="2023", number="1"):
    row = {
        "loan_no": number,
        "household_no": "H",
        "region_code": TOWNSHIP,
        "amount_fen": 100 * int(number),
        "balance_fen": 0,
    }
    row = {**row, "disbursed_on": date(2023, 1, int(number))} if ledger == "loans" else {"referral_no": number}
    return deliver(store, world.ledgers, Delivery(BatchHeader(ledger, by, region, period), [row]), tmp_path)


def ids(batches):
    return [batch.batch_id for batch in batches]


def test_bank_a_never_erases_bank_b(store, world, tmp_path):
    bring(store, world, tmp_path, by="演示银行甲", number="1")
    bring(store, world, tmp_path, by="演示银行乙", number="2")
    bring(store, world, tmp_path, by="演示银行甲", number="3")
    assert ids(standing(list_batches(store))) == ["B000002", "B000003"]


def test_a_register_keeps_the_newest_period_and_events_keep_all(store, world, tmp_path):
    bring(store, world, tmp_path, period="2023-10", number="1")
    bring(store, world, tmp_path, period="2023-09", number="2")
    assert ids(active(list_batches(store), world.ledgers["loans"])) == ["B000001"]
    bring(store, world, tmp_path, ledger="referrals", period="2023-10", number="1")
    bring(store, world, tmp_path, ledger="referrals", period="2023-09", number="2")
    assert ids(active(list_batches(store), world.ledgers["referrals"])) == ["B000003", "B000004"]


def test_a_batch_taken_back_lets_the_one_before_stand_again(store, world, tmp_path):
    bring(store, world, tmp_path, number="1")
    bring(store, world, tmp_path, number="2")
    assert ids(standing(list_batches(store))) == ["B000002"]
    withdraw(store, "B000002", "test")
    assert ids(standing(list_batches(store))) == ["B000001"]
    with pytest.raises(UserError) as twice:
        withdraw(store, "B000002", "test")
    assert twice.value.key == "store.no_such_batch"


def test_publishing_nothing_new_keeps_the_release_and_rollback_makes_the_old_content(store, world, tmp_path):
    bring(store, world, tmp_path, number="1")
    first = publish(store, world, data_date=date(2023, 11, 20))
    assert publish(store, world, data_date=date(2023, 11, 20)).number == first.number
    bring(store, world, tmp_path, number="2")
    second = publish(store, world, data_date=date(2023, 11, 20))
    assert second.tables["readings"] != first.tables["readings"]
    said = compare(store, world, [first.number, second.number], "zh")
    assert "B000002" in said[0]
    withdraw(store, "B000002", "test")
    third = publish(store, world, data_date=date(2023, 11, 20))
    assert third.tables == first.tables
    assert [release.number for release in list_releases(store)] == [1, 2, 3]
    assert read_release(store).number == 3


def test_a_release_names_no_folder_of_this_computer(store, world, tmp_path):
    bring(store, world, tmp_path)
    release = publish(store, world)
    assert str(tmp_path).encode() not in release.file.read_bytes()
    assert str(tmp_path) not in (release.folder / "manifest.json").read_text(encoding="utf-8")


def test_the_key_is_for_the_owner_only_and_keys_differ_between_stores(store, tmp_path):
    assert stat.S_IMODE(store.key_file.stat().st_mode) == 0o600
    other = create_store(tmp_path / "other", is_demo=True)
    number = "999999197001100119"
    assert store.person_key(number) == store.person_key(number) != other.person_key(number)
    assert number not in store.person_key(number)


def test_a_store_of_another_format_or_a_damaged_one_is_said_in_both_languages(store, tmp_path):
    about = store.folder / "store.json"
    about.write_text(json.dumps({"format": 99}), encoding="utf-8")
    with pytest.raises(StoreError) as other:
        open_store(store.folder)
    about.write_text("{", encoding="utf-8")
    with pytest.raises(StoreError) as damaged:
        open_store(store.folder)
    with pytest.raises(UserError) as missing:
        open_store(tmp_path / "nowhere")
    for error in (other.value, damaged.value, missing.value):
        assert all(len(tell(error, lang)) > 10 for lang in LANGS)


def test_viewers_are_read_strictly():
    tree = regions()
    official = parse_viewer("official@500156000000", tree)
    official.require(tree, TOWNSHIP)
    for foreign in ("500154000000", "500000000000"):
        with pytest.raises(AccessError):
            official.require(tree, foreign)
    for text in ("king@500156000000", "official", "system@500156000000"):
        with pytest.raises(UsageError):
            parse_viewer(text, tree)
    assert tree.get(system_viewer(tree).region_code).level == "nation"


def outlets_read(store, world):
    return open_desk(store, world, Viewer("official", COUNTY)).readings.of("outlets_branch_open", DAY, [COUNTY])[COUNTY]


def test_two_organisations_may_both_have_a_number_one_and_a_ledger_may_gain_a_column(store, world, tmp_path):
    row = {"outlet_no": "1", "kind": "branch", "region_code": TOWNSHIP, "opened_on": date(2023, 1, 1)}
    for by in ("演示银行甲", "演示银行乙"):
        deliver(store, world.ledgers, Delivery(BatchHeader("outlets", by, COUNTY, "2023"), [row]), tmp_path)
    publish(store, world, data_date=DAY)
    assert outlets_read(store, world).numerator == 2
    outlets = world.ledgers["outlets"]
    later = Column(name="phone_hours", zh="服务时间", en="Hours", type="text")
    grown = outlets.model_copy(update={"columns": (*outlets.columns, later)})
    wider = replace(world, ledgers={**world.ledgers, "outlets": grown})
    publish(store, wider, data_date=DAY, from_scratch=True)
    assert outlets_read(store, wider).numerator == 2
