"""Whatever stands in the cells: no row is lost, nothing personal leaks, every fault can be said."""

from __future__ import annotations

import csv
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from finance_monitor.intake.report import sentence
from finance_monitor.texts import LANGS
from tests.unit.intake_cases import GOOD_ID, LOAN, checked, headers

ODD = [
    "",
    "5",
    "５",
    "1,234.5",
    "-1",
    "1e9",
    "0.0000001",
    "9" * 25,
    "2024年3月8日",
    "2023-02-30",
    "45359",
    "是",
    "合计",
]
ODD += [
    "示例",
    "小计",
    "仙女山街道",
    "500156001000",
    "=1+1",
    "#N/A",
    GOOD_ID,
    GOOD_ID + "41",
    "a,b",
    'x"y',
    "两\n行",
    "\u3000",
]
CELL = st.one_of(st.sampled_from(ODD), st.text(st.characters(codec="utf-8", exclude_characters="\0\r"), max_size=12))


def rows_of_cells() -> st.SearchStrategy[list[dict[str, str]]]:
    """Rows in which some cells of a good loan are replaced by anything."""
    return st.lists(st.dictionaries(st.sampled_from(sorted(LOAN)), CELL, max_size=4), max_size=6)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(rows_of_cells())
def test_rows_in_are_rows_taken_and_rows_held_back(changes: list[dict[str, str]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.csv"
        with path.open("w", encoding="utf-8", newline="") as stream:
            writer = csv.writer(stream)
            writer.writerow(headers())
            for number, change in enumerate(changes):
                writer.writerow((LOAN | {"loan_no": f"N{number}"} | change).values())
        result = checked(path)
    assert result.rows_in == result.rows.height + result.quarantined.height
    assert result.rows_in + result.rows_total <= len(changes)
    numbers = [*result.rows["source_row"], *result.quarantined["source_row"]]
    assert len(set(numbers)) == result.rows_in
    held = {fault.row for fault in result.faults if fault.level == "validity"}
    assert held == set(result.quarantined["source_row"])
    assert set(result.rows["borrower_key"]) == set(result.persons["person_key"])
    said = [sentence(fault, "a.csv", lang) for fault in result.faults for lang in LANGS]
    for text in [*said, *result.quarantined["raw"], *result.quarantined["reasons"]]:
        assert GOOD_ID not in text
