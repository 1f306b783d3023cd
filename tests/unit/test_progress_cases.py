"""The hand-worked cases of the twelve kinds come out as worked."""

from __future__ import annotations

from typing import get_args

import pytest

from finance_monitor.policy.model import Kind
from tests.unit.progress_cases import ReadingCase, as_json, documents, exact, picked, reading_cases

ALL = reading_cases()


@pytest.mark.parametrize("case", ALL, ids=[case.label for case in ALL])
def test_a_case_comes_out_as_worked_by_hand(case: ReadingCase) -> None:
    assert picked(as_json(case.evaluate()), case.expected) == exact(case.expected)


def test_every_kind_has_its_file_of_cases() -> None:
    assert {document["kind"] for document in documents()} == set(get_args(Kind))


def test_every_case_shows_its_working() -> None:
    for document in documents():
        for case in [*document["reading_cases"], *document["ledger_case"]["checks"]]:
            assert len(case["working"]) >= 5
            assert "status" in case["expected"] or "goal" in case["expected"]
