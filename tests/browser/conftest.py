"""One browser, one demo store and one server for the journeys."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from finance_monitor.demo import make_demo
from finance_monitor.maps.shapes import build_shapes
from tests.browser.server import CHROMIUM, ROOT, running


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture(scope="session")
def demo_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a small demo: every story figure that does not count loans is the same at any scale."""
    folder = tmp_path_factory.mktemp("browser") / "store"
    store = make_demo(folder, scale=0.05)
    build_shapes(store.shapes)
    return folder


@pytest.fixture(scope="session")
def program(demo_store: Path) -> Iterator[str]:
    """Start the program once; yield its address."""
    with running(ROOT / "app.py", ROOT, FINANCE_MONITOR_STORE=str(demo_store)) as address:
        yield address
