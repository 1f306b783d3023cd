"""What every page has in common: address, language, region, day, release, viewer, and errors as sentences."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from dashboard.routing import existing_pages
from finance_monitor.store.store import create_store
from tests.pages.conftest import Open
from tests.pages.seed import DENGZHOU, HEIHE, HEILONGJIANG, SUNWU

PAGES = ("overview", "map", "targets")


def test_the_first_pages_stand() -> None:
    assert set(PAGES) <= set(existing_pages())


@pytest.mark.parametrize("page", PAGES)
def test_a_page_says_where_when_from_which_release_and_that_it_is_invented(open_page: Open, page: str) -> None:
    seen = open_page(page, region=HEILONGJIANG)
    for said in ("黑龙江省", "截至2023年11月20日", "数据版本1", "演示数据 虚构"):
        assert said in seen.head()
    assert seen.address == {"region": HEILONGJIANG, "as_of": "2023-11-20", "release": "1", "lang": "zh"}
    assert seen.errors() == seen.warnings() == []


@pytest.mark.parametrize("page", PAGES)
def test_a_page_speaks_english(open_page: Open, page: str) -> None:
    seen = open_page(page, region=HEILONGJIANG, lang="en")
    assert "As of 2023-11-20, release 1" in seen.head()
    assert "Demo data, invented" in seen.head()
    assert seen.test.sidebar.date_input[0].label == "As of"


@pytest.mark.parametrize("page", PAGES)
def test_without_a_store_a_page_says_what_to_do(open_page: Open, tmp_path: Path, page: str) -> None:
    seen = open_page(page, store=tmp_path / "nowhere")
    assert len(seen.errors()) == 1
    assert "。" in seen.errors()[0]


@pytest.mark.parametrize("page", PAGES)
def test_without_a_release_a_page_says_what_to_do(open_page: Open, tmp_path: Path, page: str) -> None:
    create_store(tmp_path / "empty", is_demo=False)
    seen = open_page(page, store=tmp_path / "empty")
    assert len(seen.errors()) == 1


@pytest.mark.parametrize("page", PAGES)
def test_a_malformed_viewer_is_a_sentence(open_page: Open, page: str) -> None:
    assert "king@230000000000" in open_page(page, viewer="king@230000000000").errors()[0]


@pytest.mark.parametrize("page", PAGES)
def test_what_an_address_says_wrongly_is_replaced_and_told(open_page: Open, page: str) -> None:
    seen = open_page(page, region="999", target="T-NO", as_of="2030-01-01", release="7", level="planet", lang="xx")
    told = "\n".join(seen.warnings())
    for said in ("“999”", "“T-NO”", "2030-01-01", "“7”", "“planet”", "“xx”"):
        assert said in told
    assert seen.address == {"region": "0" * 12, "as_of": "2023-11-20", "release": "1", "lang": "zh"}


@pytest.mark.parametrize("page", PAGES)
def test_a_county_official_sees_only_his_own(open_page: Open, page: str) -> None:
    seen = open_page(page, viewer=f"official@{SUNWU}", region=DENGZHOU)
    assert seen.warnings() == ["邓州市不在您的管辖范围内，已改看孙吴县。"]
    assert seen.address["region"] == SUNWU
    assert "孙吴县" in seen.head()
    everything = seen.texts() + "".join(str(one.proto) for one in seen.test.get("bidi_component"))
    assert DENGZHOU not in everything
    assert {box.label for box in seen.test.sidebar.selectbox} <= {"乡级", "村级"}


def test_the_region_is_chosen_step_by_step(open_page: Open) -> None:
    seen = open_page("overview", region=HEIHE)
    assert [box.label for box in seen.test.sidebar.selectbox] == ["省级", "市级", "县级"]
    seen.test.sidebar.selectbox[2].set_value(SUNWU).run()
    assert seen.address["region"] == SUNWU
    seen.test.sidebar.selectbox[1].set_value("").run()
    assert seen.address["region"] == HEILONGJIANG
    assert [box.label for box in seen.test.sidebar.selectbox] == ["省级", "市级"]


def test_the_day_is_chosen_and_jumps_to_month_end_and_data_date(open_page: Open) -> None:
    seen = open_page("overview", region=HEILONGJIANG)
    seen.test.sidebar.date_input[0].set_value(date(2023, 7, 4)).run()
    assert seen.address["as_of"] == "2023-07-04"
    next(one for one in seen.test.sidebar.button if one.label == "上月末").click().run()
    assert seen.address["as_of"] == "2023-06-30"
    next(one for one in seen.test.sidebar.button if one.label == "数据日期").click().run()
    assert seen.address["as_of"] == "2023-11-20"


def test_the_menu_keeps_what_was_chosen_and_the_language(open_page: Open) -> None:
    seen = open_page("overview", region=SUNWU, as_of="2023-07-31", lang="en")
    seen.test.query_params.clear()  # as the links of the menu do
    seen.test.run()
    assert seen.address == {"region": SUNWU, "as_of": "2023-07-31", "release": "1", "lang": "en"}
    assert "As of 2023-07-31" in seen.head()


def test_the_language_changes_in_place(open_page: Open) -> None:
    seen = open_page("targets", region=HEILONGJIANG, target="T-HLJ-05")
    next(one for one in seen.test.sidebar.segmented_control if one.label == "语言").set_value("en").run()
    assert seen.address["lang"] == "en"
    assert seen.address["target"] == "T-HLJ-05"
    assert "160 post stations open" in seen.texts()
