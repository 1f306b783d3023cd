"""数据报送: what a region owes, who is late, who has never been heard of; template and columns of each ledger."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from dashboard.submit_cache import template
from finance_monitor.ledgers.headers import header_of
from finance_monitor.world import world
from tests.pages.conftest import Open, Seen
from tests.pages.seed import DENGZHOU, HEILONGJIANG, SUNWU


def rows(seen: Seen) -> dict[str, list[object]]:
    return {row[0]: row for row in seen.grid("submit_list")["rows"]}


def test_a_ledger_brought_in_time_has_its_next_day(open_page: Open) -> None:
    found = rows(open_page("submit", region=HEILONGJIANG))
    stations = found["post_stations"]
    assert stations[3:5] == ["每月", "2023-12-20"]
    assert found["referrals"][3:] == ["发生即报", "—", {"c": ["—", "发生即报", "none"]}]


def test_units_never_heard_of_are_named(open_page: Open) -> None:
    seen = open_page("submit", region=HEILONGJIANG, view="registers")
    assert rows(seen)["registers"][5]["c"][0] == "○"  # type: ignore[index, call-overload]
    said = seen.texts().replace("\\", "")
    assert "尚未报送：事项主管部门的事项台账（" in said
    assert "本区划还没有单位报送过这种台账" in said


def test_a_late_file_comes_first_with_its_days(open_page: Open, two_releases: Path) -> None:
    seen = open_page("submit", region=HEILONGJIANG, store=two_releases)
    first = seen.grid("submit_list")["rows"][0]
    assert first[0] == "post_stations"
    assert first[4:] == ["2023-10-20", {"c": ["▲", "1份逾期", "yellow"]}]
    told = {one.label: one.value for one in seen.test.metric}
    assert told["已逾期"] == "1份"
    files = seen.grid("submit_organisations")["rows"]
    assert [row[2:] for row in files if row[2] == "演示邮政"] == [
        ["演示邮政", "黑龙江省", "2023-09-20", "2023-10-20", "31"]
    ]


def test_columns_say_what_the_template_asks(open_page: Open) -> None:
    seen = open_page("submit", region=HEILONGJIANG, view="post_stations")
    ledger = world().ledgers["post_stations"]
    columns = seen.grid("submit_columns")["rows"]
    assert [row[2] for row in columns] == [header_of(column) for column in ledger.columns]
    assert [row[3] for row in columns] == ["必填" if column.required else "" for column in ledger.columns]
    assert len(seen.grid("submit_checks")["rows"]) == len(ledger.checks)


def test_the_template_is_that_of_the_ledger_for_the_region() -> None:
    book = openpyxl.load_workbook(BytesIO(template("post_stations", SUNWU, "zh")))
    headers = [str(cell.value).removeprefix("*") for cell in book.worksheets[0][1]][1:]
    assert headers == [header_of(column) for column in world().ledgers["post_stations"].columns]


def test_a_region_that_owes_nothing_says_so(open_page: Open) -> None:
    seen = open_page("submit", region="500156000000")
    owed = [row[0] for row in seen.grid("submit_list")["rows"]] if seen.has_grid("submit_list") else []
    assert "post_stations" not in owed
    assert seen.errors() == []


def test_a_clerk_sees_only_his_own_region(open_page: Open) -> None:
    seen = open_page("submit", viewer=f"data_clerk@{SUNWU}", region=DENGZHOU)
    assert any("不在您的管辖范围内" in one for one in seen.warnings())
    said = "".join(str(one.proto) for one in seen.test.get("bidi_component"))
    assert DENGZHOU not in said
    assert "演示单位" not in said


def test_an_empty_store_is_an_error_in_words(open_page: Open, tmp_path: Path) -> None:
    assert len(open_page("submit", store=tmp_path / "none").errors()) == 1


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_both_languages(open_page: Open, lang: str) -> None:
    found = rows(open_page("submit", region=HEILONGJIANG, lang=lang))
    title = world().ledgers["post_stations"].title.in_(lang)
    assert found["post_stations"][2]["a"][0] == title  # type: ignore[index, call-overload]
