"""Numbers for readers: thousands apart, money with two decimals or none, a real minus."""

from __future__ import annotations

from decimal import Decimal

import pytest

from finance_monitor.progress.amounts import amount, bound, difference, plainly
from finance_monitor.reports.numbers import money
from finance_monitor.written import number, signed
from tests.unit.test_catching_up import target


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [
        ("27982.00", "万元", "27,982万元"),
        ("1057.25", "万元", "1,057.25万元"),
        ("1.2", "万元", "1.20万元"),
        ("1.925", "万元/户", "1.93万元/户"),
        ("61.50", "亿元", "61.50亿元"),
        ("91.0", "%", "91.0%"),
        ("1387", "名", "1,387名"),
        ("Infinity", "个", "—"),
    ],
)
def test_an_amount_reads_as_in_a_report(value: str, unit: str, said: str) -> None:
    assert amount(Decimal(value), unit, "zh") == said


def test_english_counts_money_in_yuan() -> None:
    assert amount(Decimal("1481.22"), "万元", "en") == "14,812,200 yuan"
    assert amount(Decimal("62.31"), "亿元", "en") == "6,231,000,000 yuan"
    assert bound(target(unit="万元", at_least=32337), Decimal(32337), "en") == "at least 323,370,000 yuan"


def test_nothing_is_a_sign_not_a_zero() -> None:
    assert amount(None, "个", "zh") == number(None) == plainly(None, "个", "zh") == "—"
    assert amount(Decimal(0), "个", "zh") == "0个"


def test_fen_are_told_in_the_larger_unit_unless_they_would_vanish() -> None:
    assert money(6_204_000_000, "zh") == "6,204万元"
    assert money(1_200_000, "zh") == "1.20万元"
    assert money(4_999, "zh") == "49.99元"
    assert money(0, "zh") == "0万元"
    assert money(1_200_000, "en") == "12,000 yuan"


def test_a_goal_has_no_zeros_it_does_not_need() -> None:
    assert plainly(Decimal("5.00"), "名", "zh") == "5名"
    assert difference(Decimal("0.10"), "%", "zh") == "0.1个百分点"
    assert difference(Decimal("4355.00"), "万元", "zh") == "4,355万元"


def test_a_bound_says_its_sense() -> None:
    money_target = target(unit="万元", at_least=32337)
    assert bound(money_target, Decimal(32337), "zh") == "不低于32,337万元"
    assert bound(money_target, None, "zh") == "—"
    assert bound(target(at_least=None, at_most=5), Decimal(5), "en") == "at most 5"


def test_a_difference_has_its_sign() -> None:
    assert [signed(Decimal(text)) for text in ("2.3", "-2.2", "0.0")] == ["+2.3", "−2.2", "0.0"]
