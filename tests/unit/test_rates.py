"""Reference rates by day: what holds, and where nothing can be told."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from finance_monitor.regions import known_up_to, rate_on
from finance_monitor.regions.rates import load_rates, rates


@pytest.mark.parametrize(
    ("on", "one", "five"),
    [
        (date(2019, 8, 20), "4.25", "4.85"),
        (date(2021, 12, 19), "3.85", "4.65"),
        (date(2021, 12, 20), "3.80", "4.65"),
        # Published on the 22nd, because the 20th was a Saturday: until the 21st the July rate holds.
        (date(2022, 8, 21), "3.70", "4.45"),
        (date(2022, 8, 22), "3.65", "4.30"),
        (date(2026, 2, 23), "3.00", "3.50"),
        (date(2026, 5, 19), "3.00", "3.50"),
    ],
)
def test_lpr_in_force_on_a_day(on: date, one: str, five: str) -> None:
    assert rate_on("lpr_1y", on) == Decimal(one)
    assert rate_on("lpr_5y", on) == Decimal(five)


@pytest.mark.parametrize("on", [date(2019, 8, 19), date(2026, 5, 20), date(2030, 1, 1)])
def test_lpr_cannot_be_told_before_the_first_and_past_the_last_known(on: date) -> None:
    assert rate_on("lpr_1y", on) is None
    assert rate_on("lpr_5y", on) is None


def test_all_81_publications_are_there_one_a_month() -> None:
    days = [publication.published_on for publication in rates()["lpr_1y"]]
    assert len(days) == 81
    assert [(day.year, day.month) for day in days] == [(2019 + m // 12, m % 12 + 1) for m in range(7, 88)]
    assert all(20 <= day.day <= 24 for day in days)
    assert known_up_to("lpr_1y") == date(2026, 5, 19)


@pytest.mark.parametrize(
    ("series", "on", "rate"),
    [
        ("benchmark_1y", date(2015, 10, 23), "4.60"),
        ("benchmark_1y", date(2017, 6, 1), "4.35"),
        ("benchmark_5y", date(2017, 6, 1), "4.75"),
        ("benchmark_over_5y", date(2020, 12, 31), "4.90"),
    ],
)
def test_benchmark_rates(series: str, on: date, rate: str) -> None:
    assert rate_on(series, on) == Decimal(rate)


def test_benchmark_rates_end_with_the_plan_that_refers_to_them() -> None:
    assert rate_on("benchmark_1y", date(2021, 1, 1)) is None
    assert rate_on("benchmark_1y", date(2014, 11, 21)) is None


def test_an_unknown_series_is_a_programming_error() -> None:
    with pytest.raises(KeyError):
        rate_on("lpr_3y", date(2024, 1, 1))


def test_a_month_that_is_missing_leaves_a_gap(tmp_path: Path) -> None:
    (tmp_path / "lpr.csv").write_text(
        "published_on,lpr_1y\n2026-08-20,2.9\n2026-04-20,3.0\n2026-03-20,3.1\n2026-12-21,2.8\n", encoding="utf-8"
    )
    (tmp_path / "benchmark_rates.csv").write_text("published_on,benchmark_1y,known_up_to\n", encoding="utf-8")
    found = load_rates(tmp_path)
    assert [str(publication.known_up_to) for publication in found["lpr_1y"]] == [
        "2026-04-19",
        "2026-05-19",
        "2026-09-19",
        "2027-01-19",
    ]
    assert "benchmark_1y" not in found
