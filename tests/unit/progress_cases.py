"""Reads tests/cases/*.yaml and evaluates their reading_cases."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

from finance_monitor.indicators.model import Indicator, Reading
from finance_monitor.policy.model import Policy, Target
from finance_monitor.progress.evaluate import evaluate
from finance_monitor.progress.model import Progress
from finance_monitor.settings import Bands

CASES = Path(__file__).resolve().parent.parent / "cases"
BANDS = Bands(on_track_from_pp=-10, behind_from_pp=-30, source="银川市2025年亮灯规则")


@dataclass(frozen=True)
class ReadingCase:
    """One case: what to evaluate and what comes out."""

    label: str
    target: Target
    policy: Policy
    region: str
    units: tuple[str, ...]
    as_of: date
    in_scope: bool
    readings: Mapping[str, Mapping[date, Mapping[str, list[int]]]]
    indicators: Mapping[str, Indicator]
    expected: Mapping[str, Any]

    def read(self, indicator: str, day: date) -> dict[str, Reading]:
        found = self.readings.get(indicator, {}).get(day, {})
        return {
            code: Reading(code, day, (parts or [None])[0], parts[1] if len(parts) > 1 else None, 1)
            for code, parts in found.items()
        }

    def evaluate(self) -> Progress:
        return evaluate(
            self.target,
            self.policy,
            self.region,
            self.units,
            self.as_of,
            self.read,
            self.indicators,
            BANDS,
            self.in_scope,
        )


def indicator(name: str, measure: str, nature: str, unit: str, decimals: int, **more: Any) -> Indicator:
    said = {"zh": unit, "en": unit}
    return Indicator.model_validate(
        {
            "id": name,
            "name": {"zh": name, "en": name},
            "measure": measure,
            "nature": nature,
            "unit": said,
            "numerator": said,
            "sensitivity": "workload",
            "decimals": decimals,
            **more,
        }
    )


def documents() -> list[dict[str, Any]]:
    return [yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted(CASES.glob("*.yaml"))]


def reading_cases() -> list[ReadingCase]:
    return [_case(document, case) for document in documents() for case in document["reading_cases"]]


def _case(document: dict[str, Any], case: dict[str, Any]) -> ReadingCase:
    stated = document["ledger_case"]["policy"]
    changed = {**stated["targets"][0], **case.get("target", {})}
    given = {key: value for key, value in changed.items() if value is not None}
    policy = Policy.model_validate({**stated, **case.get("policy", {}), "targets": [given]})
    region = case.get("region", policy.region)
    indicators = {name: indicator(name, **fields) for name, fields in document["indicators"].items()}
    return ReadingCase(
        label=f"{document['kind']}: {case['name']}",
        target=policy.targets[0],
        policy=policy,
        region=region,
        units=tuple(case.get("units", [region])),
        as_of=case["as_of"],
        in_scope=case.get("in_scope", True),
        readings=case["readings"],
        indicators=indicators,
        expected=case["expected"],
    )


def as_json(progress: Progress) -> dict[str, Any]:
    """Name the fields as `progress --format json` does."""
    return {
        "part": progress.part_id,
        "numerator": progress.numerator,
        "denominator": progress.denominator,
        "actual": progress.actual,
        "goal": progress.goal,
        "unit": progress.unit,
        "completion": progress.completion_pct,
        "expected": progress.expected_pct,
        "gap_pp": progress.gap_pp,
        "status": progress.status,
        "light": progress.light,
        "final": progress.final,
        "reason": progress.reason,
        "units_reached": progress.units_reached,
        "units_total": progress.units_total,
        "units_reported": progress.units_reported,
        "shortfall": [
            {"region": lack.region_code, "actual": lack.actual, "goal": lack.goal, "short": lack.short}
            for lack in progress.shortfall
        ],
        "interval": list(progress.interval_pct) if progress.interval_pct else None,
        "parts": [as_json(part) for part in progress.parts],
    }


def picked(found: Any, wanted: Any) -> Any:
    """Cut what was found down to the fields that are wanted, numbers as exact decimals."""
    if isinstance(wanted, dict) and isinstance(found, dict):
        return {key: picked(found[key], value) for key, value in wanted.items()}
    if isinstance(wanted, list) and isinstance(found, list) and len(wanted) == len(found):
        return [picked(one, other) for one, other in zip(found, wanted, strict=True)]
    return exact(found)


def exact(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: exact(one) for key, one in value.items()}
    if isinstance(value, list):
        return [exact(one) for one in value]
    if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        return Decimal(str(value))
    return value
