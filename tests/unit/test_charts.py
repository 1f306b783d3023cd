"""Charts as plain specifications: gaps stay gaps, no English, no short forms of numbers, a table says the same."""

from __future__ import annotations

import json
from datetime import date

from plotly.graph_objects import Figure

from finance_monitor.charts.bars import Bar, bar_chart
from finance_monitor.charts.lines import Line, line_chart
from finance_monitor.charts.look import GROUND, number_text
from finance_monitor.charts.shares import Part, share_chart

DAYS = tuple(date(2023, month, 28) for month in range(1, 13))
VALUES = tuple(None if month == 5 else 1000.0 * month for month in range(1, 13))
BALANCE = Line("贷款余额", tuple(zip(DAYS, VALUES, strict=True)))
BEFORE = Line("上年同期", tuple((day, 700.0) for day in DAYS), dashed=True)


def drawn(spec):
    """Let plotly check the specification, as the page does."""
    return Figure(data=spec["data"], layout=spec["layout"])


def test_a_line_keeps_its_gap_and_says_its_last_value():
    spec = line_chart((BALANCE,), unit="万元", lang="zh")
    (line,) = drawn(spec).data
    assert line.y[4] is None
    assert line.connectgaps is False
    assert set(line.text) == {""}
    assert spec["layout"]["annotations"][-1]["text"] == "12,000"
    assert line.hovertext[11] == "贷款余额　2023年12月28日：12,000万元"
    assert spec["layout"]["showlegend"] is False


def test_a_short_line_says_every_value():
    spec = line_chart((Line("户数", ((DAYS[0], 0.0), (DAYS[1], None), (DAYS[2], 12.5))),), unit="户", lang="zh")
    assert spec["data"][0]["text"] == ["0", "", "12.5"]


def test_goal_and_pace_are_dashed_and_named():
    spec = line_chart(
        (BALANCE, BEFORE),
        unit="万元",
        lang="zh",
        goal=((DAYS[-1], 13000.0),),
        pace=((DAYS[0], 0.0), (DAYS[-1], 13000.0)),
    )
    goal, pace, balance, before = drawn(spec).data
    assert (goal.name, goal.line.dash, list(goal.y)) == ("目标值", "dash", [13000.0, 13000.0])
    assert list(goal.x) == [DAYS[0].isoformat(), DAYS[-1].isoformat()]
    assert (pace.name, pace.line.dash) == ("序时进度", "dot")
    assert balance.marker.symbol != before.marker.symbol
    assert before.line.dash == "dash"
    assert spec["layout"]["showlegend"] is True


def test_the_axis_names_months_once_and_the_year_where_it_begins():
    days = (date(2022, 11, 30), date(2022, 12, 31), date(2023, 1, 31))
    zh = line_chart((Line("a", tuple((day, 1.0) for day in days)),), unit="户", lang="zh")
    assert zh["layout"]["xaxis"]["ticktext"] == ["11月<br>2022年", "12月", "1月<br>2023年"]
    en = line_chart((Line("a", tuple((day, 1.0) for day in days)),), unit="户", lang="en")
    assert en["layout"]["xaxis"]["ticktext"] == ["Nov<br>2022", "Dec", "Jan<br>2023"]


def test_the_table_of_a_line_chart_says_the_same_newest_first():
    twin = line_chart((BALANCE, BEFORE), unit="万元", lang="zh")["twin"]
    assert [label for label, _ in twin["columns"]] == ["时间", "贷款余额（万元）", "上年同期（万元）"]
    assert twin["rows"][0] == (None, ("2023年12月28日", "12,000", "700"))
    assert twin["rows"][7] == (None, ("2023年5月28日", "—", "700"))


def test_numbers_stand_in_full():
    assert number_text(1234567.0) == "1,234,567"
    assert number_text(-0.5) == "−0.5"
    assert number_text(12.345, 1) == "12.3"
    assert number_text(None) == "—"
    for spec in (line_chart((BALANCE,), unit="万元", lang="zh"), bars()):
        formats = [spec["layout"][axis].get("tickformat", ",") for axis in ("xaxis", "yaxis")]
        assert all("s" not in one for one in formats)


