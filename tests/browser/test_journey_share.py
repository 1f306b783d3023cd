"""An address is the whole state: sent to another browser, gone back and forward through, said in another language."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.journey import opened, settled, window
from tests.browser.test_journeys import READY_MS

pytestmark = pytest.mark.browser

CITY, PROVINCE = "411381000000", "230000000000"


def query(page: Page) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(page.url).query).items()}


def figures(page: Page) -> list[str]:
    """Return the head, the captions, the figures and the tables."""
    page.wait_for_timeout(1500)
    parts = "main .page-head, main [data-testid=stCaptionContainer], main [data-testid=stMetric], main table"
    return page.locator(parts).all_inner_texts()


def test_a_link_opens_the_same_in_a_fresh_browser(browser, program):
    with window(browser, program) as watch:
        page = watch.page
        opened(page, f"{program}/map?region={CITY}&indicator=loans_granted&lang=zh")
        page.get_by_role("button", name="上月末").click()
        expect(page).to_have_url(re.compile("as_of=2023-10-31"), timeout=READY_MS)
        page.get_by_label("经办机构").click()
        page.get_by_role("option").nth(1).click()
        expect(page).to_have_url(re.compile("bank="), timeout=READY_MS)
        page.get_by_role("radio", name="自然断点").click()
        expect(page).to_have_url(re.compile("view=natural"), timeout=READY_MS)
        settled(page)
        said, link, state = figures(page), page.url, query(page)
    assert {"region", "as_of", "release", "indicator", "bank", "view", "lang"} <= set(state)
    assert state["region"] == CITY and state["indicator"] == "loans_granted"
    with window(browser, program) as watch:
        opened(watch.page, link)
        expect(watch.page.get_by_role("radio", name="自然断点")).to_be_checked(timeout=READY_MS)
        assert query(watch.page) == state
        assert figures(watch.page) == said


def test_a_link_to_a_target_opens_the_same(browser, program):
    said = []
    link = f"{program}/targets?region={PROVINCE}&as_of=2023-07-04&release=2&target=T-HLJ-16&lang=zh"
    for _ in range(2):
        with window(browser, program) as watch:
            opened(watch.page, link)
            said.append((figures(watch.page), query(watch.page)))
    assert said[0] == said[1]
    assert "截至2023年7月4日" in said[0][0][0]
    assert len(said[0][0]) > 8


def test_the_language_changes_in_place_and_keeps_everything(browser, program):
    with window(browser, program) as watch:
        page = watch.page
        opened(page, f"{program}/map?region={PROVINCE}&as_of=2023-09-30&target=T-HLJ-16&view=quantile&lang=zh")
        before = query(page)
        numbers = re.findall(r"\d+\.\d", page.get_by_role("table").first.inner_text())
        page.get_by_role("radio", name="English").click()
        expect(page.locator("html")).to_have_attribute("lang", "en", timeout=READY_MS)
        settled(page)
        assert query(page) == before | {"lang": "en"}
        assert re.findall(r"\d+\.\d", page.get_by_role("table").first.inner_text()) == numbers
        page.get_by_role("radio", name="中文").click()
        expect(page.locator("html")).to_have_attribute("lang", "zh-CN", timeout=READY_MS)
        settled(page)
        assert query(page) == before


def test_back_and_forward_walk_through_pages_and_choices(browser, program):
    with window(browser, program) as watch:
        page = watch.page
        opened(page, f"{program}/map?region={PROVINCE}&target=T-HLJ-16&lang=zh")
        page.locator('path[data-c="231100000000"]').click()
        expect(page.locator(".page-head")).to_contain_text("黑河市", timeout=READY_MS)
        page.locator(".menu").get_by_role("link", name="区域画像").click()
        expect(page.locator(".page-head")).to_contain_text("区域画像", timeout=READY_MS)
        expect(page.locator(".page-head")).to_contain_text("黑河市", timeout=READY_MS)
        page.locator(".menu").get_by_role("link", name="区域分析").click()
        expect(page.locator(".page-head")).to_contain_text("区域分析", timeout=READY_MS)
        for head in (("区域画像", "黑河市"), ("进度地图", "黑河市"), ("进度地图", "黑龙江省")):
            page.go_back()
            for said in head:
                expect(page.locator(".page-head")).to_contain_text(said, timeout=READY_MS)
        for head in (("进度地图", "黑河市"), ("区域画像", "黑河市")):
            page.go_forward()
            for said in head:
                expect(page.locator(".page-head")).to_contain_text(said, timeout=READY_MS)
        assert query(page)["region"] == "231100000000"
