"""Where a person arrives: by role, from a foreign link, on a telephone, on any page as the first of a fresh server."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from dashboard.routing import existing_pages
from tests.browser.journey import PAGES, opened, settled, window
from tests.browser.server import ROOT, running
from tests.browser.test_journeys import PHONE, READY_MS

pytestmark = pytest.mark.browser

PROVINCE, COUNTY, FOREIGN = "230000000000", "231124000000", "411381000000"
LANDINGS = {
    f"official@{COUNTY}": ("map", "进度地图"),
    f"analyst@{PROVINCE}": ("analysis", "区域分析"),
    f"bank_clerk@{COUNTY}": ("submit", "数据报送"),
}
# The others are opened cold where roles land, or in the journeys of the first pages.
COLD = ("loans", "referrals", "outlets", "stations", "region", "quality", "methods")


def test_all_pages_are_known_here():
    assert existing_pages() == PAGES
    landed = {page for page, _ in LANDINGS.values()}
    assert {*COLD, *landed, "overview", "map", "targets"} == set(PAGES)


@pytest.mark.parametrize("viewer", LANDINGS)
def test_a_role_lands_where_it_works_and_stays_at_home(browser, demo_store, viewer):
    page_name, title = LANDINGS[viewer]
    places = {"FINANCE_MONITOR_STORE": str(demo_store), "FINANCE_MONITOR_VIEWER": viewer}
    own = viewer.partition("@")[2]
    with running(ROOT / "app.py", ROOT, **places) as address, window(browser, address) as watch:
        page = watch.page
        opened(page, f"{address}/")
        expect(page).to_have_url(re.compile(f"/{page_name}\\?region={own}"), timeout=READY_MS)
        expect(page.get_by_role("heading", name=title, level=1)).to_be_visible(timeout=READY_MS)
        opened(page, f"{address}/targets?region={FOREIGN}&lang=zh")
        expect(page.get_by_role("alert").first).to_contain_text("邓州市不在您的管辖范围内", timeout=READY_MS)
        expect(page).to_have_url(re.compile(f"region={own}"))
        expect(page.locator(".page-head")).not_to_contain_text("邓州")


@pytest.mark.parametrize("name", [COLD[0], *(pytest.param(name, marks=pytest.mark.slow) for name in COLD[1:])])
def test_a_page_is_opened_cold_as_the_first(browser, demo_store, name):
    with (
        running(ROOT / "app.py", ROOT, FINANCE_MONITOR_STORE=str(demo_store)) as address,
        window(browser, address) as watch,
    ):
        opened(watch.page, f"{address}/{name}?region={PROVINCE}&lang=zh")
        expect(watch.page.locator(".page-head")).to_contain_text("黑龙江省")
        expect(watch.page.get_by_role("alert")).to_have_count(0)
        expect(watch.page.get_by_role("dialog")).to_have_count(0)


def test_no_page_is_wider_than_a_telephone_and_its_side_is_closed(browser, program):
    with window(browser, program, viewport=PHONE) as watch:
        for name in PAGES:
            opened(watch.page, f"{program}/{name}?region={FOREIGN}&lang=zh")
            settled(watch.page)
            expect(watch.page.locator(".menu")).not_to_be_in_viewport()
            wide = watch.page.evaluate(
                "[document.documentElement.scrollWidth, document.querySelector('[data-testid=stMain]').scrollWidth]"
            )
            assert max(wide) <= PHONE["width"], (name, wide)
