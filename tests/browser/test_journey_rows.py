"""From the overview to the rows behind a township's figure: four steps by mouse, the same by keys alone."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.journey import opened, settled, tab_to, window
from tests.browser.test_journeys import READY_MS

pytestmark = pytest.mark.browser

TOWNSHIP, TARGET = "411381104000", "T-DZ-05"


def at_township(page: Page) -> None:
    expect(page).to_have_url(re.compile(f"region={TOWNSHIP}"), timeout=READY_MS)
    settled(page)


def expect_rows(page: Page) -> None:
    """The rows the figure rests on: masked, with batch and line."""
    expect(page.get_by_text("明细（脱敏）")).to_be_visible(timeout=READY_MS)
    rows = page.locator("table").filter(has_text="借据编号").last
    expect(rows.get_by_role("row").nth(1)).to_contain_text("穰东镇", timeout=READY_MS)
    assert f"region={TOWNSHIP}" in page.url
    assert re.search(r"B\d{6}", rows.get_by_role("row").nth(1).inner_text())
    assert not re.search(r"\d{17}[\dX]", page.locator("body").inner_text())


def test_by_mouse_in_four_steps(browser, program):
    with window(browser, program) as watch:
        page = watch.page
        opened(page, f"{program}/overview?lang=zh")
        page.get_by_label("查找区划").fill("穰东")
        page.keyboard.press("Enter")
        page.get_by_role("button", name=re.compile("^穰东镇")).first.click()
        at_township(page)
        page.locator(f'main a[href*="target={TARGET}"]:visible').first.click()
        expect(page).to_have_url(re.compile(f"/targets.*target={TARGET}"), timeout=READY_MS)
        page.get_by_text("查看口径").first.click()
        expect_rows(page)


def test_by_keys_alone_in_four_steps(browser, program):
    with window(browser, program) as watch:
        page = watch.page
        opened(page, f"{program}/overview?lang=zh")
        tab_to(page, page.get_by_label("查找区划"))
        page.keyboard.type("穰东")
        page.keyboard.press("Enter")
        tab_to(page, page.get_by_role("button", name=re.compile("^穰东镇")).first)
        page.keyboard.press("Enter")
        at_township(page)
        tab_to(page, page.locator(f'main a[href*="target={TARGET}"]:visible').first)
        page.keyboard.press("Enter")
        expect(page).to_have_url(re.compile(f"/targets.*target={TARGET}"), timeout=READY_MS)
        settled(page)
        tab_to(page, page.locator("summary").filter(has_text="查看口径").first)
        page.keyboard.press("Enter")
        expect_rows(page)
