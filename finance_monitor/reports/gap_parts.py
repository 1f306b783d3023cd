"""Who explains the gap, ready to be read: many units put together by region, the largest contribution first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from finance_monitor.disclosure.contributions import Contribution, Contributions
from finance_monitor.regions import Regions
from finance_monitor.reports.gaps import region_below

# More units than this, and those of one region below stand together.
TOGETHER_FROM = 40


def lines_of(found: Contributions, region_code: str, regions: Regions) -> tuple[tuple[Contribution, int], ...]:
    """Return the lines with how many units each stands for; what is no region stands last."""
    parts = [line for line in found.lines if line.kind == "part"]
    rest = [(line, 0) for line in found.lines if line.kind != "part"]
    told = _together(parts, region_code, regions) if len(parts) > TOGETHER_FROM else [(line, 1) for line in parts]
    return (*sorted(told, key=lambda pair: (-_weight(pair[0]), pair[0].region_code or "")), *rest)


def _weight(line: Contribution) -> Decimal:
    """Order by what is lacking; what has more than was asked stands below, the most last."""
    return (line.share_pct or Decimal(0)) if line.short is None or line.short > 0 else line.short


def _together(parts: Sequence[Contribution], region_code: str, regions: Regions) -> list[tuple[Contribution, int]]:
    by_region: dict[str, list[Contribution]] = {}
    for line in parts:
        by_region.setdefault(region_below(line.region_code or "", region_code, regions), []).append(line)
    return [(_sum(code, regions.get(code).name, own), len(own)) for code, own in by_region.items()]


def _sum(code: str, name: str, own: Sequence[Contribution]) -> Contribution:
    if len(own) == 1 and own[0].region_code == code:
        return own[0]
    return replace(
        own[0],
        region_code=code,
        name=name,
        actual=None,
        goal=None,
        short=_total([line.short for line in own]),
        share_pct=_total([line.share_pct for line in own]) or None,
    )


def _total(values: Sequence[Decimal | None]) -> Decimal:
    return sum((value for value in values if value is not None), Decimal(0))
