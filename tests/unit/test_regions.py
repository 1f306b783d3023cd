"""The list of regions: counts that can be proved from the published list, chains, successors, the closure."""

from collections import Counter
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from finance_monitor.errors import UserError
from finance_monitor.regions import LEVELS, Regions, level_rank, load_regions, regions
from finance_monitor.texts import tell

NATION, HEILONGJIANG, CHONGQING = "000000000000", "230000000000", "500000000000"
WULONG, KAIZHOU, DENGZHOU = "500156000000", "500154000000", "411381000000"
HEADER = "code,name,level,parent_code,kind,valid_from,valid_to,predecessor_code\n"
TOP = "000000000000,全国,,,,,,\n110000000000,甲省,,,省,,,\n110100000000,乙市,,,地级市,,,\n"


def small(folder: Path, rows: str) -> Regions:
    (folder / "regions.csv").write_text(HEADER + TOP + rows, encoding="utf-8")
    return load_regions(folder)


def test_levels_run_from_nation_to_village() -> None:
    assert [level_rank(level) for level in LEVELS] == [0, 1, 2, 3, 4, 5]
    with pytest.raises(ValueError, match="not in tuple"):
        level_rank("street")


def test_heilongjiang_has_13_prefectures_126_county_codes_and_1703_townships() -> None:
    known = regions()
    assert len(known.descendants(HEILONGJIANG, "prefecture")) == 13
    assert len(known.descendants(HEILONGJIANG, "township")) == 1703
    counties = Counter(region.kind for region in known.descendants(HEILONGJIANG, "county"))
    assert counties == {"市辖区": 54, "县": 45, "县级市": 21, "自治县": 1, "地区辖区": 4, "开发区": 1}
    assert counties.total() == 126


@pytest.mark.parametrize(
    ("county", "kinds"),
    [
        (WULONG, {"街道": 4, "镇": 10, "乡": 8, "民族乡": 4}),
        (KAIZHOU, {"街道": 8, "镇": 27, "乡": 5}),
        (DENGZHOU, {"街道": 3, "镇": 21, "乡": 3, "其他": 2}),
    ],
)
def test_townships_by_kind(county: str, kinds: dict[str, int]) -> None:
    assert Counter(region.kind for region in regions().descendants(county, "township")) == kinds


@pytest.mark.parametrize(
    ("county", "villages", "total"), [(WULONG, 184, 214), (KAIZHOU, 423, 535), (DENGZHOU, 528, 632)]
)
def test_villages_and_administrative_villages(county: str, villages: int, total: int) -> None:
    below = regions().descendants(county, "village")
    assert len(below) == total
    assert sum(region.kind == "行政村" for region in below) == villages


def test_the_nation_has_34_provinces_and_no_pseudo_prefecture() -> None:
    known = regions()
    assert len(known.children(NATION)) == 34
    names = {region.name for region in known.descendants(NATION, "prefecture")}
    assert len(names) == 333
    assert not names & {"市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"}


def test_counties_of_a_municipality_and_directly_governed_ones_hang_on_the_province() -> None:
    known = regions()
    assert known.get(WULONG).parent_code == CHONGQING
    assert [region.name for region in known.ancestors("429004000000")] == ["湖北省", "全国"]


@pytest.mark.parametrize("prefecture", ["441900000000", "442000000000", "460400000000", "620200000000"])
def test_a_prefecture_without_counties_holds_its_townships_itself(prefecture: str) -> None:
    known = regions()
    assert known.descendants(prefecture, "county") == ()
    assert known.children(prefecture) == known.descendants(prefecture, "township") != ()


def test_every_shape_of_the_national_map_has_a_region() -> None:
    outside = [region for region in regions().descendants(NATION, "county") if region.kind == "名录外"]
    assert Counter(region.code[:2] for region in outside) == {"71": 20, "81": 18, "62": 3}
    assert regions().get("820000000000").level == "province"


def test_the_chain_of_a_township() -> None:
    known = regions()
    assert [region.name for region in known.path("500156003000")] == ["全国", "重庆市", "武隆区", "仙女山街道"]
    assert [region.name for region in known.ancestors("500156003000")] == ["武隆区", "重庆市", "全国"]
    assert known.ancestors(NATION) == ()


def test_descendants_are_in_code_order_and_leave_out_the_abolished() -> None:
    counties = [region.code for region in regions().descendants(CHONGQING, "county")]
    assert counties == sorted(counties)
    assert len(counties) == 38
    assert "500232000000" not in counties
    assert regions().descendants(WULONG, "county") == ()


