"""What every page has in common: address, language, region, day, release, viewer, and errors as sentences."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from dashboard.routing import existing_pages
from finance_monitor.store.store import create_store
from finance_monitor.world import world
from tests.pages.conftest import Open, Seen
from tests.pages.seed import DENGZHOU, HEIHE, HEILONGJIANG, SUNWU

PAGES = ("overview", "map", "targets")


def part(seen: Seen, name: str) -> dict[str, Any]:
    """Return what a part of the frame is told."""
    found = [one.proto for one in seen.test.get("bidi_component") if one.proto.id.endswith(f"-part_{name}")]
    assert len(found) == 1, name
    told: dict[str, Any] = json.loads(found[0].json)
    return told


def press(seen: Seen, label: str) -> None:
    next(one for one in seen.test.sidebar.button if one.label == label).click().run()


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
    assert part(seen, "day")["label"] == "As of"
    assert [section for section, _ in part(seen, "menu")["sections"]][:2] == ["Summary", "Progress"]


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
    assert {box.label for box in seen.test.sidebar.selectbox} <= {"乡级", "村级", "政策文件"}


def test_the_region_is_chosen_step_by_step(open_page: Open) -> None:
    seen = open_page("overview", region=HEIHE)
    assert [box.label for box in seen.test.sidebar.selectbox] == ["省级", "市级", "县级"]
    seen.test.sidebar.selectbox[2].set_value(SUNWU).run()
    assert seen.address["region"] == SUNWU
    seen.test.sidebar.selectbox[1].set_value("").run()
    assert seen.address["region"] == HEILONGJIANG
    assert [box.label for box in seen.test.sidebar.selectbox] == ["省级", "市级"]


def test_month_ends_and_the_data_date_are_one_click_away(open_page: Open) -> None:
    seen = open_page("overview", region=HEILONGJIANG, as_of="2023-07-04")
    assert part(seen, "day")["value"] == "2023-07-04"
    assert part(seen, "day")["max"] == "2023-11-20"
    press(seen, "上月末")
    assert seen.address["as_of"] == "2023-06-30"
    press(seen, "下月末")
    assert seen.address["as_of"] == "2023-07-31"
    press(seen, "下月末")
    assert seen.address["as_of"] == "2023-08-31"
    press(seen, "数据日期")
    assert seen.address["as_of"] == "2023-11-20"


def test_the_step_after_the_last_month_end_is_the_data_date(open_page: Open) -> None:
    seen = open_page("overview", region=HEILONGJIANG, as_of="2023-10-31")
    press(seen, "下月末")
    assert seen.address["as_of"] == "2023-11-20"
    disabled = {one.label for one in seen.test.sidebar.button if one.disabled}
    assert {"下月末", "数据日期"} <= disabled


@pytest.mark.parametrize(
    ("viewer", "path"),
    [("", ["全国", "黑龙江省", "黑河市", "孙吴县"]), (f"official@{HEIHE}", ["黑河市", "孙吴县"])],
)
def test_the_trail_leads_from_the_viewers_own_region(open_page: Open, viewer: str, path: list[str]) -> None:
    told = part(open_page("targets", viewer=viewer, region=SUNWU), "trail")
    assert [name for _, name in told["path"]] == path
    assert (told["page"], told["path"][-2][0]) == ("/targets", HEIHE)


def test_one_click_leads_back_to_the_viewers_own_region(open_page: Open) -> None:
    seen = open_page("overview", viewer=f"official@{HEILONGJIANG}", region=SUNWU)
    assert "业务人员，黑龙江省" in seen.texts()
    press(seen, "我的区划")
    assert seen.address["region"] == HEILONGJIANG
    assert next(one for one in seen.test.sidebar.button if one.label == "我的区划").disabled


def search(seen: Seen, text: str) -> list[str]:
    seen.test.sidebar.text_input(key="side_search").set_value(text).run()
    return [one.key.removeprefix("hit_") for one in seen.test.sidebar.button if (one.key or "").startswith("hit_")]


@pytest.mark.parametrize("text", ["孙吴县", "sunwuxian", "231124000000", "黑河 孙吴县", "黑龙江 swx"])
def test_a_region_is_found_by_name_pinyin_first_letters_and_code(open_page: Open, text: str) -> None:
    seen = open_page("overview", region=HEILONGJIANG)
    assert search(seen, text)[0] == SUNWU
    hit = seen.test.sidebar.button(key=f"hit_{SUNWU}")
    assert hit.label == "**孙吴县** 黑龙江省 › 黑河市"
    hit.click().run()
    assert seen.address["region"] == SUNWU
    assert seen.test.sidebar.text_input(key="side_search").value == ""


def test_a_search_lists_twenty_and_stays_inside_the_viewers_region(open_page: Open) -> None:
    seen = open_page("overview", viewer=f"official@{HEIHE}", region=HEIHE)
    assert search(seen, "邓州") == []
    assert "您的管辖区划内没有“邓州”。" in seen.texts()
    assert len(search(seen, "镇")) == 20
    assert "列出前20个" in seen.texts()
    assert search(seen, "231124") == [SUNWU, *(f"231124{end}" for end in sunwu_townships()[:19])]


def sunwu_townships() -> list[str]:
    return [one.code[6:] for one in world().regions.children(SUNWU)]


@pytest.mark.parametrize(
    ("role", "landed"), [("leadership", "targets"), ("official", "map"), ("audit_admin", "overview")]
)
def test_a_role_lands_where_it_works(open_page: Open, role: str, landed: str) -> None:
    seen = open_page("overview", viewer=f"{role}@{HEILONGJIANG}")
    assert part(seen, "menu")["current"] == landed
    assert seen.address["region"] == HEILONGJIANG


def test_the_overview_opens_for_those_who_land_elsewhere(open_page: Open) -> None:
    seen = open_page("overview", viewer=f"leadership@{HEILONGJIANG}", lang="zh")
    assert part(seen, "menu")["current"] == "overview"


def test_the_menu_groups_the_pages_that_stand(open_page: Open) -> None:
    sections = part(open_page("targets", region=SUNWU, as_of="2023-07-31"), "menu")["sections"]
    assert [section for section, _ in sections][:2] == ["总览", "进度"]
    links = [link for _, pages in sections for link in pages]
    assert tuple(page for page, _ in links) == existing_pages()
    told = part(open_page("targets", region=HEIHE, as_of="2023-06-30"), "menu")
    # The browser makes the addresses, so that the menu need not be sent again.
    assert (told["base"], told["sections"]) == ("/", sections)


def test_what_an_address_says_is_never_read_as_markdown(open_page: Open) -> None:
    seen = open_page("targets", region="![x](http://elsewhere.example/x.png)")
    (said,) = seen.warnings()
    assert "![x](http://elsewhere.example/x.png)" in said
    assert "](" not in seen.test.warning[0].value


@pytest.mark.parametrize(("asked", "told"), [("2030-01-01", "晚于数据日期"), ("0001-01-01", "不是有效日期")])
def test_a_day_nobody_can_mean_is_told_and_left_out(open_page: Open, asked: str, told: str) -> None:
    seen = open_page("map", region=HEILONGJIANG, as_of=asked, compare=asked)
    assert [told in said for said in seen.warnings()] == [True, True]
    assert seen.address["as_of"] == "2023-11-20"
    assert "compare" not in seen.address


def test_high_contrast_is_of_the_session_and_not_of_the_address(open_page: Open) -> None:
    seen = open_page("overview", region=HEILONGJIANG)
    seen.test.sidebar.toggle(key="contrast").set_value(True).run()
    style = next(one.proto for one in seen.test.get("bidi_component") if one.proto.id.endswith("-style"))
    assert json.loads(style.json)["contrast"] == "more"
    assert "contrast" not in seen.address


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
