"""进度地图: target or indicator, down the levels, the same as a table and as a file."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest

from dashboard import cache, map_cache
from dashboard.address import Address
from dashboard.frame import View
from dashboard.map_cache import Asked, Scene
from dashboard.map_file import map_geojson, map_sheet
from dashboard.map_rows import lines_of, sorted_by
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
    assert [column[0] for column in seen.grid("map_table")["columns"]] == [
        "区划",
        "数值（%）",
        "状态",
        "分子/分母",
        "完成率（%）",
        "差距（个百分点）",
    ]
    assert [rows[0][2], rows[0][3], rows[0][5]] == ["合计", "97.0", "65/67"]
    heihe = next(row for row in rows[1:] if row[2]["a"][2] == HEIHE)
    assert [heihe[3], heihe[5]] == ["80.0", "4/5"]
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
    assert rows["230102000000"][4]["c"][1] == "不在统计范围"


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
    colours = next(one for one in seen.test.segmented_control if one.label == "着色")
    assert colours.options == ["等量分级", "自然断点", "等距分级"]
    heihe = next(row for row in seen.grid("map_table")["rows"] if row[0] == HEIHE)
    assert heihe[3] == "8"
    assert heihe[4]["c"][1] == "未分解"


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
    assert rows[0][4]["c"][1] == "On schedule"


@pytest.mark.parametrize(
    ("cell", "written"),
    [("=1+1", "'=1+1"), ("-5", "-5"), ("-5.20", "-5.20"), ("—", "—"), ("＝A1", "'＝A1"), ("饶河县", "饶河县")],
)
def test_texts_that_look_like_formulas_are_made_harmless(cell: str, written: str) -> None:
    assert harmless(cell) == written


def scene(**more: object) -> tuple[View, Scene]:
    place = Seat(str(store_now().folder), 1, "system", "0" * 12)
    view = View(place, cache.desk(place), Address(), HEILONGJIANG, DATA_DATE, "zh")
    asked = Asked("T-HLJ-16", None, HEILONGJIANG, None, "prefecture")
    given: dict[str, object] = {"look": "light", "compare": None, "ranked": False, "title": "每县平台推荐5名以上"}
    return view, Scene(asked=asked, as_of=DATA_DATE, lang="zh", **(given | more))  # type: ignore[arg-type]


def test_the_file_says_what_the_table_says(open_page: Open) -> None:
    open_page("map", region=HEILONGJIANG, target="T-HLJ-16")
    view, shown = scene()
    figures = map_cache.figures(view.seat, shown.asked, DATA_DATE)
    sheet = map_sheet(view, shown, lines_of(figures, map_cache.indicator_of(view.seat, shown.asked)))
    assert sheet.title == "每县平台推荐5名以上"
    assert ("截止日期", "2023-11-20") in sheet.context or "2023-11-20" in dict(sheet.context).values()
    assert [field.label for field in sheet.fields][:3] == ["区划代码", "区划", "数值（%）"]
    told = {row[0]: dict(zip([field.key for field in sheet.fields], row, strict=True)) for row in sheet.rows}
    assert len(told) == 14
    assert (told[HEILONGJIANG]["value"], told[HEILONGJIANG]["numerator"], told[HEILONGJIANG]["denominator"]) == (
        Decimal("97.0"),
        65,
        67,
    )
    assert told[HEIHE]["status"] == "●符合序时"
    drawn = json.loads(map_geojson(view, shown, lines_of(figures, map_cache.indicator_of(view.seat, shown.asked))))
    assert {one["id"] for one in drawn["features"]} == {code for code in told if code != HEILONGJIANG}


def test_the_address_says_how_values_are_coloured(open_page: Open) -> None:
    by_light = open_page("map", region=HEILONGJIANG, target="T-HLJ-16")
    assert by_light.map()["mode"] == "light"
    by_value = open_page("map", region=HEILONGJIANG, target="T-HLJ-16", view="natural")
    assert by_value.map()["mode"] == "value"
    control = next(one for one in by_value.test.segmented_control if one.label == "着色")
    control.set_value("equal").run()
    assert by_value.address["view"] == "equal"
    # An indicator has no light to colour by.
    plain = open_page("map", region=DENGZHOU, indicator="loans_granted", view="light")
    assert plain.map()["mode"] == "value"


def test_a_line_of_the_legend_leaves_only_its_units_in_the_table(open_page: Open) -> None:
    seen = open_page("map", region=HEILONGJIANG, target="T-HLJ-16")
    legend = {entry["label"]: entry["key"] for entry in seen.map()["legend"]}
    _, context = scene()
    seen.test.session_state["map_only"] = (context, legend["滞后"])
    seen.test.run()
    assert seen.map()["only"] == legend["滞后"]
    # Two of three counties of 大兴安岭 had five.
    assert [row[0] for row in seen.grid("map_table")["rows"][1:]] == ["232700000000"]
    seen.test.session_state["map_only"] = (context, None)
    seen.test.run()
    assert len(seen.grid("map_table")["rows"]) == 14


def test_two_days_side_by_side_share_their_classes(open_page: Open) -> None:
    seen = open_page("map", region=HEILONGJIANG, target="T-HLJ-16", compare="2023-05-31")
    then, now = seen.maps()
    assert [entry["key"] for entry in then["legend"]] == [entry["key"] for entry in now["legend"]]
    assert "2023-05-31" in then["asOf"]
    told = seen.grid("map_table")
    heads = [column[0] for column in told["columns"]]
    assert heads[1:4] == ["对比日（%）", "截止日（%）", "变化（百分点）"]
    heihe = next(row for row in told["rows"] if row[0] == HEIHE)
    # Nobody had been referred before June: nought then, four of five counties now.
    assert heihe[3:6] == ["—", "80.0", "—"] or heihe[3:6] == ["0.0", "80.0", "+80.0"]


def test_the_change_map_says_how_much_more(open_page: Open) -> None:
    seen = open_page("map", region=DENGZHOU, indicator="loans_granted", compare="2023-02-28", view="change")
    told = seen.map()
    assert told["mode"] == "change"
    assert "2023-02-28至2023-11-20的变化" in told["asOf"]


def test_places_are_off_until_asked_for_and_never_shown_for_what_must_not_be_ranked(open_page: Open) -> None:
    seen = open_page("map", region=DENGZHOU, indicator="loans_granted")
    assert seen.map()["r"] == []
    seen.test.toggle(key="map_ranks").set_value(True).run()
    assert "位次" in [column[0] for column in seen.grid("map_table")["columns"]]
    # Twenty townships were given the same and stand first, the others had nothing.
    assert {place for place in seen.map()["r"] if place is not None} == {1, 21}
    unranked = next(
        one.id
        for one in cache.desk(Seat(str(store_now().folder), 1, "system", "0" * 12)).world.indicators.values()
        if not one.rankable
    )
    without = open_page("map", region=DENGZHOU, indicator=unranked)
    assert not [one for one in without.test.toggle if one.key == "map_ranks"]


def test_the_parts_in_another_order(open_page: Open) -> None:
    open_page("map", region=HEILONGJIANG, target="T-HLJ-16")
    view, shown = scene()
    lines = lines_of(
        map_cache.figures(view.seat, shown.asked, DATA_DATE), map_cache.indicator_of(view.seat, shown.asked)
    )
    by_value = [line.figure.value for line in sorted_by(lines, "value").parts if line.figure.value is not None]
    assert by_value == sorted(by_value, reverse=True)
    assert sorted_by(lines, "code") is lines


def test_a_township_without_village_figures_shows_its_county_with_itself_selected(open_page: Open) -> None:
    seen = open_page("map", region=GUCHENG, indicator="loans_granted")
    assert DENGZHOU in seen.map()["geometry"]
    assert seen.map()["selected"] == GUCHENG
    assert next(row for row in seen.grid("map_table")["rows"] if row[0] == GUCHENG)[3] == "5.00"


def test_months_are_sent_only_once_asked_for(open_page: Open) -> None:
    seen = open_page("map", region=HEILONGJIANG, target="T-HLJ-16")
    more = seen.more()
    # Thirteen prefectures, twelve months, one sign each.
    assert len(more["spark"]) == 13 * 12
    assert "frames" not in more
    seen.test.session_state["map_months"] = seen.map()["id"]
    seen.test.run()
    frames = seen.more()["frames"]
    # The target counts what happens in 2023: before, there is nothing to show.
    assert [frames["days"][0], len(frames["days"]), frames["days"][-1]] == ["2023-01-31", 11, "2023-11-20"]
    assert frames["v"][-1] == seen.map()["v"]
    words = [frames["legend"][int(one, 36)]["label"] for one in frames["c"][-1]]
    assert words == [seen.map()["legend"][int(one, 36)]["label"] for one in seen.map()["c"]]


def test_an_empty_store_says_so(open_page: Open, tmp_path: Path) -> None:
    seen = open_page("map", store=tmp_path / "nothing")
    assert len(seen.errors()) == 1
