"""What stands around a figure, out of a store: shares of a target, both paths, silent and late reporters, changes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from finance_monitor.access import Viewer, system_viewer
from finance_monitor.disclosure.changes import changes
from finance_monitor.disclosure.desk import open_desk, show_target
from finance_monitor.disclosure.figures import figures_of_target
from finance_monitor.disclosure.late import late_reporters
from finance_monitor.ledgers.batch import BatchHeader
from finance_monitor.releases.build import publish
from finance_monitor.reports.element import element
from finance_monitor.store.store import create_store
from tests.small_world import Delivery, deliver, small_world

CITY, NORTH, SOUTH = "411381000000", "411381102000", "411381103000"
TARGET = "T-DZ-05"
DATA_DATE, YEAR_END = date(2023, 11, 20), date(2023, 12, 31)


def loan(number, region, yuan, on=date(2023, 3, 1)):
    return {
        "loan_no": number,
        "household_no": f"H{number}",
        "region_code": region,
        "amount_fen": yuan * 100,
        "balance_fen": yuan * 100,
        "overdue_fen": 0,
        "disbursed_on": on,
    }


def share(region, value, on=YEAR_END):
    return {"target": TARGET, "region_code": region, "node_on": on, "value": Decimal(value), "document_no": "演示一号"}


def bring(store, world, folder, ledger, rows, by="演示银行甲", region=CITY, period="2023-11-20"):
    deliver(store, world.ledgers, Delivery(BatchHeader(ledger, by, region, period), rows), folder)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("around")
    world = replace(small_world(CITY), scopes={})
    store = create_store(folder / "store", is_demo=True)
    bring(store, world, folder, "loans", [loan("a", NORTH, 90_000), loan("b", SOUTH, 20_000)])
    bring(store, world, folder, "loans", [loan("c", SOUTH, 10_000)], by="演示银行乙", period="2023-09")
    publish(store, world, data_date=DATA_DATE)
    shares = [share(NORTH, 10), share(SOUTH, 3, date(2023, 6, 30)), share(SOUTH, 12)]
    bring(store, world, folder, "sub_targets", shares, by="演示办")
    filled = {"indicator": "loans_granted", "region_code": CITY, "as_of": date(2023, 10, 31), "numerator": 13_000_000}
    bring(store, world, folder, "reported_figures", [filled], by="演示办", period="2023")
    publish(store, world, data_date=DATA_DATE)
    return store, world


def at(made, region, release=None, viewer=None):
    store, world = made
    desk = open_desk(store, world, viewer or system_viewer(world.regions), release)
    return desk, show_target(desk, TARGET, region)


def test_a_region_is_judged_by_its_own_share(made):
    _, north = at(made, NORTH)
    told = element(north)
    assert (told["actual"], told["goal"], told["status"]) == (9, 10, "on_track")
    assert told["sub_target"]["nodes"] == [["2023-12-31", 10]]
    assert "分解任务不低于10万元" in told["sentence_zh"]


def test_several_nodes_are_a_plan_that_is_lagged_behind(made):
    _, south = at(made, SOUTH)
    # 3 of 12 lie on the node of June, and the way to 12 is nine in 184 days: 20 November expects 9.99.
    assert (south.progress.actual, south.progress.expected) == (Decimal("3.00"), Decimal("9.99"))
    assert (south.progress.status, south.progress.days_behind) == ("far_behind", 143)
    assert south.progress.needed_per_week == Decimal("1.54")  # nine in 41 days


def test_a_region_without_a_share_only_shows_what_it_did(made):
    desk, _ = at(made, CITY)
    states = {figure.region_code: (figure.state, figure.light) for figure in figures_of_target(desk, TARGET, CITY)}
    assert states[NORTH] == ("shown", "green")
    assert states[SOUTH] == ("shown", "red")
    others = {state for code, state in states.items() if code not in (NORTH, SOUTH)}
    assert others == {("not_split", "none")}


def test_the_whole_says_what_was_given_and_what_is_left(made):
    _, city = at(made, CITY)
    told = element(city)["shared_out"]
    assert told == {"regions": 2, "total": 22, "rest": pytest.approx(32337 - 22)}


def test_a_viewer_sees_the_shares_of_his_own_region_only(made):
    desk, south = at(made, SOUTH, viewer=Viewer(role="official", region_code=SOUTH))
    assert set(desk.allotments[TARGET]) == {SOUTH}
    assert south.allotment is not None


def test_both_paths_stand_beside_each_other_and_differ(made):
    _, city = at(made, CITY)
    told = element(city)
    assert told["actual"] == 12
    assert told["path"] == "detail"
    assert (told["filled_in"]["numerator"], told["filled_in"]["counted_numerator"]) == (13_000_000, 12_000_000)
    assert told["filled_in"]["differs"] is True


def test_nothing_is_beside_what_was_not_filled_in(made):
    _, before = at(made, CITY, release=1)
    assert before.filled_in is None
    assert element(before)["shared_out"] is None


def test_a_bank_whose_month_is_over_is_late(made):
    desk, city = at(made, CITY)
    (late,) = late_reporters(desk, [city])
    assert (late.reported_by, late.ledger.id, late.due_on) == ("演示银行乙", "loans", date(2023, 10, 30))
    assert late.days_late == 21


def test_what_a_release_changed(made):
    _, before = at(made, SOUTH, release=1)
    _, after = at(made, SOUTH, release=2)
    (found,) = changes([before], [after])
    assert found.of_status
    assert (before.progress.status, after.progress.status) == ("context", "far_behind")
    assert changes([after], [after]) == ()
    assert changes([], [after])[0].before is None
