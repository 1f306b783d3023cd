"""总体情况: who holds the targets back, how they stand, every document, what changed, who has not reported."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.pages.conftest import Open, Seen
from tests.pages.seed import DENGZHOU, GUCHENG, HEIHE, HEILONGJIANG, SUNWU, WULONG


def gap_lines(seen: Seen) -> dict[str, list[list[object]]]:
    """Return the lines of the gap list by target: the cells behind the target's own."""
    found: dict[str, list[list[object]]] = {}
    target = ""
    for row in seen.grid("gaps")["rows"]:
        cells = row[2:]
        if not row[1] & 4:
            target = cells[0][0]["a"][2].split(" ")[1]
            cells = cells[1:]
        found.setdefault(target, []).append(cells)
    return found


def html(seen: Seen) -> str:
    return "\n".join(one.proto.body for one in seen.test.get("html"))


def rows_of(seen: Seen, policy: str) -> dict[str, list[object]]:
    """Open a document's targets and return them by title."""
    seen.open_box(f"targets_of_{policy}")
    return {row[2]["a"][0]: row[2:] for row in seen.grid(f"policy_{policy}")["rows"]}


def test_the_gap_list_names_units_what_they_lack_and_what_every_week_must_bring(open_page: Open) -> None:
    seen = open_page("overview", region=HEILONGJIANG)
    assert [column[0] for column in seen.grid("gaps")["columns"]] == [
        "目标",
        "单位",
        "现状/应达",
        "尚缺",
        "在途",
        "在途落实后",
        "每周需",
    ]
    lines = gap_lines(seen)
    (station,) = lines["T-HLJ-05"]
    assert station == ["黑龙江省", "8/160个", "152个", "—", "—", "3个"]
    names = [line[0]["a"][0] for line in lines["T-HLJ-16"]]  # type: ignore[index]
    assert names == ["孙吴县", "呼玛县"]
    assert [line[1:3] for line in lines["T-HLJ-16"]] == [["4/5名", "1名"], ["2/5名", "3名"]]


def test_the_worst_light_stands_first_with_status_document_and_days(open_page: Open) -> None:
    seen = open_page("overview", region=HEILONGJIANG)
    title, chip, document, days = seen.grid("gaps")["rows"][0][2]
    assert (title["a"][0], chip["c"]) == ("开设160个助残驿站终端", ["■", "严重滞后", "red"])
    assert document == "黑龙江农村残疾人就业帮扶"
    assert days.startswith("落后")
    last = [row for row in seen.grid("gaps")["rows"] if not row[1] & 4][-1]
    assert "67个县中2个未达到" in last[2]


def test_a_unit_leads_to_its_own_figure(open_page: Open) -> None:
    seen = open_page("overview", region=HEILONGJIANG)
    link = gap_lines(seen)["T-HLJ-16"][0][0]["a"]  # type: ignore[index]
    assert link[1] == f"/targets?region={SUNWU}&as_of=2023-11-20&release=1&target=T-HLJ-16&lang=zh"
    assert link[2] == f"targets T-HLJ-16 {SUNWU}"


def test_the_list_is_short_until_asked_for_all(open_page: Open) -> None:
    seen = open_page("overview")
    short = len(seen.grid("gaps")["rows"])
    assert short <= 12
    toggle = next(one for one in seen.test.toggle if one.key == "gaps_all")
    assert f"现为前{short}行" in toggle.label
    toggle.set_value(True).run()
    assert len(seen.grid("gaps")["rows"]) > short


def test_silent_units_are_never_among_the_short_ones(open_page: Open) -> None:
    seen = open_page("overview")
    everything = str(gap_lines(seen))
    assert "未报送" not in everything
    silent = seen.grid("silent")["rows"]
    assert all(row[3].startswith(("全部", "1", "2", "3", "4", "5", "6", "7", "8", "9")) for row in silent)
    assert not seen.has_grid("late")


def test_one_line_counts_the_targets_in_force(open_page: Open) -> None:
    seen = open_page("overview", region=HEILONGJIANG)
    assert "截至2023年11月20日，黑龙江省执行中的目标共34项，其中" in html(seen)
    assert "■ 严重滞后 " in seen.texts()


