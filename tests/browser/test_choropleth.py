"""The map component in a real browser: what it says, how hands reach it, what it fetches."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import Browser, Page, expect

from finance_monitor.maps import geometry, tooltip_text
from tests.browser.harness.figures import figures
from tests.browser.server import ROOT, running

pytestmark = pytest.mark.browser

HEILONGJIANG = "230000000000"
WULONG = "500156000000"
READY = ".choropleth[data-ready]"


@pytest.fixture(scope="module")
def shapes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("shapes")


@pytest.fixture(scope="module")
def address(shapes: Path) -> Iterator[str]:
    with running(ROOT / "tests/browser/harness/app.py", ROOT, HARNESS_SHAPES=str(shapes)) as started:
        yield started


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    opened = browser.new_page(viewport={"width": 1366, "height": 768})
    strangers: list[str] = []
    faults: list[str] = []
    opened.on("request", lambda asked: strangers.append(asked.url) if not _own(asked.url, address) else None)
    opened.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    opened.on("pageerror", lambda fault: faults.append(str(fault)))
    yield opened
    opened.close()
    assert strangers == []
    assert faults == []


def _own(url: str, address: str) -> bool:
    return url.startswith((address, "blob:", "data:"))


def show(page: Page, address: str, query: str) -> None:
    page.goto(f"{address}/?{query}")
    page.wait_for_selector(READY, timeout=30_000)


def turn(page: Page) -> int:
    return int(page.locator(READY).get_attribute("data-turn") or 0)


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


def test_the_picture_carries_title_date_legend_caption_and_demo_mark(page: Page, address: str, tmp_path: Path) -> None:
    show(page, address, f"region={WULONG}&demo=1&mode=light")
    with page.expect_download() as coming:
        page.get_by_role("button", name="下载SVG").click()
    coming.value.save_as(tmp_path / "map.svg")
    drawn = (tmp_path / "map.svg").read_text(encoding="utf-8")
    for said in ("脱贫人口小额信贷余额", "2024-06-30", "已完成", "演示数据 虚构", "示意", "内部使用 未经审图"):
        assert said in drawn
    with page.expect_download() as coming:
        page.get_by_role("button", name="下载PNG").click()
    coming.value.save_as(tmp_path / "map.png")
    assert (tmp_path / "map.png").read_bytes().startswith(b"\x89PNG")
    assert (tmp_path / "map.png").stat().st_size > 20_000


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


def test_the_tooltip_tells_the_place_and_draws_the_last_months(page: Page, address: str) -> None:
    show(page, address, f"region={HEILONGJIANG}&ranks=1&months=1")
    path = page.locator('path[data-c="230100000000"]')
    path.hover()
    expect(page.locator(".tip")).to_contain_text("第1位/共13")
    expect(page.locator(".tip .spark path")).to_have_count(1)


def test_the_months_play_in_the_browser_without_asking_again(page: Page, address: str) -> None:
    show(page, address, f"region={HEILONGJIANG}&months=1")
    sent: list[int] = []
    page.on("websocket", lambda _: sent.append(1))
    page.get_by_role("button", name="逐月播放").click()
    expect(page.locator(".time")).to_be_visible()
    page.get_by_role("button", name="暂停").click()
    slider = page.get_by_role("slider", name="月份")
    slider.focus()
    page.keyboard.press("Home")
    first = page.locator(".as-of").inner_text()
    fills = page.locator(".shapes").evaluate("g => [...g.children].map(p => p.getAttribute('fill')).join()")
    page.keyboard.press("ArrowRight")
    expect(page.locator(".time .day")).to_have_text("2024-02-28")
    assert "2024-01-28" in first
    assert "2024-02-28" in page.locator(".as-of").inner_text()
    assert page.locator(".shapes").evaluate("g => [...g.children].map(p => p.getAttribute('fill')).join()") != fills
    page.get_by_role("button", name="看这一天").click()
    expect(page.get_by_text("day=2024-02-28")).to_be_visible()
    page.get_by_role("button", name="退出播放").click()
    expect(page.locator(".time")).to_be_hidden()
    assert sent == []


def test_a_month_says_what_its_figures_say(page: Page, address: str, shapes: Path) -> None:
    show(page, address, f"region={WULONG}&months=1")
    page.get_by_role("button", name="逐月播放").click()
    expect(page.locator(".time")).to_be_visible()
    page.get_by_role("button", name="暂停").click()
    page.get_by_role("slider", name="月份").focus()
    page.keyboard.press("End")
    drawn = geometry(shapes, WULONG, "township")
    said = page.locator(".shapes").evaluate(
        "shapes => Object.fromEntries([...shapes.children].map(p => [p.dataset.c, p.getAttribute('aria-label')]))"
    )
    for one in figures(drawn, 12):
        assert said[one.region_code].startswith(" ".join(tooltip_text(one, "zh").split("\n")[:2]))


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


def test_a_picture_that_may_not_be_copied_is_offered_as_a_file(page: Page, address: str) -> None:
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    show(page, address, f"region={WULONG}")
    with page.expect_download() as coming:
        page.get_by_role("button", name="复制图片").click()
    assert coming.value.suggested_filename.endswith(".png")
    expect(page.locator(".choropleth .note")).to_have_text("浏览器不允许复制图片，已改为下载")


def test_a_picture_is_copied_where_the_browser_allows_it(page: Page, address: str) -> None:
    page.add_init_script(
        "Object.defineProperty(navigator, 'clipboard', { value: { write: async (i) => { window.copied = i } } })"
    )
    show(page, address, f"region={WULONG}")
    page.get_by_role("button", name="复制图片").click()
    expect(page.locator(".choropleth .note")).to_have_text("图片已复制")
    assert page.evaluate("window.copied[0].types") == ["image/png"]


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
