"""Measure the map in the browser and under many sessions: `python -m tests.benchmarks.ui.bench [--sizes …]`."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

from playwright.sync_api import sync_playwright

from finance_monitor.settings import ROOT
from tests.benchmarks.bench import machine
from tests.benchmarks.ui.sessions import crowd, rss_mb
from tests.benchmarks.ui.shapes import FOLDER, PAGE, SIZES, drawn
from tests.benchmarks.ui.watched import watch
from tests.browser.server import CHROMIUM, awaited, free_port

PAGES = ("ours", "deck", "plotly")
CROWDS = (100, 300)
SECONDS = 20.0
VIEWPORT = {"width": 1366, "height": 768}


@contextmanager
def serving(page: str, shapes: Path) -> Iterator[tuple[str, int]]:
    """Serve a page with the product's own settings; yield its address and its process."""
    port = free_port()
    script = Path(__file__).parent / "app.py"
    command = [sys.executable, "-m", "streamlit", "run", str(script), "--server.port", str(port)]
    environment = os.environ | {"PYTHONPATH": str(ROOT), PAGE: page, FOLDER: str(shapes)}
    silent = subprocess.DEVNULL
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=silent, stderr=silent)
    try:
        yield awaited(process, f"http://127.0.0.1:{port}"), process.pid
    finally:
        process.terminate()
        process.wait(timeout=30)


def measure(page: str, shapes: Path, sizes: Sequence[str], crowds: Sequence[int]) -> Iterator[dict[str, object]]:
    """Yield what was measured of a page: by size in a browser, then under many sessions at the smallest size."""
    for size in sizes:
        with serving(page, shapes) as (address, pid), sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
            seen = watch(browser.new_page(viewport=VIEWPORT), address, f"size={size}")
            browser.close()
            told = {"page": page, "regions": len(drawn(size).codes), **asdict(seen), "rss_mb": rss_mb(pid)}
        print(json.dumps(told), flush=True)
        yield told
    for sessions in crowds:
        with serving(page, shapes) as (address, pid):
            told = {"page": page, "regions": len(drawn(sizes[0]).codes)}
            told |= asdict(crowd(address, pid, f"size={sizes[0]}", sessions, SECONDS))
        print(json.dumps(told), flush=True)
        yield told


def main() -> None:
    """Measure and write `bench/ui.json`."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--sizes", nargs="+", default=list(SIZES), choices=SIZES)
    asked.add_argument("--pages", nargs="+", default=list(PAGES), choices=PAGES)
    asked.add_argument("--sessions", nargs="*", type=int, default=list(CROWDS))
    told = asked.parse_args()
    with tempfile.TemporaryDirectory() as name:
        shapes = Path(name)
        os.environ[FOLDER] = name
        for size in told.sizes:
            drawn(size)
        rows = [row for page in told.pages for row in measure(page, shapes, told.sizes, told.sessions)]
    target = ROOT / "bench" / "ui.json"
    target.parent.mkdir(exist_ok=True)
    target.write_text(json.dumps({"machine": machine(), "rows": rows}, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
