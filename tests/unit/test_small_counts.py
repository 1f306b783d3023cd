"""Small counts of persons do not leave, nor what gives them away by subtraction."""

from dataclasses import replace
from datetime import date
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finance_monitor.disclosure.small_counts import hide_with_complements, is_small, without_figures
from finance_monitor.indicators.model import Indicator, Reading
from finance_monitor.progress.model import Progress
from finance_monitor.world import world

DAY = date(2023, 11, 20)
PERSONS = Indicator.model_validate(
    {
        "id": "rejected_persons",
        "name": {"zh": "拒贷人数", "en": "Persons refused"},
        "measure": "count",
        "nature": "flow",
        "unit": {"zh": "名", "en": "persons"},
        "numerator": {"zh": "被拒人数", "en": "persons refused"},
        "sensitivity": "personal",
    }
)
SHARE = PERSONS.model_copy(update={"measure": "share", "denominator": PERSONS.numerator})


def reading(code, numerator, denominator=None, rows=100):
    return Reading(code, DAY, numerator, denominator, rows)


@pytest.mark.parametrize(("count", "small"), [(None, False), (0, False), (1, True), (4, True), (5, False)])
def test_a_count_below_the_threshold_is_small_and_zero_or_nothing_is_not(count, small):
    assert is_small(PERSONS, reading("a", count), 5) is small


@pytest.mark.parametrize(("part", "whole", "small"), [(10, 20, False), (17, 20, True), (20, 20, False), (3, 20, True)])
def test_a_share_is_small_at_both_ends(part, whole, small):
    assert is_small(SHARE, reading("a", part, whole), 5) is small


def test_workload_is_never_small_and_money_only_by_its_records():
    workload = PERSONS.model_copy(update={"sensitivity": "workload"})
    assert not is_small(workload, reading("a", 1), 5)
    overdue = world().indicators["loans_overdue_share"]
    assert not is_small(overdue, reading("a", 3, 10**9, rows=40), 5)
    assert is_small(overdue, reading("a", 3, 10**9, rows=4), 5)
    # One overdue loan among forty: it is the overdue ones that would be seen.
    assert is_small(overdue, replace(reading("a", 3, 10**9, rows=40), numerator_rows=1), 5)
    assert not is_small(overdue, replace(reading("a", 3, 10**9, rows=40), numerator_rows=5), 5)


@pytest.mark.parametrize(("count", "small"), [(3, True), (300, False)])
def test_what_a_unit_filled_in_is_one_row_and_judged_by_its_numbers(count, small):
    filled_in = replace(reading("a", count, rows=1), reported_rows=1, numerator_rows=1)
    assert is_small(PERSONS, filled_in, 5) is small
    assert is_small(SHARE, replace(filled_in, denominator=1000), 5) is small
    # Of money nobody knows how many records it is made of.
    assert is_small(world().indicators["loans_overdue_share"], replace(filled_in, denominator=10**9), 5)


@given(st.dictionaries(st.sampled_from("abcdefgh"), st.integers(0, 30), min_size=2))
def test_no_hidden_part_can_be_had_by_taking_the_others_off_the_whole(counts):
    readings = {code: reading(code, count) for code, count in counts.items()}
    hidden = hide_with_complements(PERSONS, readings, 5, whole_is_shown=True)
    small = {code for code, count in counts.items() if 0 < count < 5}
    assert small <= hidden
    others = [code for code, count in counts.items() if code not in small and count]
    if small and others:
        assert len(hidden) >= 2
    # Nothing is hidden without need.
    assert len(hidden) <= max(len(small), 2 if small else 0)


def test_the_smallest_of_the_others_goes_with_a_single_small_one():
    readings = {code: reading(code, count) for code, count in {"a": 2, "b": 50, "c": 9}.items()}
    assert hide_with_complements(PERSONS, readings, 5, whole_is_shown=True) == {"a", "c"}
    assert hide_with_complements(PERSONS, readings, 5, whole_is_shown=False) == {"a"}


def test_a_hidden_progress_says_no_number_anywhere():
    full = Progress(
        target_id="T",
        part_id=None,
        indicator_id="i",
        region_code="r",
        as_of=DAY,
        numerator=3,
        denominator=9,
        actual=None,
        goal=None,
        unit="名",
        completion_pct=None,
        expected_pct=None,
        expected=None,
        gap_pp=None,
        status="behind",
        light="yellow",
        final=None,
        reason="behind",
        reason_values={"gap": 3},
        units_reached=2,
        units_total=4,
        units_reported=4,
        shortfall=(),
    )
    bare = without_figures(replace(full, parts=(full,)))
    for one in (bare, *bare.parts):
        assert (one.numerator, one.denominator, one.units_reached, dict(one.reason_values)) == (None, None, None, {})
    for first, second in combinations((bare.status, full.status), 2):
        assert first == second
