"""Links made in the browser: they say what the window's own address says at the moment they are used."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

pytestmark = pytest.mark.browser

READY_MS = 30_000
HEILONGJIANG, HARBIN = "230000000000", "230100000000"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1366, "height": 768})
    yield context.new_page()
    context.close()


def told(link: Locator) -> tuple[str, dict[str, str]]:
    """Come near a link and read its path and query."""
    link.hover()
    found = urlsplit(str(link.get_attribute("href")))
    return found.path, {name: values[0] for name, values in parse_qs(found.query).items()}


def test_links_follow_the_day_and_the_colours_chosen_after_they_were_drawn(page: Page, program: str) -> None:
    page.goto(f"{program}/map?region={HEILONGJIANG}&target=T-HLJ-16&level=prefecture")
    row = page.locator(".grid tr.pickable a").filter(has_text="哈尔滨市")
    expect(row).to_be_visible(timeout=READY_MS)
    page.get_by_text("自然断点", exact=True).click()
    page.get_by_role("button", name="上月末").click()
    expect(page.locator(".page-head")).to_contain_text("2023年10月31日", timeout=READY_MS)
    expect(page).to_have_url(re.compile("as_of=2023-10-31.*view=natural"), timeout=READY_MS)
    kept = {"as_of": "2023-10-31", "release": "2", "target": "T-HLJ-16", "view": "natural", "lang": "zh"}
    assert told(row) == ("/map", kept | {"region": HARBIN})
    menu = page.locator(".menu").get_by_role("link", name="目标完成情况")
    own = {"region": HEILONGJIANG, "level": "prefecture"}
    # How the map shows its figures means nothing to another page.
    assert told(menu) == ("/targets", {name: value for name, value in kept.items() if name != "view"} | own)
    upper = page.locator(".trail").get_by_role("link", name="全国")
    assert told(upper) == ("/map", kept | {"region": "000000000000"})
