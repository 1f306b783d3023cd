"""Figures on a map: order, classes, states, words, captions, and what travels to the browser."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import Any, get_args

import pytest

from finance_monitor.disclosure.figure import Figure
from finance_monitor.maps import Geometry, map_view, payload, tooltip_text
from finance_monitor.maps import view as view_module
from finance_monitor.maps.colours import BLUES, LIGHTS
from finance_monitor.maps.drawing import Kind
from finance_monitor.maps.legend import _ORDER
from finance_monitor.progress.model import Light, Status
from finance_monitor.progress.words import status_word, symbol
from finance_monitor.texts import LANGS

CODES = tuple(f"23010{number}000000" for number in range(6))


def shape(kind: Kind = "shapes") -> Geometry:
    names = tuple(f"县{number}" for number in range(len(CODES)))
    basis = {"shapes": "official", "cells": "schematic", "tiles": "none"}[kind]
    return Geometry("x.json", "2301", "county", kind, CODES, names, (basis,) * len(CODES), frozenset(), ())  # type: ignore[arg-type]


def figure(number: int, value: str | None = "10", **more: Any) -> Figure:
    given: dict[str, Any] = {
        "region_code": CODES[number] if number < len(CODES) else f"23019{number}000000",
        "name": f"县{number}",
        "as_of": date(2024, 6, 30),
        "state": "shown",
        "value": None if value is None else Decimal(value),
        "numerator": None,
        "denominator": None,
        "unit": "户",
        "decimals": 0,
    }
    return Figure(**(given | more))


def test_values_stand_in_the_order_of_the_shapes_and_zero_is_not_missing() -> None:
    view = map_view([figure(3, "30"), figure(0, "0"), figure(9, "5")], shape(), "value", "zh")
    assert view.values == (Decimal(0), None, None, Decimal(30), None, None)
    labels = [view.legend[number].label for number in view.classes]
    assert labels == ["0～29", "暂无数据", "暂无数据", "30", "暂无数据", "暂无数据"]
    assert [one.region_code for one in view.beside] == ["230199000000"]


def test_every_state_has_its_own_pattern_and_counts_add_up() -> None:
    figures = [
        figure(0),
        figure(1, None, state="missing"),
        figure(2, None, state="hidden"),
        figure(3, None, state="out_of_scope"),
        figure(4, "7", state="not_split"),
    ]
    value, light = (map_view(figures, shape(), mode, "zh") for mode in ("value", "light"))
    assert {one.pattern for one in value.legend} == {None, "missing", "hidden", "out_of_scope"}
    assert {one.pattern for one in light.legend} == {"missing", "hidden", "out_of_scope", "not_split"}
    for view in (value, light):
        assert sum(one.count for one in view.legend) == len(CODES)
        assert [view.classes.count(number) for number in range(len(view.legend))] == [one.count for one in view.legend]


def test_lights_are_said_by_colour_symbol_and_word_best_first() -> None:
    figures = [
        figure(0, status="far_behind", light="red"),
        figure(1, status="met", light="green", completion_pct=Decimal("123.456")),
        figure(2, status="behind", light="yellow"),
    ]
    view = map_view(figures, shape(), "light", "zh")
    assert [(one.symbol, one.label, one.fill) for one in view.legend[:3]] == [
        ("✓", "已完成", LIGHTS["green"]),
        ("▲", "滞后", LIGHTS["yellow"]),
        ("■", "严重滞后", LIGHTS["red"]),
    ]
    assert tooltip_text(figures[1], "zh") == "县1\n10户\n✓已完成\n完成率123.5%"


def test_every_status_and_light_has_words_and_colours() -> None:
    assert set(_ORDER) == set(get_args(Status))
    assert set(LIGHTS) == set(get_args(Light))
    for status in get_args(Status):
        for lang in LANGS:
            assert status_word(status, None, lang)
            assert symbol(status)


def test_a_hidden_figure_says_nothing_of_its_value() -> None:
    hidden = figure(0, "3", state="hidden", status="met", light="green", completion_pct=Decimal(50))
    assert tooltip_text(hidden, "zh") == "县0\n人数过少不显示"
    view = map_view([hidden], shape(), "value", "zh")
    packed = json.loads(payload(view))
    assert packed["v"][0] is None
    assert packed["s"][0] == "-"
    assert packed["p"] == []
    assert not [one for one in packed["legend"] if one["label"] == "3"]


@pytest.mark.parametrize(
    ("kind", "said"),
    [("cells", "乡镇界线为示意，非法定界线"), ("tiles", "不表示位置"), ("shapes", "内部使用 未经审图")],
)
def test_captions_say_how_far_a_shape_may_be_trusted(kind: Kind, said: str) -> None:
    assert said in map_view([figure(0)], shape(kind), "value", "zh").caption


def test_the_approval_number_is_shown_only_when_given(monkeypatch: pytest.MonkeyPatch) -> None:
    given = view_module.settings().model_copy(update={"map_approval_no": "GS(2099)1号"})
    monkeypatch.setattr(view_module, "settings", lambda: given)
    caption = map_view([figure(0)], shape(), "value", "zh").caption
    assert "审图号：GS(2099)1号" in caption
    assert "未经审图" not in caption


def test_demo_and_missing_sub_targets_are_in_the_caption() -> None:
    view = map_view([figure(0, state="not_split")], shape(), "value", "zh", demo=True)
    assert view.caption.startswith("演示数据 虚构")
    assert "未分解，仅展示实绩" in view.caption
    assert view.demo


def test_a_view_of_every_county_of_the_nation_fits_in_60_kb() -> None:
    codes = tuple(f"{number:06d}000000" for number in range(100_000, 102_891))
    many = Geometry("x", "0", "county", "shapes", codes, codes, ("official",) * 2891, frozenset(), ())
    figures = [
        figure(
            0,
            f"{number * 37 % 39_999}.5",
            region_code=code,
            decimals=1,
            status="met",
            light="green",
            completion_pct=Decimal(number % 1000) / 7,
        )
        for number, code in enumerate(codes)
    ]
    packed = payload(map_view(figures, many, "value", "zh"), geometry="/geo/x.json", code="/code/y/", selected=None)
    assert len(packed) <= 60_000


def test_no_figures_at_all_is_a_map_of_no_data() -> None:
    view = map_view([], shape(), "value", "zh")
    assert [(one.label, one.count) for one in view.legend] == [("暂无数据", len(CODES))]
    assert (view.as_of, view.unit) == ("", "")


def test_where_all_is_nought_the_lightest_blue_is_drawn() -> None:
    nought = map_view([figure(number, "0") for number in range(3)], shape(), "value", "zh").legend[0]
    ten = map_view([figure(number, "10") for number in range(3)], shape(), "value", "zh").legend[0]
    assert (nought.fill, ten.fill) == (BLUES[0], BLUES[3])