def test_every_document_has_a_card_and_its_targets_on_demand(open_page: Open) -> None:
    seen = open_page("overview", region=HEILONGJIANG)
    assert "黑残联字〔2023〕5号" in seen.texts()
    assert ":blue-badge[执行中]" in seen.texts()
    assert not seen.has_grid("policy_heilongjiang-2023-5")
    rows = rows_of(seen, "heilongjiang-2023-5")
    assert len(rows) == 20
    stations = rows["开设160个助残驿站终端"]
    assert stations[1:3] == ["8个", "不低于160个"]
    assert stations[3]["b"] == [5.0, "5.0%"]  # type: ignore[index]
    # An average of three parts has no amount of its own.
    assert rows["每户配给种羊"][1] == "共3个分项"


def test_what_has_expired_is_history_and_stays_out_of_the_headline(open_page: Open) -> None:
    seen = open_page("overview", region=WULONG)
    assert ":gray-badge[已到期]" in seen.texts()
    assert "历史结果，不计入上方统计" in seen.texts()
    rows = rows_of(seen, "wulong-2017-53")
    assert len(rows) == 46
    assert all(row[4]["c"][1].startswith("历史结果") for row in rows.values())  # type: ignore[index]


def test_links_carry_the_whole_address(open_page: Open) -> None:
    seen = open_page("overview", region=HEILONGJIANG, as_of="2023-10-31")
    row = rows_of(seen, "heilongjiang-2023-5")["开设160个助残驿站终端"]
    address = f"region={HEILONGJIANG}&as_of=2023-10-31&release=1&target=T-HLJ-05&lang=zh"
    assert row[0]["a"][1] == f"/targets?{address}"  # type: ignore[index]
    assert row[5]["a"][1] == f"/map?{address}"  # type: ignore[index]


def test_the_first_release_has_nothing_to_compare_with(open_page: Open) -> None:
    seen = open_page("overview", region=HEILONGJIANG)
    assert "首个数据版本" in seen.texts()
    assert not seen.has_grid("changes")


def test_what_a_release_changed_stands_before_and_after(open_page: Open, two_releases: Path) -> None:
    seen = open_page("overview", store=two_releases, region=HEILONGJIANG)
    (row,) = seen.grid("changes")["rows"]
    assert row[2]["a"][0] == "开设160个助残驿站终端"
    assert [cell["c"][1] for cell in row[3:5]] == ["严重滞后", "滞后"]
    assert row[5:] == ["8个 → 21个"]
    assert "与数据版本1（数据日期2023年11月20日）相比，1项目标有变化，其中1项状态改变。" in seen.texts()


def test_who_owes_a_file_is_told_with_its_day(open_page: Open, two_releases: Path) -> None:
    seen = open_page("overview", store=two_releases, region=HEILONGJIANG)
    (row,) = seen.grid("late")["rows"]
    assert row[3:] == ["演示邮政", "黑龙江省", "2023-09-20", "2023-10-20", "31天"]
    assert "迟报：1份台账已过应报日期。" in seen.texts()


@pytest.mark.parametrize("code", [HEIHE, SUNWU])
def test_an_official_reads_his_own_region(open_page: Open, code: str) -> None:
    seen = open_page("overview", viewer=f"official@{code}")
    rows = rows_of(seen, "heilongjiang-2023-5")
    assert rows["每县平台推荐5名以上"][1] == ("4名" if code == SUNWU else "4/5个县")
    assert not seen.has_grid("policy_dengzhou-2023")
    assert DENGZHOU not in "".join(str(one.proto) for one in seen.test.get("bidi_component"))


def test_a_township_with_a_share_is_held_against_it(open_page: Open) -> None:
    seen = open_page("overview", viewer=f"official@{GUCHENG}")
    rows = rows_of(seen, "dengzhou-2023")
    assert rows["年度发放贷款32337万元"][1:3] == ["5万元", "不低于10万元"]
    (line,) = gap_lines(seen)["T-DZ-05"]
    assert line[:3] == ["古城街道", "5/10万元", "5万元"]


def test_more_than_the_goal_says_so_and_the_bar_ends_at_100(open_page: Open) -> None:
    seen = open_page("overview", region=DENGZHOU)
    bars = [row[3]["b"] for row in rows_of(seen, "dengzhou-2023").values() if isinstance(row[3], dict)]
    assert bars
    assert all(0 <= length <= 100 for length, _ in bars)


