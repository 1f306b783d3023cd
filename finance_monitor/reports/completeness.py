"""Who should report what targets in force are counted from, who has, and who is missing, ledger by ledger."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from finance_monitor.disclosure.shown import Shown
from finance_monitor.reports.silence import asked_for, ledger_name
from finance_monitor.texts import Lang
from finance_monitor.world import World


@dataclass(frozen=True, slots=True)
class Complete:
    """One ledger at one level: the units asked for it and those of them that are silent, by code."""

    ledger: str
    level: str | None
    asked: tuple[str, ...]
    silent: tuple[str, ...]
    targets: tuple[str, ...]
    # What is asked for and of whom, as every page says it.
    asked_for: str = ""


@dataclass(slots=True)
class _Asked:
    asked: set[str] = field(default_factory=set)
    silent: set[str] = field(default_factory=set)
    targets: dict[str, None] = field(default_factory=dict)
    said: str = ""


def completeness(found: Iterable[Shown], world: World, lang: Lang) -> tuple[Complete, ...]:
    """Return the ledgers that targets in force ask for, the least complete first."""
    by_ledger: dict[tuple[str, str | None], _Asked] = {}
    for one in found:
        if one.lifecycle != "in_force" or one.progress.status == "context":
            continue
        own = one.progress.region_code
        units = {code for code in one.names if code != own} or {own}
        for indicator in one.missing or (one.indicator,):
            key = (ledger_name(indicator, world, lang), one.progress.unit_level)
            asked = by_ledger.setdefault(key, _Asked())
            asked.asked |= units
            asked.silent |= set(one.unreported) or (units if one.missing else set())
            asked.targets[one.target.id] = None
            asked.said = asked_for(indicator, world, lang)
    rows = [
        Complete(
            ledger, level, tuple(sorted(one.asked)), tuple(sorted(one.silent & one.asked)), tuple(one.targets), one.said
        )
        for (ledger, level), one in by_ledger.items()
    ]
    return tuple(sorted(rows, key=lambda row: (-len(row.silent) / len(row.asked), row.ledger)))
