"""What one answer hides, another does not tell: splits under filters, letters, rows, lists of targets."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from finance_monitor.access import Viewer
from finance_monitor.disclosure.compared import compared
from finance_monitor.disclosure.desk import Desk, open_desk
from finance_monitor.disclosure.figures import figures_of_indicator, figures_of_target
from finance_monitor.disclosure.masking import mask_of
from finance_monitor.disclosure.pivot import pivot
from finance_monitor.disclosure.pivot_question import Question, months_between
from finance_monitor.disclosure.reasons import reasons
from finance_monitor.disclosure.splits import split
from finance_monitor.disclosure.standings import standings_of
from finance_monitor.disclosure.told import show_indicator
from finance_monitor.ledgers.batch import BatchHeader
from finance_monitor.releases.build import publish
from finance_monitor.reports.explain_indicator import explain_indicator, explain_indicator_lines
from finance_monitor.store.store import Store, create_store
from finance_monitor.world import world
from tests.small_world import Delivery, deliver

NATION, DENGZHOU, HEILONGJIANG, REJECTING = "000000000000", "411381000000", "230000000000", "230127000000"
FIRST, SECOND = "411381001000", "411381002000"
# Two counties of one city, two of another, and how many women found work there.
WOMEN = {"231123000000": 12, "231124000000": 3, "230123000000": 14, "230124000000": 2, "230125000000": 30}
LAST = date(2023, 11, 20)
BANKS = tuple(f"示范银行{number}" for number in "一二三四五六")
# Bank, use, how many overdue loans; the day they were paid out.
LENT = [
    *((bank, "planting", 6 + place, date(2023, 1, 31)) for place, bank in enumerate(BANKS)),
    (BANKS[0], "breeding", 3, date(2023, 2, 28)),
    (BANKS[1], "breeding", 20, date(2023, 2, 10)),
]


def loans() -> Iterator[dict[str, object]]:
    """Every loan is of 10,000 yuan, of which 1,000 is overdue; those of the first two banks lie in two townships."""
    for place, (bank, use, count, day) in enumerate(LENT):
        for number in range(count):
            yield {
                "loan_no": f"{place}-{number}",
                "lender": bank,
                "product": "甲",
                "use": use,
                "region_code": FIRST,
                "amount_fen": 1_000_000,
                "balance_fen": 1_000_000,
                "overdue_fen": 100_000,
                "disbursed_on": day,
            }


def women() -> Iterator[dict[str, object]]:
    for county, count in WOMEN.items():
        for number in range(count):
            yield {
                "employment_no": f"{county}{number}",
                "person_key": f"P{county}{number}",
                "sex": "female",
                "kind": "beautiful_workshop",
                "region_code": county,
                "start_on": date(2023, 6, 1),
            }


# County, bank, how many referrals were rejected for want of papers, the day.
REJECTED = [
    (DENGZHOU, BANKS[0], 9, date(2023, 6, 10)),
    (DENGZHOU, BANKS[1], 3, date(2023, 6, 10)),
    (REJECTING, BANKS[0], 20, date(2022, 6, 10)),
    (REJECTING, BANKS[0], 3, date(2023, 6, 10)),
]


def referrals(year: int) -> Iterator[dict[str, object]]:
    for place, (county, _, count, day) in enumerate(REJECTED):
        for number in range(count if day.year == year else 0):
            told = {"referral_no": f"{place}-{number}", "person_key": f"R{place}-{number}", "region_code": county}
            yield {**told, "pushed_on": day, "eligible": True}


def answers(year: int) -> Iterator[dict[str, object]]:
    for place, (county, bank, count, day) in enumerate(REJECTED):
        for number in range(count if day.year == year else 0):
            told = {"referral_no": f"{place}-{number}", "region_code": county, "accepted_on": day, "lender": bank}
            yield {**told, "decision": "rejected", "decided_on": day, "reject_reason": "资料不全"}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    folder: Path = tmp_path_factory.mktemp("given_away")
    made = create_store(folder / "store", is_demo=True)
    told = (
        ("loans", DENGZHOU, "2023-11-20", list(loans())),
        ("employment", HEILONGJIANG, "2023", list(women())),
        ("referrals", NATION, "2022", list(referrals(2022))),
        ("referral_outcomes", NATION, "2022", list(answers(2022))),
        ("referrals", NATION, "2023", list(referrals(2023))),
        ("referral_outcomes", NATION, "2023", list(answers(2023))),
    )
    with made.loading():
        for ledger, region, period, rows in told:
            header = BatchHeader(ledger, "演示单位", region, period)
            deliver(made, world().ledgers, Delivery(header, rows), folder)
        publish(made, world(), data_date=LAST)
    return made


@pytest.fixture(scope="module")
def desk(store: Store) -> Desk:
    return open_desk(store, world(), Viewer("leadership", DENGZHOU))


@pytest.fixture(scope="module")
def official(store: Store) -> Desk:
    return open_desk(store, world(), Viewer("official", DENGZHOU))


def test_letters_stand_in_their_own_order_not_in_that_of_the_names(official: Desk) -> None:
    told = [one.value for one in split(official, "loans_overdue_amount", DENGZHOU, None, "bank")]
    assert told == sorted(f"银行{letter}" for letter in "甲乙丙丁戊己")


def test_an_amount_and_a_share_do_not_stand_under_one_letter(official: Desk) -> None:
    """Overdue principal over its share would be the balance, which every bank has under its name."""
    amount, share = (world().indicators[f"loans_overdue_{one}"] for one in ("amount", "share"))
    letters = [[mask_of(official, one, "bank", bank).zh for bank in BANKS] for one in (amount, share)]
    assert sorted(letters[0]) == sorted(letters[1])
    assert letters[0] != letters[1]


def test_parts_under_a_filter_do_not_give_away_what_is_hidden(desk: Desk) -> None:
    """Of the first bank 6 for planting and 3 for breeding: 6 would leave the 3, and so would 51 less the others."""
    of_first = split(desk, "loans_overdue_amount", DENGZHOU, None, "use", (("bank", BANKS[0]),))
    assert {one.figure.state for one in of_first} == {"hidden"}
    planting = split(desk, "loans_overdue_amount", DENGZHOU, None, "bank", (("use", "planting"),))
    assert {one.value for one in planting} == set(BANKS)
    assert sum(one.figure.state == "hidden" for one in planting) > 1
    assert next(one for one in planting if one.value == BANKS[0]).figure.state == "hidden"
    for bank in BANKS:
        where = (("use", "planting"), ("bank", bank))
        alone = show_indicator(desk, "loans_overdue_amount", DENGZHOU, where=where).figure
        assert alone == next(one for one in planting if one.value == bank).figure
    listed = figures_of_indicator(
        desk, "loans_overdue_amount", DENGZHOU, where=(("use", "planting"), ("bank", BANKS[0]))
    )
    assert next(one for one in listed if one.region_code == FIRST).state == "hidden"


def test_parts_under_a_filter_are_told_where_nothing_is_small(desk: Desk) -> None:
    found = split(desk, "loans_overdue_amount", DENGZHOU, None, "bank", (("product", "甲"),))
    assert [one.figure.state for one in found] == ["shown"] * len(BANKS)


def test_a_reason_at_one_bank_does_not_tell_how_many_there_are_at_the_other(desk: Desk) -> None:
    (whole,) = reasons(desk, DENGZHOU, LAST).told
    assert [whole.reason, whole.figure.value] == ["资料不全", 12]
    # Nine of one bank would leave the three of the other.
    for bank in BANKS[:2]:
        found = reasons(desk, DENGZHOU, LAST, (("bank", bank),))
        assert (found.told, found.has_hidden) == ((), True)


def test_what_few_have_added_is_not_told_as_a_difference(store: Store) -> None:
    """Twenty up to the end of 2022, three more in 2023: these are hidden, so 23 is not held against 20."""
    seen = open_desk(store, world(), Viewer("leadership", REJECTING))
    since = date(2022, 12, 31)
    assert show_indicator(seen, "referrals_rejected_reasons", REJECTING).figure.value == 23
    assert show_indicator(seen, "referrals_rejected_reasons", REJECTING, since=since).figure.state == "hidden"
    held = compared(seen, "referrals_rejected_reasons", REJECTING)
    assert held.year_start is None
    assert (held.this_year and held.this_year.state) == "hidden"
    standings = {one.indicator.id: one for one in standings_of(seen, REJECTING, LAST)}
    assert standings["referrals_rejected_reasons"].year_start is None
    assert standings["referrals_rejected"].year_start is not None


def test_rows_of_overdue_loans_do_not_name_the_bank(store: Store) -> None:
    clerk = open_desk(store, world(), Viewer("data_clerk", DENGZHOU))
    told = show_indicator(clerk, "loans_overdue_amount", DENGZHOU)
    (rows,) = (table for step in explain_indicator(clerk, told, "zh") if step.key == "rows" for table in step.tables)
    assert len(rows.rows) == 10
    said = repr(rows)
    assert not any(bank in said for bank in BANKS)
    assert "B00000" not in said
    plain = show_indicator(clerk, "loans_count", DENGZHOU)
    lines = "\n".join(explain_indicator_lines(clerk, plain, "zh"))
    assert any(bank in lines for bank in BANKS)


def test_rows_of_a_window_begin_after_its_first_day(desk: Desk) -> None:
    told = show_indicator(desk, "loans_count", DENGZHOU, date(2023, 2, 28), since=date(2023, 1, 31))
    assert told.figure.value == 23
    lines = "\n".join(explain_indicator_lines(desk, told, "zh"))
    assert "2023-02-10" in lines
    assert "2023-01-31" not in lines


def test_a_list_over_several_cities_hides_what_each_city_would_give_away(store: Store) -> None:
    """In either city one county has few; its neighbour with the fewest goes with it, for the city's sum is told."""
    seen = open_desk(store, world(), Viewer("leadership", HEILONGJIANG))
    found = figures_of_target(seen, "T-HLJ-09", HEILONGJIANG, "county")
    hidden = {one.region_code for one in found if one.state == "hidden"}
    assert hidden == {"231124000000", "231123000000", "230124000000", "230123000000"}
    cities = figures_of_target(seen, "T-HLJ-09", HEILONGJIANG)
    assert {one.name: one.value for one in cities if one.value} == {"黑河市": 15, "哈尔滨市": 46}


def test_a_whole_month_is_held_against_a_whole_month(desk: Desk) -> None:
    """51 loans on 31 January, 23 in February."""
    found = compared(desk, "loans_count", DENGZHOU, date(2023, 2, 28))
    assert found.month is not None
    assert [found.month.earlier.value, found.month.difference] == [51, -28]


def test_months_of_what_stands_have_no_total_beside_what_happens(desk: Desk) -> None:
    days = months_between(date(2023, 10, 1), LAST)
    both = Question(DENGZHOU, ("loans_count", "loan_balance"), None, days, None, (), "indicator", "month")
    assert [head.kind for head in pivot(desk, both).columns] == ["part", "part"]
    one = both._replace(indicators=("loans_count",))
    assert [head.kind for head in pivot(desk, one).columns] == ["total", "part", "part"]


def test_every_standing_is_what_is_told_alone(desk: Desk) -> None:
    for one in standings_of(desk, DENGZHOU, LAST):
        assert one.figure == show_indicator(desk, one.indicator.id, DENGZHOU, LAST).figure
