"""One browser, one demo store and one server for the journeys."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, sync_playwright

from finance_monitor.maps.shapes import build_shapes
from finance_monitor.store.store import Store
from tests.browser.server import CHROMIUM, ROOT, running


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture(scope="session")
def demo_store(full_demo: Store) -> Path:
    """Take the demo of all tests; the program draws its maps beside it and writes who has read."""
    with FileLock(f"{full_demo.folder}.shapes.lock"):
        build_shapes(full_demo.shapes)
    return full_demo.folder


@pytest.fixture(scope="session")
def program(demo_store: Path) -> Iterator[str]:
    """Start the program once; yield its address."""
    with running(ROOT / "app.py", ROOT, FINANCE_MONITOR_STORE=str(demo_store)) as address:
        yield address
