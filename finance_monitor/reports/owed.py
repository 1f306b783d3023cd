"""What a region owes: ledgers that targets in force are counted from, who has brought them, when the next is due."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from finance_monitor.disclosure.deliveries import Delivery
from finance_monitor.disclosure.shown import Shown
from finance_monitor.ledgers.model import Ledger
from finance_monitor.world import REPORTED_FIGURES, World


@dataclass(frozen=True, slots=True)
class Owed:
    """One ledger; `never` are the units of targets' lists that have reported nothing of it."""

    ledger: Ledger
    deliveries: tuple[Delivery, ...]
    never: tuple[str, ...]

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
    never: dict[str, set[str]] = {}
    for one in found:
        if one.lifecycle != "in_force" or one.progress.status == "context":
            continue
        for indicator in one.missing or (one.indicator,):
            names = indicator.ledgers[:1] or (REPORTED_FIGURES,)
            silent = one.unreported or ((one.progress.region_code,) if one.missing else ())
            for name in names:
                never.setdefault(name, set()).update(silent)
            for name in indicator.ledgers[1:]:
                never.setdefault(name, set())
    own = {name: tuple(one for one in brought if one.ledger.id == name and one.is_owed) for name in never}
    told = [Owed(world.ledgers[name], own[name], tuple(sorted(never[name]))) for name in never]
    return tuple(sorted(told, key=lambda one: (-one.days_late, -len(one.never), one.due_on or date.max, one.ledger.id)))
