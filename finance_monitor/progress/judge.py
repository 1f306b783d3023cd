"""Judge what a kind measured: before the deadline by its pace, after it by the day of the deadline."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from finance_monitor.progress.catching_up import with_catching_up
from finance_monitor.progress.light import light_of, settled, status_after, status_before
from finance_monitor.progress.model import Progress, Status
from finance_monitor.progress.pace import Manner, expected_on, manner_of
from finance_monitor.progress.question import Measured, Question
from finance_monitor.progress.report import Subject, Verdict, progress_of, unknown
from finance_monitor.progress.stand import Stand
from finance_monitor.settings import Bands
from finance_monitor.written import trimmed

Measure = Callable[[Question, date], Measured]

# A later period of growth, or a later year under a limit, cannot make an earlier one good.
_NEVER_LATE = frozenset({"growth", "growth_gap", "ceiling"})


@dataclass(frozen=True, slots=True)
class Window:
    """The window of a goal and where its lights turn."""

    from_on: date
    deadline: date | None
    bands: Bands

    def has_closed(self, as_of: date) -> bool:
        """Say whether the result is final: a reading of the deadline's day is one at its end."""
        return self.deadline is not None and as_of >= self.deadline


def judged(subject: Subject, question: Question, measure: Measure, window: Window) -> Progress:
    """Return the progress of a goal that is judged in its region."""
    if window.deadline is not None and window.has_closed(subject.as_of):
        return _after(subject, question, measure, window, window.deadline)
    return _before(subject, question, measure, window)


def _before(subject: Subject, question: Question, measure: Measure, window: Window) -> Progress:
    measured = measure(question, subject.as_of)
    manner = manner_of(question.goal, window.deadline)
    expected = expected_on(question.goal, measured.number, window.from_on, window.deadline, subject.as_of)

    def status_of(stand: Stand) -> Status:
        return status_before(stand, manner, expected.pct, window.bands)

    if measured.fault is not None or measured.worst is None or measured.best is None:
        return unknown(subject, measured, expected, subject.as_of)
    status = settled(status_of(measured.worst), status_of(measured.best), subject.strictness)
    if status is None:
        return unknown(subject, measured, expected, subject.as_of)
    verdict = Verdict(status, light_of(status, subject.strictness), None, _reason_before(status, manner))
    progress = _with_band(progress_of(subject, measured, expected, verdict, subject.as_of), window.bands)
    return with_catching_up(progress, question, window.deadline)


def _with_band(progress: Progress, bands: Bands) -> Progress:
    """Note how far below its pace a goal may be and still be on schedule, for the words that say so."""
    tolerated = trimmed(abs(Decimal(str(bands.on_track_from_pp))))
    return replace(progress, reason_values={**progress.reason_values, "tolerated": tolerated})


def _reason_before(status: Status, manner: Manner) -> str:
    if status == "met":
        return "reached_early"
    if status == "on_track" and manner == "milestone":
        return "milestone_due"
    return status


def _after(subject: Subject, question: Question, measure: Measure, window: Window, deadline: date) -> Progress:
    closed = measure(question, deadline)
    expected = expected_on(question.goal, closed.number, window.from_on, deadline, deadline)
    if closed.fault is not None or closed.worst is None or closed.best is None:
        return unknown(subject, closed, expected, deadline)
    now = _caught_up(subject, question, measure, deadline)
    status = settled(
        status_after(closed.worst, now is not None), status_after(closed.best, now is not None), subject.strictness
    )
    if status is None:
        return unknown(subject, closed, expected, deadline)
    light = light_of(status, subject.strictness)
    if status == "late" and now is not None:
        return progress_of(subject, now, expected, Verdict("late", light, "late", "reached_late"), subject.as_of)
    if status == "met":
        return progress_of(subject, closed, expected, Verdict("met", light, "met", "reached_at_deadline"), deadline)
    return progress_of(subject, closed, expected, Verdict("missed", light, "missed", "missed_at_deadline"), deadline)


def _caught_up(subject: Subject, question: Question, measure: Measure, deadline: date) -> Measured | None:
    """Return what stands now where it reaches the goal for certain; until that is sure the result stays as it was."""
    if subject.as_of == deadline or question.goal.kind in _NEVER_LATE:
        return None
    now = measure(question, subject.as_of)
    return now if now.worst is not None and now.worst.reached and now.fault is None else None
