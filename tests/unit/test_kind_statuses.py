"""The worked cases show each kind reached, ended short, made good late and unknown; what cannot be is proven."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import date
from typing import get_args

import pytest

from finance_monitor.policy.model import Kind
from tests.unit.progress_cases import ReadingCase, documents, reading_cases

CASES = reading_cases()
OUTCOMES = {
    "reached": {"met", "holding", "reached"},
    "short": {"missed", "breached"},
    "late": {"late"},
    "unknown": {"unknown"},
}
# What a kind can never be, and why.
NEVER = {
    ("ceiling", "late"): "a later year under the limit is another year's",
    ("growth", "late"): "a later period that grows is another period",
    ("growth_gap", "late"): "a later period that grows faster is another period",
    ("trend", "reached"): "a direction has no number to reach",
    ("trend", "short"): "a direction has no number to fall short of",
    ("trend", "late"): "a direction has no number and so no deadline",
}


def statuses() -> dict[str, set[str]]:
    """Return what the worked cases of each kind come to, those of readings and those of ledgers."""
    found: dict[str, set[str]] = defaultdict(set)
    for document in documents():
        worked = [*document["reading_cases"], *document["ledger_case"]["checks"]]
        found[document["kind"]] |= {case["expected"]["status"] for case in worked if "status" in case["expected"]}
    return found


@pytest.mark.parametrize("kind", get_args(Kind))
@pytest.mark.parametrize("outcome", OUTCOMES)
def test_every_kind_shows_every_outcome_it_can_have(kind: str, outcome: str) -> None:
    shown = bool(statuses()[kind] & OUTCOMES[outcome])
    assert shown != ((kind, outcome) in NEVER)


def of_kind(kind: str) -> list[ReadingCase]:
    return [case for case in CASES if case.target.kind == kind]


@pytest.mark.parametrize("kind", [kind for kind, outcome in NEVER if outcome == "late" and kind != "trend"])
def test_a_period_that_ended_short_is_not_made_good_by_a_later_one(kind: str) -> None:
    ended_short = [case for case in of_kind(kind) if case.evaluate().final == "missed"]
    later_good = [
        case
        for case in ended_short
        if case.target.by_on is not None
        and replace(case, target=case.target.model_copy(update={"by_on": case.as_of})).evaluate().status == "met"
    ]
    assert later_good, "no worked case is good again after its deadline"
    for case in later_good:
        result = case.evaluate()
        assert (result.status, result.final) == ("missed", "missed")
        assert result.measured_on == case.target.by_on


@pytest.mark.parametrize("kind", ["total", "stock", "flow", "ratio", "milestone", "survey", "coverage", "per_unit_min"])
def test_the_other_kinds_are_late_once_made_good(kind: str) -> None:
    late = [case for case in of_kind(kind) if case.expected.get("status") == "late"]
    by_ledger = [
        check["expected"]
        for document in documents()
        if document["kind"] == kind
        for check in document["ledger_case"]["checks"]
        if check["expected"].get("status") == "late"
    ]
    assert late or by_ledger
    for case in late:
        assert case.evaluate().final == "late"


@pytest.mark.parametrize("series", [(18, 24, 30), (30, 24, 18), (20, 20, 20), (18, 24, 20), (0, 0, 0)])
@pytest.mark.parametrize("by_on", [None, date(2017, 12, 31), date(2016, 12, 31)])
def test_a_trend_has_no_light_whatever_happens(series: tuple[int, ...], by_on: date | None) -> None:
    case = next(case for case in of_kind("trend") if case.expected["status"] == "trend")
    ends = (date(2015, 12, 31), date(2016, 12, 31), date(2017, 12, 31))
    readings = {day: {case.region: [value]} for day, value in zip(ends, series, strict=True)}
    # The same series as a window that is over, and as one that is open.
    target = case.target.model_copy(update={"by_on": by_on})
    result = replace(case, target=target, readings={target.indicator: readings}).evaluate()
    assert result.light == "none"
    assert result.goal is None
    assert result.final is None
    assert result.status in ("trend", "unknown")


def test_every_exception_has_its_reason() -> None:
    assert {kind for kind, _ in NEVER} <= set(get_args(Kind))
    assert all(len(reason) > 20 for reason in NEVER.values())
