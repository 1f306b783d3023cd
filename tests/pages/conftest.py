"""Pages run as a person would open them: an address, a store, a viewer."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from dashboard import seat
from finance_monitor.settings import ROOT
from tests.pages.seed import make_second_release, make_store

Open = Callable[..., "Seen"]


class Seen:
    """What a page says, read off what it sends to the browser."""

    def __init__(self, test: AppTest) -> None:
        self.test = test

    @property
    def address(self) -> dict[str, str]:
        return dict(self.test.query_params)

    def grid(self, key: str) -> dict[str, Any]:
        """Return columns and rows of a table of ours."""
        found = [one.proto for one in self.test.get("bidi_component") if one.proto.id.endswith(f"-{key}")]
        assert len(found) == 1, [one.proto.id for one in self.test.get("bidi_component")]
        told: dict[str, Any] = json.loads(found[0].json)
        at = partial(self._address, told["address"])
        told["rows"] = [[*row[:2], *(_unpacked(cell, row[0], told, at) for cell in row[2:])] for row in told["rows"]]
        return told

    def _address(self, pattern: Any, pick: str) -> str:
        """Make the address of a row as the browser does, out of the window's own."""
        if pattern is None:  # the rows of this table lead nowhere else
            return ""
        page, part, changes = pattern
        told = self.address | changes | {part: pick}
        return f"{page}?{urlencode({name: value for name, value in told.items() if value is not None})}"

    def has_grid(self, key: str) -> bool:
        return any(one.proto.id.endswith(f"-{key}") for one in self.test.get("bidi_component"))

    def map(self) -> dict[str, Any]:
        """Return what the map of the day looked at is told."""
        return self.maps()[-1]

    def maps(self) -> list[dict[str, Any]]:
        return [one for one in self._choropleths() if "more" not in one]

    def more(self) -> dict[str, Any]:
        """Return what follows the map: small lines and months."""
        found: dict[str, Any] = {}
        for one in self._choropleths():
            found |= one if "more" in one else {}
        return found

    def _choropleths(self) -> list[dict[str, Any]]:
        found = [one.proto for one in self.test.get("bidi_component") if one.proto.component_name == "choropleth"]
        return [json.loads(one.bytes) for one in found]

    def head(self) -> str:
        return next(one.proto.body for one in self.test.get("html") if "page-head" in one.proto.body)

    def texts(self) -> str:
        kinds = ("markdown", "caption", "error", "warning", "info", "code", "text")
        said = [str(one.value) for kind in kinds for one in self.test.get(kind)]
        return "\n".join([self.head(), *said])

    def open_box(self, key: str) -> None:
        """Open an expander and run again."""
        self.test.session_state[key] = True
        self.test.run()

    def errors(self) -> list[str]:
        return [_read(one.value) for one in self.test.error]

    def warnings(self) -> list[str]:
        return [_read(one.value) for one in self.test.warning]


def _read(text: str) -> str:
    """Return a text as a reader sees it: without the signs that keep it from being read as markdown."""
    return re.sub(r"\\([^\w\s])", r"\1", text)


def _unpacked(cell: Any, pick: str, table: dict[str, Any], at: Callable[[str], str]) -> Any:
    """Read a cell as the browser does: a number is a chip, a list a link, an object a bar, a note or a stack."""
    if isinstance(cell, int):
        return {"c": table["chips"][cell]}
    if isinstance(cell, list):
        word, address, what = [*cell, None, None][:3]
        return {"a": [word, address or at(pick), what or pick]}
    if not isinstance(cell, dict):
        return cell
    if "all" in cell:
        return [_unpacked(inner, pick, table, at) for inner in cell["all"]]
    return {"b": cell["bar"]} if "bar" in cell else cell.get("note", cell)


@pytest.fixture(scope="session")
def store_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_store(tmp_path_factory.mktemp("pages")).folder


@pytest.fixture(scope="session")
def two_releases(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a store whose second release knows of more stations, and in which a file is overdue."""
    return make_second_release(tmp_path_factory.mktemp("second")).folder


@pytest.fixture
def open_page(store_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Open]:
    """Open a page: `viewer` as ROLE@REGION, `store` another folder, the rest is the address."""

    def opened(page: str, *, viewer: str = "", store: Path | None = None, **address: str) -> Seen:
        monkeypatch.setattr(seat, "DEFAULT_STORE", store or store_folder)
        monkeypatch.setenv(seat.VIEWER_VARIABLE, viewer)
        test = AppTest.from_file(str(ROOT / "dashboard" / "main.py"), default_timeout=60)
        for name, value in address.items():
            test.query_params[name] = value
        test.switch_page(str(ROOT / "pages" / f"{page}.py"))
        test.run()
        assert not test.exception, [one.message for one in test.exception]
        return Seen(test)

    yield opened
    st.cache_resource.clear()
