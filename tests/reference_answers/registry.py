"""Where the slow answers are kept, by the statement of `queries/indicators/` they are held against."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date
from typing import Any

from finance_monitor.indicators.model import Indicator

# A row is a dict of ledger columns beside batch_id, reported_by, source_row, stands_for_on and last_on.
Row = dict[str, Any]
Rows = dict[str, list[Row]]
# Numerator and denominator that stand on a day.
Parts = tuple[int, int]
# The county a region lies in, or what stands in a county's place.
Home = Callable[[str], str]
Answer = Callable[[Rows, Collection[str], date, dict[str, Any], Home], Parts]

_ANSWERS: dict[str, Answer] = {}


def twin(statement: str) -> Callable[[Answer], Answer]:
    """Keep a function as the slow answer of a statement; a second one of the same statement is a slip."""

    def keep(answer_to: Answer) -> Answer:
        if statement in _ANSWERS:
            raise ValueError(f"two slow answers: {statement}")
        _ANSWERS[statement] = answer_to
        return answer_to

    return keep


def answer(indicator: Indicator | str) -> Answer:
    """Return the slow answer of an indicator, or of a statement by its name; KeyError where nobody wrote one."""
    return _ANSWERS[indicator if isinstance(indicator, str) else indicator.statement or indicator.id]


def stands(first: date | None, last: date | None, day: date) -> bool:
    """From its first day until the day before its last date."""
    return first is not None and first <= day and (last is None or day < last)
