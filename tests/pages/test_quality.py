"""数据质量: what the release holds of a region, who is missing, what was held back, counted by hand from the seed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.pages.conftest import Open, Seen
from tests.pages.seed import DENGZHOU, HEILONGJIANG, SUNWU, WULONG

# 67 rural counties, five referrals each, four in one and two in another; eight stations; four filled-in figures.
REFERRALS = 67 * 5 - 1 - 3


def numbers(seen: Seen) -> dict[str, str]:
    return {one.label: one.value for one in seen.test.metric}


def test_the_numbers_at_the_top_are_those_of_the_files(open_page: Open) -> None:
    seen = open_page("quality", region=HEILONGJIANG)
    told = numbers(seen)
    assert told["最新数据截至"] == "2023年11月20日"
    assert told["逾期报送"] == "0/3份"
    assert told["待核行"] == f"0/{REFERRALS + 8 + 4}行"
    assert told["填报与明细不一致"] == "0处"
    assert "涉及个人的指标，人数少于5人的不显示" in seen.texts()
    assert seen.errors() == []


def test_every_ledger_says_how_fresh_it_is(open_page: Open) -> None:
    rows = {row[0]: row for row in open_page("quality", region=HEILONGJIANG).grid("quality_ledgers")["rows"]}
    assert set(rows) == {"referrals", "post_stations", "reported_figures"}
    stations = rows["post_stations"]
    assert stations[3:8] == ["1", "2023-11-20", "0", "2023-11-20", "每月"]
    assert stations[8]["c"] == ["✓", "按期", "green"]
    assert rows["referrals"][7] == "发生即报"


def test_an_organisation_that_owes_a_file_is_named(open_page: Open, two_releases: Path) -> None:
    seen = open_page("quality", region=HEILONGJIANG, store=two_releases)
    assert numbers(seen)["逾期报送"] == "1/4份"
    ((_, _, ledger, by, _, newest, due, days, _),) = seen.grid("quality_late")["rows"]
    # A file up to 20 September is followed by the next within a month: due on 20 October, 31 days before the data date.
    assert (ledger, by, newest, due, days) == ("助残驿站台账", "演示邮政", "2023-09-20", "2023-10-20", "31")


def test_a_ledger_picked_shows_who_brings_it(open_page: Open) -> None:
    seen = open_page("quality", region=HEILONGJIANG, view="fresh_referrals")
    rows = seen.grid("quality_units")["rows"]
    assert [(row[2], row[3], row[4]) for row in rows] == [("推荐台账", "演示单位", "黑龙江省")]


def test_who_should_report_and_has_not(open_page: Open) -> None:
    seen = open_page("quality", region=HEILONGJIANG, view="complete")
    rows = {row[0].split(" ")[0]: row for row in seen.grid("quality_complete")["rows"]}
    referrals = rows["推荐台账"]
    assert referrals[3:5] == ["67个县", "0"]
    assert referrals[5]["b"] == [100.0, "100.0%"]
    rules = rows["事项台账（实施细则）"]
    assert rules[3:5] == ["67个县", "67"]
    assert rules[5]["b"] == [0.0, "0.0%"]
    assert "等67个" in rules[6]
    regions = {row[0]: row for row in seen.grid("quality_regions")["rows"]}
    assert regions["231100000000"][2]["a"][0] == "黑河市"


def test_the_units_missing_are_named(open_page: Open) -> None:
    seen = open_page("quality", region=HEILONGJIANG, view="complete")
    seen.test.session_state["quality_missing"] = "事项台账（实施细则） county"
    seen.test.run()
    rows = seen.grid("quality_units_missing")["rows"]
    assert len(rows) == 67
    assert [row[3] for row in rows if row[0] == SUNWU] == ["黑龙江省黑河市"]


def test_rows_in_are_rows_taken_and_held_back(open_page: Open) -> None:
    seen = open_page("quality", region=HEILONGJIANG, view="files")
    total = REFERRALS + 12
    assert f"报送{total}行 = 采用{total}行 + 待核0行，共3份文件" in seen.texts()
    assert "没有待核行和提示" in seen.texts()
    sums = {row[2]: row[3:] for row in seen.grid("quality_sums")["rows"]}
    assert sums["推荐台账"] == ["1", str(REFERRALS), str(REFERRALS), "0"]


def test_figures_of_two_paths_that_agree_are_no_difference(open_page: Open) -> None:
    seen = open_page("quality", region=HEILONGJIANG, view="paths")
    assert "没有填报数与明细计算数不一致的指标" in seen.texts()


def test_a_document_that_has_ended_makes_nobody_late(open_page: Open) -> None:
    seen = open_page("quality", region=WULONG)
    ((_, _, _, _, newest, age, *_, state),) = seen.grid("quality_ledgers")["rows"]
    assert (newest, age) == ("2020-12-31", "1054")
    assert state["c"] == ["—", "执行中的目标不使用", "none"]
    assert numbers(seen)["逾期报送"] == "0/1份"


def test_a_region_without_files_says_so(open_page: Open) -> None:
    seen = open_page("quality", region="110000000000")
    assert "北京市在数据版本1中没有报送文件" in "".join(one.value for one in seen.test.info)
    assert seen.errors() == []


def test_a_foreign_viewer_sees_nothing_of_others(open_page: Open) -> None:
    seen = open_page("quality", viewer=f"data_clerk@{SUNWU}", region=DENGZHOU)
    assert any("不在您的管辖范围内" in one for one in seen.warnings())
    said = "".join(str(one.proto) for one in seen.test.get("bidi_component"))
    assert DENGZHOU not in said
    assert "演示单位" not in said


@pytest.mark.parametrize("view", ["fresh", "complete", "files", "paths"])
def test_an_empty_store_is_an_error_in_words(open_page: Open, tmp_path: Path, view: str) -> None:
    assert len(open_page("quality", store=tmp_path / "none", view=view).errors()) == 1


def test_english(open_page: Open) -> None:
    seen = open_page("quality", region=HEILONGJIANG, lang="en", view="files")
    assert numbers(seen)["Overdue files"] == "0 of 3"
    assert f"{REFERRALS + 12} rows in = {REFERRALS + 12} taken + 0 held back, 3 files" in seen.texts()
