"""Put figures and verdict together into a Progress."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Literal

from finance_monitor.policy.model import Part, Policy, Target
from finance_monitor.progress.model import Light, Progress, Status
from finance_monitor.progress.pace import NOTHING_EXPECTED, Expected
from finance_monitor.progress.question import Measured
from finance_monitor.regions.load import DIGITS


@dataclass(frozen=True, slots=True)
class Subject:
    """Whose progress it is: a target or one of its parts, in a region, on a day."""

    target: Target
    goal: Target | Part
    region: str
    as_of: date
    units: tuple[str, ...]

    @property
    def part_id(self) -> str | None:
        """Return the part's id, None for a target without parts."""
        return self.goal.id if isinstance(self.goal, Part) else None

    @property
    def strictness(self) -> str | None:
        """Return the word of the sentence."""
        return self.target.strictness


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the figures mean; `reason` is a key under ``reason.``."""

    status: Status
    light: Light
    final: Literal["met", "missed", "late"] | None
    reason: str


def progress_of(
    subject: Subject, measured: Measured, expected: Expected, verdict: Verdict, measured_on: date
) -> Progress:
    """Return the progress; the gap is the difference of the two percentages as shown."""
    gap_pp = None
    if measured.completion_pct is not None and expected.pct is not None:
        gap_pp = measured.completion_pct - expected.pct
    return Progress(
        target_id=subject.target.id,
        part_id=subject.part_id,
        indicator_id=subject.goal.indicator,
        region_code=subject.region,
        as_of=subject.as_of,
        numerator=measured.numerator,
        denominator=measured.denominator,
        actual=measured.actual,
        goal=measured.number,
        unit=subject.goal.unit,
        completion_pct=measured.completion_pct,
        expected_pct=expected.pct,
        expected=expected.value,
        gap_pp=gap_pp,
        status=verdict.status,
        light=verdict.light,
        final=verdict.final,
        reason=verdict.reason,
        reason_values=_values(subject, measured, expected, gap_pp, measured_on),
        units_reached=measured.units_reached,
        units_total=measured.units_total,
        units_reported=measured.units_reported,
        shortfall=measured.shortfall,
        interval_pct=measured.interval_pct,
        growths_pct=measured.growths_pct,
        uncertain=measured.uncertain,
        measured_on=measured_on,
        unit_level=level_of(subject.units[0]) if subject.units else None,
    )


def unknown(subject: Subject, measured: Measured, expected: Expected, measured_on: date) -> Progress:
    """Return a progress nothing can be said of: no data, or units not reported that could turn it."""
    silent = measured.units_reported < measured.units_total
    reason = measured.fault or ("units_unreported" if silent or not measured.uncertain else "list_unconfirmed")
    verdict = Verdict("unknown", "none", None, reason)
    return progress_of(subject, measured, expected, verdict, measured_on)


def context(subject: Subject, measured: Measured, reason: str) -> Progress:
    """Return what a region has, without a goal: the target is not judged here."""
    bare = replace(
        measured,
        number=None,
        completion_pct=None,
        units_reached=None,
        shortfall=(),
        interval_pct=None,
        growths_pct=None,
        uncertain=0,
    )
    verdict = Verdict("context", "none", None, reason)
    return progress_of(subject, bare, NOTHING_EXPECTED, verdict, subject.as_of)


def not_judged(subject: Subject, reason: str) -> Progress:
    """Return a progress without figures."""
    return context(subject, Measured(None, len(subject.units), 0), reason)


def historic(progress: Progress, policy: Policy) -> Progress:
    """Return the result as history: no light, but what it came to stays readable."""
    values = {
        **progress.reason_values,
        "result": progress.status,
        "was": progress.reason,
        "ended_on": policy.effective_to,
    }
    return replace(progress, status="historic", light="none", reason="historic", reason_values=values)


def _values(
    subject: Subject, measured: Measured, expected: Expected, gap_pp: Decimal | None, measured_on: date
) -> dict[str, object]:
    """List what the sentences of all reasons may name."""
    return {
        "on": measured_on,
        "from_on": subject.target.from_on,
        "by": subject.target.by_on or measured_on,
        "base_on": measured.fault_on or measured_on,
        "total": measured.units_total,
        "missing": measured.units_total - measured.units_reported,
        "uncertain": measured.uncertain,
        "expected": expected.pct,
        "gap": gap_pp,
        "short_pp": None if gap_pp is None else abs(gap_pp),
    }


def level_of(code: str) -> str:
    """Return the level a region code shows by its trailing zeros."""
    return next(level for level, digits in DIGITS.items() if code.endswith("0" * (12 - digits)))
