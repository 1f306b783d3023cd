"""A list that is not confirmed: judged by what is sure, unknown while what is not sure could turn it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finance_monitor.indicators.model import Reading
from finance_monitor.progress.evaluate import evaluate
from tests.unit.progress_cases import BANDS
from tests.unit.test_catching_up import COUNTY, STATIONS, policy_of, target

YEAR_END, JULY = date(2023, 12, 31), date(2023, 7, 2)


def covered(total, count, claimed, *, as_of=YEAR_END, silent=0, **more):
    """Evaluate a list of `total` units of which `count` are covered; the document speaks of `claimed`."""
    one = target(**{"kind": "coverage", "scope": "list", "at_least": claimed, "unit": "个"} | more)
    units = [f"5001560{number:02d}000" for number in range(total)]
    spoken = units[: total - silent]
    readings = {code: Reading(code, as_of, int(place < count), None, 1) for place, code in enumerate(spoken)}
    policy = policy_of(one)
    return evaluate(
        one, policy, COUNTY, units, as_of, lambda _, __: readings, STATIONS, BANDS, uncertain=total - claimed
    )


@pytest.mark.parametrize(
    ("count", "status", "reason"),
    [
        (29, "met", "reached_at_deadline"),  # whichever three fall out, 26 are covered
        (28, "unknown", "list_unconfirmed"),
        (26, "unknown", "list_unconfirmed"),
        (25, "missed", "missed_at_deadline"),  # 25 at best
    ],
)
def test_three_units_too_many(count, status, reason):
    found = covered(29, count, 26)
    assert (found.status, found.reason) == (status, reason)
    assert (found.units_reached, found.units_total, found.uncertain) == (count, 29, 3)


def test_a_share_is_that_of_the_units_that_are_sure():
    percent = {"unit": "%", "at_least": 100, "pace": "hold", "by": None}
    assert covered(29, 29, 26, as_of=JULY, **percent).status == "holding"
    assert covered(29, 27, 26, as_of=JULY, **percent).reason == "list_unconfirmed"
    assert covered(29, 22, 26, as_of=JULY, **percent).status == "breached"


def test_silent_units_are_named_before_the_list():
    assert covered(29, 26, 26, silent=2).reason == "units_unreported"


@given(st.integers(2, 12), st.data())
def test_the_result_is_that_of_every_list_there_could_be(total, data):
    """Known only where every choice of the units that belong gives the same."""
    claimed = data.draw(st.integers(1, total))
    count = data.draw(st.integers(0, total))
    worst, best = max(count - (total - claimed), 0), min(count, claimed)
    expected = {n >= claimed for n in range(worst, best + 1)}
    found = covered(total, count, claimed)
    assert (found.status in ("met", "missed")) == (len(expected) == 1)
    if len(expected) == 1:
        assert (found.status == "met") == expected.pop()
