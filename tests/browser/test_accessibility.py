"""Every page for who cannot see or cannot use a mouse: axe in both themes, and everything of ours under the Tab key.

What axe finds in Streamlit's own elements is not ours to mend; each rule left out is named with its element.
"""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.journey import PAGES, opened, window

pytestmark = pytest.mark.browser

REGION = "411381000000"
# Every kind of element of ours is on one of these; the others are gone round in `make test-slow`.
FEW = ("overview", "map", "analysis")
# Streamlit's own: (rule, what the element's HTML holds).
STREAMLITS: tuple[tuple[str, str], ...] = ()
# Ours: the tables, the board, the map, the menu, the trail, the tools of charts.
OURS = "main a[href], main .tools button, .choropleth button, .board a, .grid a, .grid tr[tabindex], .menu a, .trail a"
# Once round when so many in a row have been met before; the board has more than a thousand links.
_MOST_TABS, _ROUND = 1600, 8
_VISITED = """() => {
  let e = document.activeElement;
  while (e && e.shadowRoot && e.shadowRoot.activeElement) e = e.shadowRoot.activeElement;
  if (!e || e === document.body) return null;
  const first = !e.hasAttribute('data-visited');
  e.setAttribute('data-visited', '1');
  const seen = (one) => {
    const style = getComputedStyle(one);
    return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none';
  };
  const ring = seen(e) || (e.parentElement && seen(e.parentElement)) || e.namespaceURI.endsWith('svg');
  return [first, ring, e.outerHTML.slice(0, 120)];
}"""
_MISSED = """(ours) => [...document.querySelectorAll(ours)].filter((e) =>
  e.tabIndex >= 0 && e.offsetParent && !e.hasAttribute('data-visited') && !e.disabled &&
  !e.closest('[data-testid=stHeadingWithActionElements]') && getComputedStyle(e).visibility === 'visible'
).map((e) => e.outerHTML.slice(0, 120))"""


def serious(page: Page) -> list[tuple[str, str]]:
    found: list[dict[str, Any]] = Axe().run(page).response["violations"]
    return [
        (one["id"], node["html"][:200])
        for one in found
        if one["impact"] in ("serious", "critical")
        for node in one["nodes"]
        if not any(rule == one["id"] and part in node["html"] for rule, part in STREAMLITS)
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_serious(browser, program, name, scheme):
    with window(browser, program, color_scheme=scheme) as watch:
        opened(watch.page, f"{program}/{name}?region={REGION}&lang=zh")
        watch.page.wait_for_timeout(600)
        assert serious(watch.page) == []


@pytest.mark.parametrize(
    "name", [name if name in FEW else pytest.param(name, marks=pytest.mark.slow) for name in PAGES]
)
def test_everything_of_ours_is_reached_by_tab_and_seen_to_be(browser, program, name):
    with window(browser, program) as watch:
        page = watch.page
        opened(page, f"{program}/{name}?region={REGION}&lang=zh")
        unseen, again = [], 0
        for _ in range(_MOST_TABS):
            page.keyboard.press("Tab")
            told = page.evaluate(_VISITED)
            again = 0 if told is not None and told[0] else again + 1
            if again > _ROUND:
                break
            if told is not None and told[0] and not told[1]:
                unseen.append(told[2])
        assert unseen == []
        assert page.evaluate(_MISSED, OURS) == []
