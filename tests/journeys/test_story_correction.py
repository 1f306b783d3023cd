"""A township's list with slips is put right and handed in: its light turns and the city's figure rises."""

from __future__ import annotations

import contextlib
import io
import json

import polars as pl
import pytest

from finance_monitor.access import system_viewer
from finance_monitor.cli.main import main
from finance_monitor.demo import make
from finance_monitor.demo.delivery import AsWritten
from finance_monitor.demo.story import load_story
from finance_monitor.disclosure.desk import open_desk, show_target
from finance_monitor.store.batches import list_batches
from finance_monitor.store.store import open_store
from finance_monitor.world import world

CITY, SCALE = "411381000000", 0.05


@pytest.fixture(scope="module")
def told():
    """The story of one city as far as it is needed: households, loans, and the target split to townships."""
    story = load_story()
    parts = tuple(part for part in story.places["dengzhou"].parts if part.make in ("lending", "shares"))
    return type(story)(
        story.frame, story.names, {"dengzhou": story.places["dengzhou"].model_copy(update={"parts": parts})}
    )


@pytest.fixture(scope="module")
def store(told, tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(make, "load_story", lambda: told)
        return make.make_demo(tmp_path_factory.mktemp("story") / "store", scale=SCALE)


@pytest.fixture(scope="module")
def township_list(told):
    return next(part for part in told.places["dengzhou"].parts if part.make == "lending").township_list


@pytest.fixture(scope="module")
def before_and_after(store, township_list):
    before = figures(store, township_list.region)
    (file,) = (store.folder / make.LEDGERS / township_list.corrected_in).iterdir()
    (held,) = [batch for batch in list_batches(store) if batch.rows_quarantined]
    assert file.name == held.file_name
    said, messages = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(messages):
        status = main(
            [
                *("load", str(file), "--ledger", held.ledger_id, "--period", held.period, "--by", held.reported_by),
                *("--region", held.region_code, "--store", str(store.folder), "--format", "json"),
            ]
        )
    assert status == 0, messages.getvalue()
    return before, json.loads(said.getvalue()), figures(store, township_list.region)


def figures(store, township):
    """Return what the township and the city show now."""
    desk = open_desk(open_store(store.folder), world(), system_viewer(world().regions))
    return {code: show_target(desk, "T-DZ-05", code).progress for code in (township, CITY)}


def test_the_slips_are_held_back_and_the_list_put_right_is_taken_whole(store, township_list, before_and_after):
    _, said, _ = before_and_after
    first, second = [batch for batch in list_batches(store) if batch.region_code == township_list.region]
    rows = township_list.rows + len(township_list.slips)
    assert (first.rows_in, first.rows_taken, first.rows_quarantined) == (
        rows,
        township_list.rows,
        rows - township_list.rows,
    )
    assert (second.rows_in, second.rows_taken, second.rows_quarantined) == (rows, rows, 0)
    assert len(said) == 1


def test_the_light_of_the_township_turns(township_list, before_and_after):
    first, _, then = before_and_after
    before, after = first[township_list.region], then[township_list.region]
    assert (before.status, before.light) == ("behind", "yellow")
    assert (after.status, after.light) == ("on_track", "green")
    assert after.goal == before.goal
    assert after.actual > before.actual


def test_the_figure_of_the_city_rises_by_what_was_held_back(store, told, before_and_after):
    before, _, after = before_and_after
    risen = after[CITY].actual - before[CITY].actual
    (written,) = [one for one in make.deliveries(told, world(), SCALE) if one.corrected is not None]
    pairs = list(zip(written.rows, written.corrected.rows, strict=True))
    wrong = [right for row, right in pairs if any(isinstance(cell, AsWritten) for cell in row.values())]
    assert risen == sum(row["amount_fen"] for row in wrong) / 1_000_000
    assert risen > 50
    kept = pl.read_parquet(list_batches(store)[-1].rows_file)["amount_fen"]
    assert kept.sum() == sum(row["amount_fen"] for row in written.corrected.rows)
