"""The frame in a real browser: back and forward, the date, the menu, languages, contrast, paper and telephone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.server import ROOT, running

pytestmark = pytest.mark.browser

READY_MS = 30_000
HEILONGJIANG, HEIHE, SUNWU = "230000000000", "231100000000", "231124000000"
STREAMLITS = re.compile(r"sidebar|Clear value|Choose|Open$|Press Enter|Main menu|Connect|Running|Link to heading")


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1366, "height": 768})
    yield context.new_page()
    context.close()


def open_at(page: Page, address: str) -> None:
    page.goto(address)
    expect(page.locator(".page-head p")).to_be_visible(timeout=READY_MS)
    expect(page.locator(".menu")).to_be_visible(timeout=READY_MS)


def expect_head(page: Page, *said: str) -> None:
    for one in said:
        expect(page.locator(".page-head")).to_contain_text(one, timeout=READY_MS)


def test_back_and_forward_show_what_their_addresses_say(page: Page, program: str) -> None:
    open_at(page, f"{program}/overview?region={SUNWU}")
    expect_head(page, "总体情况", "孙吴县", "2023年11月20日")
    page.get_by_role("button", name="上月末").click()
    expect_head(page, "孙吴县", "2023年10月31日")
    page.locator(".trail").get_by_role("link", name="黑河市").click()
    expect_head(page, "黑河市", "2023年10月31日")
    page.locator(".menu").get_by_role("link", name="目标完成情况").click()
    expect_head(page, "目标完成情况", "黑河市", "2023年10月31日")
    assert f"region={HEIHE}&as_of=2023-10-31" in page.url
    page.go_back()
    expect_head(page, "总体情况", "黑河市")
    page.go_back()
    expect_head(page, "总体情况", "孙吴县", "2023年10月31日")
    page.go_back()
    expect_head(page, "总体情况", "孙吴县", "2023年11月20日")
    assert f"region={SUNWU}&as_of=2023-11-20" in page.url
    page.go_forward()
    expect_head(page, "孙吴县", "2023年10月31日")
    page.reload()
    expect_head(page, "孙吴县", "2023年10月31日")


def test_an_address_that_says_little_is_no_step_of_its_own(page: Page, program: str) -> None:
    page.goto("about:blank")
    open_at(page, f"{program}/targets?region={SUNWU}")
    expect(page).to_have_url(re.compile("release="))
    page.go_back()
    expect(page).to_have_url("about:blank")


def test_a_day_is_typed_and_a_wrong_one_is_told(page: Page, program: str) -> None:
    open_at(page, f"{program}/overview?region={HEILONGJIANG}")
    field = page.get_by_label("截止日期")
    assert (field.get_attribute("max"), field.get_attribute("lang")) == ("2023-11-20", "zh-CN")
    field.fill("2023-07-04")
    field.press("Enter")
    expect_head(page, "截至2023年7月4日")
    # The rest of the page still runs when its head stands, and would draw the field anew.
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning", timeout=READY_MS)
    field.fill("2024-07-04")
    field.press("Enter")
    expect(page.locator(".day [role=alert]")).to_contain_text("2023年11月20日之间的日期")
    assert "as_of=2023-07-04" in page.url


def test_a_region_is_found_by_its_first_letters_from_the_keyboard(page: Page, program: str) -> None:
    open_at(page, f"{program}/targets?region={HEILONGJIANG}")
    page.get_by_label("查找区划").fill("swx")
    page.keyboard.press("Enter")
    hit = page.get_by_role("button", name="孙吴县 黑龙江省 › 黑河市")
    expect(hit).to_be_visible(timeout=READY_MS)
    hit.press("Enter")
    expect_head(page, "孙吴县")
    expect(page.get_by_label("查找区划")).to_have_value("")


def test_the_first_tab_leads_past_the_side(page: Page, program: str) -> None:
    open_at(page, f"{program}/targets?region={HEILONGJIANG}")
    page.keyboard.press("Tab")
    expect(page.locator("a.skip")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("[data-testid=stMainBlockContainer]")).to_be_focused()


def test_the_language_is_told_to_screen_readers_and_streamlits_words_are_ours(page: Page, program: str) -> None:
    open_at(page, f"{program}/targets?region={SUNWU}")
    expect(page.locator("html")).to_have_attribute("lang", "zh-CN")
    expect(page).to_have_title("目标完成情况 - 普惠金融帮扶监测")
    said = page.evaluate(
        "[...document.querySelectorAll('*')].flatMap((one) => "
        "['aria-label', 'title', 'placeholder'].map((name) => one.getAttribute(name) || ''))"
    )
    assert [one for one in said if STREAMLITS.search(one)] == []
    page.get_by_role("radio", name="English").click()
    expect_head(page, "Targets")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator("a.skip")).to_have_text("Skip to content")
    expect(page.get_by_label("收起侧栏")).to_have_count(0)


def test_high_contrast_is_switched_at_the_side(page: Page, program: str) -> None:
    open_at(page, f"{program}/targets?region={SUNWU}")
    colour = "getComputedStyle(document.querySelector('.menu a')).color"
    assert page.evaluate(colour) != "rgb(0, 0, 0)"
    page.get_by_text("高对比").click()
    expect(page.locator("html")).to_have_attribute("data-contrast", "more")
    assert page.evaluate(colour) == "rgb(0, 0, 0)"
    assert "contrast" not in page.url


def test_paper_shows_the_page_without_its_tools(page: Page, program: str) -> None:
    open_at(page, f"{program}/overview?region={HEILONGJIANG}")
    page.emulate_media(media="print")
    expect(page.get_by_test_id("stSidebar")).to_be_hidden()
    expect(page.locator(".page-head h1")).to_be_visible()
    cut = "[...document.querySelectorAll('.grid')].filter((one) => one.scrollHeight > one.clientHeight + 2).length"
    assert page.evaluate(cut) == 0


def test_a_telephone_shows_the_page_whole_with_the_side_closed(browser: Browser, program: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(f"{program}/overview?region={SUNWU}")
    expect(page.locator(".page-head p")).to_be_visible(timeout=READY_MS)
    expect(page.locator(".menu")).not_to_be_in_viewport()
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= 390
    page.get_by_role("button", name="打开侧栏").click()
    expect(page.locator(".menu")).to_be_in_viewport()
    context.close()


def test_leaders_land_on_the_targets_and_may_open_the_overview(page: Page, demo_store: Path) -> None:
    viewer = {"FINANCE_MONITOR_VIEWER": f"leadership@{HEILONGJIANG}", "FINANCE_MONITOR_STORE": str(demo_store)}
    with running(ROOT / "app.py", ROOT, **viewer) as address:
        open_at(page, f"{address}/")
        expect_head(page, "目标完成情况", "黑龙江省")
        expect(page).to_have_url(re.compile(r"/targets\?region="))
        page.locator(".menu").get_by_role("link", name="总体情况").click()
        expect_head(page, "总体情况")
        page.goto(f"{address}/overview")
        expect_head(page, "总体情况")
