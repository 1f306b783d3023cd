"""The map over time and its files: play the year, hold two days against each other, download each kind and open it."""

from __future__ import annotations

import csv
import io
import json
import re
from xml.etree import ElementTree

import openpyxl
import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from tests.browser.journey import opened, settled, window
from tests.browser.test_journeys import READY_MS

pytestmark = pytest.mark.browser

PROVINCE, TITLE, DEMO = "230000000000", "每县平台推荐5名以上", "演示数据"
MAP = f"/map?region={PROVINCE}&as_of=2023-11-20&release=2&target=T-HLJ-16&lang=zh"


def fills(page: Page) -> str:
    return str(page.locator(".shapes").first.evaluate("g => [...g.children].map(p => p.getAttribute('fill')).join()"))


def test_the_year_is_played_stopped_and_one_of_its_days_looked_at(browser, program):
    with window(browser, program) as watch:
        page = watch.page
        opened(page, program + MAP)
        page.get_by_role("button", name="逐月播放").click()
        expect(page.locator(".time")).to_be_visible(timeout=READY_MS)
        expect(page.get_by_role("button", name="暂停")).to_be_visible(timeout=READY_MS)
        page.get_by_role("button", name="暂停").click()
        slider = page.get_by_role("slider", name="月份")
        slider.focus()
        page.keyboard.press("End")
        now = fills(page)
        for _ in range(6):
            page.keyboard.press("ArrowLeft")
        assert fills(page) != now
        day = page.locator(".time .day").inner_text()
        assert re.fullmatch(r"2023-\d\d-\d\d", day)
        page.get_by_role("button", name="看这一天").click()
        expect(page).to_have_url(re.compile(f"as_of={day}"), timeout=READY_MS)
        settled(page)
        expect(page.locator(".as-of").first).to_contain_text(day)


def test_two_days_stand_side_by_side_and_as_a_change(browser, program):
    with window(browser, program) as watch:
        page = watch.page
        opened(page, f"{program}{MAP}&view=quantile")
        page.get_by_label("对比", exact=True).click()
        page.get_by_role("option", name=re.compile("上月末")).click()
        expect(page).to_have_url(re.compile("compare=2023-10-31"), timeout=READY_MS)
        settled(page)
        expect(page.locator(".choropleth")).to_have_count(2, timeout=READY_MS)
        days = page.locator(".as-of").all_inner_texts()
        assert "2023-10-31" in days[0] and "2023-11-20" in days[1]
        heads = page.get_by_role("table").first.get_by_role("columnheader").all_inner_texts()
        assert any(re.search("变化|增减", head) for head in heads), heads
        page.get_by_role("radiogroup", name="着色").get_by_role("radio", name="变化").click()
        expect(page).to_have_url(re.compile("view=change"), timeout=READY_MS)
        settled(page)
        expect(page.locator(".choropleth")).to_have_count(1, timeout=READY_MS)
        expect(page.locator(".as-of")).to_contain_text("2023-10-31")
        expect(page.locator(".as-of")).to_contain_text("2023-11-20")


def saved(page: Page, name: str, folder) -> bytes:
    with page.expect_download() as coming:
        page.get_by_role("button", name=name, exact=True).first.click()
    coming.value.save_as(folder / coming.value.suggested_filename)
    return (folder / coming.value.suggested_filename).read_bytes()


def test_every_kind_of_file_opens_and_says_what_it_is(browser, program, tmp_path):
    with window(browser, program, accept_downloads=True) as watch:
        page = watch.page
        opened(page, program + MAP)
        expect(page.locator('path[data-c="231100000000"]')).to_be_visible(timeout=READY_MS)
        box = page.locator('[class*="st-key-downloads_map"]')
        expect(box.get_by_role("button", name="CSV")).to_be_visible(timeout=READY_MS)
        found = {name: saved(page, name, tmp_path) for name in ("CSV", "Excel", "GeoJSON", "下载PNG", "下载SVG")}
    text = found["CSV"].decode("utf-8-sig")
    lines = list(csv.reader(io.StringIO(text)))
    said = "\n".join(",".join(line) for line in lines[: lines.index([])])
    for one in (TITLE, "2023-11-20", DEMO, "黑龙江省"):
        assert one in said
    book = openpyxl.load_workbook(io.BytesIO(found["Excel"]))
    cover = "\n".join(str(cell) for row in book["说明"].iter_rows(values_only=True) for cell in row)
    for one in (TITLE, "2023-11-20", DEMO):
        assert one in cover
    table = lines[lines.index([]) + 1 :]
    place = next(at for at, word in enumerate(table[0]) if word.startswith("数值"))
    numbers = [row[place] for row in book["数据"].iter_rows(min_row=2, values_only=True)]
    assert len(numbers) == 14
    assert all(isinstance(one, int | float) for one in numbers)
    assert [float(line[place]) for line in table[1:]] == [float(one) for one in numbers]
    shapes = json.loads(found["GeoJSON"])
    assert (shapes["name"], shapes["properties"]["demo"]) == (TITLE, True)
    assert {one["properties"]["as_of"] for one in shapes["features"]} == {"2023-11-20"}
    drawn = "".join(ElementTree.fromstring(found["下载SVG"]).itertext())  # noqa: S314 - made by ourselves just now
    for one in (TITLE, "2023-11-20", DEMO, "边界来源"):
        assert one in drawn
    picture = Image.open(io.BytesIO(found["下载PNG"]))
    assert picture.format == "PNG"
    assert min(picture.size) > 300
