"""One figure is one figure: 50 drawn (target, region, day) say the same on every page, in every file, at the command.

Each surface is read by itself, as a person or a spreadsheet reads it; what they are held against is the JSON of
`finance_monitor progress`.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from dashboard.addresses import shapes_folder
from finance_monitor.dates import month_end
from finance_monitor.maps import geometry
from finance_monitor.world import world
from tests.pages.cases import (
    CASES,
    DRAWN,
    Case,
    Place,
    above_of,
    asked,
    board_of,
    desk,
    expected,
    files_of,
    same_row,
    value_of,
)
from tests.pages.expected import NOTHING, Expected
from tests.pages.surfaces import Desk, is_same, number_in
from tests.pages.test_board import board, cell

__all__ = ["asked", "desk"]


def test_the_cases_are_of_all_documents_levels_and_kinds_of_day() -> None:
    assert len(set(CASES)) == DRAWN
    assert {world().target(target)[0].id for target, _, _ in CASES} == set(world().policies)
    levels = {world().regions.get(region).level for _, region, _ in CASES}
    assert {"nation", "province", "county", "township"} <= levels
    ends = [day == month_end(day) for _, _, day in CASES]
    assert 10 < sum(ends) < 45, sum(ends)


@pytest.mark.parametrize("case", CASES)
def test_the_targets_page_says_what_the_command_says(desk: Desk, asked: dict[Case, Expected], case: Case) -> None:
    want, (target, region, day) = expected(desk, asked, case), case
    seen = desk.page("targets", region=region, target=target, as_of=day.isoformat(), view="list")
    told = {one.label: one.value for one in seen.test.metric}
    assert want.says_amount(told["实绩"]), told["实绩"]
    if want["parts"]:
        for part, row in zip(want["parts"], seen.grid("parts")["rows"], strict=True):
            same_row(Expected({"kind": "", **part}, want.strictness), row[3], row[4], row[5], row[6])
    else:
        assert want.says_goal(told["目标值"]), told["目标值"]
        for label, name in (("完成率", "completion"), ("序时进度", "expected_pct"), ("差距", "gap_pp")):
            assert is_same(number_in(told.get(label, "")), want[name]), label
        assert is_same(number_in(told.get("每周需", "")), want["needed_per_week"])
        days = {name: number_in(told.get(name, "")) for name in ("落后天数", "领先天数")}
        lag = want["days_behind"]
        assert days["落后天数" if (lag or 0) >= 0 else "领先天数"] == (None if lag is None else abs(lag))
    heading = next(one.value for one in seen.test.markdown if one.value.startswith("### "))
    colour, word = heading.partition(" :")[2].partition("]")[0].split("-badge[")
    assert want.says_word(word.partition(" ")[2]), word
    light = {"red": "red", "yellow": "yellow", "orange": "yellow", "green": "green"}.get(colour, "none")
    assert light == want["light"]
    # On the page the release stands in the sentence beside the mark of invented data.
    body = want["sentence_zh"].removesuffix("。（演示数据 虚构）")
    assert [one for one in seen.test.code if one.value.startswith(body)], body


@pytest.mark.parametrize("place", sorted({(region, day) for _, region, day in CASES}))
def test_the_board_says_what_the_command_says(desk: Desk, asked: dict[Case, Expected], place: Place) -> None:
    region, day = place
    # A document of a part of the region above has no column on its board; there the region's own board speaks.
    for above in dict.fromkeys((above_of(region), region)):
        cases = [case for case in CASES if case[1:] == place and board_of(case) == above]
        if not cases:
            continue
        told = board(desk.page("targets", region=above, as_of=day.isoformat(), view="board"))
        files = [{(row["区划代码"], row["目标编号"]): row for row in rows} for rows in files_of(desk, "board")]
        for case in cases:
            want = expected(desk, asked, case)
            if want["reason"] == "out_of_scope":
                assert all((region, case[0]) not in rows for rows in files), case
                continue
            word, light, value = cell(told, region, case[0])
            assert want.says_word(word, of_value=True), (case, word)
            assert light == want["light"], case
            assert _is_in_cell(want, value), (case, value)
            for rows in files:
                _same_in_file(want, rows[region, case[0]], case)


def _is_in_cell(want: Expected, text: str) -> bool:
    """A cell has little room: n/N of units, of other goals the completion, of shares and the rest the figure."""
    if want["parts"] or want["hidden"] or want["actual"] is None:
        return text == ""
    if text.endswith("%") and want["unit"] != "%" and want.units is None:
        return is_same(number_in(text), want["completion"])
    return want.says_amount(text) or want.says_amount(f"{text}个县")


def _same_in_file(want: Expected, row: dict[str, Any], case: Case) -> None:
    assert want.says_word(row["状态"], of_value=True), (case, row)
    if want["parts"] or want["hidden"] or want["actual"] is None:
        assert not row["实绩"], (case, row)
        return
    assert is_same(value_of(row["实绩"]), want.share()), (case, row)
    assert row["计量单位"] == ("%" if want.units else want["unit"]), (case, row)
    assert is_same(value_of(row["完成率（%）"]), want["completion"]), (case, row)
    told = (value_of(row["达标单位数"]), value_of(row["单位总数"]))
    # A region that is one unit of a list may say that it is one of one.
    assert told == (want.units or (None, None)) or told == (want["units_reached"], Decimal(1)), (case, row)


@pytest.mark.parametrize("case", CASES)
def test_the_map_says_what_the_command_says(desk: Desk, asked: dict[Case, Expected], case: Case) -> None:
    want, (target, region, day) = expected(desk, asked, case), case
    above = above_of(region)
    seen = desk.page("map", region=above, target=target, as_of=day.isoformat())
    table = seen.grid("map_table")
    heads = [one[0] for one in table["columns"]]
    row = table["rows"][0] if above == region else next(row for row in table["rows"] if row[0] == region)
    told = dict(zip(heads, row[2:], strict=True))
    # A table of which no part has a value has no column of values.
    heading, value = next(((name, said) for name, said in told.items() if name.startswith("数值")), ("", NOTHING))
    if want["hidden"] or want["actual"] is None:
        assert value == NOTHING
    else:
        assert is_same(number_in(value), want.share()), (heading, value)
        unit = "%" if want.units else want["unit"]
        assert heading == f"数值（{unit}）" or value.endswith(unit), (heading, value, case)
    _, word, light = told["状态"]["c"]
    assert want.says_word(word, of_value=True), word
    assert light == want["light"]
    assert is_same(number_in(told.get("完成率（%）", "")), want["completion"])
    assert is_same(number_in(told.get("差距（个百分点）", "")), want["gap_pp"])
    for rows in files_of(desk, "map"):
        # Of a target of one part of the region above, that part is the whole as well and stands twice.
        found = [line for line in rows if line["区划代码"] == region]
        assert found
        for line in found:
            assert is_same(number_in(value), value_of(line.get(heading))), line
            assert want.says_word(line["状态"][1:], of_value=True), line
            assert is_same(value_of(line.get("完成率（%）")), want["completion"])
    if above != region:
        _same_on_the_map(desk, seen.map(), (above, region), value, want)


def _same_on_the_map(desk: Desk, told: dict[str, Any], place: tuple[str, str], value: str, want: Expected) -> None:
    """Hold the payload of the map and its GeoJSON against the row of the table."""
    above, region = place
    drawn = geometry(shapes_folder(desk.store), above, world().regions.get(region).level)
    if region in drawn.codes:
        at = drawn.codes.index(region)
        sent = told["v"][at]
        assert is_same(number_in(value), None if sent is None else Decimal(str(sent)))
        done = told["p"][at] if told["p"] else None
        assert done is None or is_same(Decimal(str(done)), want["completion"])
    properties = desk.files.geojson("map")[region]
    assert is_same(number_in(value), value_of(properties["value"]))
    assert is_same(value_of(properties["completion_pct"]), want["completion"])
    assert properties["light"] == want["light"]
    assert properties["status"] is None or want.says_word(properties["status"], of_value=True), properties["status"]
