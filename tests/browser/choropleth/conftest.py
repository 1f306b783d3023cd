"""The harness of the component, and a page that fails where a stranger is asked or a fault is told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.server import ROOT, running


@pytest.fixture(scope="package")
def shapes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("shapes")


@pytest.fixture(scope="package")
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
