"""Addresses: a fresh server answers a deep link with the frame and the page, and the first page has two addresses."""

from __future__ import annotations

import gzip
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import Message
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.server import ROOT, running

pytestmark = pytest.mark.browser

PAGE = """
import streamlit as st
st.title("title of {name}")
st.text(f"region={{st.query_params.get('region')}}")
st.selectbox("choice", ["one", "two"], key="choice")
"""


@contextmanager
def plain_program(tmp_path: Path, **environment: str) -> Iterator[str]:
    """Start a copy of the program with three plain pages, so that only the routing is under test."""
    for part in ("dashboard", "finance_monitor", ".streamlit"):
        shutil.copytree(ROOT / part, tmp_path / part, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "app.py", tmp_path)
    (tmp_path / "pages").mkdir()
    for name in ("overview", "map", "targets"):
        (tmp_path / "pages" / f"{name}.py").write_text(PAGE.format(name=name), encoding="utf-8")
    places = {"FINANCE_MONITOR_DATA": str(ROOT / "data"), "FINANCE_MONITOR_STORE": str(tmp_path / "none")}
    with running(tmp_path / "app.py", tmp_path, **places, **environment) as started:
        yield started


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    with plain_program(tmp_path) as started:
        yield started


def _watched(browser: Browser, address: str) -> tuple[Page, list[str], list[str]]:
    page = browser.new_page(viewport={"width": 1366, "height": 768})
    strangers: list[str] = []
    faults: list[str] = []
    page.on("request", lambda asked: strangers.append(asked.url) if not asked.url.startswith(address) else None)
    page.on(
        "console", lambda said: faults.append(f"{said.text} {said.location['url']}") if said.type == "error" else None
    )
    return page, strangers, faults


def test_a_cold_deep_link_shows_its_page(browser: Browser, address: str) -> None:
    page, strangers, faults = _watched(browser, address)
    page.goto(f"{address}/map?region=230000000000")
    expect(page.get_by_text("title of map")).to_be_visible(timeout=20_000)
    expect(page.get_by_text("region=230000000000")).to_be_visible()
    expect(page.get_by_role("dialog")).to_have_count(0)
    # Streamlit probes two addresses under the page's path before it finds the server's root.
    assert all("_stcore" in fault and "404" in fault for fault in faults) and len(faults) <= 2
    assert strangers == []
    page.close()


def test_the_first_page_has_two_addresses(browser: Browser, address: str) -> None:
    page, _, faults = _watched(browser, address)
    for path in ("/overview?region=230000000000", "/?region=230000000000"):
        page.goto(address + path)
        expect(page.get_by_text("title of overview")).to_be_visible(timeout=20_000)
        expect(page.get_by_text("region=230000000000")).to_be_visible()
        expect(page.get_by_role("dialog")).to_have_count(0)
    assert faults == []
    page.close()


def _fetched(address: str, **headers: str) -> tuple[bytes, Message]:
    with urlopen(Request(address, headers=headers)) as answer:  # noqa: S310 - our own server
        return answer.read(), answer.headers


def test_the_shell_is_ours_is_kept_by_the_browser_and_is_small(address: str) -> None:
    for path in ("/", "/map"):
        packed, headers = _fetched(address + path, **{"Accept-Encoding": "gzip"})
        told = gzip.decompress(packed).decode()
        assert '<html lang="zh-CN">' in told
        assert "<title>普惠金融帮扶监测</title>" in told
        assert "本页面需要启用 JavaScript" in told
        assert "Streamlit app" not in told
        assert len(packed) < 8_000
        with pytest.raises(HTTPError) as kept:
            _fetched(address + path, **{"If-None-Match": headers["ETag"]})
        with kept.value as error:
            assert error.code == 304
        plain, headers = _fetched(address + path)
        assert int(headers["Content-Length"]) == len(plain)


def test_pages_open_under_a_base_path(browser: Browser, tmp_path: Path) -> None:
    with plain_program(tmp_path, STREAMLIT_SERVER_BASE_URL_PATH="/watch") as started:
        page, strangers, faults = _watched(browser, started)
        for path in ("/map?region=230000000000", "/overview", "/", ""):
            page.goto(started + path)
            title = "title of map" if "map" in path else "title of overview"
            expect(page.get_by_text(title)).to_be_visible(timeout=20_000)
            expect(page.locator("a.skip")).to_have_text("跳到正文")
        assert strangers == []
        assert all("_stcore" in fault for fault in faults)
        page.close()


@pytest.mark.parametrize("missing", ["delete Element.prototype.replaceChildren", "window.Function = () => { throw 1 }"])
def test_an_old_browser_gets_a_sentence(browser: Browser, address: str, missing: str) -> None:
    page = browser.new_page()
    page.add_init_script(missing)
    page.goto(f"{address}/map")
    told = page.locator("#old-browser")
    expect(told).to_contain_text("本页面需要较新的浏览器（Chromium 94 及以上")
    expect(told).to_contain_text("This page needs a newer browser")
    page.close()


def test_without_scripts_a_page_says_so(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/map")
    expect(page.locator("noscript p").first).to_contain_text("本页面需要启用 JavaScript")
    context.close()


def test_an_address_of_no_page_says_so_and_leads_to_the_first(browser: Browser, address: str) -> None:
    page = browser.new_page()
    answer = page.goto(f"{address}/nothing")
    assert answer is not None and answer.status == 404
    expect(page.get_by_text("没有这个页面。")).to_be_visible()
    page.get_by_role("link", name="Overview").click()
    expect(page.get_by_text("title of overview")).to_be_visible(timeout=20_000)
    page.close()
