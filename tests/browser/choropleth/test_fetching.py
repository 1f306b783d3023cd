"""What a map fetches and how little, on every screen; and browsers that cannot draw it."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import Page, expect

from finance_monitor.maps import geometry
from tests.browser.choropleth.opened import HEILONGJIANG, WULONG, show, turn

pytestmark = pytest.mark.browser


def test_a_browser_that_cannot_read_the_scripts_is_told_so(page: Page, address: str) -> None:
    page.route("**/code/*/main.js", lambda asked: asked.fulfill(body="const a = ;", content_type="text/javascript"))
    page.goto(f"{address}/?region={WULONG}")
    expect(page.get_by_role("alert")).to_have_text("浏览器版本过低，无法显示地图，请查看下方表格")


@pytest.mark.parametrize(("region", "level", "most"), [(HEILONGJIANG, "county", 10_000), ("0" * 12, "county", 60_000)])
def test_a_change_of_values_sends_little(page: Page, address: str, region: str, level: str, most: int) -> None:
    received: list[int] = []
    page.on("websocket", lambda socket: socket.on("framereceived", lambda frame: received.append(len(frame))))
    show(page, address, f"region={region}&level={level}&mode=light&months=1")
    page.wait_for_timeout(1000)
    received.clear()
    seen = turn(page)
    page.get_by_label("seed").fill("2")
    page.keyboard.press("Enter")
    expect(page.locator(f".choropleth[data-turn='{seen + 1}']")).to_be_attached(timeout=20_000)
    page.wait_for_timeout(500)
    assert 0 < sum(received) <= most


def test_the_nation_shows_the_southern_islands(page: Page, address: str) -> None:
    show(page, address, "")
    assert page.locator("svg.inset").bounding_box()
    assert page.locator('path[data-inset="460000000000"]').count() == 1
    assert len(page.locator("path.dashes").get_attribute("d") or "") > 100
    expect(page.locator("svg.inset text")).to_have_text("南海诸岛")


def test_a_phone_shows_the_whole_map_without_sideways_scrolling(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    show(page, address, f"region={HEILONGJIANG}&level=county&mode=light")
    box = page.locator(".stage").bounding_box()
    assert box and box["x"] >= 0 and box["x"] + box["width"] <= 390
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_the_dark_theme_repaints(page: Page, address: str) -> None:
    page.emulate_media(color_scheme="dark")
    show(page, address, f"region={HEILONGJIANG}")
    paper = page.locator("rect.paper").get_attribute("fill")
    assert paper == "rgb(16, 22, 31)"


def _answer(url: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    try:
        with urlopen(Request(url, headers=headers), timeout=10) as answer:  # noqa: S310 - our own server
            return answer.status, {key.lower(): value for key, value in answer.headers.items()}, answer.read()
    except HTTPError as fault:
        return fault.code, {key.lower(): value for key, value in fault.headers.items()}, b""


def test_geometry_is_served_packed_once_and_for_ever(address: str, shapes: Path) -> None:
    url = f"{address}/geo/{geometry(shapes, WULONG, 'township').file}"
    status, headers, body = _answer(url, **{"Accept-Encoding": "gzip"})
    assert (status, headers["content-encoding"]) == (200, "gzip")
    assert "immutable" in headers["cache-control"]
    plain = _answer(url)[2]
    assert gzip.decompress(body) == plain
    assert json.loads(plain)["kind"] == "cells"
    assert _answer(url, **{"If-None-Match": headers["etag"]})[0] == 304


@pytest.mark.parametrize(
    "name",
    ["counties.parquet", "..%2fcounties.parquet", "0.json", "500156000000-township-00000000-0000000000000000.json"],
)
def test_no_other_file_is_served(address: str, name: str) -> None:
    assert _answer(f"{address}/geo/{name}")[0] in (400, 404)
