"""Rows held back are told by kind and place, never by what stands in the cell; two paths that differ are found."""

from __future__ import annotations

from datetime import date

import polars as pl
import pytest

from finance_monitor.access import Viewer
from finance_monitor.disclosure.deliveries import deliveries
from finance_monitor.disclosure.desk import open_desk
from finance_monitor.disclosure.held_back import differences, held_back
from finance_monitor.errors import AccessError
from finance_monitor.intake.faults import Fault
from finance_monitor.ledgers.batch import BatchHeader
from finance_monitor.releases.build import publish
from finance_monitor.releases.load import faults_frame
from finance_monitor.store.batches import Parts, add_batch
from finance_monitor.store.store import create_store
from finance_monitor.world import world
from tests.pages.seed import DENGZHOU, HEILONGJIANG, SUNWU, figure, stations
from tests.small_world import Delivery, deliver, frame_of

DAY = date(2023, 11, 20)
WRITTEN = "999999198502020023"


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    """Eight stations taken and three rows held back; the county filled in nine stations."""
    folder = tmp_path_factory.mktemp("held")
    made = create_store(folder / "store", is_demo=True)
    faults = (
        *(
            Fault("validity", "not_a_date", "intake.not_a_date", "台账", row, "运营日期", WRITTEN)
            for row in (12, 10, 11)
        ),
        Fault("quality", "Q-1", "intake.check", "台账", 4, "名称", WRITTEN),
    )
    held = pl.DataFrame({"source_row": [10, 11, 12], "raw": ["{}"] * 3, "reasons": ["[]"] * 3})
    header = BatchHeader("post_stations", "演示邮政", SUNWU, "2023-11-20")
    source = folder / "stations.csv"
    source.write_text("stations", encoding="utf-8")
    rows = frame_of(world().ledgers["post_stations"], stations())
    with made.loading():
        add_batch(made, header, Parts(rows, held, pl.DataFrame(), faults_frame(faults)), source)
        filled = Delivery(
            BatchHeader("reported_figures", "演示邮政", SUNWU, "2023-11-20"),
            [figure("post_stations_open", SUNWU, DAY, 9)],
        )
        deliver(made, world().ledgers, filled, folder)
        publish(made, world(), data_date=DAY)
    return made


def desk(store, region=HEILONGJIANG):
    return open_desk(store, world(), Viewer("official", region))


def test_rows_in_are_rows_taken_and_held(store):
    (one,) = [one for one in deliveries(desk(store), (), HEILONGJIANG, DAY) if one.ledger.id == "post_stations"]
    assert (one.rows_in, one.rows_taken, one.rows_held) == (11, 8, 3)
    assert (one.is_owed, one.due_on, one.days_late) == (False, None, 0)


def test_faults_are_told_by_kind_and_place_the_most_frequent_first(store):
    first, second = held_back(desk(store), HEILONGJIANG, DAY)
    assert (first.fault.rule, first.fault.column, first.fault.places) == ("not_a_date", "运营日期", 3)
    assert first.fault.rows == (10, 11, 12)
    assert first.batch.file_name == "stations.csv"
    assert (second.fault.level, second.fault.rows) == ("quality", (4,))
    assert WRITTEN not in repr((first, second))


def test_what_began_after_the_day_is_not_there_yet(store):
    assert held_back(desk(store), HEILONGJIANG, date(2023, 10, 1)) == ()


def test_a_filled_in_figure_that_its_records_do_not_come_to_is_found(store):
    (one,) = differences(desk(store), HEILONGJIANG, DAY)
    assert (one.indicator.id, one.region_code) == ("post_stations_open", SUNWU)
    assert (one.found.numerator, one.found.counted_numerator) == (9, 8)


def test_a_viewer_asks_only_of_his_own_region(store):
    own = desk(store, SUNWU)
    assert len(held_back(own, SUNWU, DAY)) == 2
    for asked in (held_back, differences):
        with pytest.raises(AccessError):
            asked(own, DENGZHOU, DAY)
