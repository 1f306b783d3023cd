"""Files before their cells: encodings, delimiters, workbooks that are none or are hostile, headers."""

import zipfile
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from finance_monitor.errors import UserError
from finance_monitor.intake.read import as_text
from finance_monitor.texts import LANGS, tell
from tests.unit.intake_cases import GOOD_ID, LOAN, checked, headers, loans_csv, rules, text_csv


def refused(path: Path, ledger_id: str = "loans") -> UserError:
    """Return the error of a file that is refused as a whole; it must be sayable."""
    with pytest.raises(UserError) as caught:
        checked(path, ledger_id)
    assert all(tell(caught.value, lang) for lang in LANGS)
    assert caught.value.place.file == path.name
    return caught.value


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_encodings_and_delimiters(tmp_path: Path, encoding: str, mark: str) -> None:
    result = checked(
        loans_csv(tmp_path / "a.csv", {}, {"loan_no": "002", "lender": "㐂行"}, encoding=encoding, mark=mark)
    )
    assert result.rows["loan_no"].to_list() == ["JJ0001", "002"]
    assert result.rows["lender"].to_list() == ["示范农商行", "㐂行"]


def workbook(path: Path, *rows: list[object], sheet: str = "台账") -> Path:
    book = openpyxl.Workbook()
    book.active.title = sheet
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


def test_a_workbook_reads_as_the_text_does(tmp_path: Path) -> None:
    good = list(LOAN.values())
    typed = [*good[:7], 5, 3.5, 0, 4.35, 36, date(2023, 3, 8), date(2026, 3, 8), None]
    path = workbook(tmp_path / "a.xlsx", ["信贷台账"], [], headers(), typed)
    result = checked(path)
    assert result.rows.drop("source_row").equals(checked(loans_csv(tmp_path / "a.csv", {})).rows.drop("source_row"))
    assert result.rows["source_row"].to_list() == [4]


def test_a_number_in_a_code_or_id_column_is_refused_at_the_cell(tmp_path: Path) -> None:
    row = [*LOAN.values()]
    path = workbook(tmp_path / "a.xlsx", headers(), [1234, *row[1:4], int(GOOD_ID), *row[5:]])
    result = checked(path)
    assert rules(result).count("number_cell") == 2
    assert result.quarantined.height == 1
    fault = next(fault for fault in result.faults if fault.column == "借款人身份证号")
    assert (fault.sheet, fault.row) == ("台账", 2)
    assert "15位" in tell(fault.as_error("a.xlsx"), "zh")


def test_headers_merged_downwards_and_a_group_row(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", headers(), ["" for _ in LOAN], list(LOAN.values()))
    book = openpyxl.load_workbook(path)
    for place in range(1, len(LOAN) + 1):
        book.active.merge_cells(start_row=1, end_row=2, start_column=place, end_column=place)
    book.save(path)
    assert checked(path).rows["source_row"].to_list() == [3]


def test_the_sheet_that_looks_like_the_ledger_is_read_and_others_named(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", ["封面"], sheet="封面")
    book = openpyxl.load_workbook(path)
    book.create_chartsheet("图")
    for name in ("十一月", "十月"):
        sheet = book.create_sheet(name)
        sheet.append(headers())
        sheet.append(list(LOAN.values()))
    book.save(path)
    result = checked(path)
    assert result.rows.height == 1
    assert [(fault.rule, fault.sheet) for fault in result.faults] == [("other_sheet", "十月")]


@pytest.mark.parametrize(
    ("name", "content", "key"),
    [
        ("a.csv", b"", "empty_file"),
        ("a.xlsx", "借据编号,贷款机构".encode(), "not_a_workbook"),
        ("a.csv", b"PK\x03\x04rest", "workbook_named_csv"),
        ("a.xls", b"x", "ending"),
        ("a.csv", b"\xff\xff\xff\x00\x81", "encoding"),
        ("a.csv", '借据编号,"贷款机构'.encode(), "quotes"),
        ("a.csv", "甲,乙\n1,2".encode(), "no_header"),
    ],
)
def test_refused_as_a_whole(tmp_path: Path, name: str, content: bytes, key: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert refused(path).key == f"intake.{key}"


def test_a_missing_file(tmp_path: Path) -> None:
    assert refused(tmp_path / "none.csv").key == "intake.no_file"


@pytest.mark.parametrize(
    ("members", "key"),
    [
        ({"xl/vbaProject.bin": b"x"}, "macros"),
        ({"xl/worksheets/sheet1.xml": b"0" * 5_000_000}, "bomb"),
        ({f"xl/{number}.xml": b"x" for number in range(201)}, "bomb"),
        ({"xl/worksheets/sheet1.xml": b'<c r="A1"/><c r="XFD1048576"/>'}, "far_cells"),
        ({"xl/worksheets/sheet1.xml": b"no xml"}, "damaged_workbook"),
    ],
)
def test_hostile_workbooks(tmp_path: Path, members: dict[str, bytes], key: str) -> None:
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    assert refused(path).key == f"intake.{key}"


def test_a_workbook_cut_off(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", headers(), list(LOAN.values()))
    raw = path.read_bytes()
    path.write_bytes(raw[:300] + b"\0\0\0\0" + raw[304:])
    assert refused(path).key in ("intake.damaged_workbook", "intake.not_a_workbook")


def test_all_missing_columns_are_named(tmp_path: Path) -> None:
    error = refused(text_csv(tmp_path / "a.csv", "借据编号,信贷产品,贷款金额（万元）\n1,2,3"))
    assert error.key == "intake.missing_columns"
    assert {"贷款机构", "贷款余额（万元）", "到期日期"} <= set(str(error.values["columns"]).split("、"))


def test_an_amount_without_unit_refuses_the_file(tmp_path: Path) -> None:
    path = loans_csv(tmp_path / "a.csv", {})
    path.write_text(path.read_text(encoding="utf-8").replace("贷款余额（万元）", "贷款余额"), encoding="utf-8")
    error = refused(path)
    assert (error.key, error.place.column) == ("intake.no_unit", "贷款余额")


def test_a_term_in_years_refuses_the_file(tmp_path: Path) -> None:
    path = loans_csv(tmp_path / "a.csv", {})
    path.write_text(path.read_text(encoding="utf-8").replace("期限（月）", "期限（年）"), encoding="utf-8")
    assert refused(path).key == "intake.other_unit"


def test_two_headers_of_one_column(tmp_path: Path) -> None:
    path = loans_csv(tmp_path / "a.csv", {})
    path.write_text(path.read_text(encoding="utf-8").replace("信贷产品", "贷款银行"), encoding="utf-8")
    assert refused(path).key == "intake.column_twice"


def test_unknown_columns_are_named_and_not_read(tmp_path: Path) -> None:
    text = f"序号,{','.join(headers())},联系电话\n1,{','.join(LOAN.values())},13800000000"
    result = checked(text_csv(tmp_path / "a.csv", text))
    assert [(fault.level, fault.column) for fault in result.faults] == [("quality", "联系电话")]
    assert result.rows.height == 1


@pytest.mark.parametrize(
    ("cell", "text"),
    [(5.0, "5"), (1.1 * 3, "3.3"), (1e-05, "0.00001"), (1e16, "10000000000000000"), (True, "TRUE"), (-0.25, "-0.25")],
)
def test_numbers_of_a_sheet_as_texts(cell: float, text: str) -> None:
    assert as_text(cell) == text
