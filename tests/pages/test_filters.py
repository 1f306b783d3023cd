"""The filters at the side: what a page follows, what it does not, and what no record has."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from dashboard import seat, side_filters
from finance_monitor.policy.model import Said
from tests.pages.conftest import Seen
from tests.pages.seed import HEILONGJIANG, SUNWU
from tests.pages.test_frame import part

SCRIPT = """
import streamlit as st
from datetime import date
from dashboard import side_day, side_filters, side_region
from dashboard.frame import page
with page("map", narrows={narrows!r}, by_policy={by_policy!r}) as view:
    st.text(f"where={{view.where}} policy={{view.address.policy}}")
    first, last = date(2023, 1, 1), date(2023, 11, 20)
    st.button("clear", on_click=side_filters.clear)
    for written in ("2023-07-04", "2024-01-01", "1999-01-01", "soon"):
        st.button(written, on_click=side_day.to_day, args=(first, last, written))
    st.button("region", on_click=side_region.to_region, args=("{region}",))
"""
POLICY = "heilongjiang-2023-5"
Frame = Callable[..., Seen]


@pytest.fixture
def frame(store_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Frame]:
    """Draw the frame around a page that only says what it was asked."""
    banks = (("甲银行", Said(zh="甲银行", en="Bank A")), ("乙银行", Said(zh="乙银行", en="Bank B")))
    monkeypatch.setattr(side_filters, "values_of", lambda _, dimension: banks if dimension == "bank" else ())
    monkeypatch.setattr(seat, "DEFAULT_STORE", store_folder)
    monkeypatch.setenv(seat.VIEWER_VARIABLE, "")

    def drawn(narrows: tuple[str, ...] = (), by_policy: bool = False, **address: str) -> Seen:
        test = AppTest.from_string(SCRIPT.format(narrows=narrows, by_policy=by_policy, region=SUNWU))
        for name, value in {"region": HEILONGJIANG, **address}.items():
            test.query_params[name] = value
        test.run(timeout=60)
        assert not test.exception
        return Seen(test)

    yield drawn
    st.cache_resource.clear()


def press(seen: Seen, label: str) -> None:
    next(one for one in seen.test.main.button if one.label == label).click().run()


def has_trail(seen: Seen) -> bool:
    return any(one.proto.id.endswith("-part_trail") for one in seen.test.get("bidi_component"))


def test_a_filter_is_chosen_at_the_side_shown_under_the_heading_and_cleared(frame: Frame) -> None:
    seen = frame(("bank",))
    box = seen.test.sidebar.selectbox(key="side_bank")
    assert box.options == ["全部机构", "甲银行", "乙银行"]
    box.set_value("乙银行").run()
    assert seen.address["bank"] == "乙银行"
    assert "where=(('bank', '乙银行'),)" in seen.texts()
    assert part(seen, "trail")["chips"] == ["经办机构：乙银行"]
    press(seen, "clear")
    assert "bank" not in seen.address
    assert "where=()" in seen.texts()
    assert part(seen, "trail")["chips"] == []


def test_words_of_values_follow_the_language(frame: Frame) -> None:
    seen = frame(("bank",), bank="甲银行", lang="en")
    assert part(seen, "trail")["chips"] == ["Bank: Bank A"]


def test_the_policy_is_chosen_where_the_page_follows_it(frame: Frame) -> None:
    seen = frame(by_policy=True)
    seen.test.sidebar.selectbox(key="side_policy").set_value(POLICY).run()
    assert seen.address["policy"] == POLICY
    assert part(seen, "trail")["chips"] == ["政策文件：黑龙江农村残疾人就业帮扶"]


def test_what_the_page_does_not_follow_is_said_and_stays_in_the_address(frame: Frame) -> None:
    seen = frame(("bank",), bank="甲银行", product="P", policy=POLICY)
    assert part(seen, "trail")["note"] == "本页不按政策文件、信贷产品筛选。"
    assert part(seen, "trail")["chips"] == ["经办机构：甲银行"]
    assert seen.address["product"] == "P"


def test_a_value_that_no_record_has_is_replaced_and_told(frame: Frame) -> None:
    seen = frame(("bank", "product"), bank="丙银行", product="P")
    assert seen.warnings() == [
        "所看的数据中没有机构“丙银行”，已显示全部机构。",
        "所看的数据中没有信贷产品“P”，已显示全部产品。",
    ]
    assert {"bank", "product"}.isdisjoint(seen.address)


def test_without_filters_at_ones_own_region_nothing_stands_under_the_heading(frame: Frame) -> None:
    assert not has_trail(frame(region="0" * 12))


def test_the_browsers_date_is_taken_when_it_is_one_of_the_release(frame: Frame) -> None:
    seen = frame()
    press(seen, "2023-07-04")
    assert seen.address["as_of"] == "2023-07-04"
    for written in ("2024-01-01", "1999-01-01", "soon"):
        press(seen, written)
        assert seen.address["as_of"] == "2023-07-04"


def test_a_region_picked_from_the_trail_is_looked_at(frame: Frame) -> None:
    seen = frame(level="county")
    press(seen, "region")
    assert seen.address["region"] == SUNWU
    assert "level" not in seen.address
