"""The indicators of `data/indicators/`, one file each."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from finance_monitor.errors import UserError
from finance_monitor.indicators.model import Indicator
from finance_monitor.settings import DATA
from finance_monitor.yaml_files import Document, check_yaml

_WITH_DENOMINATOR = ("share", "average", "average_money")


def load_indicator(path: Path) -> Indicator:
    """Load one indicator; raise its first fault as UserError with file, line and field."""
    indicator, faults = check_indicator(path)
    if faults or indicator is None:
        raise faults[0]
    return indicator


def check_indicator(path: Path) -> tuple[Indicator | None, list[UserError]]:
    """Load one indicator and collect all its faults; the indicator is None if its shape is wrong."""
    indicator, document, faults = check_yaml(path, Indicator)
    if indicator is None or document is None:
        return None, faults
    return indicator, faults + _check_sense(indicator, document)


@cache
def indicators() -> dict[str, Indicator]:
    """Return every indicator by id; raise the first fault as UserError."""
    loaded = [load_indicator(path) for path in sorted((DATA / "indicators").glob("*.yaml"))]
    return {indicator.id: indicator for indicator in loaded}


def _check_sense(indicator: Indicator, document: Document) -> list[UserError]:
    """Hold the id against the file name, and the denominator against the measure."""
    faults = []
    if indicator.id != document.path.stem:
        faults.append(
            document.fault("policy.not_the_file_name", "id", name=indicator.id, stem=document.path.stem),
        )
    if (indicator.measure in _WITH_DENOMINATOR) != (indicator.denominator is not None):
        faults.append(document.fault("indicator.denominator", "measure", measure=indicator.measure))
    return faults
