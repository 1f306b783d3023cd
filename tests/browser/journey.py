"""Steps of journeys through the program: one window, watched for strangers and complaints; keys alone where asked."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.test_journeys import DESKTOP, READY_MS, Watch

PAGES = (
    "overview",
    "map",
    "targets",
    "loans",
    "referrals",
    "outlets",
    "stations",
    "analysis",
    "region",
    "quality",
    "methods",
    "submit",
)
# What the page says it is, and the innermost element that has the keys, shadow roots included.
FOCUSED = """() => {
  let e = document.activeElement;
  while (e && e.shadowRoot && e.shadowRoot.activeElement) e = e.shadowRoot.activeElement;
  return e;
}"""
_MOST_TABS = 400


@contextmanager
def window(browser: Browser, address: str, **how: Any) -> Iterator[Watch]:
    """Open a window of its own; at its end nothing else was asked for and nothing was complained of."""
    context = browser.new_context(**({"viewport": DESKTOP} | how))
    watch = Watch(context.new_page())
    ours = (address, "data:", "blob:")
    watch.page.on("request", lambda asked: None if asked.url.startswith(ours) else watch.strangers.append(asked.url))
    watch.page.on(
        "console",
        lambda said: watch.faults.append(f"{said.text} {said.location['url']}") if said.type == "error" else None,
    )
    watch.page.on("pageerror", lambda fault: watch.faults.append(str(fault)))
    yield watch
    assert watch.strangers == []
    # Streamlit probes two addresses below a page's own path before it finds the server's root.
    assert [fault for fault in watch.faults if "404" not in fault or "_stcore" not in fault] == []
    context.close()


def settled(page: Page) -> None:
    """Wait until the page stands: its head names region and day, and no script runs."""
    expect(page.locator(".page-head p")).to_be_visible(timeout=READY_MS)
    expect(page.locator('[data-testid="stApp"][data-test-script-state="running"]')).to_have_count(0, timeout=READY_MS)
    page.wait_for_timeout(400)
    expect(page.locator('[data-testid="stApp"][data-test-script-state="running"]')).to_have_count(0, timeout=READY_MS)


def opened(page: Page, address: str) -> None:
    page.goto(address)
    settled(page)


def tab_to(page: Page, wanted: Locator) -> None:
    """Press Tab until an element has the keys."""
    expect(wanted).to_be_visible(timeout=READY_MS)
    for _ in range(_MOST_TABS):
        page.keyboard.press("Tab")
        if wanted.evaluate("(e) => e === document.activeElement || e.getRootNode().activeElement === e"):
            return
    raise AssertionError(f"{wanted} cannot be reached by Tab")


def cells(page: Page, table: str) -> list[str]:
    """Return the rows of a table as text."""
    box = page.get_by_role("region", name=table).first
    return [" | ".join(row.split("\n")) for row in box.get_by_role("row").all_inner_texts()]
