"""进度地图: what it opens on, how much it draws at once, what it says where there is nothing."""

from __future__ import annotations

import json

import pytest

from dashboard import map_cache
from finance_monitor.written import NOTHING
from tests.pages.conftest import Open, Seen
from tests.pages.seed import DENGZHOU, HEILONGJIANG


def shown_target(seen: Seen) -> str:
    return str(next(one for one in seen.test.selectbox if one.label == "选择目标").value)


def test_it_opens_on_the_nearest_target_that_says_something(open_page: Open) -> None:
    seen = open_page("map", region=DENGZHOU)
    # 邓州's own document comes before that of the nation, of which no township says anything.
    assert shown_target(seen).startswith("T-DZ-")
    assert "target" not in seen.address
    assert any(row[4] != NOTHING for row in seen.grid("map_table")["rows"][1:])


def test_without_a_choice_a_target_of_units_opens_on_its_units(
    open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(map_cache, "first_target", lambda *_: "T-HLJ-16")
    seen = open_page("map", region=HEILONGJIANG)
    assert len(seen.grid("map_table")["rows"]) > 100
    # The nation has more such counties than can be told apart: it opens on its provinces.
    assert len(open_page("map").grid("map_table")["rows"]) == 35
    # What is asked for is shown.
    assert len(open_page("map", region=HEILONGJIANG, level="prefecture").grid("map_table")["rows"]) == 14


def test_where_no_part_has_a_value_there_is_a_sentence_and_no_chart(open_page: Open) -> None:
    seen = open_page("map", region="110000000000", indicator="loans_granted")
    assert "北京市所辖区划在2023年11月20日均没有本项数据" in seen.texts().replace("\\", "")
    assert not seen.test.get("plotly_chart")


def test_more_bars_than_twenty_are_drawn_only_when_asked_for(open_page: Open) -> None:
    seen = open_page("map", region=HEILONGJIANG, target="T-HLJ-16", level="county")

    def bars() -> int:
        return len(json.loads(seen.test.get("plotly_chart")[0].proto.spec)["data"][0]["y"])

    assert bars() == 20
    seen.test.toggle(key="map_bars_all").set_value(True).run()
    assert bars() == 67


def test_another_day_to_compare_with_is_first_a_month_end_three_months_before(open_page: Open) -> None:
    seen = open_page("map", region=HEILONGJIANG, target="T-HLJ-16")
    choice = next(one for one in seen.test.selectbox if one.label == "对比")
    choice.set_value("other").run()
    assert seen.address["compare"] == "2023-08-31"


def test_the_table_says_its_day_for_when_the_map_plays(open_page: Open) -> None:
    seen = open_page("map", region=HEILONGJIANG, target="T-HLJ-16")
    said = [one.proto.body for one in seen.test.get("html") if "table-day" in one.proto.body]
    assert said == ['<p class="table-day">表格为2023年11月20日数据</p>']
    assert "数据版本1" in seen.map()["asOf"]
