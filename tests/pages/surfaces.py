"""One figure as every surface says it, each read by itself: pages, files, command line."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stdout
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from dashboard import seat
from finance_monitor.cli.main import main
from finance_monitor.settings import ROOT
from tests.pages.conftest import Seen

_NUMBER = re.compile(r"[−-]?[\d,]+(?:\.\d+)?")


def number_in(text: str) -> Decimal | None:
    """Return the first number of a text as a person reads it, None where there is none."""
    found = _NUMBER.search(text)
    return Decimal(found[0].replace(",", "").replace("−", "-")) if found else None


def at_decimals(value: Decimal, like: Decimal) -> Decimal:
    """Round a value to the decimals another is shown with."""
    return value.quantize(Decimal(1).scaleb(int(like.as_tuple().exponent)), ROUND_HALF_UP)


def is_same(shown: Decimal | None, exact: Decimal | None) -> bool:
    """Say whether a shown number is the exact one at the decimals shown."""
    if shown is None or exact is None:
        return shown is exact
    return shown == at_decimals(exact, shown)


@dataclass
class Files:
    """What the download buttons of a page would hand over, each made when asked for."""

    made: dict[str, Callable[[], bytes]] = field(default_factory=dict)

    def csv(self, key: str) -> list[dict[str, str]]:
        """Return the rows of a file: its head is the first line after the empty one."""
        lines = list(csv.reader(io.StringIO(self.made[f"csv_{key}"]().decode("utf-8-sig"))))
        start = next(at for at, line in enumerate(lines) if not any(line)) + 1
        return [dict(zip(lines[start], line, strict=True)) for line in lines[start + 1 :]]

    def xlsx(self, key: str) -> list[dict[str, Any]]:
        """Return the rows of the second sheet of a workbook."""
        book = openpyxl.load_workbook(io.BytesIO(self.made[f"xlsx_{key}"]()))
        head, *rows = book.worksheets[1].iter_rows(values_only=True)
        return [dict(zip(map(str, head), row, strict=True)) for row in rows]

    def geojson(self, key: str) -> dict[str, dict[str, Any]]:
        """Return region code -> properties."""
        told = json.loads(self.made[f"geojson_{key}"](), parse_float=Decimal)
        return {one["properties"]["code"]: one["properties"] for one in told["features"]}


@dataclass
class Desk:
    """A store, and the files the page opened last offers."""

    store: Path
    files: Files = field(default_factory=Files)

    def page(self, name: str, **address: str) -> Seen:
        """Open a page of the whole country's viewer."""
        self.files.made.clear()
        test = AppTest.from_file(str(ROOT / "dashboard" / "main.py"), default_timeout=120)
        for key, value in address.items():
            test.query_params[key] = value
        test.switch_page(str(ROOT / "pages" / f"{name}.py"))
        test.run()
        assert not test.exception, [one.message for one in test.exception]
        seen = Seen(test)
        assert seen.errors() == seen.warnings() == [], (seen.errors(), seen.warnings())
        return seen

    def told(self, target: str, region: str, day: date) -> tuple[dict[str, Any], dict[str, str]]:
        """Return one target's element as the command line writes it: JSON, and the row of the CSV."""
        asked = ["--target", target, "--region", region, "--as-of", day.isoformat(), "--store", str(self.store)]
        said = {form: _printed("progress", *asked, "--format", form) for form in ("json", "csv")}
        (element,) = json.loads(said["json"], parse_float=Decimal, parse_int=Decimal)
        (row,) = csv.DictReader(io.StringIO(said["csv"], newline=""))
        return element, row


@contextmanager
def desk_before(store: Path) -> Iterator[Desk]:
    """Sit before a store; download buttons are caught instead of drawn."""
    with pytest.MonkeyPatch.context() as patch:
        desk = Desk(store)

        def caught(_label: str, **told: Any) -> bool:
            if callable(told.get("data")):
                desk.files.made[told["key"]] = told["data"]
            return False

        patch.setattr(seat, "DEFAULT_STORE", store)
        patch.setenv(seat.VIEWER_VARIABLE, "")
        patch.setattr(st, "download_button", caught)
        yield desk
    st.cache_resource.clear()


def _printed(*arguments: str) -> str:
    out = io.StringIO()
    with redirect_stdout(out):
        assert main(arguments) == 0
    return out.getvalue()
