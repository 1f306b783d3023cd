"""总体情况: what lags behind and where, a card for every document."""

from __future__ import annotations

from tests.pages.conftest import Open
from tests.pages.seed import DENGZHOU, HEILONGJIANG, SUNWU, WULONG


def test_the_headline_names_targets_and_units_that_lack(open_page: Open) -> None:
    seen = open_page("overview", region=HEILONGJIANG)
    rows = seen.grid("gaps")["rows"]
    by_target = {row[2]["a"][2]: row for row in rows}
    stations = by_target["targets T-HLJ-05"]
    assert stations[4]["c"] == ["■", "严重滞后", "red"]
    assert stations[5] == "8个"
    referrals = by_target["targets T-HLJ-16"]
    assert "孙吴县缺1名" in referrals[6]
    assert "呼玛县缺3名" in referrals[6]
    assert referrals[5] == "65/67个县"


def test_every_document_has_a_card_with_its_targets(open_page: Open) -> None:
    seen = open_page("overview", region=HEILONGJIANG)
    assert "黑残联字〔2023〕5号" in seen.texts()
    assert ":blue-badge[执行中]" in seen.texts()
    rows = {row[2]["a"][0]: row for row in seen.grid("policy_heilongjiang-2023-5")["rows"]}
    assert len(rows) == 5
    stations = rows["开设160个助残驿站终端"]
    assert stations[3:5] == ["8个", "不低于160个"]
    assert stations[5]["b"] == [5.0, "5.0%"]
    # An average of three parts has no amount of its own.
    assert rows["每户配给种羊"][3] == "共3个分项"


def test_what_has_expired_is_history_and_stays_out_of_the_headline(open_page: Open) -> None:
    seen = open_page("overview", region=WULONG)
    assert "武隆区当日没有执行中的目标" in seen.texts()
    assert ":gray-badge[已到期]" in seen.texts()
    assert "历史结果，不计入上方统计" in seen.texts()
    statuses = {row[6]["c"][1] for row in seen.grid("policy_wulong-2017-53")["rows"]}
    assert all(word.startswith("历史结果") for word in statuses)
    assert not seen.has_grid("gaps")


def test_links_carry_the_whole_address(open_page: Open) -> None:
    seen = open_page("overview", region=HEILONGJIANG, as_of="2023-10-31")
    row = seen.grid("policy_heilongjiang-2023-5")["rows"][0]
    assert row[2]["a"][1] == f"/targets?region={HEILONGJIANG}&as_of=2023-10-31&release=1&target=T-HLJ-05&lang=zh"
    assert row[7]["a"][1].startswith(f"/map?region={HEILONGJIANG}&as_of=2023-10-31&release=1&target=T-HLJ-05")


def test_a_county_official_reads_his_own_county(open_page: Open) -> None:
    seen = open_page("overview", viewer=f"official@{SUNWU}")
    rows = {row[2]["a"][2]: row for row in seen.grid("policy_heilongjiang-2023-5")["rows"]}
    assert rows["targets T-HLJ-16"][3] == "4名"
    assert not seen.has_grid("policy_dengzhou-2023")


def test_more_than_the_goal_says_so_and_the_bar_ends_at_100(open_page: Open) -> None:
    seen = open_page("overview", region=DENGZHOU)
    rows = [row for row in seen.grid("policy_dengzhou-2023")["rows"] if isinstance(row[5], dict)]
    assert all(0 <= row[5]["b"][0] <= 100 for row in rows)


def test_before_anything_was_in_force_nothing_is_claimed(open_page: Open) -> None:
    seen = open_page("overview", region=DENGZHOU, as_of="2021-06-30")
    assert "没有执行中的目标" in seen.texts()
