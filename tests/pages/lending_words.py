"""What the pages on loans and referrals say, read off their tables, charts and figures."""

from __future__ import annotations

import json
from typing import Any

from tests.pages.conftest import Seen


def tiles(seen: Seen) -> dict[str, str]:
    """Return the figures in a row by their names."""
    return {one.label: one.value for one in seen.test.metric}


def lines(seen: Seen, key: str) -> dict[object, list[Any]]:
    """Return the cells behind the first of every line of a table, by its words; of a bar its words."""
    found = {}
    for row in seen.grid(key)["rows"]:
        name = row[2]["a"][0] if isinstance(row[2], dict) else row[2]
        found[name] = [cell["b"][1] if isinstance(cell, dict) and "b" in cell else cell for cell in row[3:]]
    return found


def chart(seen: Seen, key: str) -> list[dict[str, Any]]:
    """Return what a chart draws."""
    (found,) = [one.proto for one in seen.test.get("plotly_chart") if key in one.proto.id]
    drawn: list[dict[str, Any]] = json.loads(found.spec)["data"]
    return drawn
