"""进度地图: the same as a table for a spreadsheet and as shapes."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest

from dashboard import map_cache
from dashboard.map_file import map_geojson, map_sheet
from dashboard.map_rows import lines_of
from finance_monitor.reports.cells import harmless
from tests.pages.conftest import Open
from tests.pages.map_scene import scene
from tests.pages.seed import DATA_DATE, HEIHE, HEILONGJIANG


@pytest.mark.parametrize(
    ("cell", "written"),
    [("=1+1", "'=1+1"), ("-5", "-5"), ("-5.20", "-5.20"), ("—", "—"), ("＝A1", "'＝A1"), ("饶河县", "饶河县")],
)
def test_texts_that_look_like_formulas_are_made_harmless(cell: str, written: str) -> None:
    assert harmless(cell) == written


def test_the_file_says_what_the_table_says(open_page: Open) -> None:
    open_page("map", region=HEILONGJIANG, target="T-HLJ-16")
    view, shown = scene()
    figures = map_cache.figures(view.seat, shown.asked, DATA_DATE)
    sheet = map_sheet(view, shown, lines_of(figures, map_cache.indicator_of(view.seat, shown.asked)))
    assert sheet.title == "每县平台推荐5名以上"
    assert ("截止日期", "2023-11-20") in sheet.context or "2023-11-20" in dict(sheet.context).values()
    assert [field.label for field in sheet.fields][:4] == ["区划代码", "区划", "状态", "数值（%）"]
    told = {row[0]: dict(zip([field.key for field in sheet.fields], row, strict=True)) for row in sheet.rows}
    assert len(told) == 14
    assert (told[HEILONGJIANG]["value"], told[HEILONGJIANG]["numerator"], told[HEILONGJIANG]["denominator"]) == (
        Decimal("97.0"),
        65,
        67,
    )
    assert told[HEIHE]["status"] == "●符合序时"
    drawn = json.loads(map_geojson(view, shown, lines_of(figures, map_cache.indicator_of(view.seat, shown.asked))))
    assert {one["id"] for one in drawn["features"]} == {code for code in told if code != HEILONGJIANG}
