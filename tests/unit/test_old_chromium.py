"""Scripts and sheets run in browsers built on Chromium 87; the check itself can fail."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.old_chromium import script_faults, sheet_faults

ASSETS = Path(__file__).resolve().parents[2] / "dashboard" / "choropleth" / "assets"
PYTHON = [*Path(__file__).resolve().parents[2].glob("dashboard/*.py")]


@pytest.mark.parametrize("path", sorted(ASSETS.glob("*.js")), ids=lambda path: path.name)
def test_an_old_browser_reads_every_script(path: Path) -> None:
    assert script_faults(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", sorted(ASSETS.glob("*.css")), ids=lambda path: path.name)
def test_an_old_browser_follows_every_sheet(path: Path) -> None:
    assert sheet_faults(path.read_text(encoding="utf-8")) == []


def test_an_old_browser_reads_the_lines_sent_with_the_components() -> None:
    sent = [found for path in PYTHON for found in re.findall(r'_LOADER = """(.*?)"""', path.read_text(), re.DOTALL)]
    assert sent
    assert [script_faults(one) for one in sent] == [[] for _ in sent]


@pytest.mark.parametrize(
    "source",
    [
        "const last = values.at(-1);",
        "if (Object.hasOwn(a, 'b')) go();",
        "const copy = structuredClone(data);",
        "await load();",
        "for await (const one of many) go(one);",
        "class A { static { this.b = 1; } }",
        "const found = /a/d.exec(b);",
        "class A { #b = 1; has(o) { return #b in o; } }",
        "const a = ;",
        "items.toSorted();",
        "element.showPopover();",
    ],
)
def test_what_came_later_is_found_in_a_script(source: str) -> None:
    assert script_faults(source)


@pytest.mark.parametrize(
    "source",
    [
        ".a:has(.b) { color: red; }",
        ".a { aspect-ratio: 1; }",
        ".a { color: color-mix(in srgb, red, blue); }",
        ".a { height: 100dvh; }",
        ".a { color: red; .b { color: blue; } }",
        "@container (min-width: 1px) { .a { color: red; } }",
        "@media (width <= 640px) { .a { color: red; } }",
        ".a { accent-color: red; }",
    ],
)
def test_what_came_later_is_found_in_a_sheet(source: str) -> None:
    assert sheet_faults(source)


@pytest.mark.parametrize(
    "source",
    [
        "const a = b?.c ?? d; map.geometry.at[3]; for (const [k, v] of Object.entries(o)) go(k, v);",
        "async function f() { await g(); } class A { b = 1; #c = 2; }",
    ],
)
def test_what_an_old_browser_knows_is_left_alone(source: str) -> None:
    assert script_faults(source) == []
