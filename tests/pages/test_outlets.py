"""网点覆盖: counts by kind, coverage, one closure away, what came and went, and the points on a map."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from finance_monitor.store.store import create_store
from tests.pages.conftest import Open, Seen
from tests.pages.seed import DENGZHOU, WULONG
from tests.pages.seed_places import BAIMA, BANK_A, FENGSHAN, make_places_store

CHONGQING = "500000000000"


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_places_store(tmp_path_factory.mktemp("outlets")).folder


def metrics(seen: Seen) -> dict[str, str]:
    return {one.label: one.value for one in seen.test.metric}


def said(seen: Seen) -> str:
    return seen.texts().replace("\\", "")


def rows(seen: Seen, key: str) -> dict[str, list[object]]:
    told = {}
    for row in seen.grid(key)["rows"]:
        cells = [cell["a"][0] if isinstance(cell, dict) and "a" in cell else cell for cell in row[2:]]
        told[str(cells[0])] = cells[1:]
    return told


def deck(seen: Seen) -> dict[str, dict[str, object]]:
    (found,) = seen.test.get("deck_gl_json_chart")
    told = json.loads(found.proto.json)
    # Any other word here, or none, makes the browser ask another host for tiles.
    assert told["mapStyle"] == "__MAP_STYLE__"
    return {layer["id"]: layer for layer in told["layers"]}


def test_the_figures_are_those_worked_out_by_hand(open_page: Open, places: Path) -> None:
    seen = open_page("outlets", store=places, region=WULONG)
    assert seen.errors() == []
    assert metrics(seen) == {"银行网点数": "3个", "ATM机台数": "1台", "POS终端台数": "0台", "村级金融服务站": "0个"}
    told = said(seen)
    assert "26个乡镇（街道）中，2个有固定物理网点，覆盖率7.7%；未覆盖24个：" in told
    assert "仅有1个、撤并后即失去覆盖的1个：仙女山街道。" in told
    # In four townships the records name the township, not its 18 + 14 + 8 + 9 other villages: nothing is known there.
    assert "150个行政村中，2个有金融服务点位，覆盖率1.3%" in told
    assert "另有34个未报送，不计入。" in told
    assert "15个社区（居委会）中，0个有金融服务点位，覆盖率0.0%" in told
    assert "另有15个未报送，不计入。" in told
    assert "固定物理网点3个，今年以来新增1个、撤并1个，净增0个。" in told
    assert "已核实无障碍设施的固定物理网点2个，其中1个有无障碍设施，占50.0%；另有1个未核实。" in told


def test_what_came_and_went_by_kind_and_organisation(open_page: Open, places: Path) -> None:
    seen = open_page("outlets", store=places, region=WULONG)
    kinds = rows(seen, "outlets_kinds")
    assert kinds["固定物理网点"] == ["3", "3", "1", "1", "0"]
    assert kinds["POS终端"] == ["0", "1", "0", "1", "−1"]
    assert kinds["流动服务"] == ["1", "1", "0", "0", "0"]
    assert rows(seen, "outlets_organisations")[BANK_A] == ["2", "1", "0", "0", "0"]
    coverage = rows(seen, "outlets_coverage")
    assert coverage["凤山街道"][0] == "2个及以上"
    assert coverage["仙女山街道"][0] == "仅1个"
    assert coverage["芙蓉街道"][0] == "无"
    assert str(coverage["白马镇"][1]).startswith("2/3（66.7%）")


def test_the_points_stand_on_the_map_and_in_the_table(open_page: Open, places: Path) -> None:
    seen = open_page("outlets", store=places, region=WULONG)
    layers = deck(seen)
    branches = layers["dots_branch"]["data"]
    assert [107.75, 29.32] in [one["p"] for one in branches]
    assert [one["h"] for one in branches] == [0, 1, 1]
    assert "演示网点1\n固定物理网点　演示银行甲\n武隆区凤山街道\n2020年1月1日起" in [one["t"] for one in branches]
    assert sum(len(layer["data"]) for name, layer in layers.items() if name.startswith("letters")) == 7
    assert layers["ground"]["pickable"] is False
    assert len(layers["ground"]["data"]["features"]) == 26
    assert len(seen.grid("places_table")["rows"]) == 7
    legend = next(one.proto.body for one in seen.test.get("html") if "points-legend" in one.proto.body)
    for word in ("固定物理网点　3", "ATM、CRS机　1", "空心：无坐标，按乡镇驻地示意　6", "底色：银行网点数", "0个　24"):
        assert word in legend
    for word in ("演示数据 虚构", "乡镇界线为示意", "内部使用 未经审图", "WebGL"):
        assert word in said(seen)


def test_the_kinds_shown_are_in_the_address(open_page: Open, places: Path) -> None:
    seen = open_page("outlets", store=places, region=WULONG, view="branch__mobile")
    assert len(seen.grid("places_table")["rows"]) == 4
    assert {name for name in deck(seen) if name.startswith("dots")} == {"dots_branch", "dots_mobile"}
    pills = next(one for one in seen.test.button_group if one.key == "places_sorts")
    pills.set_value(["mobile"]).run()
    assert seen.address["view"] == "mobile"
    assert len(seen.grid("places_table")["rows"]) == 1


def test_a_bank_narrows_figures_coverage_and_points(open_page: Open, places: Path) -> None:
    seen = open_page("outlets", store=places, region=WULONG, bank=BANK_A)
    assert metrics(seen)["银行网点数"] == "2个"
    assert "仅有1个、撤并后即失去覆盖的2个：凤山街道、仙女山街道。" in said(seen)
    assert len(seen.grid("places_table")["rows"]) == 3


def test_a_township_and_a_province_show_their_own(open_page: Open, places: Path) -> None:
    assert len(open_page("outlets", store=places, region=FENGSHAN).grid("places_table")["rows"]) == 2
    province = open_page("outlets", store=places, region=CHONGQING)
    assert len(province.grid("places_table")["rows"]) == 7
    assert rows(province, "outlets_coverage")["武隆区"][0] == "2/26（7.7%）"
    # Villages are listed for two of its counties only: nothing is said of them.
    assert "行政村中" not in said(province)


def test_the_nation_shows_counts_and_no_points(open_page: Open, places: Path) -> None:
    seen = open_page("outlets", store=places)
    assert "全国不画点位" in said(seen)
    assert not seen.test.get("deck_gl_json_chart")
    assert metrics(seen)["银行网点数"] == "3个"
    assert "各级" not in said(seen)


def test_a_region_without_records_says_which_ledgers_are_missing(open_page: Open, places: Path) -> None:
    told = said(open_page("outlets", region=WULONG))
    assert "武隆区尚未报送《金融网点台账》、《金融机具台账》、《服务点台账》" in told
    assert "26个乡镇（街道）均未报送，覆盖情况无法统计。" in told


def test_a_region_without_targets_and_records_is_one_sentence(open_page: Open, places: Path) -> None:
    seen = open_page("outlets", store=places, region=DENGZHOU)
    assert said(seen).endswith("\n本区划没有本业务的目标，也没有报送记录。")
    assert not seen.test.metric
    assert not seen.has_grid("outlets_targets")
    assert not [one for one in seen.test.get("bidi_component") if one.proto.component_name == "share"]


def test_a_county_viewer_gets_no_place_of_another(open_page: Open, places: Path) -> None:
    seen = open_page("outlets", store=places, viewer=f"official@{DENGZHOU}", region=WULONG)
    assert seen.address["region"] == DENGZHOU
    sent = "".join(str(one.proto) for kind in ("bidi_component", "html", "markdown") for one in seen.test.get(kind))
    assert "演示网点" not in sent
    assert WULONG[:6] not in sent


def test_a_township_viewer_gets_no_place_of_its_neighbours(open_page: Open, places: Path) -> None:
    seen = open_page("outlets", store=places, viewer=f"official@{BAIMA}")
    told = deck(seen)
    # 白马镇: one timed service, one insurer, one machine, one point.
    assert sorted(len(layer["data"]) for name, layer in told.items() if name.startswith("dots")) == [1, 1, 1, 1]
    assert "演示网点1" not in str(told)
    # Whose neighbours are covered is not for him: their ground is drawn without a class.
    assert len({str(one["properties"]["f"]) for one in told["ground"]["data"]["features"]}) == 1


def test_the_targets_stand_with_their_clause(open_page: Open, places: Path) -> None:
    found = rows(open_page("outlets", store=places, region=WULONG), "outlets_targets")
    assert any("26个乡镇银行物理网点全覆盖" in name and "一(六)" in name for name in found)


def test_english(open_page: Open, places: Path) -> None:
    seen = open_page("outlets", store=places, region=WULONG, lang="en")
    told = said(seen)
    assert "2 of 26 townships have a fixed branch (7.7%)" in told
    assert "one closure away, with a single one (1): 仙女山街道" in told
    assert "2 of 150 administrative villages have a place of banking (1.3%)" in told
    assert rows(seen, "outlets_kinds")["Fixed branches"] == ["3", "3", "1", "1", "0"]
    assert "For internal use, map not reviewed" in told


def test_without_a_store_or_a_release_it_is_a_sentence(open_page: Open, tmp_path: Path) -> None:
    assert len(open_page("outlets", store=tmp_path / "nowhere").errors()) == 1
    create_store(tmp_path / "empty", is_demo=False)
    assert len(open_page("outlets", store=tmp_path / "empty").errors()) == 1
