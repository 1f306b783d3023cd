"""What a region owes: ledgers that targets in force are counted from, who has brought them, when the next is due."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from finance_monitor.disclosure.deliveries import Delivery
from finance_monitor.disclosure.shown import Shown
from finance_monitor.indicators.model import Indicator
from finance_monitor.ledgers.model import Ledger
from finance_monitor.world import REPORTED_FIGURES, World


@dataclass(frozen=True, slots=True)
class Missing:
    """What units have reported nothing of: an indicator's ledger with its kind of matter, and the units."""

    indicator: Indicator
    units: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Owed:
    """One ledger; `never` are the units of targets' lists that have reported nothing of it.

    `missing` are the same by what is asked of them: of a general ledger one entry for each kind of matter.
    """

    ledger: Ledger
    deliveries: tuple[Delivery, ...]
    never: tuple[str, ...]
    missing: tuple[Missing, ...] = ()

    @property
    def days_late(self) -> int:
        """Return the days of the longest overdue file."""
        return max((one.days_late for one in self.deliveries), default=0)

    @property
    def due_on(self) -> date | None:
        """Return the first day on which a file is due, past days included."""
        return min((one.due_on for one in self.deliveries if one.due_on), default=None)


def owed(found: Iterable[Shown], brought: Sequence[Delivery], world: World) -> tuple[Owed, ...]:
    """Return the ledgers, overdue ones first, then those never brought, then by due day."""
    silent = _silent(found)
    told = []
    for name, by_kind in silent.items():
        brought_here = tuple(one for one in brought if one.ledger.id == name and one.is_owed)
        missing = tuple(Missing(one, tuple(sorted(units))) for one, units in by_kind.values() if units)
        never = tuple(sorted({unit for one in missing for unit in one.units}))
        told.append(Owed(world.ledgers[name], brought_here, never, missing))
    return tuple(sorted(told, key=lambda one: (-one.days_late, -len(one.never), one.due_on or date.max, one.ledger.id)))


def _silent(found: Iterable[Shown]) -> dict[str, dict[tuple[str, ...], tuple[Indicator, set[str]]]]:
    """Return who is silent by ledger and kind of matter; a ledger nobody is asked alone for has no entry."""
    told: dict[str, dict[tuple[str, ...], tuple[Indicator, set[str]]]] = {}
    for one in found:
        if one.lifecycle != "in_force" or one.progress.status == "context":
            continue
        for indicator in one.missing or (one.indicator,):
            first, *others = indicator.ledgers or (REPORTED_FIGURES,)
            # A filled-in figure is asked for by its indicator, records by their kind of matter.
            kind = indicator.kinds if indicator.ledgers else (indicator.id,)
            units = one.unreported or ((one.progress.region_code,) if one.missing else ())
            told.setdefault(first, {}).setdefault(kind, (indicator, set()))[1].update(units)
            for name in others:
                told.setdefault(name, {})
    return told
