"""Months, changes and places of a map, each against figures worked out by hand."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal

import pytest

from finance_monitor.maps import Geometry, differences, frames, map_view, months_of, payload, places, small_lines
from finance_monitor.world import world
from tests.unit.test_map_view import CODES, figure, shape


def test_a_small_line_stands_on_nothing_and_leaves_gaps() -> None:
    told = [[figure(0, "0"), figure(1, "5")], [figure(0, "50")], [figure(0, "100"), figure(1, "5")]]
    lines = small_lines(months_of(["a", "b", "c"], told, shape()))
    # Nought, half of 35 rounded down, all; five of five twice with a gap between; nobody else reported.
    assert lines == "0hz" + "z-z" + "---" * 4


def test_more_than_a_thousand_units_have_no_small_lines() -> None:
    codes = tuple(f"{number:06d}000000" for number in range(100_000, 101_001))
    many = Geometry("x", "0", "county", "shapes", codes, codes, ("official",) * 1001, frozenset(), ())
    assert small_lines(months_of(["a"], [[]], many)) == ""


def test_frames_share_their_classes_and_begin_with_the_first_value() -> None:
    told = [[], [figure(0, "0"), figure(1, "10")], [figure(0, "10"), figure(1, "20")]]
    packed = json.loads(frames(months_of(["2023-01-31", "2023-02-28", "2023-03-31"], told, shape()), "value", "zh", 0))
    assert packed["days"] == ["2023-02-28", "2023-03-31"]
    assert packed["v"] == [[0, 10, None, None, None, None], [10, 20, None, None, None, None]]
    # Ten is of one class in both months.
    assert packed["c"][0][1] == packed["c"][1][0]


def test_a_change_is_of_the_values_shown_and_missing_where_one_is() -> None:
    then = [figure(0, "10"), figure(1, "30"), figure(2, None, state="missing"), figure(3, None, state="hidden")]
    now = [figure(0, "12"), figure(1, "5"), figure(2, "7"), figure(3, "8"), figure(4, "1")]
    found = differences(then, now)
    assert [one.value for one in found] == [2, -25, None, None, None]
    assert [one.state for one in found] == ["shown", "shown", "missing", "hidden", "missing"]
    assert differences([figure(0, "10", unit="%")], [figure(0, "11", unit="%")])[0].unit == "百分点"


def test_the_change_map_has_browns_for_less_blues_for_more_and_signs() -> None:
    changed = [figure(0, "-5"), figure(1, "0"), figure(2, "3"), figure(3, "3")]
    view = map_view(changed, shape(), "change", "zh")
    assert [(one.label, one.count) for one in view.legend] == [("−5", 1), ("持平", 1), ("+3", 2), ("暂无数据", 2)]
    assert {one.key for one in view.legend} == {"-0", "0", "+0", "missing"}


def test_places_share_ties_and_leave_out_small_bases_and_what_must_not_be_ranked() -> None:
    ranked = next(one for one in world().indicators.values() if one.rankable and one.good == "up")
    ranked = ranked.model_copy(update={"min_base": 10})
    told = [figure(0, "5"), figure(1, "9"), figure(2, "5"), figure(3, "99", denominator=3), figure(4, None)]
    assert places(told, ranked) == {CODES[1]: 1, CODES[0]: 2, CODES[2]: 2}
    assert places(told, ranked.model_copy(update={"good": "down"}))[CODES[0]] == 1
    assert places(told, ranked.model_copy(update={"rankable": False})) == {}


@pytest.mark.parametrize(("count", "most"), [(125, 10_000), (1000, 35_000)])
def test_values_and_small_lines_together_are_few_bytes(count: int, most: int) -> None:
    codes = tuple(f"{number:06d}000000" for number in range(100_000, 100_000 + count))
    many = Geometry("x", "0", "county", "shapes", codes, codes, ("official",) * count, frozenset(), ())
    one = figure(0, "1", decimals=1, status="met", light="green", completion_pct=Decimal("33.3"))
    told = [replace(one, region_code=code, value=Decimal(at * 37) / 10) for at, code in enumerate(codes)]
    drawn = map_view(told, many, "value", "zh", ranks={code: at for at, code in enumerate(codes, start=1)})
    lines = small_lines(months_of([str(month) for month in range(12)], [told] * 12, many))
    assert len(lines) == 12 * count
    assert len(payload(drawn)) + len(lines) <= most


def test_a_share_of_nothing_is_not_applicable_and_has_its_own_line() -> None:
    view = map_view([figure(0, None, state="not_applicable")], shape(), "value", "zh")
    assert ("不适用", "not_applicable") in [(one.label, one.pattern) for one in view.legend]
