"""Points of outlets in a real browser: drawn without any other host, told by the table where nothing can be drawn."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.server import CHROMIUM

pytestmark = pytest.mark.browser

WULONG = "500156000000"
WAIT_MS = 60_000


def _watched(page: Page, program: str) -> list[str]:
    """Return the list into which every request to another host will go."""
    strangers: list[str] = []
    own = (program, program.replace("http", "ws"), "blob:", "data:")
    page.on("request", lambda asked: strangers.append(asked.url) if not asked.url.startswith(own) else None)
    return strangers


@pytest.fixture
def page(browser: Browser, program: str) -> Iterator[Page]:
    opened = browser.new_page(viewport={"width": 1366, "height": 900})
    strangers = _watched(opened, program)
    yield opened
    opened.close()
    assert strangers == []


@pytest.fixture
def blind(browser: Browser) -> Iterator[Browser]:
    """Start a browser that cannot draw in three dimensions, as on an old office computer."""
    arguments = ["--no-sandbox", "--disable-3d-apis", "--disable-gpu", "--disable-software-rasterizer"]
    started = browser.browser_type.launch(executable_path=CHROMIUM, args=arguments)
    yield started
    started.close()


def test_points_are_drawn_and_no_other_host_is_asked(page: Page, program: str) -> None:
    page.goto(f"{program}/outlets?region={WULONG}")
    picture = page.locator(".st-key-points_map canvas").first
    expect(picture).to_be_visible(timeout=WAIT_MS)
    expect(page.locator(".points-legend .dot").first).to_have_text("网")
    page.wait_for_timeout(3000)
    before = page.locator(".st-key-points_map").screenshot()
    page.get_by_role("button", name="ATM、CRS机").click()
    expect(page.get_by_text("点位明细（85个）").first).to_be_visible(timeout=WAIT_MS)
    assert "view=branch__village_station__mobile" in page.url
    page.wait_for_timeout(3000)
    assert page.locator(".st-key-points_map").screenshot() != before


def test_the_points_are_had_as_files(page: Page, program: str, tmp_path: Path) -> None:
    page.goto(f"{program}/outlets?region={WULONG}&view=branch")
    expect(page.get_by_text("点位明细（68个）").first).to_be_visible(timeout=WAIT_MS)
    with page.expect_download() as coming:
        page.get_by_role("button", name="GeoJSON").first.click()
    coming.value.save_as(tmp_path / "places.geojson")
    told = json.loads((tmp_path / "places.geojson").read_text(encoding="utf-8"))
    assert len(told["features"]) == 68
    assert all(107 < one["geometry"]["coordinates"][0] < 109 for one in told["features"])
    assert {one["properties"]["basis"] for one in told["features"]} == {"报送坐标", "按驻地示意"}
    assert "虚构" in json.dumps(told["about"], ensure_ascii=False)


def test_without_webgl_the_page_still_says_everything(blind: Browser, program: str) -> None:
    page = blind.new_page(viewport={"width": 1366, "height": 900})
    strangers = _watched(page, program)
    page.goto(f"{program}/outlets?region={WULONG}")
    expect(page.get_by_text("不能显示时请看点位明细表")).to_be_visible(timeout=WAIT_MS)
    assert page.evaluate("!document.createElement('canvas').getContext('webgl2')")
    expect(page.get_by_text("演示银行甲凤山街道网点").first).to_be_visible()
    expect(page.get_by_role("heading", name="覆盖情况")).to_be_visible()
    page.close()
    assert strangers == []
