"""Take docs/screens/: every page in both languages, light and dark, on a desktop and on a telephone.

Only places whose published map needs no approval are shown: inland counties, or tiles. `make screens` runs it on a
store of the demo.
"""

from __future__ import annotations

import argparse
import io
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.parse import urlencode
from urllib.request import urlopen

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from dashboard.routing import existing_pages
from finance_monitor.demo import make_demo
from finance_monitor.settings import ROOT
from finance_monitor.texts import LANGS

TARGET = ROOT / "docs" / "screens"
SCHEMES = ("light", "dark")
SIZES = {"desktop": (1366, 768), "phone": (390, 844)}
# An inland county whose townships are drawn as tiles, and what each page shows of it.
PLACE = {"region": "411381000000"}
ASKED = {
    "targets": {"target": "T-DZ-05"},
    "map": {"target": "T-DZ-05"},
    "referrals": {"region": "230229000000"},
    "stations": {"region": "230229000000"},
    "outlets": {"region": "500156000000"},
}
_BROWSER = "/usr/bin/chromium"
_READY = "header.page-head p"
_STILL_MS = 700
_STARTED_WITHIN_S = 60
_COLOURS = 128


@contextmanager
def serving(store: Path) -> Iterator[str]:
    """Serve the product on a store; yield its address."""
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        port = int(asked.getsockname()[1])
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
    environment = os.environ | {"FINANCE_MONITOR_STORE": str(store)}
    silent = subprocess.DEVNULL
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=silent, stderr=silent)
    try:
        yield _awaited(f"http://127.0.0.1:{port}")
    finally:
        process.terminate()
        process.wait(timeout=30)


def _awaited(address: str) -> str:
    until = time.monotonic() + _STARTED_WITHIN_S
    while time.monotonic() < until:
        try:
            with urlopen(f"{address}/_stcore/health", timeout=2):  # noqa: S310 - our own server
                return address
        except (URLError, OSError):
            time.sleep(0.2)
    msg = "the server did not start"
    raise RuntimeError(msg)


def take(browser: Browser, address: str, pages: tuple[str, ...]) -> Iterator[tuple[str, bytes]]:
    """Yield the name and the picture of every page as it looks in every way."""
    for scheme in SCHEMES:
        for size, (width, height) in SIZES.items():
            seen = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)  # type: ignore[arg-type]
            opened = seen.new_page()
            for name in pages:
                for lang in LANGS:
                    asked = PLACE | ASKED.get(name, {}) | {"lang": lang}
                    opened.goto(f"{address}/{name}?{urlencode(asked)}")
                    _settle(opened)
                    yield f"{name}-{lang}-{scheme}-{size}.png", opened.screenshot()
            seen.close()


def _settle(opened: Page) -> None:
    """Wait until a page is drawn and nothing of it is running any more."""
    opened.wait_for_selector(_READY, timeout=60_000)
    opened.wait_for_function(
        "() => document.querySelector('[data-testid=stApp]').dataset.testScriptState !== 'running'"
    )
    if opened.locator(".choropleth").count():
        opened.wait_for_selector(".choropleth[data-ready]", timeout=60_000)
    opened.wait_for_timeout(_STILL_MS)


def small(picture: bytes) -> bytes:
    """Pack a picture of few colours into few bytes."""
    sink = io.BytesIO()
    Image.open(io.BytesIO(picture)).convert("RGB").quantize(_COLOURS).save(sink, "PNG", optimize=True)
    return sink.getvalue()


def main() -> None:
    """Make the demo if no store is named, serve it, take every picture."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--store", type=Path)
    asked.add_argument("--pages", nargs="+", default=list(existing_pages()))
    told = asked.parse_args()
    with tempfile.TemporaryDirectory() as name:
        store = told.store or make_demo(Path(name) / "store").folder
        TARGET.mkdir(parents=True, exist_ok=True)
        with serving(store) as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=_BROWSER, args=["--no-sandbox"])
            for file, picture in take(browser, address, tuple(told.pages)):
                (TARGET / file).write_bytes(small(picture))
            browser.close()


if __name__ == "__main__":
    main()
