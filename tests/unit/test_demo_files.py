"""The files of the demo and the making of its store."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
import yaml

from finance_monitor.demo import make
from finance_monitor.demo.story import load_story
from finance_monitor.demo.write import write_delivery
from finance_monitor.errors import UserError
from finance_monitor.settings import DATA
from finance_monitor.store.batches import list_batches
from finance_monitor.store.release_files import read_release
from finance_monitor.world import world


def written(folder, scale):
    story = load_story()
    sums = {}
    for delivery in make.deliveries(story, world(), scale):
        path = write_delivery(delivery, story.frame, world(), folder / delivery.header.ledger_id)
        name = str(path.relative_to(folder))
        assert name not in sums, "two files of one name"
        sums[name] = hashlib.sha256(path.read_bytes()).hexdigest()
    return sums


def test_the_same_seed_writes_the_same_files(tmp_path):
    first, again = written(tmp_path / "a", 0.02), written(tmp_path / "b", 0.02)
    assert first == again
    assert len(first) > 60
    assert {Path(name).suffix for name in first} == {".xlsx", ".csv"}


def test_the_smallest_demo_still_has_every_township():
    for delivery in make.deliveries(load_story(), world(), 0.0001):
        if delivery.header.ledger_id == "households":
            townships = world().regions.descendants(delivery.header.region_code, "township")
            assert {row["region_code"] for row in delivery.rows} == {township.code for township in townships}


def test_the_story_names_no_real_bank_or_company():
    real = [
        "农业银行",
        "工商银行",
        "建设银行",
        "中国银行",
        "邮储",
        "邮政",
        "农商",
        "信用社",
        "村镇银行",
        "天生",
        "公司",
    ]
    for path in (DATA / "demo").glob("*.yaml"):
        text = str(yaml.safe_load(path.read_text(encoding="utf-8")))
        assert not [name for name in real if name in text], path.name


@pytest.fixture
def short_story(monkeypatch):
    """A story of one table, quickly told."""
    story = load_story()
    part = next(part for part in story.places["heilongjiang"].parts if part.make == "table")
    place = story.places["heilongjiang"].model_copy(update={"parts": (part,)})
    short = type(story)(story.frame, story.names, {"heilongjiang": place})
    monkeypatch.setattr(make, "load_story", lambda: short)


def test_a_demo_that_is_stopped_leaves_no_store_and_can_be_made_again(tmp_path, short_story):
    def stop(done, _total, _what):
        if done:
            raise KeyboardInterrupt

    folder = tmp_path / "store"
    with pytest.raises(KeyboardInterrupt):
        make.make_demo(folder, progress=stop)
    assert not folder.exists()
    folder.mkdir()
    told = []
    assert make.make_demo(folder, progress=lambda *step: told.append(step)).folder == folder
    assert (told[0][0], told[-1][0]) == (0, told[-1][1])
    assert sorted(path.name for path in tmp_path.iterdir()) == ["store", "store.key"]
    assert read_release(make.open_store(folder)).number == 2


def test_a_folder_in_use_and_a_scale_of_nothing_are_refused(tmp_path, short_story):
    (tmp_path / "kept.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(UserError, match=r"store\.not_empty"):
        make.make_demo(tmp_path)
    for scale in (0, -1, float("nan")):
        with pytest.raises(UserError, match=r"demo\.scale"):
            make.make_demo(tmp_path / "new", scale=scale)
    assert [path.name for path in tmp_path.iterdir()] == ["kept.txt"]


def test_a_folder_that_is_no_demo_is_not_removed(tmp_path, short_story):
    (tmp_path / "store.new").mkdir()
    (tmp_path / "store.new" / "kept.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(UserError, match=r"store\.not_empty"):
        make.make_demo(tmp_path / "store")
    assert (tmp_path / "store.new" / "kept.txt").exists()


@pytest.mark.slow
def test_scale_one_is_about_twenty_thousand_loans(tmp_path):
    store = make.make_demo(tmp_path / "store")
    loans = [batch for batch in list_batches(store) if batch.ledger_id == "loans"]
    assert 19_500 < sum(batch.rows_taken for batch in loans) < 20_500
