"""How a command answers: a JSON array, a CSV or a table on standard output, sentences on standard error."""

from __future__ import annotations

import csv
import json
import sys
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

from finance_monitor.reports.cells import harmless


def write_json(elements: Sequence[Mapping[str, Any]]) -> None:
    """Write one JSON array and nothing else."""
    json.dump(list(elements), sys.stdout, ensure_ascii=False, indent=1, default=str)
    sys.stdout.write("\n")


def write_csv(elements: Sequence[Mapping[str, Any]]) -> None:
    """Write a CSV; lists and mappings become JSON text, texts that look like formulas are made harmless."""
    if not elements:
        return
    writer = csv.writer(sys.stdout)
    writer.writerow(elements[0])
    for one in elements:
        writer.writerow([_cell(value) for value in one.values()])


def _cell(value: object) -> object:
    if value is None or isinstance(value, int | float):
        return value
    text = json.dumps(value, ensure_ascii=False) if isinstance(value, list | dict) else str(value)
    return harmless(text)


def write_table(header: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """Write a table for the eye; a Chinese character is two places wide."""
    texts = [[*header], *[["" if cell is None else str(cell) for cell in row] for row in rows]]
    widths = [max(_width(row[place]) for row in texts) for place in range(len(header))]
    for row in texts:
        cells = [cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True)]
        sys.stdout.write("  ".join(cells).rstrip() + "\n")


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)


def tell_person(text: str) -> None:
    """Say something to the person; never mixed with figures."""
    sys.stderr.write(text + "\n")


def progress_bar(done: int, total: int, what: str) -> None:
    """Draw a bar over the one before; on standard error, like everything said to a person."""
    filled = 30 * done // max(total, 1)
    sys.stderr.write(f"\r[{'#' * filled}{'.' * (30 - filled)}] {done}/{total} {what:<40.40}")
    sys.stderr.flush()
