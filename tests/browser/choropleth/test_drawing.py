"""What a map says and how hands reach it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from finance_monitor.maps import geometry, tooltip_text
from tests.browser.choropleth.opened import HEILONGJIANG, READY, WULONG, show, turn
from tests.browser.harness.figures import figures

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("query", "region", "level"),
    [
        (f"region={HEILONGJIANG}&level=county", HEILONGJIANG, "county"),
        (f"region={HEILONGJIANG}&level=county&mode=light", HEILONGJIANG, "county"),
        (f"region={WULONG}&mode=light", WULONG, "township"),
    ],
)
def test_every_shape_says_in_the_browser_what_the_server_would_say(
    page: Page, address: str, shapes: Path, query: str, region: str, level: str
) -> None:
    show(page, address, query)
    drawn = geometry(shapes, region, level)
    notes = {
        code: ("驻地位置约略，界线为示意" if code in drawn.approximate else "界线为示意")
        if basis == "schematic"
        else ""
        for code, basis in zip(drawn.codes, drawn.basis, strict=True)
    }
    expected = {
        one.region_code: tooltip_text(one, "zh", notes[one.region_code]).replace("\n", " ") for one in figures(drawn, 1)
    }
    said = page.locator(".shapes").evaluate(
        "shapes => Object.fromEntries([...shapes.children].map(p => [p.dataset.c, p.getAttribute('aria-label')]))"
    )
    assert said == expected


def test_hover_shows_the_tooltip_and_click_picks(page: Page, address: str, shapes: Path) -> None:
    show(page, address, f"region={WULONG}")
    code = "500156003000"
    path = page.locator(f'path[data-c="{code}"]')
    path.hover()
    one = next(one for one in figures(geometry(shapes, WULONG, "township"), 1) if one.region_code == code)
    expect(page.locator(".tip")).to_have_text(tooltip_text(one, "zh", "界线为示意"))
    path.click()
    expect(page.get_by_text(f"picked={code}")).to_be_visible()
    expect(path).to_have_attribute("aria-selected", "true")


def test_keyboard_enters_once_walks_to_the_neighbour_opens_and_goes_up(page: Page, address: str) -> None:
    show(page, address, f"region={HEILONGJIANG}")
    assert page.locator(".shapes path[tabindex='0']").count() == 1
    harbin, suihua = (page.locator(f'path[data-c="{code}"]') for code in ("230100000000", "231200000000"))
    harbin.focus()
    page.keyboard.press("ArrowUp")
    expect(suihua).to_be_focused()
    expect(page.locator(".tip")).to_have_class(re.compile("shown"))
    page.keyboard.press("Enter")
    expect(page.get_by_text("picked=231200000000")).to_be_visible()
    page.wait_for_selector(READY)
    suihua.focus()
    page.keyboard.press("Escape")
    expect(page.get_by_text("picked=up")).to_be_visible()
    assert page.locator(".shapes path[tabindex='0']").count() == 1


def test_drilling_down_draws_the_next_level(page: Page, address: str) -> None:
    show(page, address, "drill=1")
    page.locator(f'path[data-c="{HEILONGJIANG}"]').click()
    page.wait_for_selector('path[data-c="230100000000"]')
    page.locator('path[data-c="230100000000"]').click()
    page.wait_for_selector('path[data-c="230183000000"]')
    assert "region=230100000000" in page.url


def test_new_values_repaint_the_same_shapes_and_fetch_nothing(page: Page, address: str) -> None:
    show(page, address, f"region={HEILONGJIANG}&level=county")
    page.locator('path[data-c="230183000000"]').evaluate("path => { path.kept = true }")
    before = page.locator(".shapes").evaluate("shapes => [...shapes.children].map(p => p.getAttribute('fill')).join()")
    fetched: list[str] = []
    page.on("request", lambda asked: fetched.append(asked.url))
    seen = turn(page)
    page.get_by_label("seed").fill("2")
    page.keyboard.press("Enter")
    expect(page.locator(f".choropleth[data-turn='{seen + 1}']")).to_be_attached()
    after = page.locator(".shapes").evaluate("shapes => [...shapes.children].map(p => p.getAttribute('fill')).join()")
    assert page.locator('path[data-c="230183000000"]').evaluate("path => path.kept") is True
    assert after != before
    assert not [url for url in fetched if "/geo/" in url or "/code/" in url]


def test_a_line_of_the_legend_leaves_its_shapes_and_labels(page: Page, address: str) -> None:
    show(page, address, f"region={HEILONGJIANG}&level=county&mode=light")
    line = page.locator(".legend button").first
    count = int(re.findall(r"(\d+)个", line.inner_text())[0])
    line.focus()
    page.keyboard.press("Enter")
    expect(line).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_text("legend=green 已完成")).to_be_visible()
    assert page.locator(".shapes path:not([fill-opacity])").count() == count
    # The shapes that stay are outlined: what fades is told by more than its colour.
    assert len(page.locator("path.kept").get_attribute("d") or "") > 100
    line.click()
    expect(page.get_by_text("legend=None")).to_be_visible()
    assert page.locator(".shapes path[fill-opacity]").count() == 0


def test_values_can_be_shown_on_the_map_and_names_alone(page: Page, address: str) -> None:
    show(page, address, f"region={HEILONGJIANG}")
    shown = page.locator(".labels").text_content() or ""
    page.get_by_role("button", name="地图上显示数值").click()
    names = page.locator(".labels").text_content() or ""
    assert re.search(r"\d", shown)
    assert not re.search(r"\d", names)


def test_every_tile_has_its_name(page: Page, address: str) -> None:
    show(page, address, "region=230123000000")
    tiles = page.locator(".shapes path").count()
    assert tiles > 5
    assert page.locator(".labels text").count() == tiles
