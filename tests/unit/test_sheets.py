"""A sheet in a file says what the sheet says: numbers stay numbers, texts stay texts, nothing becomes a formula."""

from __future__ import annotations

import csv
from datetime import date
from decimal import Decimal
from io import BytesIO, StringIO

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as some
from python_calamine import CalamineWorkbook

from finance_monitor.reports.sheet import Field, Sheet
from finance_monitor.reports.sheet_csv import sheet_csv
from finance_monitor.reports.sheet_xlsx import sheet_xlsx

FIELDS = (
    Field("code", "区划代码", "code"),
    Field("name", "区划", "text"),
    Field("balance", "贷款余额（万元）", "number", 2),
    Field("count", "户数（户）", "number", 0),
    Field("day", "截止日期", "date"),
)
ROWS: tuple[tuple[object, ...], ...] = (
    ("230000000000", "黑龙江省", Decimal("27982.5"), 6142, date(2023, 11, 20)),
    ("231100000000", "黑河市", None, 0, None),
)
CONTEXT = (("区划", "黑龙江省 230000000000"), ("数据性质", "演示数据，全部虚构，不得引用"))
SHEET = Sheet("贷款余额", CONTEXT, FIELDS, ROWS)
# A file holds no control signs and no halves of signs.
TEXTS = some.text(some.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=40)
DANGEROUS = ("=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "＝1", "http://x.example/", "mailto:a@b.example", "\t=1")


def rows_of(content: bytes) -> list[list[str]]:
    assert content.startswith("\ufeff".encode())
    return list(csv.reader(StringIO(content.decode("utf-8-sig"), newline="")))


def test_csv_says_first_what_it_is_and_then_the_table() -> None:
    assert rows_of(sheet_csv(SHEET)) == [
        ["贷款余额"],
        ["区划", "黑龙江省 230000000000"],
        ["数据性质", "演示数据，全部虚构，不得引用"],
        [],
        ["区划代码", "区划", "贷款余额（万元）", "户数（户）", "截止日期"],
        ["230000000000", "黑龙江省", "27982.50", "6142", "2023-11-20"],
        ["231100000000", "黑河市", "", "0", ""],
    ]


def test_a_workbook_has_a_cover_real_numbers_and_real_days() -> None:
    book = openpyxl.load_workbook(BytesIO(sheet_xlsx(SHEET, "zh")))
    assert book.sheetnames == ["说明", "数据"]
    assert book["说明"]["A1"].value == "贷款余额"
    assert [(row[0].value, row[1].value) for row in book["说明"].iter_rows(min_row=3)] == list(CONTEXT)
    data = book["数据"]
    assert [cell.value for cell in data[1]] == [field.label for field in FIELDS]
    first = data[2]
    assert (first[0].value, first[0].data_type) == ("230000000000", "s")
    assert (first[2].value, first[2].data_type, first[2].number_format) == (27982.5, "n", "#,##0.00")
    assert (first[3].value, first[3].number_format) == (6142, "#,##0")
    assert first[4].value.date() == date(2023, 11, 20)
    assert [cell.value for cell in data[3]] == ["231100000000", "黑河市", None, 0, None]
    assert data.freeze_panes == "A2"
    assert data.auto_filter.ref == "A1:E3"


def test_another_reader_sees_the_same() -> None:
    book = CalamineWorkbook.from_filelike(BytesIO(sheet_xlsx(SHEET, "en")))
    assert book.sheet_names == ["About", "Data"]
    assert book.get_sheet_by_name("Data").to_python()[1] == [
        "230000000000",
        "黑龙江省",
        27982.5,
        6142.0,
        date(2023, 11, 20),
    ]


def test_the_same_figures_give_the_same_file() -> None:
    assert sheet_xlsx(SHEET, "zh") == sheet_xlsx(SHEET, "zh")


def test_no_rows_are_a_table_all_the_same() -> None:
    empty = Sheet("空", CONTEXT, FIELDS, ())
    assert rows_of(sheet_csv(empty))[-1][0] == "区划代码"
    assert openpyxl.load_workbook(BytesIO(sheet_xlsx(empty, "zh")))["数据"].max_row == 1


def written(text: str) -> tuple[str, object, str]:
    """Write one text into both kinds of file; return the cell of the CSV, that of the workbook and its type."""
    sheet = Sheet(text, ((text, text),), (Field("a", text, "text"),), ((text,),))
    cell = openpyxl.load_workbook(BytesIO(sheet_xlsx(sheet, "zh")))["数据"]["A2"]
    assert cell.hyperlink is None
    return rows_of(sheet_csv(sheet))[-1][0], cell.value, cell.data_type


@pytest.mark.parametrize("text", DANGEROUS[:-1])
def test_what_looks_like_a_formula_or_a_link_stays_a_text(text: str) -> None:
    in_csv, in_book, kind = written(text)
    assert (in_book, kind) == (text, "s")
    assert in_csv in (text, f"'{text}")
    assert not in_csv.lstrip().startswith(("=", "+", "-", "@", "＝"))


@given(TEXTS | some.builds(lambda sign, rest: sign + rest, some.sampled_from("=+-@＝＋－＠"), TEXTS))
def test_no_text_whatever_becomes_a_formula(text: str) -> None:
    in_csv, in_book, kind = written(text)
    assert kind == "s"
    assert in_book == text
    is_number = in_csv.lstrip("-").replace(".", "", 1).isdigit()
    assert is_number or not in_csv.lstrip().startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠"))


@given(some.decimals(min_value=-(10**9), max_value=10**9, places=2))
def test_numbers_are_the_same_in_both_files(value: Decimal) -> None:
    sheet = Sheet("数", (), (Field("a", "数", "number", 2),), ((value,),))
    cell = openpyxl.load_workbook(BytesIO(sheet_xlsx(sheet, "zh")))["数据"]["A2"]
    assert Decimal(rows_of(sheet_csv(sheet))[-1][0]) == value
    assert Decimal(str(cell.value)) == value
