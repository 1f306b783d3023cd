"""Addresses: a fresh server answers a deep link with the frame and the page, and the first page has two addresses."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

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


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """Start a copy of the program with three plain pages, so that only the routing is under test."""
    for part in ("dashboard", "finance_monitor", ".streamlit"):
        shutil.copytree(ROOT / part, tmp_path / part, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "app.py", tmp_path)
    (tmp_path / "pages").mkdir()
    for name in ("overview", "map", "targets"):
        (tmp_path / "pages" / f"{name}.py").write_text(PAGE.format(name=name), encoding="utf-8")
    places = {"FINANCE_MONITOR_DATA": str(ROOT / "data"), "FINANCE_MONITOR_STORE": str(tmp_path / "none")}
    with running(tmp_path / "app.py", tmp_path, **places) as started:
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
