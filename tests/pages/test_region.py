"""区域画像: sentences, targets, indicators, peers, files, and who sees what."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from dashboard.address import Address
from dashboard.cache import desk
from dashboard.frame import View
from dashboard.region_file import profile_sheet, text_of
from dashboard.seat import Seat
from finance_monitor.reports.sheet_xlsx import sheet_xlsx
from finance_monitor.store.store import create_store
from finance_monitor.texts import Lang
from tests.pages.conftest import Open, Seen
from tests.pages.seed import DATA_DATE, DENGZHOU, GUCHENG, HEILONGJIANG, SUNWU, WULONG


def rows(seen: Seen, key: str) -> dict[str, list[Any]]:
    """Return the cells of the rows that can be picked, by what they pick."""
    return {row[0]: row[2:] for row in seen.grid(key)["rows"] if row[0]}


def view_of(store: Path, region: str, lang: Lang = "zh") -> View:
    seat = Seat(str(store), 1, "analyst", "0" * 12)
    return View(seat, desk(seat), Address(region=region, as_of=DATA_DATE, lang=lang), region, DATA_DATE, lang)


def test_a_region_is_told_in_sentences(open_page: Open) -> None:
    seen = open_page("region", region=SUNWU)
    assert seen.errors() == seen.warnings() == []
    said = seen.texts().replace("\\", "")
    assert "涉及孙吴县且正在执行的政策目标" in said
    assert "平台推荐件数4件" in said
    assert "助残驿站终端数8个" in said
    # Nothing of the county is behind.
    assert "进度最靠后" not in said


def test_the_target_furthest_behind_is_named_with_who_leads_it(open_page: Open) -> None:
    said = open_page("region", region=HEILONGJIANG).texts().replace("\\", "")
    # 8 of 160 stations; 227 of 634 days are over, so 35.8 % were to be expected.
    assert (
        "进度最靠后的是“开设160个助残驿站终端”一项，实际8个，目标不低于160个，完成率5.0%，比序时进度（35.8%）" in said
    )
    assert "责任单位为各级残联、邮政管理局。" in said


def test_its_targets_stand_with_light_value_and_goal(open_page: Open) -> None:
    told = rows(open_page("region", region=SUNWU), "region_targets")
    title, chip, actual, goal, completion = told["T-HLJ-16"]
    assert title["a"][0].startswith("每县")
    assert (actual, goal) == ("4名", "每县不低于5名")
    assert chip["c"][2] in ("green", "yellow", "red")
    assert completion["b"][1] == "80.0%"


def test_its_indicators_stand_with_what_changed_and_a_small_line(open_page: Open) -> None:
    seen = open_page("region", region=SUNWU)
    name, value, since, year, line, *_ = rows(seen, "region_indicators")["referrals_pushed"]
    assert (name["a"][0], value, year) == ("平台推荐件数", "4件", "—")
    signs, words = line["spark"]
    # Four in June, none in the months that were reported, nothing known before.
    assert signs.count("z") == 1
    assert words.startswith("近12个月由")
    assert since in ("—", "+4件")


def test_a_share_stands_beside_that_of_the_region_above(open_page: Open) -> None:
    seen = open_page("region", region=GUCHENG)
    assert [one[0] for one in seen.grid("region_indicators")["columns"]][-1] == "上一级"
    told = rows(seen, "region_indicators")
    assert told["loans_granted"][1] == "5万元"
    assert told["loans_granted"][-1] == ""


def test_peers_are_named_with_the_measure_of_size(open_page: Open) -> None:
    seen = open_page("region", region=SUNWU)
    assert "按乡级区划数比较，不排名" in seen.texts().replace("\\", "")
    told = rows(seen, "region_peers")
    assert len(told) == 5
    whole = seen.grid("region_peers")["rows"][0]
    assert (whole[2], whole[3]) == ("孙吴县", "21")
    pushed = [one[0] for one in seen.grid("region_peers")["columns"]].index("平台推荐件数")
    assert {cells[pushed] for cells in told.values()} <= {"5件", "0件"}


def test_a_region_nobody_reported_of(open_page: Open) -> None:
    seen = open_page("region", region="110000000000")
    assert "没有正在执行的政策目标涉及北京市" in seen.texts() or "政策目标" in seen.texts()
    assert seen.errors() == []
    assert "未报送人口和户数" in seen.texts()


def test_the_whole_country_has_no_peers(open_page: Open) -> None:
    seen = open_page("region")
    assert not seen.has_grid("region_peers")
    assert "管辖范围内没有其他同级区划" in seen.texts()


def test_it_speaks_english(open_page: Open) -> None:
    seen = open_page("region", region=SUNWU, lang="en")
    said = seen.texts().replace("\\", "")
    assert "targets in force concern 孙吴县" in said
    assert "by townships" in said.lower()
    assert [one[0] for one in seen.grid("region_indicators")["columns"]][:3] == ["Indicator", "Value", "Since 31 Dec"]


def test_what_the_release_changed_is_said(open_page: Open, two_releases: Path) -> None:
    seen = open_page("region", region=SUNWU, store=two_releases)
    assert "与数据版本1相比，" in seen.texts()


def test_an_official_of_a_county_sees_only_his_own(open_page: Open) -> None:
    seen = open_page("region", viewer=f"official@{SUNWU}", region=DENGZHOU)
    assert seen.address["region"] == SUNWU
    everything = seen.texts() + "".join(str(one.proto) for one in seen.test.get("bidi_component"))
    assert DENGZHOU not in everything
    assert not seen.has_grid("region_peers")
    assert [one[0] for one in seen.grid("region_indicators")["columns"]][-1] == "近12个月"


def test_without_a_release_it_says_what_to_do(open_page: Open, tmp_path: Path) -> None:
    create_store(tmp_path / "empty", is_demo=False)
    assert len(open_page("region", store=tmp_path / "empty").errors()) == 1


def test_the_text_to_copy_says_of_when_and_that_it_is_invented(store_folder: Path) -> None:
    said = text_of(view_of(store_folder, SUNWU)).split("\n")
    assert said[0] == "【孙吴县】截至2023年11月20日（数据版本1）"
    assert said[-1] == "演示数据 虚构，不得引用。"
    assert text_of(view_of(store_folder, SUNWU, "en")).startswith("孙吴县, as of 2023-11-20 (release 1)")


def test_the_file_holds_what_the_page_shows(store_folder: Path, open_page: Open) -> None:
    sheet = profile_sheet(view_of(store_folder, SUNWU))
    at = {field.key: place for place, field in enumerate(sheet.fields)}
    lines = {(row[at["section"]], row[at["id"]]): row for row in sheet.rows if row[at["code"]] == SUNWU}
    shown = rows(open_page("region", region=SUNWU), "region_indicators")
    listed = {one for section, one in lines if section == "指标"}
    assert listed == set(shown)
    assert lines["指标", "post_stations_open"][at["value"]] == 8
    assert lines["政策目标", "T-HLJ-16"][at["goal"]] == 5
    assert sheet_xlsx(sheet, "zh")[:2] == b"PK"


def test_a_region_of_ended_documents_tells_their_results(open_page: Open) -> None:
    assert "已到期文件的目标" in open_page("region", region=WULONG).texts()


def test_a_province(open_page: Open) -> None:
    told = rows(open_page("region", region=HEILONGJIANG), "region_indicators")
    # Sixty-five rural counties referred five persons each, one four, one two.
    assert told["referrals_pushed"][1] == f"{65 * 5 + 4 + 2}件"
