"""One sentence of a bulletin: reads to an official, names the clause, says 百分点 and 超额完成."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import get_args

import pytest

from finance_monitor.progress.model import Status
from finance_monitor.progress.sentence import reason_words, sentence
from finance_monitor.progress.trends import growth_of
from finance_monitor.progress.words import status_word, symbol
from finance_monitor.texts import LANGS, Lang
from tests.unit.progress_cases import ReadingCase, reading_cases

NAMES = {
    "230000000000": "黑龙江省",
    "230183000000": "尚志市",
    "411381000000": "邓州市",
    "411381301000": "张楼乡",
    "500156000000": "武隆区",
    "500156102000": "江口镇",
}
ALL = {case.label: case for case in reading_cases()}


def said(label: str, lang: Lang = "zh") -> str:
    case = next(case for name, case in ALL.items() if name.startswith(label))
    return sentence(case.evaluate(), case.target, case.policy, NAMES, lang)


@pytest.mark.parametrize(
    ("label", "wanted"),
    [
        (
            "per_unit_min: 67个县",
            "截至2023年11月20日，黑龙江省7个县中6个达到每县5名的目标（平台推荐人数），1个县缺3名，"
            "比序时进度（88.7%）低3.0个百分点（在允许范围10个百分点以内），符合序时（黑残联字〔2023〕5号六）。",
        ),
        (
            "total: 到期完成",
            "截至2024年12月31日，黑龙江省“助残驿站终端”一项，实际168个，目标不低于160个，完成率105.0%，超额完成，已完成"
            "（黑残联字〔2023〕5号三）。",
        ),
        (
            "total: 力争",
            "截至2024年12月31日，黑龙江省“助残驿站终端”一项，实际159个，目标不低于160个，完成率99.4%，差1个，未达预期"
            "（黑残联字〔2023〕5号三）。",
        ),
        (
            "total: 文件到期",
            "截至2023年12月31日，黑龙江省“助残驿站终端”一项，实际71个，目标不低于69个，完成率102.9%，超额完成，历史结果：逾期完成"
            "（黑残联字〔2023〕5号三）。",
        ),
        (
            "ceiling: 期内超过",
            "截至2023年9月30日，黑龙江省“就业保障金用于公益岗社保补贴占比”一项，实际21.0%，目标不超过20%，超出1个百分点，不符合要求"
            "（黑残联字〔2023〕5号五）。",
        ),
        (
            "coverage: 有乡镇未报送，但",
            "截至2017年12月31日，武隆区4个乡镇中2个已覆盖（银行物理网点全覆盖），未覆盖：江口镇，1个乡镇尚未报送，到期未完成"
            "（武隆府办发〔2017〕53号一(六)）。",
        ),
        (
            "ratio: 逐户核对",
            "截至2023年10月31日，邓州市“贷款余额户贷率”：“种公羊”一项，实际100.0%，目标为100%，符合要求；"
            "“母羊”一项，实际91.3%，目标为100%，差8.7个百分点，不符合要求"
            "（《邓州市2023年小额信贷贴息项目实施方案（调整后）》四(八)1）。",
        ),
        (
            "survey: 置信区间",
            "截至2023年12月31日，邓州市“满意度”一项，实际96.8%，样本400份，95%置信区间94.5%至98.1%，目标不低于98%，差1.2个百分点，到期未完成"
            "（《邓州市2023年小额信贷贴息项目实施方案（调整后）》四(八)3）。",
        ),
        (
            "total: 无人报送",
            "截至2024年6月30日，黑龙江省“助残驿站终端”，尚未报送，暂不能判断（黑残联字〔2023〕5号三）。",
        ),
        (
            "ratio: 非绝对",
            "截至2023年6月30日，张楼乡“贷款余额户贷率”一项，实际70.0%，目标未分解到本级，仅展示实绩"
            "（《邓州市2023年小额信贷贴息项目实施方案（调整后）》四(八)1）。",
        ),
    ],
)
def test_a_sentence_reads_as_an_official_would_write_it(label: str, wanted: str) -> None:
    assert said(label) == wanted


def test_english_says_one_county_and_three_persons() -> None:
    assert said("per_unit_min: 67个县", "en") == (
        "As of 2023-11-20, 黑龙江省: 6 of 7 counties reach 5 persons each (Persons referred on the platform), "
        "1 county lacks 3 persons, 3.0 percentage points below the 88.7% expected by now (within the tolerated 10), "
        "on schedule "
        "(黑残联字〔2023〕5号 六)."
    )


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("case", ALL.values(), ids=list(ALL))
def test_every_case_can_be_said_with_its_reason(case: ReadingCase, lang: Lang) -> None:
    progress = case.evaluate()
    spoken = sentence(progress, case.target, case.policy, NAMES, lang)
    why = reason_words(progress, lang)
    assert "None" not in spoken + why
    assert not re.search(r"[{}]", spoken + why)
    assert case.target.clause in spoken


def test_hidden_figures_are_not_said() -> None:
    case = next(case for name, case in ALL.items() if name.startswith("per_unit_min: 只算"))
    spoken = sentence(replace(case.evaluate(), actual=None, shortfall=()), case.target, case.policy, NAMES, "zh")
    assert spoken.endswith("“平台推荐人数”，未达预期（黑残联字〔2023〕5号六）。")


@pytest.mark.parametrize("lang", LANGS)
def test_every_status_has_its_word_and_symbol(lang: Lang) -> None:
    for status in get_args(Status):
        assert status_word(status, None, lang)
        assert symbol(status) in "✓●▲■✕◆○—"


def test_what_was_aimed_for_and_ended_short_is_below_expectation_not_missed() -> None:
    assert status_word("missed", "力争", "zh") == "未达预期"
    assert status_word("missed", "确保", "zh") == "到期未完成"
    assert status_word("met", "力争", "zh") == "已完成"


def test_a_direction_of_what_happens_says_how_long_its_period_is() -> None:
    case = next(case for name, case in ALL.items() if name.startswith("trend"))
    progress = replace(case.evaluate(), period_months=3)
    assert "，实际近3个月" in sentence(progress, case.target, case.policy, NAMES, "zh")
    assert "in the last 3 months" in sentence(progress, case.target, case.policy, NAMES, "en")
    assert "in the last month" in sentence(replace(progress, period_months=1), case.target, case.policy, NAMES, "en")


def test_growth_that_becomes_smaller_is_still_growth() -> None:
    assert growth_of([Decimal("27.3"), Decimal("28.6"), Decimal("11.8")]) == "trend_grown"
    assert growth_of([Decimal(3), Decimal(0), Decimal(4)]) == "trend_not_grown"


def test_a_past_result_says_why_it_is_not_known() -> None:
    case = next(case for name, case in ALL.items() if name.startswith("total: 无人报送"))
    over = case.policy.model_copy(update={"effective_to": case.as_of - timedelta(days=1)})
    spoken = sentence(replace(case, policy=over).evaluate(), case.target, over, NAMES, "zh")
    assert "历史结果：尚未报送，暂不能判断" in spoken
