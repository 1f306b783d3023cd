"""How many units of a region are reached by at least one place, which are not, and which by one only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from finance_monitor.disclosure.figure import Figure
from finance_monitor.disclosure.figures import figures_of_indicator
from finance_monitor.disclosure.seat import Desk
from finance_monitor.disclosure.told import Where

# More units are not gone through one by one.
MOST_UNITS = 3200
_ONE = Decimal(1)


@dataclass(frozen=True, slots=True)
class Covered:
    """Units inside a region, by code. `single` are among the covered: one closure and they are not."""

    region_code: str
    kind: str
    units: int
    covered: int
    single: tuple[str, ...]
    uncovered: tuple[str, ...]
    unreported: tuple[str, ...]

    @property
    def known(self) -> int:
        """Return how many units something is known of: the base of the share."""
        return self.units - len(self.unreported)


def covered(
    desk: Desk, indicator_id: str, region_code: str, level: str, as_of: date | None = None, where: Where = ()
) -> tuple[tuple[Covered, ...], tuple[Covered, ...]] | None:
    """Return the region's own coverage, one for each kind of unit, and that of each of its parts.

    None where the list of regions does not hold all units of the level, or too many to name. A unit nobody has
    reported of is neither covered nor uncovered. Raise AccessError for a region that is not the viewer's.
    """
    desk.viewer.require(desk.regions, region_code)
    units = desk.regions.descendants(region_code, level)
    if not 0 < len(units) <= MOST_UNITS or not _is_whole(desk, region_code, level):
        return None
    figures = figures_of_indicator(desk, indicator_id, region_code, level, as_of, where)
    kinds = {unit.code: unit.kind if level == "village" else "" for unit in units}
    by_kind: dict[str, list[Figure]] = defaultdict(list)
    by_part: dict[str, list[Figure]] = defaultdict(list)
    part_of = _parts(desk, region_code)
    for figure in figures:
        by_kind[kinds[figure.region_code]].append(figure)
        part = _part(desk, part_of, figure.region_code)
        if part is not None:
            by_part[part].append(figure)
    whole = tuple(
        _counted(region_code, kind, by_kind[kind]) for kind in sorted(by_kind, key=lambda k: -len(by_kind[k]))
    )
    return whole, tuple(_counted(code, "", by_part[code]) for code in part_of if code in by_part)


def _is_whole(desk: Desk, region_code: str, level: str) -> bool:
    """Say whether the list of regions holds the units everywhere: villages are listed for a few counties only."""
    if level != "village":
        return True
    region = desk.regions.get(region_code)
    townships = (region,) if region.level == "township" else desk.regions.descendants(region_code, "township")
    return all(desk.regions.children(one.code) for one in townships)


def _parts(desk: Desk, region_code: str) -> Mapping[str, None]:
    return dict.fromkeys(part.code for part in desk.regions.children(region_code))


def _part(desk: Desk, parts: Mapping[str, None], code: str) -> str | None:
    if code in parts:
        return code
    return next((above.code for above in desk.regions.ancestors(code) if above.code in parts), None)


def _counted(region_code: str, kind: str, figures: Sequence[Figure]) -> Covered:
    known = [(figure.region_code, figure.value) for figure in figures if figure.value is not None]
    return Covered(
        region_code=region_code,
        kind=kind,
        units=len(figures),
        covered=sum(value >= 1 for _, value in known),
        single=tuple(code for code, value in known if value == _ONE),
        uncovered=tuple(code for code, value in known if value < 1),
        unreported=tuple(figure.region_code for figure in figures if figure.value is None),
    )
