"""区域画像: indicators read together equal those read one by one; facts, peers, sentences."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from finance_monitor.access import parse_viewer
from finance_monitor.disclosure.compared import compared
from finance_monitor.disclosure.desk import Desk, open_desk, show_all
from finance_monitor.disclosure.facts import facts_of
from finance_monitor.disclosure.peers import peers_of
from finance_monitor.disclosure.standings import Standing, course_days, standings_of
from finance_monitor.disclosure.told import show_indicator
from finance_monitor.ledgers.batch import BatchHeader
from finance_monitor.releases.build import publish
from finance_monitor.reports.profile import Material, profile
from finance_monitor.reports.profile_plan import profile_plan
from finance_monitor.store.store import Store, open_store
from finance_monitor.world import world
from tests.pages.seed import DATA_DATE, DENGZHOU, HEILONGJIANG, SUNWU, WULONG, make_store
from tests.small_world import Delivery, deliver

FENGSHAN = "500156001000"
VILLAGES = [region.code for region in world().regions.descendants(FENGSHAN, "village")][:3]


def facts(folder: Path, store: Store) -> None:
    """Tell households of three villages, the persons of one so few that they do not show; people of one township."""
    rows = [
        {"region_code": code, "as_of": date(2020, 12, 31), "households": 100 + at, "poor_households": (3, 9, 20)[at]}
        for at, code in enumerate(VILLAGES)
    ]
    rows.append({"region_code": VILLAGES[0], "as_of": date(2021, 12, 31), "households": 500})
    rows.append({"region_code": FENGSHAN, "as_of": date(2020, 12, 31), "population": 7000})
    header = BatchHeader("region_facts", "演示单位", WULONG, "2021-12-31")
    deliver(store, world().ledgers, Delivery(header, rows), folder)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("profile")
    store = make_store(made)
    with store.loading():
        facts(made, store)
        publish(store, world(), data_date=DATA_DATE)
    return store.folder


def seated(folder: Path, viewer: str) -> Desk:
    return open_desk(open_store(folder), world(), parse_viewer(viewer, world().regions))


@pytest.fixture(scope="module")
def desk(folder: Path) -> Desk:
    return seated(folder, "analyst@000000000000")


@pytest.mark.parametrize(
    ("region", "day"),
    [(DENGZHOU, DATA_DATE), (HEILONGJIANG, DATA_DATE), (WULONG, date(2020, 12, 31)), (SUNWU, date(2023, 8, 15))],
)
def test_read_together_the_figures_are_those_read_one_by_one(desk: Desk, region: str, day: date) -> None:
    for one in standings_of(desk, region, day):
        told, held = show_indicator(desk, one.indicator.id, region, day), compared(desk, one.indicator.id, region, day)
        assert (one.figure, one.path) == (told.figure, told.path)
        assert one.year == held.year
        if one.indicator.nature == "stock":
            assert one.year_start == held.year_start
        elif not one.is_ratio and one.year_start is not None and held.this_year is not None:
            assert one.year_start.difference == held.this_year.value


def standing(desk: Desk, region: str, indicator: str) -> Standing:
    return next(one for one in standings_of(desk, region, DATA_DATE) if one.indicator.id == indicator)


def test_the_course_of_what_happens_is_told_month_by_month(desk: Desk) -> None:
    course = dict(standing(desk, SUNWU, "referrals_pushed").course)
    assert list(course)[-2:] == [date(2023, 10, 31), DATA_DATE]
    assert len(course) == 12
    assert course[date(2023, 6, 30)] == 4
    assert course[date(2023, 7, 31)] == 0


def test_the_course_of_what_stands_is_told_at_month_ends(desk: Desk) -> None:
    course = dict(standing(desk, SUNWU, "post_stations_open").course)
    # Eight stations opened from 1 to 8 May.
    assert (course[date(2023, 5, 31)], course[DATA_DATE]) == (8, 8)


def test_a_course_ends_with_the_day_even_at_a_month_end() -> None:
    assert course_days(date(2023, 8, 31))[-1] == date(2023, 8, 31)
    assert len(set(course_days(date(2023, 8, 31)))) == 12


def test_facts_are_the_newest_of_each_region_summed_from_those_who_tell_them(desk: Desk) -> None:
    told = {one.fact: one for one in facts_of(desk, FENGSHAN, DATA_DATE)}
    assert (told["population"].value, told["population"].level) == (7000, "township")
    households = told["households"]
    assert (households.value, households.regions_told, households.newest_on) == (703, 3, date(2021, 12, 31))
    assert households.regions_total == len(world().regions.descendants(FENGSHAN, "village"))
    assert "adults" not in told
    before = {one.fact: one for one in facts_of(desk, FENGSHAN, date(2021, 1, 31))}
    assert before["households"].value == 303


def test_facts_of_few_persons_are_hidden_with_the_next_smallest(desk: Desk) -> None:
    told = [{one.fact: one.value for one in facts_of(desk, code, DATA_DATE)}["poor_households"] for code in VILLAGES]
    assert told == [None, None, 20]


def test_peers_are_of_the_same_level_nearest_in_size(desk: Desk) -> None:
    found = peers_of(desk, SUNWU, DATA_DATE)
    regions = world().regions
    assert (found.within.code, found.measure) == (HEILONGJIANG, "township")
    assert found.own == len(regions.children(SUNWU))
    gaps = [abs(size - (found.own or 0)) for _, size in found.found]
    assert len(found.found) == 5
    assert gaps == sorted(gaps)
    assert all(size == len(regions.descendants(peer.code, "township")) for peer, size in found.found)
    assert SUNWU not in {peer.code for peer, _ in found.found}


def test_a_county_official_is_shown_no_other_county(folder: Path) -> None:
    found = peers_of(seated(folder, f"official@{SUNWU}"), SUNWU, DATA_DATE)
    assert (found.others, found.found) == (0, ())


def test_the_plan_names_indicators_there_are() -> None:
    named = {*profile_plan().peers, *(one for topic in profile_plan().topics.values() for one in topic)}
    assert named <= set(world().indicators)


def test_the_sentences_say_how_a_region_stands(desk: Desk) -> None:
    found = [one for one in show_all(desk, region_code=SUNWU) if one.progress.reason != "out_of_scope"]
    told = Material(SUNWU, "孙吴县", found, standings_of(desk, SUNWU, DATA_DATE), (), (), 1)
    said = {one.key: one.text for one in profile(told, "zh")}
    in_force = [one for one in found if one.lifecycle == "in_force"]
    assert said["targets"].startswith(f"涉及孙吴县且正在执行的政策目标{len(in_force)}项：")
    assert "今年以来平台推荐件数" in said["referrals"] or "平台推荐件数4件" in said["referrals"]
    assert "助残驿站终端数8个" in said["outlets"]
    assert said["changes"] == "与数据版本1相比，各项目标没有变化。"
    assert "loans" not in said
    english = {one.key: one.text for one in profile(told, "en")}
    assert english["targets"].startswith(f"{len(in_force)} targets in force concern 孙吴县: ")
    assert "Post stations open 8" in english["outlets"]
