"""What a release changed: targets whose status or figure is another than in the release before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from finance_monitor.disclosure.shown import Shown


@dataclass(frozen=True, slots=True)
class Change:
    """One target in one region, before and after; `before` None: the earlier release did not hold it."""

    before: Shown | None
    after: Shown

    @property
    def of_status(self) -> bool:
        """Say whether the status is another."""
        return self.before is None or self.before.progress.status != self.after.progress.status


def changes(before: Sequence[Shown], after: Sequence[Shown]) -> tuple[Change, ...]:
    """Return what is different, changes of status first, otherwise in the order of targets.

    What is hidden from the viewer in one of the two is not compared: a difference would say what was hidden.
    """
    known = {(one.target.id, one.progress.region_code): one for one in before}
    found = [Change(known.get((one.target.id, one.progress.region_code)), one) for one in after]
    told = [change for change in found if _is_different(change)]
    return tuple(sorted(told, key=lambda change: not change.of_status))


def _is_different(change: Change) -> bool:
    if change.before is None:
        return not change.after.hidden
    if change.before.hidden or change.after.hidden:
        return False
    return _said(change.before) != _said(change.after)


def _said(one: Shown) -> tuple[object, ...]:
    progress = one.progress
    return progress.status, progress.actual, progress.goal, progress.units_reached
