"""The months one after another, and the map as a picture."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from finance_monitor.maps import geometry, tooltip_text
from tests.browser.choropleth.opened import HEILONGJIANG, WULONG, show
from tests.browser.harness.figures import figures

pytestmark = pytest.mark.browser


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
