"""目标完成情况: the list, the one chosen, its words, figures, sentence, gaps, open points and origin."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.pages.conftest import Open, Seen
from tests.pages.seed import DENGZHOU, GUCHENG, HEILONGJIANG, SUNWU, WULONG

PANEL = "explain"


def metrics(seen: Seen) -> dict[str, str]:
    return {one.label: one.value for one in seen.test.metric}


def listed(seen: Seen) -> list[str]:
    """Return the targets of the list, without the names of the documents between them."""
    return [row[0] for row in seen.grid("target_list")["rows"] if row[0]]


def panel(seen: Seen) -> str:
    """Open 查看口径 and return what it says."""
    seen.open_box(PANEL)
    return seen.texts()


def test_a_target_with_its_words_figures_sentence_and_gaps(open_page: Open) -> None:
    seen = open_page("targets", region=HEILONGJIANG, target="T-HLJ-16")
    said = seen.texts()
    assert "“力争实现每县利用平台系统推荐5名以上符合条件三类重点服务对象的目标”" in said
    assert "黑残联字〔2023〕5号六、金融服务帮扶" in said
    assert "责任单位：各级残联" in said
    for badge in (":green-badge[● 符合序时]", ":gray-badge[硬指标]", ":gray-badge[原文用语：力争]"):
        assert badge in said
    told = metrics(seen)
    assert told["实绩"] == "65/67个县"
    assert told["目标值"] == "每县不低于5名"
    assert told["完成率"] == "97.0%"
    assert told["差距"].startswith("+")
    assert told["领先天数"].endswith("天")
    assert told["每周需"] == "1名"
    assert seen.test.code[0].value.startswith("截至2023年11月20日，黑龙江省67个县中65个")
    assert [row[2:] for row in seen.grid("shortfall_None")["rows"]] == [
        [{"a": link}, "4/5名", "1名", "—", "—", "1名"]
        if name == "孙吴县"
        else [{"a": link}, "2/5名", "3名", "—", "—", "1名"]
        for name, link in ((row[2]["a"][0], row[2]["a"]) for row in seen.grid("shortfall_None")["rows"])
    ]


def test_open_points_and_other_documents_on_the_same_indicator(open_page: Open) -> None:
    seen = open_page("targets", region=HEILONGJIANG, target="T-HLJ-16")
    assert "“每县”指67个县域县级单位还是全部县级单位" in seen.texts()
    assert "**暂按**：" in seen.texts()
    rows = {row[3]["a"][2].split(" ")[1]: row for row in seen.grid("others")["rows"]}
    assert rows["T-ABC-02"][2] == "金融助残服务通知"
    assert rows["T-ABC-02"][4:6] == ["65/67个县", "每县不低于5名"]


def test_another_document_that_does_not_speak_of_the_region_says_so(open_page: Open) -> None:
    seen = open_page("targets", region=DENGZHOU, target="T-DZ-06")
    (row,) = [row for row in seen.grid("others")["rows"] if row[2] == "开州脱贫人口小额信贷"]
    assert row[4:] == ["—", "—", "不涉及本区划"]
    assert "政策参数不一：贴息比例" in seen.texts().replace("\\", "")


def test_a_target_of_parts_lists_them(open_page: Open) -> None:
    seen = open_page("targets", region=HEILONGJIANG, target="T-HLJ-11")
    rows = seen.grid("parts")["rows"]
    assert [row[2] for row in rows] == ["种公羊1只", "母羊10只", "预算1.93万元以内"]
    assert rows[1][-1]["c"][2] == "red"
    assert next(one.label for one in seen.test.metric) == "实绩"
    said = panel(seen).replace("\\", "")
    assert "（母羊10只）发放10只母羊的户占比 = 发放母羊正好10只的户数 115 ÷" in said
    assert "（预算1.93万元以内）对照目标：" in said


def test_a_direction_is_drawn_as_a_line(open_page: Open) -> None:
    seen = open_page("targets", region=WULONG, target="T-WL-38")
    assert len(seen.test.get("plotly_chart")) == 1
    assert "近5期" in seen.texts()


def test_the_list_is_filtered_by_document_wording_words_and_status(open_page: Open) -> None:
    seen = open_page("targets", region=HEILONGJIANG, view="list")
    assert len(listed(seen)) == 34
    seen.test.sidebar.selectbox(key="side_policy").set_value("heilongjiang-2023-5").run()
    assert len(listed(seen)) == 20
    assert seen.address["policy"] == "heilongjiang-2023-5"
    wording = next(one for one in seen.test.pills if one.label == "目标性质")
    wording.set_value(["direction"]).run()
    directions = listed(seen)
    assert 0 < len(directions) < 20
    next(one for one in seen.test.pills if one.label == "目标性质").set_value([]).run()
    next(one for one in seen.test.text_input if one.label == "查找").set_value("驿站 终端").run()
    assert listed(seen) == ["T-HLJ-05"]
    next(one for one in seen.test.text_input if one.label == "查找").set_value("").run()
    next(one for one in seen.test.pills if one.label == "状态").set_value(["far_behind"]).run()
    assert "T-HLJ-05" in listed(seen)
    assert len(listed(seen)) < 20


def test_targets_stand_under_their_documents_those_in_force_first(open_page: Open) -> None:
    seen = open_page("targets", view="list")
    headings = [row[2] for row in seen.grid("target_list")["rows"] if row[0] is None]
    assert len(headings) == 5
    assert headings[-1] == "武隆金融精准扶贫（已到期，46项）"
    assert len(listed(seen)) == 114


def test_nothing_found_is_said(open_page: Open) -> None:
    seen = open_page("targets", region=HEILONGJIANG, view="list")
    next(one for one in seen.test.text_input if one.label == "查找").set_value("没有这样的目标").run()
    assert "没有符合条件的目标" in seen.texts()


def test_where_a_figure_comes_from_is_told_on_demand(open_page: Open) -> None:
    seen = open_page("targets", region=HEILONGJIANG, target="T-HLJ-05")
    assert not seen.has_grid("rows_behind_0")
    said = panel(seen).replace("\\", "")
    steps = ["1. 条款", "2. 公式", "3. 分子、分母", "4. 明细（脱敏）", "5. 报送批次", "6. 数据版本"]
    assert [said.index(step) for step in steps] == sorted(said.index(step) for step in steps)
    assert "完成率 = 8个 ÷ 160个 = 5.0%" in said
    rows = seen.grid("rows_behind_0")["rows"]
    assert len(rows) == 8
    assert any("演示驿站0号" in row for row in rows)
    assert [column[0] for column in seen.grid("batches_behind_0")["columns"]][:3] == ["批次", "文件", "报送单位"]


def test_a_missing_ledger_is_named(open_page: Open) -> None:
    seen = open_page("targets", region=WULONG, target="T-WL-27")
    assert "缺：事项台账（天生药业新三板挂牌）" in seen.texts()
    assert "尚无数据，无从计算" in panel(seen)


def test_a_share_is_told_above_and_below(open_page: Open) -> None:
    above = open_page("targets", region=DENGZHOU, target="T-DZ-05").texts().replace("\\", "")
    assert "已分解到1个单位，合计10万元，未分解余额32,327万元" in above
    below = open_page("targets", viewer=f"official@{GUCHENG}", target="T-DZ-05")
    said = below.texts().replace("\\", "")
    assert "本区划分解任务（演示发〔2023〕1号）：2023年6月30日达到4万元、2023年12月31日达到10万元" in said
    assert metrics(below)["目标值"] == "不低于10万元"


def test_what_was_not_shared_out_is_only_shown(open_page: Open) -> None:
    township = "411381002000"
    seen = open_page("targets", viewer=f"official@{township}", target="T-DZ-05")
    assert "未分解，仅展示实绩" in seen.texts()
    assert metrics(seen)["目标值"] == "—"


def test_nothing_is_drawn_of_a_region_without_targets(open_page: Open) -> None:
    seen = open_page("targets", region="110000000000", as_of="2016-01-01", policy="wulong-2017-53")
    assert seen.errors() == []


def test_a_target_seen_from_above_says_whose_it_is(open_page: Open) -> None:
    seen = open_page("targets", target="T-DZ-05")
    assert "该目标属于邓州市" in seen.texts()


def test_a_foreign_target_is_refused_in_words(open_page: Open) -> None:
    seen = open_page("targets", viewer=f"official@{SUNWU}", target="T-DZ-05")
    assert "不在本目标统计范围内" in seen.test.code[0].value
    assert metrics(seen)["实绩"] == "—"
    assert DENGZHOU not in "".join(str(one.proto) for one in seen.test.get("bidi_component"))


def test_who_may_not_see_records_is_told_so(open_page: Open) -> None:
    seen = open_page("targets", viewer=f"system_admin@{HEILONGJIANG}", target="T-HLJ-05")
    said = panel(seen)
    assert not seen.has_grid("rows_behind_0")
    assert "当前身份不能查看单条记录" in said


@pytest.mark.parametrize("region", [HEILONGJIANG, DENGZHOU, WULONG])
def test_an_empty_store_is_an_error_in_words(open_page: Open, tmp_path: Path, region: str) -> None:
    assert len(open_page("targets", store=tmp_path / "none", region=region).errors()) == 1


def test_english(open_page: Open) -> None:
    seen = open_page("targets", region=HEILONGJIANG, target="T-HLJ-16", lang="en")
    told = metrics(seen)
    assert told["Actual"] == "65 of 67 counties"
    assert told["Needed a week"] == "1 person"
    assert seen.test.code[0].value.startswith("As of 2023-11-20, 黑龙江省")
    said = panel(seen).replace("\\", "")
    assert "1. Clause" in said
    assert "Share that reaches it = counties with 5 persons 65 ÷ all counties 67 = 97.0%" in said
