"""助残驿站: stations open, paused and closed, the course against the plan, who works there, and where they are."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.pages.conftest import Open, Seen
from tests.pages.seed import DENGZHOU, HEIHE, HEILONGJIANG, SUNWU
from tests.pages.seed_places import make_places_store


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_places_store(tmp_path_factory.mktemp("stations")).folder


def metrics(seen: Seen) -> dict[str, str]:
    return {one.label: one.value for one in seen.test.metric}


def said(seen: Seen) -> str:
    return seen.texts().replace("\\", "")


def test_what_stands_and_how_far_it_has_come(open_page: Open, places: Path) -> None:
    seen = open_page("stations", store=places, region=HEILONGJIANG)
    assert seen.errors() == []
    told = metrics(seen)
    assert told["助残驿站终端数"] == "3个"
    assert told["驿站项目累计就业人数"] == "暂无数据"
    assert "当日营业3个、暂停1个；今年以来新开5个、关闭1个。" in said(seen)
    # 3 of 160; from 7 April 2023 to 31 December 2024 lie 634 days, 227 of them have passed.
    assert "目标160个，完成1.9%，序时进度35.8%，■严重滞后。" in said(seen)


def test_on_an_earlier_day_it_is_what_stood_then(open_page: Open, places: Path) -> None:
    # On 15 June one of the five pauses, none has closed.
    seen = open_page("stations", store=places, region=HEILONGJIANG, as_of="2023-06-15")
    assert metrics(seen)["助残驿站终端数"] == "4个"
    assert "当日营业4个、暂停1个" in said(seen)


def test_the_course_has_goal_and_pace(open_page: Open, places: Path) -> None:
    seen = open_page("stations", store=places, region=HEILONGJIANG)
    chart = next(one.proto for one in seen.test.get("plotly_chart") if "stations_course" in one.proto.id)
    lines = {line["name"]: line for line in json.loads(chart.spec)["data"]}
    assert set(lines) == {"目标值", "序时进度", "助残驿站终端数"}
    assert "助残驿站终端数走势" in said(seen)


def test_points_stand_on_the_map_and_in_the_table(open_page: Open, places: Path) -> None:
    seen = open_page("stations", store=places, region=SUNWU)
    (found,) = seen.test.get("deck_gl_json_chart")
    layers = {layer["id"]: layer for layer in json.loads(found.proto.json)["layers"]}
    # The records name the county: without coordinates of their own two have no place on the map.
    assert [one["p"] for one in layers["dots_post_station"]["data"]] == [[127.34, 49.42]]
    assert len(seen.grid("places_table")["rows"]) == 3
    assert "另有2个点位没有坐标，所在乡镇驻地也未知，只列在表中" in said(seen)


def test_the_parts_of_a_region_and_its_operators(open_page: Open, places: Path) -> None:
    seen = open_page("stations", store=places, region=HEILONGJIANG)
    told = {row[2]["a"][0]: row[3:] for row in seen.grid("stations_regions")["rows"]}
    assert told["黑河市"][0] == "3"
    assert told["哈尔滨市"][:2] == ["0", "暂无数据"]
    assert [row[2:] for row in seen.grid("outlets_organisations")["rows"]] == [["演示运营单位", "3"]]


def test_none_is_not_the_same_as_not_reported(open_page: Open, places: Path) -> None:
    assert "已报送，当日没有在用的点位" in said(open_page("stations", store=places, region="230183000000"))


def test_a_region_without_targets_and_records_is_one_sentence(open_page: Open, places: Path) -> None:
    seen = open_page("stations", store=places, region=DENGZHOU)
    assert said(seen).endswith("\n本区划没有本业务的目标，也没有报送记录。")
    assert not seen.test.metric
    assert not seen.has_grid("stations_regions")


def test_the_nation_and_english(open_page: Open, places: Path) -> None:
    seen = open_page("stations", store=places, lang="en")
    assert metrics(seen)["Post stations open"] == "3"
    assert "Points are drawn from a province down" in said(seen)
    county = said(open_page("stations", store=places, region=HEIHE, lang="en"))
    assert "3 open on the day and 1 paused; this year 5 opened and 1 closed." in county


def test_a_foreign_viewer_gets_no_station(open_page: Open, places: Path) -> None:
    seen = open_page("stations", store=places, viewer=f"official@{DENGZHOU}", region=SUNWU)
    assert seen.address["region"] == DENGZHOU
    sent = "".join(str(one.proto) for kind in ("bidi_component", "html", "markdown") for one in seen.test.get(kind))
    assert "演示驿站" not in sent


def test_without_a_store_it_is_a_sentence(open_page: Open, tmp_path: Path) -> None:
    assert len(open_page("stations", store=tmp_path / "nowhere").errors()) == 1
