"""进度地图: target or indicator, down the levels, the same as a table and as a file."""

from __future__ import annotations

from decimal import Decimal

import pytest

from dashboard import cache
from dashboard.address import Address
from dashboard.frame import View
from dashboard.map_file import map_file
from dashboard.seat import Seat, store_now
from dashboard.wording import NOTHING
from finance_monitor.reports.cells import harmless
from tests.pages.conftest import Open, Seen
from tests.pages.seed import DATA_DATE, DENGZHOU, GUCHENG, HEIHE, HEILONGJIANG, SUNWU


def names(seen: Seen) -> list[str]:
    return [row[2]["a"][0] if isinstance(row[2], dict) else row[2] for row in seen.grid("map_table")["rows"]]


def test_a_target_of_units_shows_the_share_and_n_of_n(open_page: Open) -> None:
    seen = open_page("map", region=HEILONGJIANG, target="T-HLJ-16")
    rows = seen.grid("map_table")["rows"]
    assert [column[0] for column in seen.grid("map_table")["columns"]] == ["区划", "数值（%）", "分子/分母", "状态"]
    assert rows[0][2:5] == ["合计", "97.0", "65/67"]
    heihe = next(row for row in rows[1:] if row[2]["a"][2] == HEIHE)
    assert heihe[3:5] == ["80.0", "4/5"]
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
    assert rows[SUNWU][3] == "4名"
    # City districts are not among the 67 counties.
    assert rows["230102000000"][3] == NOTHING
    assert rows["230102000000"][-1]["c"][1] == "不在统计范围"


def test_a_level_above_the_region_is_not_followed(open_page: Open) -> None:
    seen = open_page("map", region=HEIHE, target="T-HLJ-16", level="province")
    assert len(seen.grid("map_table")["rows"]) == 7


def test_an_indicator_has_values_without_status(open_page: Open) -> None:
    seen = open_page("map", region=DENGZHOU, indicator="loans_granted")
    told = seen.grid("map_table")
    # Nine townships have no loan: none was reported, or none was given.
    assert [column[0] for column in told["columns"]] == ["区划", "数值（万元）"]
    assert told["rows"][0][2:4] == ["合计", "100.00"]
    assert "贷款投放额（累计）" in seen.map()["title"]


def test_a_target_that_is_not_split_shows_values_only(open_page: Open) -> None:
    seen = open_page("map", region=HEILONGJIANG, target="T-HLJ-05")
    assert "着色" not in {one.label for one in seen.test.segmented_control}
    heihe = next(row for row in seen.grid("map_table")["rows"] if row[0] == HEIHE)
    assert heihe[3] == "8"
    assert heihe[-1]["c"][1] == "未分解"


def test_the_way_up_can_be_picked(open_page: Open) -> None:
    seen = open_page("map", region=SUNWU, target="T-HLJ-16")
    crumbs = [one.label for one in seen.test.main.button if one.key and one.key.startswith("crumb_")]
    assert crumbs == ["全国", "黑龙江省", "黑河市"]
    seen.test.button(key=f"crumb_{HEIHE}").click().run()
    assert seen.address["region"] == HEIHE


def test_nobody_goes_above_his_own_region(open_page: Open) -> None:
    seen = open_page("map", viewer=f"official@{HEIHE}", region=SUNWU)
    crumbs = [one.label for one in seen.test.main.button if one.key and one.key.startswith("crumb_")]
    assert crumbs == ["黑河市"]


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
    assert rows[0][-1]["c"][1] == "On schedule"


@pytest.mark.parametrize(
    ("cell", "written"),
    [("=1+1", "'=1+1"), ("-5", "-5"), ("-5.20", "-5.20"), ("—", "—"), ("＝A1", "'＝A1"), ("饶河县", "饶河县")],
)
def test_texts_that_look_like_formulas_are_made_harmless(cell: str, written: str) -> None:
    assert harmless(cell) == written


def test_the_file_says_what_it_is(open_page: Open) -> None:
    open_page("map", region=HEILONGJIANG, target="T-HLJ-16")
    place = Seat(str(store_now().folder), 1, "system", "0" * 12)
    view = View(place, cache.desk(place), Address(), HEILONGJIANG, DATA_DATE, "zh")
    figures = cache.target_parts(place, "T-HLJ-16", HEILONGJIANG, None, DATA_DATE)
    indicator = view.desk.world.indicators["referrals_eligible_persons"]
    lines = map_file(view, "每县平台推荐5名以上", figures, indicator).decode("utf-8-sig").splitlines()
    assert lines[0] == "每县平台推荐5名以上"
    assert "截至2023年11月20日" in lines[1]
    assert lines[2] == "演示数据 虚构"
    assert lines[3] == "区划代码,区划,数值,单位,分子/分母,状态"
    assert lines[4] == "230000000000,黑龙江省,97.0,%,65/67,●符合序时"
    assert len(lines) == 4 + 14
    assert Decimal(lines[5].split(",")[2]) == 100
