"""Sentences that keep a figure from being taken for more than it is."""

from __future__ import annotations

from datetime import date

import pytest

from finance_monitor.access import system_viewer
from finance_monitor.disclosure.desk import open_desk, show_target
from finance_monitor.policy.conflicts import same_indicator
from finance_monitor.policy.loader import policies
from finance_monitor.reports.caveats import caveats
from finance_monitor.reports.explain import explain_lines
from finance_monitor.reports.formula import formula
from finance_monitor.world import world
from tests.journeys.test_around_a_figure import CITY, NORTH, at, made

__all__ = ["made"]


@pytest.fixture(scope="module")
def desk(full_demo):
    return open_desk(full_demo, world(), system_viewer(world().regions))


def test_a_sum_that_is_enough_does_not_stand_for_each_county(desk):
    (said,) = caveats(show_target(desk, "T-HLJ-16"), "zh")
    assert said == "合计412名，为335名的123.0%，但仍有6个县未达到，共缺9名：合计数不能代替每县达标。"
    (said,) = caveats(show_target(desk, "T-HLJ-16"), "en")
    assert said.startswith(
        "The sum of 412 persons is 123.0% of 335 persons, and yet 6 counties fall short by 9 persons"
    )


def test_nothing_is_said_where_the_sum_is_short_too_or_one_unit_is_asked(desk):
    assert list(caveats(show_target(desk, "T-HLJ-16", as_of=date(2023, 3, 31)), "zh")) == []
    assert list(caveats(show_target(desk, "T-HLJ-16", "230524000000"), "zh")) == []


def test_two_paths_that_differ_are_said_with_both_numbers(made):
    _, city = at(made, CITY)
    (said,) = caveats(city, "zh")
    assert (
        said == "2023年10月31日单位填报为13万元（批次B000004），明细计算为12万元，两者不一致，以明细计算为准，请核对。"
    )


def test_a_target_with_a_share_is_still_the_same_target(made):
    _, north = at(made, NORTH)
    assert north.allotment is not None
    assert all(policy.id != north.policy.id for policy, _ in same_indicator(north.target, policies().values()))


def test_a_list_that_is_not_confirmed_is_reckoned_with_what_is_sure(desk):
    shown = show_target(desk, "T-DZ-03")
    lines = formula(shown.target, shown.progress, world().indicators, "zh")
    assert "完成率 = 最少确认24个（27个减去可能不在名单内的3个）÷ 26个 = 92.3%" in lines
    assert list(caveats(shown, "zh")) == [
        "另有15行待核未计入：报送文件中有疑问的行，更正后重新报送才计入，详见“数据质量”。",
        "统计名单待确认：文件所称26个单位未列名单，现按29个统计，其中3个可能不在范围内，判断时按最不利情形。",
    ]
    # What makes a township covered is money; the count of townships must not be told as yuan.
    assert not [line for line in explain_lines(desk, shown, "zh") if "0.27元" in line]
