"""差距清单: the regions that lag behind the share of a target they were given, and the order by shortfall."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from finance_monitor.disclosure.behind_shares import Behind
from finance_monitor.reports.gaps import WORST_FIRST, Gap, GapGroup, gaps_of


def with_shares(groups: Sequence[GapGroup], behind: Sequence[Behind]) -> tuple[GapGroup, ...]:
    """Add the regions that lag behind their shares: to their target, or as a target of its own where it is on track."""
    lagging = {one.whole.target.id: one for one in behind}
    told = [
        replace(group, shares=_shares(found), given=found.given)
        if (found := lagging.pop(group.shown.target.id, None)) and not group.is_of_units
        else group
        for group in groups
    ]
    alone = [GapGroup(one.whole, one.whole.progress, (), 0, 0, _shares(one), one.given) for one in lagging.values()]
    return tuple(sorted((*told, *alone), key=lambda group: WORST_FIRST.index(group.progress.light)))


def _shares(behind: Behind) -> tuple[Gap, ...]:
    return tuple(gap for one in behind.shares for gap in gaps_of(one, one.progress))


def by_shortfall(gaps: Sequence[Gap]) -> tuple[Gap, ...]:
    """Put the largest shortfall first; of regions with several units the one with most of them."""
    return tuple(sorted(gaps, key=lambda gap: (-(gap.short or Decimal(0)), -gap.units, gap.region_code)))
