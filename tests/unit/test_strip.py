"""The line under a figure and the comparisons beside it, as they are read."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from types import SimpleNamespace

import pytest

from dashboard.metric import changes, value_of
from dashboard.strip import line
from finance_monitor.disclosure.compared import Change, Compared
from finance_monitor.disclosure.figure_of import empty, of_reading
from finance_monitor.disclosure.told import Told
from finance_monitor.indicators.model import Reading
from finance_monitor.texts import say
from finance_monitor.world import world

DAY = date(2023, 11, 20)
COUNTY = world().regions.get("411381000000")


def view(lang):
    return SimpleNamespace(lang=lang, say=lambda key, **values: say(key, lang, **values))


def told(indicator_id="loans_granted", numerator=123_456_000_000, denominator=None, where=()):
    indicator = world().indicators[indicator_id]
    reading = Reading(COUNTY.code, DAY, numerator, denominator, 9)
    figure = of_reading(indicator, COUNTY, reading, DAY, is_hidden=False)
    return Told(indicator, figure, 28, 29, ("B1", "B2"), "detail", 3, DAY, is_demo=True, where=where)


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("zh", "截至2023年11月20日 · 已报送28/29 · 批次2个 · 数据版本3 · 演示数据"),
        ("en", "As of 2023-11-20 · 28 of 29 reported · 2 batches · Release 3 · Demo data"),
    ],
)
def test_the_line_says_when_who_and_from_what(lang, said):
    assert line(view(lang), told()) == said


def test_a_narrowed_figure_says_that_it_counts_records_only():
    assert "仅统计明细记录" in line(view("zh"), told(where=(("bank", "甲"),)))


def test_a_value_is_written_with_its_unit_and_a_hidden_one_with_its_reason():
    assert value_of(view("zh"), told()) == "123,456万元"
    hidden = empty(world().indicators["loans_granted"], COUNTY, DAY, "hidden")
    one = Told(told().indicator, hidden, 28, 29, (), "detail", 3, DAY, is_demo=True)
    assert value_of(view("zh"), one) == say("figure.state.hidden", "zh")


def test_amounts_grow_in_percent_and_shares_in_points():
    money = told()
    grown = Compared(Change(money.figure, Decimal("5.00"), Decimal("12.5")), None, None)
    assert changes(view("zh"), money, grown) == ("同比+12.5%", "环比暂无可比数", "较年初暂无可比数")
    share = told("loans_overdue_share", 12, 1000)
    points = Compared(None, Change(share.figure, Decimal("-0.30"), None), Change(share.figure, Decimal("0.20"), None))
    assert changes(view("zh"), share, points)[1:] == ("环比−0.3个百分点", "较年初+0.2个百分点")
