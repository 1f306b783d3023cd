"""The target board: regions and targets with their lights, filtered, turned, opened, copied."""

from __future__ import annotations

import json
from typing import Any

import pytest

from finance_monitor.world import world
from tests.pages.conftest import Open, Seen
from tests.pages.seed import DENGZHOU, GUCHENG, HEIHE, HEILONGJIANG, SUNWU, WULONG


def board(seen: Seen) -> dict[str, Any]:
    (found,) = [one.proto for one in seen.test.get("bidi_component") if one.proto.id.endswith("-board")]
    told: dict[str, Any] = json.loads(found.json)
    return told


def cell(told: dict[str, Any], region: str, target: str) -> tuple[str, str, str]:
    """Return word, light and value of a cell."""
    row = [one["id"] for one in told["lines"]].index(region)
    column = [one["id"] for one in told["heads"]].index(target)
    number, value = told["cells"][row][column]
    _, word, light = told["marks"][number]
    return word, light, value


def test_the_board_stands_first_with_the_whole_and_every_part(open_page: Open) -> None:
    told = board(open_page("targets", region=HEILONGJIANG))
    assert [one["name"] for one in told["lines"]][:2] == ["合计（黑龙江省）", "哈尔滨市"]
    assert len(told["lines"]) == 14
    assert len(told["heads"]) == 34
    assert told["heads"][0]["group"] == "黑龙江农村残疾人就业帮扶"
    assert cell(told, HEILONGJIANG, "T-HLJ-16") == ("符合序时", "green", "65/67")
    # Four of five counties are 80.0 %, 88.7 % are due by the day: within ten points.
    assert cell(told, HEIHE, "T-HLJ-16") == ("符合序时", "green", "4/5")


def test_what_was_not_shared_out_and_what_is_missing_are_told_apart(open_page: Open) -> None:
    told = board(open_page("targets", region=DENGZHOU))
    # 5 of 10; by the plan 4 + 6 x 143 / 184 = 8.66 are due, 86.6 %: more than thirty points below.
    assert cell(told, GUCHENG, "T-DZ-05") == ("严重滞后", "red", "50.0%")
    assert cell(told, "411381002000", "T-DZ-05") == ("未分解", "none", "5万元")
    assert told["heads"][0]["group"] == "邓州小额信贷贴息项目"


def test_a_cell_leads_to_the_target_of_its_region(open_page: Open) -> None:
    seen = open_page("targets", region=HEILONGJIANG)
    told = board(seen)
    assert told["address"].endswith("view=list&lang=zh&region=REGION&target=TARGET")
    assert told["whole"] == HEILONGJIANG


def test_the_board_can_be_turned(open_page: Open) -> None:
    straight = board(open_page("targets", region=HEILONGJIANG))
    turned = board(open_page("targets", region=HEILONGJIANG, view="turned"))
    assert turned["turned"] == 1
    assert [one["id"] for one in turned["heads"]] == [one["id"] for one in straight["lines"]]
    assert turned["cells"][0][0] == straight["cells"][0][0]
    assert [list(row) for row in zip(*turned["cells"], strict=True)] == straight["cells"]


def test_filters_by_policy_words_and_statuses_of_any_part(open_page: Open) -> None:
    seen = open_page("targets", region=HEILONGJIANG, policy="heilongjiang-2023-5")
    assert {one["group"] for one in board(seen)["heads"]} == {"黑龙江农村残疾人就业帮扶"}
    status = next(one for one in seen.test.pills if one.label == "状态（合计或任一区划）")
    assert "not_split" in {*map(str, status.options)} or any("未分解" in str(option) for option in status.options)
    status.set_value(["not_split"]).run()
    told = board(seen)
    marks = [word for _, word, _ in told["marks"]]
    assert 0 < len(told["heads"]) < 20
    for column in range(len(told["heads"])):
        words = {marks[row[column][0]] for row in told["cells"] if row[column]}
        assert "未分解" in words


def test_below_a_region_without_parts_its_neighbours_stand(open_page: Open) -> None:
    village = world().regions.children(GUCHENG)[0].code
    told = board(open_page("targets", region=village, view="board"))
    assert told["whole"] == GUCHENG
    assert told["selected"] == village


def test_a_foreign_viewer_sees_nothing_of_others(open_page: Open) -> None:
    seen = open_page("targets", viewer=f"official@{SUNWU}", region=DENGZHOU, view="board")
    everything = "".join(str(one.proto) for one in seen.test.get("bidi_component"))
    assert DENGZHOU not in everything
    assert board(seen)["whole"] == SUNWU


def test_a_region_without_data_says_so_in_every_cell(open_page: Open) -> None:
    told = board(open_page("targets", region="110000000000", view="board"))
    words = {told["marks"][one[0]][1] for row in told["cells"] for one in row if one}
    assert words <= {"暂无数据", "不评价", "只看走向", "未分解", "人数过少不显示"}


@pytest.mark.parametrize("region", [HEILONGJIANG, WULONG])
def test_english(open_page: Open, region: str) -> None:
    told = board(open_page("targets", region=region, view="board", lang="en"))
    assert told["corner"] == "Region"
    assert told["lines"][0]["name"].startswith("Total (")


def test_the_words_to_copy_name_day_release_and_demo(open_page: Open) -> None:
    seen = open_page("targets", region=HEILONGJIANG)
    (copied,) = [one.proto.json for one in seen.test.get("bidi_component") if one.proto.id.endswith("-board_copy")]
    for said in ("截至2023年11月20日，黑龙江省执行中的目标共34项", "数据版本1", "演示数据 虚构"):
        assert said in json.loads(copied)["text"]
