"""目标完成情况: the list, the one chosen, its words, figures, sentence, gaps and origin."""

from __future__ import annotations

from tests.pages.conftest import Open
from tests.pages.seed import DENGZHOU, HEILONGJIANG, SUNWU, WULONG


def test_a_target_with_its_words_figures_sentence_and_gaps(open_page: Open) -> None:
    seen = open_page("targets", region=HEILONGJIANG, target="T-HLJ-16")
    said = seen.texts()
    assert "“力争实现每县利用平台系统推荐5名以上符合条件三类重点服务对象的目标”" in said
    assert "黑残联字〔2023〕5号六、金融服务帮扶" in said
    assert "责任单位：各级残联" in said
    metrics = {one.label: one.value for one in seen.test.metric}
    assert metrics["实际"] == "65/67个县"
    assert metrics["目标值"] == "每县不低于5名"
    assert metrics["完成率"] == "97.0%"
    assert metrics["与时序差距"].startswith("+")
    assert seen.test.code[0].value.startswith("截至2023年11月20日，黑龙江省67个县中65个")
    assert [row[2:] for row in seen.grid("shortfall_None")["rows"]] == [
        ["孙吴县", "4名", "5名", "缺1名"],
        ["呼玛县", "2名", "5名", "缺3名"],
    ]


def test_a_target_of_parts_lists_them(open_page: Open) -> None:
    seen = open_page("targets", region=HEILONGJIANG, target="T-HLJ-11")
    rows = seen.grid("parts")["rows"]
    assert [row[2] for row in rows] == ["种公羊1只", "母羊10只", "预算1.93万元以内"]
    assert rows[1][-1]["c"][2] == "red"
    assert [one.label for one in seen.test.metric] == ["实际"]


def test_a_direction_is_drawn_as_a_line(open_page: Open) -> None:
    seen = open_page("targets", region=WULONG, target="T-WL-38")
    assert len(seen.test.get("plotly_chart")) == 1
    assert "近5期" in seen.texts()


def test_the_list_is_filtered_by_document_and_status(open_page: Open) -> None:
    seen = open_page("targets", region=HEILONGJIANG)
    assert len(seen.grid("target_list")["rows"]) == 6
    seen.test.main.selectbox[0].set_value("heilongjiang-2023-5").run()
    assert len(seen.grid("target_list")["rows"]) == 5
    assert seen.address["policy"] == "heilongjiang-2023-5"
    status = next(one for one in seen.test.pills if one.label == "状态")
    status.set_value(["far_behind"]).run()
    assert [row[0] for row in seen.grid("target_list")["rows"]] == ["T-HLJ-05"]


def test_where_a_figure_comes_from_is_told_on_demand(open_page: Open) -> None:
    seen = open_page("targets", region=HEILONGJIANG, target="T-HLJ-05")
    assert not seen.has_grid("rows_behind")
    seen.test.session_state["explain"] = True
    seen.test.run()
    assert "数据版本1" in seen.test.text[0].value
    rows = seen.grid("rows_behind")["rows"]
    assert len(rows) == 8
    assert any("演示驿站0号" in row for row in rows)


def test_nothing_is_drawn_of_a_region_without_targets(open_page: Open) -> None:
    seen = open_page("targets", region="110000000000", as_of="2016-01-01")
    assert "没有符合条件的目标" in seen.texts()


def test_a_target_seen_from_above_says_whose_it_is(open_page: Open) -> None:
    seen = open_page("targets", target="T-DZ-05")
    assert "该目标属于邓州市" in seen.texts()


def test_a_foreign_target_is_refused_in_words(open_page: Open) -> None:
    seen = open_page("targets", viewer=f"official@{SUNWU}", target="T-DZ-05")
    assert "不在本目标统计范围内" in seen.test.code[0].value
    assert [one.value for one in seen.test.metric if one.label == "实际"] == ["—"]
    assert DENGZHOU not in "".join(str(one.proto) for one in seen.test.get("bidi_component"))


def test_english(open_page: Open) -> None:
    seen = open_page("targets", region=HEILONGJIANG, target="T-HLJ-16", lang="en")
    metrics = {one.label: one.value for one in seen.test.metric}
    assert metrics["Actual"] == "65 of 67 counties"
    assert seen.test.code[0].value.startswith("As of 2023-11-20, 黑龙江省")