def test_an_abolished_code_leads_to_its_successor() -> None:
    known = regions()
    old = known.get("500232000000")
    assert (old.name, old.valid_to) == ("武隆县", date(2016, 12, 2))
    assert known.successor(old.code) == known.get(WULONG)
    assert known.successor("500234000000") == known.get(KAIZHOU)
    assert known.successor(WULONG) == known.get(WULONG)
    assert known.get(WULONG).predecessor_code == old.code


def test_covers_counts_itself_and_an_abolished_code_where_its_ground_is_now() -> None:
    known = regions()
    assert known.covers(WULONG, WULONG)
    assert known.covers(CHONGQING, "500156003000")
    assert known.covers(WULONG, "500232000000")
    assert not known.covers(KAIZHOU, WULONG)
    assert not known.covers("500156003000", WULONG)


def test_an_unknown_code_is_said_in_both_languages() -> None:
    with pytest.raises(UserError) as caught:
        regions().get("999999000000")
    assert tell(caught.value, "zh").startswith("区划代码“999999000000”不在区划名录中。请填写")
    assert tell(caught.value, "en").startswith("Region code “999999000000” is not in the list of regions. Enter")
    assert "999999000000" not in regions()
    assert WULONG in regions()


def test_the_closure_holds_every_valid_region_once_under_each_of_its_path() -> None:
    known = regions()
    closure, frame = known.closure(), known.frame()
    assert closure.columns == ["ancestor_code", "ancestor_level", "descendant_code"]
    assert not closure.is_duplicated().any()
    paths = sum(len(known.path(known.successor(code).code)) for code in frame["code"])
    assert closure.height == paths
    nation = closure.filter(pl.col("ancestor_code") == NATION)
    assert nation.height == frame.height == len(known)
    mine = closure.filter(pl.col("descendant_code") == "500156003000")
    assert dict(mine.select("ancestor_code", "ancestor_level").iter_rows()) == {
        NATION: 0,
        CHONGQING: 1,
        WULONG: 3,
        "500156003000": 4,
    }


def test_the_closure_counts_an_abolished_code_under_its_successor_only() -> None:
    old = regions().closure().filter(pl.col("descendant_code") == "500232000000")
    assert set(old["ancestor_code"]) == {NATION, CHONGQING, WULONG}


def test_a_split_region_counts_under_its_parent_and_has_no_successor(tmp_path: Path) -> None:
    known = small(
        tmp_path,
        "110101000000,丙县,,,县,,2020-01-01,\n"
        "110102000000,丁县,,,县,2020-01-01,,110101000000\n"
        "110103000000,戊县,,,县,2020-01-01,,110101000000\n",
    )
    with pytest.raises(UserError) as caught:
        known.successor("110101000000")
    assert tell(caught.value, "zh") == "丙县（110101000000）已撤销，分入丁县、戊县。请按现行区划逐条填写。"
    under = known.closure().filter(pl.col("descendant_code") == "110101000000")["ancestor_code"]
    assert set(under) == {NATION, "110000000000", "110100000000"}


def test_a_merged_region_takes_over_from_several(tmp_path: Path) -> None:
    known = small(
        tmp_path,
        "110101000000,丙县,,,县,,2020-01-01,\n110102000000,丁县,,,县,,2020-01-01,\n"
        "110103000000,戊县,,,县,2020-01-01,,110101000000;110102000000\n",
    )
    assert known.successor("110101000000").name == known.successor("110102000000").name == "戊县"


def test_an_abolished_region_without_successor_is_refused(tmp_path: Path) -> None:
    known = small(tmp_path, "110101000000,丙县,,,县,,2020-01-01,\n")
    with pytest.raises(UserError) as caught:
        known.successor("110101000000")
    assert caught.value.key == "regions.ended"
    assert tell(caught.value, "en").startswith("丙县 (110101000000) was abolished")


@pytest.mark.parametrize(
    ("row", "key"),
    [
        ("1101,丙县,,,县,,,\n", "regions.bad_code"),
        ("110100000000,丙县,,,县,,,\n", "regions.twice"),
        ("119901000000,丙县,,,县,,,\n", "regions.orphan"),
    ],
)
def test_a_damaged_list_is_refused_with_its_file(tmp_path: Path, row: str, key: str) -> None:
    with pytest.raises(UserError) as caught:
        small(tmp_path, row)
    assert caught.value.key == key
    assert "regions.csv" in tell(caught.value, "zh")
