"""How the tests of the component open a map, and the regions they look at."""

from __future__ import annotations

from playwright.sync_api import Page

HEILONGJIANG = "230000000000"
WULONG = "500156000000"
READY = ".choropleth[data-ready]"


def show(page: Page, address: str, query: str) -> None:
    page.goto(f"{address}/?{query}")
    page.wait_for_selector(READY, timeout=30_000)


def turn(page: Page) -> int:
    return int(page.locator(READY).get_attribute("data-turn") or 0)
