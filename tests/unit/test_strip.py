"""The line under a figure and the comparisons beside it, as they are read."""

from __future__ import annotations

from dataclasses import replace
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
    desk = SimpleNamespace(regions=world().regions)
    return SimpleNamespace(lang=lang, desk=desk, say=lambda key, **values: say(key, lang, **values))


def told(indicator_id="loans_granted", numerator=123_456_000_000, denominator=None, where=(), since=None, day=DAY):
    indicator = world().indicators[indicator_id]
    reading = Reading(COUNTY.code, day, numerator, denominator, 9)
    figure = of_reading(indicator, COUNTY, reading, day, is_hidden=False)
    return Told(indicator, figure, 28, 29, ("B1", "B2"), "detail", 3, DAY, is_demo=True, where=where, since=since)


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("zh", "截至2023年11月20日 · 已报送28/29个乡镇 · 批次2个 · 数据版本3 · 演示数据"),
        ("en", "As of 2023-11-20 · 28 of 29 townships reported · 2 batches · Release 3 · Demo data"),
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


def change(figure, difference, growth=None):
    return Change(figure, Decimal(difference), None if growth is None else Decimal(growth))


def test_what_stands_is_held_against_three_days_money_in_percent_and_shares_in_points():
    money = told("loan_balance")
    grown = Compared(change(money.figure, "5.00", "12.5"), None, change(money.figure, "0", "0.0"))
    assert changes(view("zh"), money, grown) == ("同比+12.5%", "较年初0.0%")
    share = told("loans_overdue_share", 12, 1000)
    points = Compared(None, change(share.figure, "-0.30"), change(share.figure, "0.20"))
    assert changes(view("zh"), share, points) == ("环比−0.3个百分点", "较年初+0.2个百分点")


@pytest.mark.parametrize(
    ("lang", "day", "said"),
    [
        ("zh", DAY, ("1月1日至11月20日同比+175.5%", "11月1日至20日比10月同期−2.7%")),
        ("zh", date(2023, 11, 30), ("1月1日至11月30日同比+175.5%", "11月比10月−2.7%")),
        ("zh", date(2023, 1, 20), ("1月1日至1月20日同比+175.5%", "1月1日至20日比2022年12月同期−2.7%")),
        ("zh", date(2023, 3, 30), ("1月1日至3月30日同比+175.5%", "3月1日至30日比2月−2.7%")),
        ("zh", date(2023, 11, 1), ("1月1日至11月1日同比+175.5%", "11月1日比10月同期−2.7%")),
        (
            "en",
            DAY,
            ("1 Jan to 20 Nov, year on year +175.5%", "1 to 20 Nov against the same days of Oct −2.7%"),
        ),
        ("en", date(2023, 1, 31), ("1 Jan to 31 Jan, year on year +175.5%", "Jan against Dec 2022 −2.7%")),
    ],
)
def test_what_happened_this_year_names_the_days_it_is_held_against(lang, day, said):
    lent = told(day=day, since=date(2022, 12, 31))
    grown = Compared(change(lent.figure, "1", "175.5"), change(lent.figure, "-1", "-2.7"), None)
    assert changes(view(lang), lent, grown) == said


def test_a_sum_from_the_first_record_on_says_only_what_was_added():
    whole = told("station_workers", 170)
    month = told("station_workers", 4)
    grown = Compared(change(whole.figure, "170"), change(month.figure, "-2", "-33.3"), None, whole.figure, month.figure)
    assert changes(view("zh"), whole, grown) == ("今年新增170名", "本月新增4名")
    assert changes(view("en"), whole, grown) == ("170 persons added this year", "4 persons added this month")
    hidden = empty(world().indicators["station_workers"], COUNTY, DAY, "hidden")
    assert changes(view("zh"), whole, Compared(None, None, None, whole.figure, hidden)) == ("今年新增170名",)


def test_a_mean_over_all_records_adds_nothing():
    mean = told("referrals_days_to_visit", 40, 10)
    assert changes(view("zh"), mean, Compared(None, None, None, mean.figure, mean.figure)) == ()


def test_a_region_that_is_its_own_unit_is_named_by_its_level():
    assert "已报送1/1个县" in line(view("zh"), replace(told(), units_reported=1, units_total=1))
