"""Cells: what each way of writing becomes, and what holds a row back."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import polars as pl
import pytest

from finance_monitor.intake.amounts import to_quantity
from finance_monitor.intake.conversion import Cells
from finance_monitor.ledgers.model import Column
from finance_monitor.texts import LANGS, tell
from tests.unit.intake_cases import CONTEXT, GOOD_ID, checked, converted, found, loans_csv, rules

DAYS = (
    "2024-03-08|2024/3/8|2024.3.8|2024年3月8日|20240308|45359|２０２４－０３－０８|2024-3-8 00:00:00|2024 年 3 月 8 日"
)


@pytest.mark.parametrize("text", [*DAYS.split("|"), "2024-03-08T08:30:00", "2024-3-8 00:00:00", "2024 年 3 月 8 日"])
def test_dates(text: str) -> None:
    assert converted("date", text, None).values.to_list() == [date(2024, 3, 8), None]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("2023-02-29", "not_a_date"),
        ("24-3-8", "not_a_date"),
        ("昨天", "not_a_date"),
        ("2024年3月", "no_day"),
        ("2024-03", "no_day"),
        ("1024-03-08", "date_far_off"),
    ],
)
def test_no_dates(text: str, rule: str) -> None:
    result = converted("date", "2024-03-08", text)
    assert result.values.to_list() == [date(2024, 3, 8), None]
    assert found(result) == [rule]


@pytest.mark.parametrize(
    ("text", "unit", "fen"),
    [
        ("5", "万元", 5_000_000),
        ("５．５", "万元", 5_500_000),
        ("1,234.56", "元", 123_456),
        ("0.000001", "万元", 1),
        ("1.50", "元", 150),
        ("-3", "元", -300),
        ("99999999.9999999999", "亿元", 999_999_999_999_999_999),
        ("12", "分", 12),
    ],
)
def test_money_is_exact(text: str, unit: str, fen: int) -> None:
    result = converted("money", text, unit=unit)
    assert result.values.to_list() == [fen]
    assert found(result) == []


@pytest.mark.parametrize(
    ("text", "unit", "rule"),
    [
        ("1.005", "元", "part_of_a_fen"),
        ("0.0000001", "万元", "part_of_a_fen"),
        ("5万", "元", "not_an_amount"),
        ("1,23", "元", "not_an_amount"),
        ("1e5", "元", "not_an_amount"),
        ("99999999999999999999", "元", "not_an_amount"),
    ],
)
def test_no_money(text: str, unit: str, rule: str) -> None:
    result = converted("money", text, unit=unit)
    assert result.values.to_list() == [None]
    assert found(result) == [rule]


def test_numbers() -> None:
    assert converted("integer", "36", "1,200", "12.0").values.to_list() == [36, 1200, 12]
    assert found(converted("integer", "12.5")) == ["not_whole"]
    rates = converted("decimal", "4.35%", "４．３５", "4.35", unit="%")
    assert rates.values.to_list() == [Decimal("4.35")] * 3
    assert found(converted("decimal", "4.35%", unit="度")) == ["not_a_number"]
    assert found(converted("decimal", "25", "3", unit="%", between=(0, 24))) == ["out_of_bounds"]


def test_quantities_take_the_unit_of_their_row() -> None:
    column = Column(name="x", zh="列", en="x", type="quantity", unit_column="unit")
    units = pl.Series(["户", "万户", "元", "亿元", None, "户"])
    texts = pl.Series(["12", "1.5", "2.5", "0.01", "3", "1.5"])
    result = to_quantity(Cells(column, texts, units=units), CONTEXT)
    assert result.values.to_list()[:4] == [12, 15_000, 250, 100_000_000]
    assert {problem.rule: problem.where.arg_true().to_list() for problem in result.problems} == {
        "no_unit_in_row": [4],
        "not_a_number": [],
        "not_whole_in_unit": [5],
    }


def test_yes_no_choices_indicators() -> None:
    assert converted("boolean", "是", "否", "Y", "0", "√", None).values.to_list() == [
        True,
        False,
        True,
        False,
        True,
        None,
    ]
    assert found(converted("boolean", "也许")) == ["not_yes_or_no"]
    choices = {"残疾人": "disabled", "ATM": "atm"}
    assert converted("choice", " 残疾人", "ａｔｍ", "disabled", choices=choices).values.to_list() == [
        "disabled",
        "atm",
        "disabled",
    ]
    assert found(converted("choice", "别的", choices=choices)) == ["not_a_choice"]
    told = converted("text", "脱贫人口贷款余额", "poverty_loan_balance", "x", indicator=True)
    assert told.values.to_list() == ["poverty_loan_balance", "poverty_loan_balance", None]
    assert found(told) == ["unknown_indicator"]


def test_regions_by_name_code_and_why_not() -> None:
    result = converted("region", "仙女山街道", "500156001", "没有镇", "500101001000", levels=("township",))
    assert result.values[0] is not None
    assert result.values.to_list()[1:] == ["500156001000", None, None]
    by_text = result.problems[0].by_text or {}
    assert {text: key for text, (key, _) in by_text.items()} == {
        "没有镇": "regions.no_such_name",
        "500101001000": by_text["500101001000"][0],
    }


def test_codes_keep_their_zeros() -> None:
    assert converted("code", "0012", "'0012", '="0012"', "００１２").values.to_list() == ["0012"] * 4
    assert found(converted("code", "5.00102E+17")) == ["scientific"]
    assert found(converted("code", GOOD_ID)) == ["misplaced_id"]
    assert found(converted("text", "#N/A")) == ["error_cell"]
    assert found(converted("text", "长" * 201)) == ["too_long"]


@pytest.mark.parametrize(
    ("amount", "product", "found"),
    [("10", "脱贫人口小额信贷", []), ("100", "惠农e贷", []), ("100.01", "惠农e贷", ["unit_doubt"])],
)
def test_a_loan_may_be_of_a_million_yuan_and_a_small_one_of_a_tenth(
    tmp_path: Path, amount: str, product: str, found: list[str]
) -> None:
    assert rules(checked(loans_csv(tmp_path / "a.csv", {"amount_fen": amount, "product": product}))) == found


def test_fifty_thousand_in_a_column_of_wan_asks_whether_yuan_was_meant(tmp_path: Path) -> None:
    result = checked(loans_csv(tmp_path / "a.csv", {"amount_fen": "50000"}))
    assert rules(result) == ["unit_doubt"]
    assert result.rows.is_empty()
    said = [tell(result.faults[0].as_error("a.csv"), lang) for lang in LANGS]
    assert "是否应为50000元" in said[0]
    assert "a.csv，第2行，“贷款金额（万元）”列" in said[0]
    assert "was 元 meant" in said[1]