def bars(selected="B"):
    told = (Bar("A", "甲<b>&", 1234.5), Bar("B", "乙", 20.0), Bar("C", "丙", None))
    return bar_chart(told, unit="户", decimals=1, selected=selected, lang="zh")


def test_the_selected_bar_is_told_by_more_than_its_colour_and_none_is_dimmed():
    spec = bars()
    (bar,) = drawn(spec).data
    assert spec["layout"]["yaxis"]["ticktext"] == ["甲&lt;b&gt;&amp;", "<b>▸ 乙</b>", "丙"]
    assert bar.marker.color[1] != bar.marker.color[0] == bar.marker.color[2]
    assert bar.unselected.marker.opacity == 1
    assert list(bar.customdata) == ["A", "B", "C"]
    assert list(bar.text) == ["1,234.5", "20.0", ""]


def test_a_missing_bar_is_said_to_be_missing():
    spec = bars()
    missing = [one for one in spec["layout"]["annotations"] if one["text"] == "暂无数据"]
    assert [(one["x"], one["y"]) for one in missing] == [(0, 2)]
    assert spec["twin"]["rows"] == [("A", ("甲<b>&", "1,234.5")), ("B", ("乙", "20.0")), ("C", ("丙", "暂无数据"))]


def test_parts_of_a_sum_have_patterns_and_their_table():
    parts = (Part("种养殖", BALANCE.points[:2]), Part("未填写", ((DAYS[0], None), (DAYS[1], 3.0))))
    spec = share_chart(parts, unit="万元", lang="zh")
    first, second = drawn(spec).data
    assert first.marker.pattern.shape != second.marker.pattern.shape
    assert spec["layout"]["barmode"] == "stack"
    assert spec["twin"]["rows"][1] == (None, ("2023年1月28日", "1,000", "—"))


def test_a_specification_is_plain_and_kept():
    assert bars() is bars()
    json.dumps(line_chart((BALANCE,), unit="万元", lang="zh"))


def last_said(pace):
    spec = line_chart((BALANCE,), unit="万元", lang="zh", pace=((DAYS[0], 0.0), (DAYS[-1], pace)))
    return spec["layout"]["annotations"][-1]


def test_the_last_value_stands_on_the_ground_of_the_page_and_off_the_dashed_line():
    above, below = last_said(11000.0), last_said(12500.0)
    assert (above["y"], above["yanchor"], below["yanchor"]) == (12000.0, "bottom", "top")
    assert above["bgcolor"] == below["bgcolor"] == GROUND


def test_long_names_stand_on_two_lines_and_no_number_upright():
    told = (
        Bar("A", "New-type farm entity of townships", 1.0),
        Bar("B", "突发严重困难户和边缘易致贫户", 2.0),
        Bar("C", "脱贫人口小额信贷", 3.0),
    )
    layout = bar_chart(told, unit="户", decimals=0, selected=None, lang="en")["layout"]
    assert layout["yaxis"]["ticktext"] == [
        "New-type farm<br>entity of townships",
        "突发严重困难户<br>和边缘易致贫户",
        "脱贫人口小额信贷",
    ]
    assert (layout["yaxis"]["automargin"], layout["xaxis"]["tickangle"], layout["xaxis"]["nticks"]) == (True, 0, 4)


def test_money_has_two_decimals_or_none():
    assert number_text(27489.5, 2, "万元") == "27,489.50"
    assert number_text(31.0, 2, "万元") == "31"
    assert number_text(31.5, 2, "10,000 yuan", "en") == "31.50"
    assert number_text(0.1, 2, "%") == "0.10"


def test_every_month_has_its_mark_and_the_year_stands_with_the_first_and_with_january():
    days = (date(2022, 11, 30), date(2022, 12, 31), date(2023, 1, 31), *DAYS[1:])
    spec = share_chart((Part("a", tuple((day, 1.0) for day in days)),), unit="户", lang="zh")
    marks = spec["layout"]["xaxis"]["ticktext"]
    assert marks[:4] == ["11月<br>2022", "12月", "1月<br>2023", "2月"]
    assert len(marks) == len(days)
