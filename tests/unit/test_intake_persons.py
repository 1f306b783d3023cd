"""Personal cells: ID numbers, names, phones, and what of them may be shown."""

from __future__ import annotations

import polars as pl
import pytest

from finance_monitor.intake.persons import masked
from finance_monitor.ledgers.model import Column, ColumnType
from tests.unit.intake_cases import GOOD_ID, converted, found


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("999999900101123", "id_shape"),
        (GOOD_ID + "41", "id_shape"),
        ("999999199001011239", "id_check"),
        ("999999199013011236", "id_check"),
    ],
)
def test_no_id_numbers(text: str, rule: str) -> None:
    result = converted("id_number", text, GOOD_ID, person="p")
    assert result.values.to_list() == [None, GOOD_ID]
    assert found(result) == [rule]


def test_id_numbers_are_cleaned_and_invented_ones_only_taken_in_a_demo() -> None:
    written = f"'{GOOD_ID[:6]} {GOOD_ID[6:]}"
    assert converted("id_number", written, person="p").values.to_list() == [GOOD_ID]
    assert found(converted("id_number", GOOD_ID, person="p", demo=False)) == ["id_invented"]


def test_phones_and_names() -> None:
    assert converted("phone", "138 0000-0000", "0431-88888888", person="p").values.to_list() == [
        "13800000000",
        "043188888888",
    ]
    assert found(converted("phone", "1380000", person="p")) == ["not_a_phone"]
    assert found(converted("person_name", "张三13800000000", person="p")) == ["not_a_name"]


@pytest.mark.parametrize(
    ("kind", "text", "shown"),
    [
        ("id_number", GOOD_ID, "999999********1238"),
        ("id_number", GOOD_ID + "41", "999***"),
        ("person_name", "欧阳某", "欧***"),
        ("phone", "13812345678", "138****5678"),
        ("text", f"见{GOOD_ID}", "见999999************"),
        ("code", "JJ0001", "JJ0001"),
    ],
)
def test_masks(kind: ColumnType, text: str, shown: str) -> None:
    column = Column(name="x", zh="列", en="x", type=kind, person="p")
    assert pl.DataFrame({"x": [text]}).select(masked(column, pl.col("x"))).item() == shown
