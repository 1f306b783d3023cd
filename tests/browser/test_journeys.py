"""What a person does: opens a link, clicks or keys down from the country to a township, changes the language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.server import ROOT, running

pytestmark = pytest.mark.browser

DESKTOP, PHONE = {"width": 1366, "height": 768}, {"width": 390, "height": 844}
READY_MS = 30_000
CHONGQING, WULONG, TOWNSHIP = "500000000000", "500156000000", "500156003000"
HEILONGJIANG, HARBIN, A_COUNTY = "230000000000", "230100000000", "230123000000"


@dataclass
class Watch:
    """What a page asked of other hosts, and what it complained of."""

    page: Page
    strangers: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


def open_page(browser: Browser, address: str, path: str, viewport=DESKTOP, scheme="light") -> Watch:
    context = browser.new_context(viewport=viewport, color_scheme=scheme)
    watch = Watch(context.new_page())
    watch.page.on(
        "request", lambda r: None if r.url.startswith((address, "data:", "blob:")) else watch.strangers.append(r.url)
    )
    watch.page.on(
        "console",
        lambda said: watch.faults.append(f"{said.text} {said.location['url']}") if said.type == "error" else None,
    )
    watch.page.goto(address + path)
    return watch


def only_the_known_two(faults: list[str]) -> bool:
    """Streamlit probes two addresses below a page's own path before it finds the server's root."""
    return len(faults) <= 2 and all("404" in fault and "_stcore" in fault for fault in faults)


PAGES = {
    "/": "总体情况",
    "/overview?region=230000000000": "总体情况",
    f"/map?region={HEILONGJIANG}&target=T-HLJ-16": "进度地图",
    "/targets?target=T-HLJ-16": "目标完成情况",
}


@pytest.mark.parametrize("path", PAGES)
def test_a_cold_server_answers_a_deep_link_to_every_page(browser, demo_store, path):
    with running(ROOT / "app.py", ROOT, FINANCE_MONITOR_STORE=str(demo_store)) as address:
        watch = open_page(browser, address, path)
        expect(watch.page.get_by_role("heading", name=PAGES[path])).to_be_visible(timeout=READY_MS)
        expect(watch.page.get_by_test_id("stSidebar").locator(".menu")).to_be_visible()
        expect(watch.page.get_by_role("dialog")).to_have_count(0)
        expect(watch.page.get_by_text("演示数据 虚构").first).to_be_visible(timeout=READY_MS)
        watch.page.wait_for_timeout(1500)
        assert watch.strangers == []
        assert only_the_known_two(watch.faults), watch.faults


def shape(page: Page, code: str):
    return page.locator(f'path[data-c="{code}"]')


def test_clicks_lead_from_the_country_to_a_township(browser, program):
    watch = open_page(browser, program, "/map?target=T-HLJ-16")
    page = watch.page
    for code in (HEILONGJIANG, HARBIN):
        expect(shape(page, code)).to_be_visible(timeout=READY_MS)
        shape(page, code).click()
        expect(page).to_have_url(re.compile(f"region={code}"), timeout=READY_MS)
    expect(shape(page, A_COUNTY)).to_be_visible(timeout=READY_MS)
    shape(page, A_COUNTY).click()
    expect(page).to_have_url(re.compile(f"region={A_COUNTY}"), timeout=READY_MS)
    expect(shape(page, "230123100000")).to_be_visible(timeout=READY_MS)  # tiles: one square a township
    assert watch.strangers == []
    assert only_the_known_two(watch.faults), watch.faults


def test_keys_lead_from_the_country_to_a_township_and_back(browser, program):
    page = open_page(browser, program, "/map?target=T-WL-08").page
    for code in (CHONGQING, WULONG):
        expect(shape(page, code)).to_be_visible(timeout=READY_MS)
        shape(page, code).focus()
        page.keyboard.press("Enter")
        expect(page).to_have_url(re.compile(f"region={code}"), timeout=READY_MS)
    expect(shape(page, TOWNSHIP)).to_be_visible(timeout=READY_MS)
    shape(page, TOWNSHIP).focus()
    expect(page.locator(".tip")).to_contain_text("仙女山街道")
    page.keyboard.press("Escape")
    expect(page).to_have_url(re.compile(f"region={CHONGQING}"), timeout=READY_MS)


def test_the_map_can_be_reached_by_tab_alone(browser, program):
    page = open_page(browser, program, f"/map?region={HEILONGJIANG}&target=T-HLJ-16").page
    expect(shape(page, HARBIN)).to_be_visible(timeout=READY_MS)
    for _ in range(60):
        page.keyboard.press("Tab")
        inside = page.evaluate(
            "() => { let e = document.activeElement; while (e && e.shadowRoot && e.shadowRoot.activeElement)"
            " e = e.shadowRoot.activeElement; return e && e.getAttribute('data-c') }"
        )
        if inside:
            break
    assert inside, "no shape was reached"


def test_the_figure_of_the_map_is_the_figure_of_the_table(browser, program):
    page = open_page(browser, program, f"/map?region={HEILONGJIANG}&target=T-HLJ-16").page
    expect(shape(page, "232700000000")).to_be_visible(timeout=READY_MS)
    shape(page, "232700000000").hover()
    said = page.locator(".tip").inner_text()
    (number,) = re.findall(r"(\d+\.\d)%", said.splitlines()[1])
    expect(page.get_by_role("row").filter(has_text="大兴安岭地区").first).to_contain_text(number)


def test_the_address_survives_reload_and_back_and_the_language_changes_in_place(browser, program):
    page = open_page(browser, program, f"/map?region={HEILONGJIANG}&target=T-HLJ-16").page
    expect(shape(page, HARBIN)).to_be_visible(timeout=READY_MS)
    shape(page, HARBIN).click()
    expect(page).to_have_url(re.compile(f"region={HARBIN}"), timeout=READY_MS)
    expect(shape(page, A_COUNTY)).to_be_visible(timeout=READY_MS)
    page.reload()
    expect(shape(page, A_COUNTY)).to_be_visible(timeout=READY_MS)
    page.get_by_text("English", exact=True).click()
    expect(page.get_by_role("heading", name=re.compile("map", re.IGNORECASE)).first).to_be_visible(timeout=READY_MS)
    expect(page).to_have_url(re.compile("lang=en"), timeout=READY_MS)


# Streamlit's own elements are not ours to mend; what is inside the main block and the sidebar is.
@pytest.fixture(params=["light", "dark"])
def scheme(request) -> Iterator[str]:
    return request.param


@pytest.mark.parametrize("path", ["/", f"/map?region={HEILONGJIANG}&target=T-HLJ-16", "/targets?target=T-HLJ-16"])
def test_axe_finds_nothing_serious(browser, program, path, scheme):
    page = open_page(browser, program, path, scheme=scheme).page
    expect(page.get_by_text("演示数据 虚构").first).to_be_visible(timeout=READY_MS)
    page.wait_for_timeout(2500)
    found = Axe().run(page).response["violations"]
    serious = [
        (one["id"], node["html"][:160])
        for one in found
        if one["impact"] in ("serious", "critical")
        for node in one["nodes"]
    ]
    assert serious == []


@pytest.mark.parametrize("path", ["/", f"/map?region={HEILONGJIANG}&target=T-HLJ-16", "/targets?target=T-HLJ-16"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_nothing_is_wider_than_a_phone(browser, program, path, lang):
    joint = "&" if "?" in path else "?"
    page = open_page(browser, program, f"{path}{joint}lang={lang}", viewport=PHONE).page
    demo = "演示数据 虚构" if lang == "zh" else "invented"
    expect(page.get_by_text(re.compile(demo)).first).to_be_visible(timeout=READY_MS)
    page.wait_for_timeout(2000)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_the_menu_keeps_what_was_chosen_and_one_step_back_leads_back(browser, program):
    page = open_page(browser, program, f"/map?region={HEILONGJIANG}&target=T-HLJ-16").page
    expect(shape(page, HARBIN)).to_be_visible(timeout=READY_MS)
    page.get_by_test_id("stSidebar").get_by_role("link", name="目标完成情况").click()
    expect(page).to_have_url(re.compile(f"/targets.*region={HEILONGJIANG}"), timeout=READY_MS)
    expect(page.get_by_role("heading", name="目标完成情况")).to_be_visible(timeout=READY_MS)
    page.go_back()
    expect(shape(page, HARBIN)).to_be_visible(timeout=READY_MS)
