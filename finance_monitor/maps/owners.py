"""Which unit each county shape belongs to; a shape of an abolished code follows its successor."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from finance_monitor.errors import UserError
from finance_monitor.regions import Region, Regions

_CODE = 12
# Digits that name the prefecture and the province of a county code the list of regions does not know.
_UPPER_DIGITS = (4, 2, 0)


@dataclass(frozen=True, slots=True)
class Owned:
    """Numbers of county shapes by unit code, and those inside the region that no unit of the level owns."""

    by_unit: dict[str, list[int]]
    unowned: list[int]


def owners(regions: Regions, region_code: str, units: Sequence[Region], county_codes: Sequence[str]) -> Owned:
    """Give every county shape inside `region_code` to one of `units`, all of one level."""
    wanted = {unit.code for unit in units}
    by_unit: dict[str, list[int]] = defaultdict(list)
    unowned = []
    for number, county in enumerate(county_codes):
        path = upward(regions, county.ljust(_CODE, "0"))
        if region_code not in path:
            continue
        unit = next((code for code in path if code in wanted), None)
        if unit is None:
            unowned.append(number)
        else:
            by_unit[unit].append(number)
    return Owned(dict(by_unit), unowned)


def upward(regions: Regions, code: str) -> list[str]:
    """List the code that holds this ground now and all above it, nearest first."""
    if code not in regions:
        return [code, *(code[:digits].ljust(_CODE, "0") for digits in _UPPER_DIGITS)]
    try:
        standing = regions.successor(code)
    except UserError:  # split, or nothing known to follow: the ground still lies in its province
        return [code, *(above.code for above in regions.ancestors(code))]
    return [standing.code, *(above.code for above in regions.ancestors(standing.code))]
