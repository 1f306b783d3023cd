"""Days behind a pace and what each week must bring: worked numbers, and the law that the curve stood there then."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finance_monitor.indicators.model import Indicator, Reading
from finance_monitor.policy.model import Policy, Target
from finance_monitor.progress.catching_up import days_behind
from finance_monitor.progress.evaluate import evaluate
from finance_monitor.progress.pace import expected_on
from tests.unit.progress_cases import BANDS, indicator

FROM, BY = date(2023, 1, 1), date(2023, 12, 31)
COUNTY, OTHER = "500156000000", "500154000000"
STATIONS: dict[str, Indicator] = {"stations": indicator("stations", "count", "stock", "个", 0)}


def target(**more: object) -> Target:
    told = {
        "id": "C-1",
        "title": {"zh": "站点", "en": "Stations"},
        "clause": "一",
        "quote": "站点",
        "indicator": "stations",
        "kind": "total",
        "unit": "个",
        "at_least": 100,
        "wording": "stated",
        "pace": "linear",
        "from": FROM,
        "by": BY,
    }
    return Target.model_validate(told | more)


def policy_of(one: Target) -> Policy:
    return Policy.model_validate(
        {
            "id": "case",
            "title": "文件",
            "short_title": {"zh": "文件", "en": "Document"},
            "number": None,
            "issuers": ["某单位"],
            "issued_on": FROM,
            "effective_from": FROM,
            "region": COUNTY,
            "clauses": [{"id": "一", "title": "一"}],
            "targets": [one.model_dump(by_alias=True, mode="json")],
        }
    )


def progress(one: Target, as_of: date, *counts: int | None):
    units = (COUNTY, OTHER)[: len(counts)]
    known = {code: Reading(code, as_of, count, None, 1) for code, count in zip(units, counts, strict=True)}
    return evaluate(one, policy_of(one), COUNTY, units, as_of, lambda _, __: known, STATIONS, BANDS)


@pytest.mark.parametrize(
    ("as_of", "count", "behind", "each_week"),
    [
        # Half of 364 days have gone: 50 are expected. 30 stood there 109 days after the start, 73 days ago.
        (date(2023, 7, 2), 30, 73, 3),
        (date(2023, 7, 2), 50, 0, 2),
        # 60 will only be expected on day 218: 36 days ahead.
        (date(2023, 7, 2), 60, -36, 2),
        (date(2023, 7, 2), 0, 182, 4),
        # In the last week nothing is spread any more.
        (date(2023, 12, 28), 90, 33, 10),
    ],
)
def test_worked_numbers(as_of, count, behind, each_week):
    found = progress(target(), as_of, count)
    assert (found.days_behind, found.needed_per_week) == (behind, Decimal(each_week))


def test_units_that_lack_something_count_with_all_they_lack():
    found = progress(target(kind="per_unit_min", at_least=10, scope="two"), date(2023, 7, 2), 7, 4)
    assert found.units_reached == 0
    assert found.needed_per_week == Decimal(1)  # nine in 26 weeks
    assert found.days_behind == 182


def test_what_is_reached_or_has_no_deadline_needs_nothing():
    assert progress(target(), date(2023, 7, 2), 100).needed_per_week is None
    assert progress(target(by=None), date(2023, 7, 2), 40).days_behind is None
    assert progress(target(pace="hold"), date(2023, 7, 2), 40).needed_per_week is None


PLANS = st.lists(st.integers(1, 40), min_size=2, max_size=4).map(
    lambda steps: {FROM + timedelta(days=80 * (n + 1)): Decimal(sum(steps[: n + 1])) for n in range(len(steps))}
)


@given(PLANS, st.integers(0, 363), st.integers(0, 159))
def test_the_curve_stood_there_so_many_days_ago(plan, days_in, count):
    """Expectation on the day found is what stands now, as far as a whole day and the rounding of a share allow."""
    number = max(plan.values())
    one = target(pace="plan", plan=plan, at_least=number, by=max(plan))
    as_of = min(FROM + timedelta(days=days_in), max(plan))
    found = progress(one, as_of, min(count, int(number)))
    behind = days_behind(one, found, FROM, max(plan))
    if behind is None or found.completion_pct is None or found.completion_pct == 0:
        return
    near = [expected_on(one, number, FROM, max(plan), as_of - timedelta(days=behind + step)).pct for step in (1, 0, -1)]
    assert min(near) - Decimal("0.1") <= found.completion_pct <= max(near) + Decimal("0.1")
