"""The formula with its numbers, for every kind of target."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import get_args

import pytest

from finance_monitor.indicators.model import Indicator
from finance_monitor.policy.model import Kind
from finance_monitor.reports.formula import formula
from finance_monitor.texts import LANGS, Lang
from tests.unit.progress_cases import ReadingCase, reading_cases
from tests.unit.test_catching_up import STATIONS, progress, target

ALL = reading_cases()


WORDS = {
    "name": {"zh": "户贷率", "en": "share"},
    "numerator": {"zh": "有贷款的户", "en": "with a loan"},
    "denominator": {"zh": "全部户", "en": "all"},
}


def case_of(label: str) -> ReadingCase:
    return next(case for case in ALL if case.label.startswith(label))


def worded(one: Indicator, **more: object) -> Indicator:
    """Give an indicator words, as real ones have."""
    words = WORDS if one.denominator or one.measure == "share" else {**WORDS, "denominator": None}
    return Indicator.model_validate({**one.model_dump(), **words, **more})


def said(label: str, lang: Lang = "zh", **more: object) -> tuple[str, ...]:
    case = case_of(label)
    known = {code: worded(one) for code, one in case.indicators.items()}
    return formula(case.target, replace(case.evaluate(), **more), known, lang)


@pytest.mark.parametrize(
    ("label", "first"),
    [
        ("per_unit_min: 67个县", "达标县占比 = 达到5名的县 6 ÷ 全部县 7 = 85.7%"),
        ("per_unit_min: 只算", "实绩 = 有贷款的户 = 4名"),
        ("coverage: 以百分比", "覆盖率 = 已覆盖的乡镇 2 ÷ 全部乡镇 4 = 50.0%"),
        ("coverage: 有乡镇未报送，灯", "实绩 = 已覆盖的乡镇 3个（全部乡镇 4个）"),
        ("total: 严重滞后", "实绩 = 有贷款的户 = 63个"),
        ("flow: 逾期", "实绩 = 有贷款的户 = 21万元"),
        ("stock: 到期完成", "实绩 = 有贷款的户 = 61.50亿元"),
        ("growth: 发生额", "增速 = 本期户贷率 220万元 ÷ 上期户贷率 200万元 − 1 = 10.0%"),
        ("growth: 到期完成", "增速 = 本期户贷率 190,000万元 ÷ 上期户贷率 200,000万元 − 1 = −5.0%"),
        ("growth_gap: 期内", "增速差 = 户贷率增速12.0% − 户贷率增速10.0% = 2.0个百分点"),
        ("milestone: 期限前", "实绩 = 有贷款的户 = 1个"),
        ("total: 无人报送", "尚无数据，无从计算"),
    ],
)
def test_the_value(label: str, first: str) -> None:
    assert said(label)[0] == first


def test_a_ratio_divides_what_it_names() -> None:
    assert said("ratio: 合计相除") == ("户贷率 = 有贷款的户 91 ÷ 全部户 102 = 89.2%", "对照目标：89.2% < 100%")


def test_a_ratio_of_money_divides_amounts() -> None:
    case = case_of("ceiling: 期内")
    found = replace(case.evaluate(), numerator=1_200_000, denominator=6_204_000_000, actual=Decimal("0.02"))
    known = {code: worded(one, parts_are="money") for code, one in case.indicators.items()}
    assert formula(case.target, replace(found, goal=Decimal(0)), known, "zh") == (
        "户贷率 = 有贷款的户 1.20万元 ÷ 全部户 6,204万元 = 0.02%",
        "对照目标：0.02% > 0%",
    )


def test_completion_pace_gap_and_week() -> None:
    assert said("total: 严重滞后")[1:] == (
        "完成率 = 63个 ÷ 160个 = 39.4%",
        "序时进度 = 已过450天 ÷ 全程634天 = 71.0%",
        "与序时差距 = 完成率39.4% − 序时进度71.0% = −31.6个百分点",
        "每周需 = 尚缺97个 ÷ 剩余184天 × 7天 = 4个（只进不舍）",
    )


def test_a_window_that_has_closed_says_no_pace() -> None:
    assert said("stock: 到期完成")[1:] == ("完成率 = 61.50亿元 ÷ 60亿元 = 102.5%",)


def test_a_plan_says_its_node() -> None:
    assert "序时进度 = 按计划节点应达70个，占目标的43.8%" in said("total: 按计划")


def test_a_survey_says_sample_and_interval() -> None:
    assert "样本400份，95%置信区间94.5%至98.1%" in said("survey: 置信区间")


def test_a_milestone_is_done_or_not() -> None:
    assert said("milestone: 没有期限")[1] == "完成情况：现有0个，要求为1个"


def test_a_direction_lists_its_periods() -> None:
    one = target(kind="trend", at_least=None, wording="direction", pace="none", by=None, period_months=1)
    found = replace(progress(one, date(2023, 11, 20), 5), trend=((date(2023, 10, 20), Decimal(4)),) * 3)
    assert formula(one, found, STATIONS, "zh") == ("实绩 = 个 = 5个", "近3期依次为：4、4、4")


@pytest.mark.parametrize("kind", get_args(Kind))
@pytest.mark.parametrize("lang", LANGS)
def test_every_kind_can_be_said(kind: Kind, lang: Lang) -> None:
    def told(case: ReadingCase) -> list[str]:
        found = case.evaluate()
        return [line for part in found.parts or (found,) for line in formula(case.target, part, case.indicators, lang)]

    cases = [case for case in ALL if case.label.startswith(f"{kind}:")]
    assert cases
    for case in cases:
        for line in told(case):
            assert "None" not in line
            assert "{" not in line
