"""Profile and analysis say of the drawn cases what the command says, on screen and in files."""

from __future__ import annotations

from datetime import date

import pytest

from finance_monitor.world import world
from tests.pages.cases import (
    CASES,
    Case,
    Place,
    asked,
    desk,
    expected,
    files_of,
    same_row,
    value_of,
)
from tests.pages.expected import Expected
from tests.pages.surfaces import Desk, is_same, number_in

__all__ = ["asked", "desk"]


@pytest.mark.parametrize("place", sorted({(region, day) for _, region, day in CASES}))
def test_profile_and_analysis_say_what_the_command_says(desk: Desk, asked: dict[Case, Expected], place: Place) -> None:
    region, day = place
    seen = desk.page("region", region=region, as_of=day.isoformat())
    rows = {row[0]: row[2:] for row in seen.grid("region_targets")["rows"] if row[0]}
    files = files_of(desk, "region")
    for case in (one for one in CASES if one[1:] == place):
        want = expected(desk, asked, case)
        assert (case[0] in rows) == (want["reason"] != "out_of_scope"), case
        if case[0] not in rows:
            continue
        _, chip, actual, goal, done = rows[case[0]]
        same_row(want, actual, goal, done, chip)
        for lines in files:
            found = [line for line in lines if line["类别"] == "政策目标" and line["编号"] == case[0]]
            parts = [Expected({"kind": "", **one}, want.strictness) for one in want["parts"]] or [want]
            for line, part in zip(found, parts, strict=True):
                assert is_same(value_of(line["数值"]), None if want["hidden"] else part["actual"]), (case, line)
                assert is_same(value_of(line["目标值"]), part["goal"]), (case, line)
                assert is_same(value_of(line["完成率（%）"]), part["completion"]), (case, line)
    indicators = {line["编号"]: line for line in files[0] if line["类别"] == "指标"}
    for indicator in _stocks(place):
        _same_in_analysis(desk, (region, day, indicator), indicators.get(indicator))


def _stocks(place: Place) -> list[str]:
    """Return the indicators of the cases of a place that tell what stands at a day: a sum over time depends on when."""
    found = (
        world().target(target)[1].parts or (world().target(target)[1],)
        for target, *where in CASES
        if (*where,) == place
    )
    ids = dict.fromkeys(goal.indicator for goals in found for goal in goals[:1])
    return [one for one in ids if world().indicators[one].nature == "stock"]


def _same_in_analysis(desk: Desk, asked: tuple[str, date, str], line: dict[str, str] | None) -> None:
    """Hold the long table of the analysis page against the profile, and its pivot against the long table."""
    region, day, indicator = asked
    seen = desk.page("analysis", region=region, as_of=day.isoformat(), indicator=indicator)
    for rows in files_of(desk, "analysis_long"):
        last = [row for row in rows if row["区划代码"] == region and str(row["日期"])[:10] == day.isoformat()]
        # What names no part stands in a line of its own, beside the whole.
        (row,) = [row for row in last if row["范围"] == "合计"] or last
        value = value_of(row["数值"])
        assert value == value_of(line["数值"] if line else None), (asked, row, line)
        shown = seen.grid("pivot")
        cell = shown["rows"][0][-1] if shown["rows"][0][1] & 1 else shown["rows"][-1][-1]
        assert is_same(number_in(cell) if isinstance(cell, str) else None, value), (asked, cell)
        if row["分母"] not in (None, "") and value is not None and row["单位"] == "%":
            assert is_same(value, 100 * value_of(row["分子"]) / value_of(row["分母"])), (asked, row)
