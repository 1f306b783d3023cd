"""All 114 targets on the demo store: each has a value or a stated status, and their elements are a committed file."""

from __future__ import annotations

import json

import pytest

from finance_monitor.access import system_viewer
from finance_monitor.disclosure.desk import open_desk, show_all
from finance_monitor.world import world
from tests.golden.elements import elements_of
from tests.golden.write import GOLDEN


@pytest.fixture(scope="module")
def shown(full_demo):
    return show_all(open_desk(full_demo, world(), system_viewer(world().regions)))


@pytest.fixture(scope="module")
def told(full_demo):
    return elements_of(full_demo)


def test_the_elements_are_the_committed_ones(told):
    """Reviewed line by line against the documents in docs/targets-review.md."""
    assert json.dumps(told, ensure_ascii=False, indent=1) == GOLDEN.read_text(encoding="utf-8").rstrip("\n")


def test_there_are_114_and_the_kinds_of_wording_are_those_of_the_documents(shown):
    assert len(shown) == 114
    wordings = [one.target.wording for one in shown]
    assert {word: wordings.count(word) for word in set(wordings)} == {"stated": 56, "absolute": 28, "direction": 30}


def test_all_but_a_few_are_answered_and_those_name_the_ledger_that_is_missing(shown, told):
    without = [one for one in shown if one.missing]
    assert len(without) <= 5
    for one in without:
        assert all(found["ledgers"] for found in told[one.target.id]["missing"]), one.target.id
    for one in shown:
        assert one in without or one.progress.actual is not None or one.progress.reason == "not_begun", one.target.id


def test_a_direction_has_three_periods_and_never_a_light(shown):
    for one in [one for one in shown if one.target.wording == "direction"]:
        for progress in (one.progress, *one.progress.parts):
            assert progress.light == "none", one.target.id
        if one.target.context_only:
            continue
        for progress in one.progress.parts or (one.progress,):
            known = [value for _, value in progress.trend if value is not None]
            assert len(known) >= 3, (one.target.id, progress.part_id)


def test_a_number_or_an_absolute_demand_has_a_status_that_says_something(shown):
    judged = [one for one in shown if one.target.wording != "direction" and not one.missing]
    for one in [one for one in judged if one.progress.reason != "not_begun"]:
        final = one.progress.reason_values.get("result", one.progress.status)
        assert final not in ("trend", "context"), one.target.id


def test_what_has_expired_is_history_without_a_light(shown):
    expired = [one for one in shown if one.lifecycle == "expired"]
    assert {one.policy.id for one in expired} == {"wulong-2017-53"}
    assert {one.progress.status for one in expired} == {"historic"}
    assert {one.progress.light for one in expired} == {"none"}


def test_the_number_not_to_be_pushed_is_context_only(told):
    assert (told["T-KZ-04"]["status"], told["T-KZ-04"]["light"]) == ("context", "none")
