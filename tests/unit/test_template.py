"""A template filled in is taken whole, for every ledger."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from finance_monitor.intake.template import region_names, stamp_of, write_template
from finance_monitor.ledgers.catalogue import ledgers
from finance_monitor.ledgers.model import Column
from finance_monitor.regions import regions
from finance_monitor.texts import LANGS, Lang
from tests.unit.intake_cases import GOOD_ID, WULONG, checked

DAYS = {"due_on": 28, "disbursed_on": 5, "opened_on": 1, "valid_from": 1, "installed_on": 1, "from_on": 1}
LEFT_BLANK = {"settled_on", "reject_reason", "denominator_unit"}


def cell_of(column: Column, number: int, place: str) -> object:
    """Return a cell as a person would type it."""
    if column.name in LEFT_BLANK:
        return None
    if column.type == "date":
        return date(2023, 11, DAYS.get(column.name, 10))
    if column.indicator:
        return "脱贫人口贷款余额"
    if column.target:
        return "年度发放贷款"
    typed = {
        "code": f"00{number}",
        "region": place,
        "money": 1,
        "decimal": 100 if column.name == "longitude" else 29.5,
        "integer": 1,
        "quantity": 3,
        "boolean": "是",
        "choice": next(iter(column.choices), None),
        "id_number": GOOD_ID,
        "person_name": "张三",
    }
    if column.name == "overdue_fen":
        return 0
    return typed.get(column.type, f"文字{number}") if column.name not in ("rate_pct", "unit") else column.example


def filled(path: Path, ledger_id: str, lang: Lang) -> int:
    """Write a template, type three rows into it and return their number."""
    ledger = ledgers()[ledger_id]
    write_template(ledger, path, WULONG, regions(), lang)
    book = openpyxl.load_workbook(path)
    places = region_names(ledger, WULONG, regions())[:3]
    for number, place in enumerate(places, start=1):
        row = [cell_of(column, number, place) for column in ledger.columns]
        for column, value in enumerate([number, *row], start=1):
            book.active.cell(row=2 + number, column=column, value=value)
    book.save(path)
    return len(places)


@pytest.mark.parametrize("ledger_id", sorted(ledgers()))
def test_a_filled_template_is_taken_whole(tmp_path: Path, ledger_id: str) -> None:
    count = filled(tmp_path / "a.xlsx", ledger_id, "zh")
    result = checked(tmp_path / "a.xlsx", ledger_id)
    assert [fault for fault in result.faults if fault.level != "quality"] == []
    assert (result.rows_in, result.rows.height, result.rows["source_row"][0]) == (count, count, 3)


@pytest.mark.parametrize("lang", LANGS)
def test_headers_stay_chinese_and_notes_follow_the_language(tmp_path: Path, lang: Lang) -> None:
    ledger = ledgers()["loans"]
    write_template(ledger, tmp_path / "a.xlsx", WULONG, regions(), lang)
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    head = [cell.value for cell in book["信贷台账"][1]]
    assert head[:2] == ["序号", "*借据编号"]
    assert "*贷款金额（万元）" in head
    assert book["信贷台账"].freeze_panes == "C2"
    assert ledger.purpose.in_(lang) in book["填报说明"]["A2"].value
    assert book["选项"].sheet_state == "hidden"
    assert stamp_of(ledger) in {prop.value for prop in book.custom_doc_props.props}
    assert "仙女山街道" in {cell.value for column in book["选项"].columns for cell in column}


def test_number_and_code_columns_keep_their_formats(tmp_path: Path) -> None:
    write_template(ledgers()["loans"], tmp_path / "a.xlsx", WULONG, regions(), "zh")
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx")["信贷台账"]
    formats = {cell.value: sheet.column_dimensions[cell.column_letter].number_format for cell in sheet[1]}
    assert formats["*借款人身份证号"] == "@"
    assert formats["*放款日期"] == "yyyy-mm-dd"
    rules = {str(rule.sqref): rule for rule in sheet.data_validations.dataValidation}
    assert any(rule.type == "list" and "选项" in rule.formula1 for rule in rules.values())


def test_a_name_that_is_not_the_only_one_is_listed_by_its_code() -> None:
    ledger = ledgers()["referrals"]
    names = region_names(ledger, "230000000000", regions())
    assert len(names) == len(set(names))
    assert {name.isdigit() for name in names} == {True, False}
    found = [regions().find(name, "230000000000", ledger.column("region_code").levels).code for name in names]
    assert len(set(found)) == len(names)
