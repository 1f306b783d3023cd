"""进度地图: target or indicator, down the levels, the same as a table and as a file."""

from __future__ import annotations

from pathlib import Path

from finance_monitor.written import NOTHING
from tests.pages.conftest import Open, Seen
from tests.pages.seed import DENGZHOU, GUCHENG, HEIHE, HEILONGJIANG, SUNWU


def names(seen: Seen) -> list[str]:
    return [row[2]["a"][0] if isinstance(row[2], dict) else row[2] for row in seen.grid("map_table")["rows"]]


def test_a_target_of_units_shows_the_share_and_n_of_n(open_page: Open) -> None:
    seen = open_page("map", region=HEILONGJIANG, target="T-HLJ-16")
    rows = seen.grid("map_table")["rows"]
    assert [column[0] for column in seen.grid("map_table")["columns"]] == [
        "区划",
        "状态",
        "数值（%）",
        "完成率（%）",
        "差距（个百分点）",
        "分子/分母",
    ]
    assert [rows[0][2], rows[0][4], rows[0][7]] == ["合计", "97.0", "65/67"]
    heihe = next(row for row in rows[1:] if row[2]["a"][2] == HEIHE)
    assert [heihe[4], heihe[7]] == ["80.0", "4/5"]
    assert heihe[0] == HEIHE
    assert names(seen)[1:4] == ["哈尔滨市", "齐齐哈尔市", "鸡西市"]


def test_the_map_and_the_table_show_the_same_units(open_page: Open) -> None:
    seen = open_page("map", region=HEIHE, target="T-HLJ-16")
    picks = {row[0] for row in seen.grid("map_table")["rows"][1:]}
    assert SUNWU in picks
    assert len(picks) == 6
    assert "231100000000-county-" in seen.map()["geometry"]


def test_down_to_another_level(open_page: Open) -> None:
    seen = open_page("map", region=HEILONGJIANG, target="T-HLJ-16", level="county")
    rows = {row[0]: row for row in seen.grid("map_table")["rows"]}
    assert len(rows) > 100
    # A county has a number, the province a share of its counties: the heading and the map say the counties' unit.
    assert seen.grid("map_table")["columns"][2][0] == "数值（名）"
    assert seen.map()["unit"] == "名"
    assert [rows[SUNWU][4], seen.grid("map_table")["rows"][0][4]] == ["4", "97.0%"]
    # City districts are not among the 67 counties.
    assert rows["230102000000"][4] == NOTHING
    assert rows["230102000000"][3]["c"][1] == "不在统计范围"


def test_a_level_above_the_region_is_not_followed(open_page: Open) -> None:
    seen = open_page("map", region=HEIHE, target="T-HLJ-16", level="province")
    assert len(seen.grid("map_table")["rows"]) == 7


def test_an_indicator_has_values_without_status(open_page: Open) -> None:
    seen = open_page("map", region=DENGZHOU, indicator="loans_granted")
    told = seen.grid("map_table")
    # Nine townships have no loan: none was reported, or none was given.
    assert [column[0] for column in told["columns"]] == ["区划", "数值（万元）"]
    assert told["rows"][0][2:4] == ["合计", "100"]
    assert "贷款投放额（累计）" in seen.map()["title"]


def test_a_target_that_is_not_split_shows_values_only(open_page: Open) -> None:
    seen = open_page("map", region=HEILONGJIANG, target="T-HLJ-05")
    colours = next(one for one in seen.test.segmented_control if one.label == "着色")
    assert colours.options == ["等量分级", "自然断点", "等距分级"]
    heihe = next(row for row in seen.grid("map_table")["rows"] if row[0] == HEIHE)
    assert heihe[4] == "8"
    assert heihe[3]["c"][1] == "未分解"


def test_choosing_a_target_and_then_an_indicator_changes_the_address(open_page: Open) -> None:
    seen = open_page("map", region=HEILONGJIANG)
    next(one for one in seen.test.selectbox if one.label == "选择目标").set_value("T-HLJ-13").run()
    assert seen.address["target"] == "T-HLJ-13"
    next(one for one in seen.test.segmented_control if one.label == "内容").set_value("indicator").run()
    assert "target" not in seen.address
    next(one for one in seen.test.selectbox if one.label == "选择指标").set_value("post_stations_open").run()
    assert seen.address["indicator"] == "post_stations_open"
    assert seen.grid("map_table")["rows"][0][3] == "8"


def test_a_township_shows_what_it_has_or_its_neighbours(open_page: Open) -> None:
    seen = open_page("map", region=GUCHENG, indicator="loans_granted")
    assert seen.errors() == []
    assert seen.has_grid("map_table")


def test_english(open_page: Open) -> None:
    seen = open_page("map", region=HEILONGJIANG, target="T-HLJ-16", lang="en")
    rows = seen.grid("map_table")["rows"]
    assert rows[0][2] == "Total"
    assert rows[0][3]["c"][1] == "On schedule"


def test_a_township_without_village_figures_shows_its_county_with_itself_selected(open_page: Open) -> None:
    seen = open_page("map", region=GUCHENG, indicator="loans_granted")
    assert DENGZHOU in seen.map()["geometry"]
    assert seen.map()["selected"] == GUCHENG
    assert next(row for row in seen.grid("map_table")["rows"] if row[0] == GUCHENG)[3] == "5"


def test_an_empty_store_says_so(open_page: Open, tmp_path: Path) -> None:
    seen = open_page("map", store=tmp_path / "nothing")
    assert len(seen.errors()) == 1
