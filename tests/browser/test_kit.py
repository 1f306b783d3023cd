"""Charts, files and the clipboard in a real browser: a picture holds what is drawn, a file what is shown."""

from __future__ import annotations

import re
from io import BytesIO

import openpyxl
import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from tests.browser.test_journeys import DESKTOP, READY_MS, WULONG, only_the_known_two, open_page

pytestmark = pytest.mark.browser

TREND = f"/targets?region={WULONG}&target=T-WL-38&as_of=2020-12-31&view=list"
QUALITY = "/quality?region=411381000000"


def chart(page: Page):
    return page.locator(".js-plotly-plot").first


def tool(page: Page, name: str):
    return page.locator(".tools").get_by_role("button", name=name).first


def test_a_chart_becomes_a_picture_with_title_and_demo_mark(browser, program, tmp_path):
    watch = open_page(browser, program, TREND)
    page = watch.page
    expect(chart(page).locator(".main-svg").first).to_be_visible(timeout=READY_MS)
    with page.expect_download() as waited:
        tool(page, "PNG").click()
    assert re.fullmatch(r"武隆区_.+_2020-12-31\.png", waited.value.suggested_filename)
    waited.value.save_as(tmp_path / "chart.png")
    picture = Image.open(tmp_path / "chart.png")
    box = chart(page).bounding_box()
    assert box is not None
    # Twice the size of the screen, and higher by title, day and source.
    assert picture.width == pytest.approx(2 * max(box["width"], 320), abs=4)
    assert picture.height > 2 * box["height"] + 100
    assert len(picture.convert("RGB").getcolors(maxcolors=1_000_000) or []) > 50
    assert watch.strangers == []
    assert only_the_known_two(watch.faults), watch.faults


def test_a_picture_is_copied_where_the_browser_lets_us(browser, program):
    context = browser.new_context(viewport=DESKTOP, permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(program + TREND)
    expect(chart(page).locator(".main-svg").first).to_be_visible(timeout=READY_MS)
    tool(page, "复制图片").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".tools-said").filter(has_text="已复制")).to_be_visible(timeout=READY_MS)
    kinds = page.evaluate("navigator.clipboard.read().then(found => found.map(one => one.types))")
    assert kinds == [["image/png"]]


def test_without_a_clipboard_for_pictures_the_file_is_offered_and_said(browser, program):
    context = browser.new_context(viewport=DESKTOP)
    page = context.new_page()
    page.add_init_script("delete window.ClipboardItem")
    page.goto(program + TREND)
    expect(chart(page).locator(".main-svg").first).to_be_visible(timeout=READY_MS)
    with page.expect_download() as waited:
        tool(page, "复制图片").click()
    assert waited.value.suggested_filename.endswith(".png")
    expect(page.locator(".tools-said").filter(has_text="已改为下载")).to_be_visible()


def test_a_chart_has_its_table(browser, program):
    page = open_page(browser, program, TREND).page
    expect(chart(page).locator(".main-svg").first).to_be_visible(timeout=READY_MS)
    page.get_by_text("表格", exact=True).first.click()
    expect(page.get_by_role("columnheader", name="时间")).to_be_visible(timeout=READY_MS)


def test_a_table_is_downloaded_as_csv_and_as_a_workbook(browser, program):
    watch = open_page(browser, program, QUALITY)
    page = watch.page
    box = page.locator('[class*="st-key-downloads_quality_fresh"]')
    expect(box).to_be_visible(timeout=READY_MS)
    files = {}
    for kind in ("CSV", "Excel"):
        with page.expect_download() as waited:
            box.get_by_role("button", name=kind).click()
        files[kind] = (waited.value.suggested_filename, waited.value.path().read_bytes())
    assert re.fullmatch(r"邓州市_时效_\d{4}-\d\d-\d\d\.csv", files["CSV"][0])
    text = files["CSV"][1].decode("utf-8-sig")
    assert "演示数据，全部虚构" in text
    book = openpyxl.load_workbook(BytesIO(files["Excel"][1]))
    assert book.sheetnames == ["说明", "数据"]
    assert book["数据"].max_row == len(text.split("\r\n\r\n")[1].strip().splitlines())
    assert watch.strangers == []
    assert only_the_known_two(watch.faults), watch.faults
