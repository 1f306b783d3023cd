"""Figures of indicators: narrowed, parted, over windows; who may see which part."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from finance_monitor.access import Viewer
from finance_monitor.disclosure.compared import compared
from finance_monitor.disclosure.desk import open_desk
from finance_monitor.disclosure.figures import figures_of_indicator
from finance_monitor.disclosure.splits import split, values_of
from finance_monitor.disclosure.told import series, show_indicator
from finance_monitor.errors import AccessError
from finance_monitor.ledgers.batch import BatchHeader
from finance_monitor.releases.build import publish
from finance_monitor.reports.explain_indicator import explain_indicator_lines
from finance_monitor.store.store import create_store
from tests.property.statements import COUNTY, OTHER_COUNTY, small_world
from tests.small_world import Delivery, deliver

DATA_DATE = date(2023, 11, 20)
FIRST, SECOND, THIRD = [region.code for region in small_world().regions.children(COUNTY)][:3]
A, B = "示范银行一", "示范银行二"
OF_A, OF_B = (("bank", A),), (("bank", B),)


def loans():
    """Two banks in two townships; every loan is of 10,000 yuan, of which 1,000 is overdue."""
    told = [
        (FIRST, A, 8, date(2023, 3, 1), "planting"),
        (SECOND, A, 7, date(2022, 3, 1), "planting"),
        (FIRST, B, 3, date(2023, 11, 5), "breeding"),
        (SECOND, B, 9, date(2023, 10, 10), None),
    ]
    return [
        {
            "loan_no": f"{place}-{number}",
            "lender": bank,
            "product": "甲",
            "use": use,
            "region_code": township,
            "amount_fen": 1_000_000,
            "balance_fen": 1_000_000,
            "overdue_fen": 100_000,
            "disbursed_on": day,
        }
        for place, (township, bank, count, day, use) in enumerate(told)
        for number in range(count)
    ]


def filled_in():
    return [{"indicator": "loans_granted", "region_code": OTHER_COUNTY, "as_of": date(2023, 6, 30), "numerator": 700}]


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    folder = tmp_path_factory.mktemp("told")
    store, known = create_store(folder / "store", is_demo=True), small_world()
    with store.loading():
        for ledger, region, period, rows in (
            ("loans", COUNTY, "2023-11-20", loans()),
            ("reported_figures", OTHER_COUNTY, "2023", filled_in()),
        ):
            deliver(store, known.ledgers, Delivery(BatchHeader(ledger, "演示单位", region, period), rows), folder)
        publish(store, known, data_date=DATA_DATE)
    return store


@pytest.fixture(scope="module")
def desk(store):
    return open_desk(store, small_world(), Viewer("leadership", COUNTY))


@pytest.fixture(scope="module")
def official(store):
    return open_desk(store, small_world(), Viewer("official", COUNTY))


def value(figure):
    return figure.state if figure.value is None else figure.value


def test_a_figure_is_narrowed_to_a_bank(desk):
    assert show_indicator(desk, "loans_count", COUNTY).figure.value == 27
    assert show_indicator(desk, "loans_count", COUNTY, where=OF_B).figure.value == 12
    assert show_indicator(desk, "loans_count", COUNTY, where=(*OF_A, ("use", "breeding"))).figure.value == 0
    found = figures_of_indicator(desk, "loans_count", COUNTY, where=OF_B)
    assert {one.region_code: one.value for one in found if one.value} == {FIRST: 3, SECOND: 9}


def test_a_flow_counts_only_what_came_after_a_day(desk):
    since = date(2022, 12, 31)
    assert show_indicator(desk, "loans_count", COUNTY, since=since).figure.value == 20
    assert show_indicator(desk, "loans_count", COUNTY, where=OF_A, since=since).figure.value == 8
    days = (date(2022, 3, 1), date(2023, 10, 9), date(2023, 10, 10), DATA_DATE)
    assert [one.value for one in series(desk, "loans_count", COUNTY, days)] == [7, 15, 24, 27]
    assert [one.value for one in series(desk, "loans_count", COUNTY, days, OF_B)] == [0, 0, 9, 12]


def test_the_parts_make_up_the_whole_and_the_blank_is_one_of_them(desk):
    found = split(desk, "loan_balance", COUNTY, None, "use")
    assert {one.value: one.figure.value for one in found} == {
        "planting": Decimal("15.00"),
        "breeding": Decimal("3.00"),
        None: Decimal("9.00"),
    }
    words = {one.value: (one.word.zh, one.word.en) for one in found}
    assert words["planting"] == ("种植业", "Planting")
    assert words[None] == ("未填写", "Not filled in")


def test_a_dimension_no_ledger_has_narrows_nothing_and_is_said(desk):
    told = show_indicator(desk, "loans_count", COUNTY, where=(("operator", "x"),))
    assert told.unmet == ("operator",)
    assert value(told.figure) == "missing"
    assert split(desk, "loans_count", COUNTY, None, "operator") == ()
    lines = "\n".join(explain_indicator_lines(desk, told, "zh"))
    assert "本指标的台账没有“运营机构”一项" in lines


def test_a_figure_that_was_filled_in_cannot_be_narrowed(store):
    desk = open_desk(store, small_world(), Viewer("leadership", OTHER_COUNTY))
    assert show_indicator(desk, "loans_granted", OTHER_COUNTY).path == "reported"
    assert value(show_indicator(desk, "loans_granted", OTHER_COUNTY, where=OF_A).figure) == "missing"


def test_small_parts_are_hidden_with_what_would_give_them_away(desk):
    of_first = split(desk, "loans_overdue_amount", FIRST, None, "bank")
    assert [value(one.figure) for one in of_first] == ["hidden", "hidden"]
    # Nine loans are many, but off the bank's twelve in the county they would leave the three.
    assert value(show_indicator(desk, "loans_overdue_amount", SECOND, where=OF_B).figure) == "hidden"
    listed = figures_of_indicator(desk, "loans_overdue_amount", COUNTY, where=OF_B)
    assert {one.region_code for one in listed if one.state == "hidden"} == {FIRST, SECOND}
    of_county = split(desk, "loans_overdue_amount", COUNTY, None, "bank")
    assert {one.value: one.figure.value for one in of_county} == {A: Decimal("1.50"), B: Decimal("1.20")}
    assert [one.figure.value for one in split(desk, "loans_count", FIRST, None, "bank")] == [8, 3]


def test_banks_of_overdue_loans_are_named_to_leadership_only(desk, official):
    masked = split(official, "loans_overdue_amount", COUNTY, None, "bank")
    assert {one.word.zh for one in masked} == {"银行甲", "银行乙"}
    assert {one.word.en for one in masked} == {"Bank A", "Bank B"}
    assert {one.figure.value for one in masked} == {Decimal("1.50"), Decimal("1.20")}
    assert all(one.figure.numerator is None and one.value not in (A, B) for one in masked)
    assert split(official, "loans_overdue_amount", COUNTY, None, "bank") == masked
    assert value(show_indicator(official, "loans_overdue_amount", COUNTY, where=OF_A).figure) == "hidden"
    found = figures_of_indicator(official, "loans_overdue_amount", COUNTY, where=OF_A)
    assert {one.state for one in found} == {"hidden"}
    assert {one.value for one in split(official, "loans_count", COUNTY, None, "bank")} == {A, B}


def test_flows_are_compared_over_windows_of_equal_length(desk):
    found = compared(desk, "loans_count", COUNTY)
    assert [(one.earlier.value, one.difference, one.growth_pct) for one in (found.year, found.month)] == [
        (7, 13, Decimal("185.7")),
        (9, -6, Decimal("-66.7")),
    ]
    # Twenty this year, three of them in November; a flow has nothing that stood at the start of the year.
    assert (found.this_year.value, found.this_month.value, found.year_start) == (20, 3, None)
    narrowed = compared(desk, "loans_count", COUNTY, where=OF_B)
    assert (narrowed.year.difference, narrowed.year.growth_pct) == (12, None)


def test_before_the_newest_list_a_balance_is_not_known(desk):
    assert show_indicator(desk, "loan_balance", COUNTY).figure.value == Decimal("27.00")
    found = series(desk, "loan_balance", COUNTY, (date(2023, 11, 19), DATA_DATE))
    assert [value(one) for one in found] == ["missing", Decimal("27.00")]
    assert compared(desk, "loan_balance", COUNTY).year is None


def test_a_foreign_region_is_refused(desk):
    with pytest.raises(AccessError):
        show_indicator(desk, "loans_count", OTHER_COUNTY)
    with pytest.raises(AccessError):
        split(desk, "loans_count", OTHER_COUNTY, None, "bank")
    assert {one for one, _ in values_of(desk, "bank")} == {A, B}


def test_the_explanation_says_formula_window_and_records(desk):
    told = show_indicator(desk, "loans_granted", COUNTY, where=OF_A, since=date(2022, 12, 31))
    lines = "\n".join(explain_indicator_lines(desk, told, "zh"))
    assert "= 8万元" in lines
    assert "期间数：2022年12月31日之后至当日" in lines
    assert "筛选：贷款机构＝示范银行一" in lines
    assert "明细计算" in lines
    assert told.units_reported == told.units_total == 5
    english = "\n".join(explain_indicator_lines(desk, told, "en"))
    assert "Narrowed to: Bank = 示范银行一" in english
