"""What a person does on the overview and the targets page: from the gap list to a unit, from a figure to its origin."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.test_journeys import HEILONGJIANG, PHONE, READY_MS, only_the_known_two, open_page

pytestmark = pytest.mark.browser

WORDS = {
    "zh": {
        "gaps": "差距清单",
        "all": "显示全部",
        "targets": "目标一览",
        "explain": "查看口径",
        "find": "查找",
        "formula": "达标县占比 = 达到5名的县 61 ÷ 全部县 67 = 91.0%",
        "steps": ("1. 条款", "2. 公式", "3. 分子、分母", "4. 明细（脱敏）", "5. 报送批次", "6. 数据版本"),
        "asked": "驿站 终端",
    },
    "en": {
        "gaps": "Where targets fall short",
        "all": "Show all",
        "targets": "Its targets",
        "explain": "Where this figure comes from",
        "find": "Find",
        "formula": "Share that reaches it = counties with 5 persons 61 ÷ all counties 67 = 91.0%",
        "steps": ("1. Clause", "2. Formula", "3. Numerator and denominator", "5. Batches", "6. Release"),
        "asked": "post stations",
    },
}


def table(page: Page, name: str):
    return page.get_by_role("region", name=name)


@pytest.mark.parametrize("lang", WORDS)
def test_from_the_gap_list_to_the_unit_that_holds_us_back(browser, program, lang):
    watch = open_page(browser, program, f"/?region={HEILONGJIANG}&lang={lang}")
    page, words = watch.page, WORDS[lang]
    gaps = table(page, words["gaps"])
    expect(gaps.get_by_role("link", name="饶河县").last).to_be_visible(timeout=READY_MS)
    few = gaps.get_by_role("row").count()
    page.get_by_text(re.compile(words["all"])).first.click()
    expect(gaps.get_by_role("link", name="呼玛县").last).to_be_visible(timeout=READY_MS)
    assert gaps.get_by_role("row").count() > few
    gaps.get_by_role("link", name="呼玛县").last.click()
    expect(page).to_have_url(re.compile(r"/targets.*region=232721000000.*target=T-HLJ-16"), timeout=READY_MS)
    assert watch.strangers == []
    assert only_the_known_two(watch.faults), watch.faults


@pytest.mark.parametrize("lang", WORDS)
def test_a_document_opens_its_targets_and_one_leads_on(browser, program, lang):
    page = open_page(browser, program, f"/?region={HEILONGJIANG}&lang={lang}").page
    expect(page.get_by_text(re.compile(WORDS[lang]["targets"])).nth(1)).to_be_visible(timeout=READY_MS)
    page.get_by_text(re.compile(WORDS[lang]["targets"])).nth(1).click()
    link = page.locator("a[href*='target=T-HLJ-05'][href*='/targets']").last
    expect(link).to_be_visible(timeout=READY_MS)
    link.click()
    expect(page).to_have_url(re.compile(r"/targets.*target=T-HLJ-05"), timeout=READY_MS)


@pytest.mark.parametrize("lang", WORDS)
def test_from_a_figure_to_its_rows_and_files(browser, program, lang):
    watch = open_page(browser, program, f"/targets?region={HEILONGJIANG}&target=T-HLJ-16&lang={lang}")
    page, words = watch.page, WORDS[lang]
    expect(page.get_by_text(words["explain"])).to_be_visible(timeout=READY_MS)
    page.get_by_text(words["explain"]).click()
    expect(page.get_by_text(words["formula"])).to_be_visible(timeout=READY_MS)
    for step in words["steps"]:
        expect(page.get_by_text(step)).to_be_visible()
    assert watch.strangers == []
    assert only_the_known_two(watch.faults), watch.faults


@pytest.mark.parametrize("lang", WORDS)
def test_words_find_a_target_among_all(browser, program, lang):
    page = open_page(browser, program, f"/targets?view=list&lang={lang}").page
    box = page.get_by_role("textbox", name=WORDS[lang]["find"], exact=True)
    expect(box).to_be_visible(timeout=READY_MS)
    box.fill(WORDS[lang]["asked"])
    box.press("Enter")
    rows = page.locator("tr.pickable")
    expect(rows).to_have_count(1, timeout=READY_MS)


def test_the_target_looked_at_stands_in_sight_in_the_list(browser, program):
    page = open_page(browser, program, "/targets?target=T-KZ-04").page
    line = page.locator("tr.selected")
    expect(line).to_be_in_viewport(timeout=READY_MS)


def test_the_list_leaves_room_for_the_target_on_a_phone(browser, program):
    page = open_page(browser, program, "/targets?target=T-HLJ-16", viewport=PHONE).page
    expect(page.locator(".grid.scrolls").first).to_be_visible(timeout=READY_MS)
    page.wait_for_timeout(1500)
    height = page.locator(".grid.scrolls").first.evaluate("node => node.clientHeight")
    assert height <= PHONE["height"] * 0.46


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious_in_the_open_panel(browser, program, scheme):
    path = f"/targets?region={HEILONGJIANG}&target=T-HLJ-11"
    page = open_page(browser, program, path, scheme=scheme).page
    expect(page.get_by_text("查看口径")).to_be_visible(timeout=READY_MS)
    page.get_by_text("查看口径").click()
    expect(page.get_by_text("6. 数据版本")).to_be_visible(timeout=READY_MS)
    page.wait_for_timeout(1500)
    found = Axe().run(page).response["violations"]
    serious = [
        (one["id"], node["html"][:160])
        for one in found
        if one["impact"] in ("serious", "critical")
        for node in one["nodes"]
    ]
    assert serious == []


def test_a_cell_of_the_board_opens_the_target_for_its_region(browser, program):
    watch = open_page(browser, program, f"/targets?region={HEILONGJIANG}")
    page = watch.page
    cell = page.locator(".board a.mark[href*='region=231100000000'][href*='target=T-HLJ-16']")
    expect(cell).to_be_visible(timeout=READY_MS)
    assert "/" in cell.inner_text()
    assert cell.get_attribute("title").startswith("黑河市")
    cell.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"region=231100000000.*target=T-HLJ-16"), timeout=READY_MS)
    expect(page.locator("tr.selected")).to_be_visible(timeout=READY_MS)
    page.get_by_text("返回看板").click()
    expect(page.locator(".board table")).to_be_visible(timeout=READY_MS)
    assert watch.strangers == []
    assert only_the_known_two(watch.faults), watch.faults


def test_the_head_and_the_first_column_of_the_board_stand_still(browser, program):
    page = open_page(browser, program, f"/targets?region={HEILONGJIANG}").page
    board = page.locator(".board")
    expect(board.locator("table")).to_be_visible(timeout=READY_MS)
    page.wait_for_timeout(1500)
    corner = board.locator("th.corner")
    before = corner.bounding_box()
    board.evaluate("node => { node.scrollLeft = 600; node.scrollTop = 60; }")
    after = corner.bounding_box()
    assert abs(before["x"] - after["x"]) < 2
    assert abs(board.locator("tbody th").first.bounding_box()["x"] - before["x"]) < 2


def test_the_board_is_a_list_on_a_phone(browser, program):
    page = open_page(browser, program, f"/targets?region={HEILONGJIANG}", viewport=PHONE).page
    expect(page.locator(".board details").first).to_be_visible(timeout=READY_MS)
    assert page.locator(".board table").count() == 0
    width = page.locator(".board").evaluate("node => node.scrollWidth - node.clientWidth")
    assert width <= 1
