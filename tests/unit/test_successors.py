"""Units that took over from those a document names: dated, by region, and every fault with its line."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from finance_monitor.errors import UserError
from finance_monitor.policy.successors import COLUMNS, load_successors, successor_of, successors
from finance_monitor.regions import regions
from finance_monitor.texts import LANGS, tell

COUNTY, TOWNSHIP, CITY, OTHER = "500156000000", "500156001000", "500000000000", "500154000000"
HEADER = ",".join(COLUMNS)
LINES = (
    f"区扶贫办,{COUNTY},区乡村振兴局,2021-06-01,区委文件",
    f"区扶贫办,{CITY},市乡村振兴局,2021-05-01,市委文件",
    f"区扶贫办,{COUNTY},区农业农村委,2024-01-01,机构改革方案",
    f"区银监办,{CITY},市金融监管局,2023-07-01,公告",
    f"区银监办,{COUNTY},区金融监管支局,2023-07-01,公告",
)


def table(tmp_path: Path, *lines: str, header: str = HEADER) -> Path:
    path = tmp_path / "unit_successors.csv"
    path.write_text("\n".join([header, *lines]) + "\n", encoding="utf-8")
    return path


def test_the_table_ships_empty() -> None:
    assert successors() == ()
    assert successor_of("区扶贫办", COUNTY, date(2023, 11, 20)) is None


@pytest.mark.parametrize(
    ("unit", "region", "on", "expected"),
    [
        ("区扶贫办", COUNTY, date(2021, 4, 30), None),
        ("区扶贫办", COUNTY, date(2021, 5, 1), "市乡村振兴局"),
        ("区扶贫办", COUNTY, date(2021, 6, 1), "区乡村振兴局"),
        ("区扶贫办", TOWNSHIP, date(2023, 11, 20), "区乡村振兴局"),
        ("区扶贫办", COUNTY, date(2024, 1, 1), "区农业农村委"),
        ("区扶贫办", OTHER, date(2024, 1, 1), "市乡村振兴局"),
        ("区扶贫办", CITY, date(2024, 1, 1), "市乡村振兴局"),
        ("区银监办", COUNTY, date(2023, 7, 1), "区金融监管支局"),
        ("区银监办", "230000000000", date(2023, 7, 1), None),
        ("区财政局", COUNTY, date(2023, 7, 1), None),
    ],
)
def test_the_newest_row_of_a_region_that_covers_counts(
    tmp_path: Path, unit: str, region: str, on: date, expected: str | None
) -> None:
    for lines in (LINES, LINES[::-1]):
        found = successor_of(unit, region, on, load_successors(table(tmp_path, *lines), regions()))
        assert (found.successor if found else None) == expected


def test_an_abolished_code_lies_where_its_successor_does(tmp_path: Path) -> None:
    rows = load_successors(table(tmp_path, LINES[0]), regions())
    found = successor_of("区扶贫办", "500232000000", date(2022, 1, 1), rows)
    assert found is not None
    assert (found.from_on, found.source) == (date(2021, 6, 1), "区委文件")


def test_a_table_saved_by_a_spreadsheet_reads_too(tmp_path: Path) -> None:
    path = tmp_path / "unit_successors.csv"
    path.write_text(f'{HEADER}\n\n"区扶贫办",{COUNTY}, 区乡村振兴局 ,2021-06-01,"甲,乙"\n,,,,\n', encoding="utf-8-sig")
    (row,) = load_successors(path, regions())
    assert (row.successor, row.source) == ("区乡村振兴局", "甲,乙")


@pytest.mark.parametrize(
    ("line", "key", "column"),
    [
        ("区扶贫办,999999000000,区乡村振兴局,2021-06-01,文件", "regions.unknown", "region_code"),
        (f"区扶贫办,{COUNTY},区乡村振兴局,2021-02-30,文件", "successors.date", "from_on"),
        (f"区扶贫办,{COUNTY},区乡村振兴局,六月,文件", "successors.date", "from_on"),
        (f"区扶贫办,{COUNTY},,2021-06-01,文件", "successors.blank", "successor"),
        (f",{COUNTY},区乡村振兴局,2021-06-01,文件", "successors.blank", "unit"),
        (f"区扶贫办,{COUNTY},区乡村振兴局,2021-06-01,", "successors.blank", "source"),
        (f"区扶贫办,{COUNTY},区乡村振兴局,2021-06-01", "successors.cells", None),
        (f"区扶贫办,{COUNTY},区乡村振兴局,2021-06-01,甲,乙", "successors.cells", None),
        (LINES[0], "successors.twice", None),
    ],
)
def test_a_fault_is_said_with_file_row_and_column(tmp_path: Path, line: str, key: str, column: str | None) -> None:
    with pytest.raises(UserError, match=key) as caught:
        load_successors(table(tmp_path, LINES[0], line), regions())
    place = caught.value.place
    assert (place.file, place.row, place.column) == ("unit_successors.csv", 3, column)
    assert all(tell(caught.value, lang) for lang in LANGS)


def test_another_header_another_encoding_and_no_file_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"successors\.header") as caught:
        load_successors(table(tmp_path, header="unit,successor"), regions())
    assert caught.value.place.row == 1
    path = tmp_path / "old.csv"
    path.write_bytes(f"{HEADER}\n{LINES[0]}\n".encode("gb18030"))
    with pytest.raises(UserError, match=r"yaml\.not_utf8"):
        load_successors(path, regions())
    with pytest.raises(UserError, match=r"yaml\.no_file"):
        load_successors(tmp_path / "none.csv", regions())
