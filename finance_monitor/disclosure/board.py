"""The target board: every target that speaks of a region's parts, with its light in each of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from finance_monitor.disclosure.desk import Desk
from finance_monitor.disclosure.figure import Figure
from finance_monitor.disclosure.figures import figures_of_target, parts_of
from finance_monitor.disclosure.reach import units_of
from finance_monitor.disclosure.reading_ahead import needed_for, remembering
from finance_monitor.disclosure.shown import Shown
from finance_monitor.policy.model import Target
from finance_monitor.progress.model import Read
from finance_monitor.progress.scope import own_region
from finance_monitor.regions import Region


@dataclass(frozen=True, slots=True)
class Board:
    """`wholes` are the targets as they stand in the region itself, `figures` their figures by target and part."""

    region: Region
    parts: tuple[Region, ...]
    wholes: tuple[Shown, ...]
    figures: Mapping[str, Mapping[str, Figure]]
    # Targets that only a region further down has: they have no line of parts here.
    below: tuple[Target, ...]


def board_of(desk: Desk, found: Sequence[Shown], region_code: str, level: str | None, as_of: date) -> Board:
    """Return the board of a region. `found` are the targets shown for it, in the order wanted.

    A target is on the board where its own region is, or contains, the one looked at, and some part is counted.
    """
    wide = [one for one in found if desk.regions.covers(own_region(one.target, one.policy), region_code)]
    parts = parts_of(desk, region_code, level)
    reads = _reads(desk, wide, parts, region_code, as_of)
    figures = {
        one.target.id: {
            figure.region_code: figure
            for figure in figures_of_target(desk, one.target.id, region_code, level, as_of, reads[one.target.id])
            if figure.state != "out_of_scope"
        }
        for one in wide
    }
    kept = tuple(one for one in wide if figures[one.target.id])
    below = tuple(one.target for one in found if one not in wide)
    return Board(desk.regions.get(region_code), parts, kept, figures, below)


def _reads(
    desk: Desk, found: Sequence[Shown], parts: Sequence[Region], region_code: str, as_of: date
) -> dict[str, Read]:
    """Return what to read each target out of; targets that count the same units are read together."""
    codes = tuple(part.code for part in parts)
    units = {one.target.id: units_of(desk, one.target, region_code) if one.target.scope else () for one in found}
    needed: dict[tuple[str, ...], list[tuple[str, date]]] = defaultdict(list)
    for one in found:
        needed[units[one.target.id]] += needed_for(desk, one.policy, one.target, as_of)
    reads = {own: remembering(desk, (*codes, *own), pairs) for own, pairs in needed.items()}
    return {one.target.id: reads[units[one.target.id]] for one in found}
