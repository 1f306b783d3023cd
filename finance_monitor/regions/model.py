"""What a region is: a unit of the 12-digit statistical code, dated."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

# High to low. Not every unit has every level above it: 仙桃市 hangs on its province, a 镇 of 东莞市 on the prefecture.
LEVELS = ("nation", "province", "prefecture", "county", "township", "village")


def level_rank(level: str) -> int:
    """Return 0 for the nation to 5 for a village; raise ValueError for another word."""
    return LEVELS.index(level)


def full_code(text: str) -> str:
    """Fill a code of 2, 4, 6 or 9 digits up to the 12 it stands for; anything else stays as it is."""
    return text.ljust(12, "0") if text.isdigit() and len(text) in (2, 4, 6, 9) else text


@dataclass(frozen=True, slots=True)
class Region:
    """One unit. An abolished code has `valid_to`, the first day it no longer holds; None holds from ever, or still.

    `predecessor_code` names the codes this unit took over from, parted by semicolons; empty where there are none.
    """

    code: str
    name: str
    level: str
    parent_code: str
    kind: str
    valid_from: date | None
    valid_to: date | None
    predecessor_code: str