def test_before_anything_was_in_force_nothing_is_claimed(open_page: Open) -> None:
    seen = open_page("overview", region=DENGZHOU, as_of="2021-06-30")
    assert "2021年6月30日，邓州市没有执行中的目标" in html(seen)
    assert "执行中的目标没有差距" in seen.texts()


def test_english(open_page: Open) -> None:
    seen = open_page("overview", region=HEILONGJIANG, lang="en")
    assert [column[0] for column in seen.grid("gaps")["columns"]][:4] == [
        "Target",
        "Unit",
        "Now / needed",
        "Still short",
    ]
    assert "34 targets are in force in 黑龙江省" in html(seen)
    assert "The first release" in seen.texts()


def test_the_first_screen_names_the_widest_gaps_and_the_lights_of_every_part(open_page: Open) -> None:
    seen = open_page("overview", region=HEILONGJIANG)
    worst = seen.grid("worst")["rows"]
    assert len(worst) <= 5
    assert worst[0][3]["c"][2] == "red"
    gaps = [
        float(row[5].split("个")[0].replace("−", "-")) for row in worst if row[3]["c"][2] == "red" and row[5] != "—"
    ]
    assert gaps == sorted(gaps)
    parts = seen.grid("parts_lights")["rows"]
    assert len(parts) == 13
    name, *counts = next(row[2:] for row in parts if row[2]["a"][0] == "黑河市")
    assert name["a"][1].startswith("/overview?region=231100000000")
    assert all(count.isdigit() for count in counts)


def test_the_copied_words_say_day_release_and_that_they_are_invented(open_page: Open) -> None:
    seen = open_page("overview", region=HEILONGJIANG)
    (copied,) = [one.proto.json for one in seen.test.get("bidi_component") if one.proto.id.endswith("-headline_copy")]
    for said in ("截至2023年11月20日", "数据版本1", "演示数据 虚构"):
        assert said in json.loads(copied)["text"]


def test_townships_behind_their_share_are_named_under_the_city(open_page: Open) -> None:
    """The one township that was given a share has 5 of 10; 8.66 are due by the day."""
    seen = open_page("overview", region=DENGZHOU)
    toggle = next((one for one in seen.test.toggle if one.key == "gaps_all"), None)
    if toggle is not None:
        toggle.set_value(True).run()
    (line,) = [line for line in gap_lines(seen)["T-DZ-05"] if isinstance(line[0], list)]
    assert line[0][0]["a"][0] == "古城街道"
    assert line[0][1] == "分解任务滞后"
    assert line[1:3] == ["5/10万元", "5万元"]
    (first,) = [row for row in seen.grid("gaps")["rows"] if not row[1] & 4 and "T-DZ-05" in str(row[2])]
    assert any("分解任务滞后：1个（共分解1个）" in str(note) for note in first[2])


def test_the_largest_shortfall_stands_first_when_asked(open_page: Open) -> None:
    seen = open_page("overview", region=HEILONGJIANG)
    next(one for one in seen.test.toggle if one.key == "gaps_order").set_value(True).run()
    names = [line[0]["a"][0] for line in gap_lines(seen)["T-HLJ-16"]]  # type: ignore[index]
    assert names == ["呼玛县", "孙吴县"]


def test_what_each_count_counts_is_said(open_page: Open) -> None:
    seen = open_page("overview", region=HEILONGJIANG)
    targets = {row[2][0]["a"][2].split(" ")[1] for row in seen.grid("gaps")["rows"] if not row[1] & 4}
    assert "执行中的目标共34项：" in seen.texts()
    assert f"以上{len(targets)}项列入本表" in seen.texts()
    assert "未扣除在途" in seen.texts()


def test_who_owes_a_ledger_is_an_organisation_and_no_region(open_page: Open) -> None:
    seen = open_page("overview", region=HEILONGJIANG)
    told = seen.grid("silent")
    place = [column[0] for column in told["columns"]].index("应报单位") + 2
    assert all(row[place] for row in told["rows"])
    assert not any("黑龙江省" in str(row[place]) for row in told["rows"])


def test_the_steps_of_the_demo_are_only_for_whom_they_concern(open_page: Open) -> None:
    assert any(one.label == "演示要点" for one in open_page("overview").test.expander)
    seen = open_page("overview", viewer=f"official@{GUCHENG}")
    assert not any(one.label == "演示要点" for one in seen.test.expander)
