"""What is copied says itself what it is about: all targets or a filter, one bracket, groups that make up the whole."""

from __future__ import annotations

import json

from finance_monitor.access import system_viewer
from finance_monitor.disclosure.desk import open_desk, show_all
from finance_monitor.reports.headline import headline_of, headline_words, quoted, signed_off
from finance_monitor.store.store import Store
from finance_monitor.world import world
from tests.pages.conftest import Open, Seen
from tests.pages.seed import DENGZHOU, HEILONGJIANG

RANGDONG = "411381104000"


def copied(seen: Seen) -> str:
    (found,) = [one.proto.json for one in seen.test.get("bidi_component") if one.proto.id.endswith("-board_copy")]
    return str(json.loads(found)["text"])


def choose(seen: Seen, label: str, value: list[str]) -> None:
    next(one for one in seen.test.pills if one.label == label).set_value(value).run()


def test_a_board_that_is_narrowed_copies_its_filter(open_page: Open) -> None:
    seen = open_page("targets", region=HEILONGJIANG)
    assert "黑龙江省执行中的目标共34项，其中" in copied(seen)
    choose(seen, "目标性质", ["direction"])
    assert "黑龙江省执行中的目标按目标性质“方向性”筛选后共" in copied(seen)
    assert copied(seen).endswith("（数据版本1，演示数据 虚构）。")
    assert "已筛选：目标性质“方向性”，共" in seen.texts().replace("\\", "")


def test_filters_stay_for_the_session_and_go_with_one_click(open_page: Open) -> None:
    seen = open_page("targets", region=HEILONGJIANG)
    choose(seen, "目标性质", ["direction"])
    next(one for one in seen.test.segmented_control if one.label == "显示方式").set_value("list").run()
    few = len(seen.grid("target_list")["rows"])
    wording = next(one for one in seen.test.pills if one.label == "目标性质")
    assert wording.value == ["direction"]
    seen.test.button(key="targets_clear").click().run()
    assert next(one for one in seen.test.pills if one.label == "目标性质").value == []
    assert len(seen.grid("target_list")["rows"]) > few


def test_groups_of_the_demo_make_up_the_whole(full_demo: Store) -> None:
    """By hand in the demo: 7 of Heilongjiang's 34 targets are not reached and have no deadline, 2 are reached."""
    desk = open_desk(full_demo, world(), system_viewer(world().regions))
    told = {}
    for region in (HEILONGJIANG, DENGZHOU):
        listed = [one for one in show_all(desk, region_code=region) if one.progress.reason != "out_of_scope"]
        told[region] = headline_of(listed)
        assert sum(told[region].groups.values()) == told[region].in_force
    assert told[HEILONGJIANG].groups == {"red": 4, "yellow": 1, "green": 12, "open": 7, "unrated": 10}
    assert told[DENGZHOU].groups == {"red": 15, "yellow": 2, "green": 14, "unrated": 5, "dark": 3}
    said = headline_words(told[HEILONGJIANG], "黑龙江省", desk.day(None), "zh")
    assert "7项未达到（原文无时限），10项只看走向或不评价" in said


def test_rows_held_back_are_quoted_with_the_target(full_demo: Store) -> None:
    """Fifteen of the seventy-three rows of one township's file wait for their corrections."""
    desk = open_desk(full_demo, world(), system_viewer(world().regions))
    for region in (RANGDONG, DENGZHOU):
        (one,) = [one for one in show_all(desk, region_code=region) if one.target.id == "T-DZ-05"]
        assert one.rows_held == 15
        assert quoted(one, "zh").endswith("，另有15行待核未计入（数据版本2，演示数据 虚构）。")
    (other,) = [one for one in show_all(desk, region_code="411381002000") if one.target.id == "T-DZ-05"]
    assert other.rows_held == 0


def test_one_bracket_stands_before_the_full_stop() -> None:
    assert signed_off("完。", 2, True, "zh") == "完（数据版本2，演示数据 虚构）。"
    assert signed_off("Done.", 2, False, "en") == "Done (release 2)."
