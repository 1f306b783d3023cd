"""The viewer: role, region, organisation, line of work. Access to a region is access to all it contains."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

import polars as pl

from finance_monitor.errors import AccessError, UsageError
from finance_monitor.regions import LEVELS, Regions, full_code

Role = Literal[
    "official",
    "leadership",
    "analyst",
    "bank_clerk",
    "data_clerk",
    "system_admin",
    "security_admin",
    "audit_admin",
    "system",
]
ROLES: tuple[Role, ...] = get_args(Role)


# Who works with records may see the rows behind a figure; administrators of the system may not, and what is sensitive
# of persons only those who keep the records.
SEES_ROWS: frozenset[Role] = frozenset(("official", "leadership", "analyst", "bank_clerk", "data_clerk", "system"))
SEES_PERSONAL_ROWS: frozenset[Role] = frozenset(("bank_clerk", "data_clerk"))


@dataclass(frozen=True, slots=True)
class Viewer:
    """Who is looking. `region_code` bounds every read, `role` decides on single records.

    `organisation` and `line_of_work` are carried for the pages that will part records by bank; nothing reads them yet.
    """

    role: Role
    region_code: str
    organisation: str | None = None
    line_of_work: str | None = None

    def sees_rows(self, *, personal: bool) -> bool:
        """Say whether the viewer may see single records."""
        return self.role in (SEES_PERSONAL_ROWS if personal else SEES_ROWS)

    def require(self, regions: Regions, region_code: str) -> None:
        """Refuse a region outside the viewer's own."""
        if not regions.covers(self.region_code, region_code):
            raise AccessError(
                "access.foreign_region",
                region=regions.get(region_code).name,
                own=regions.get(self.region_code).name,
            )


def system_viewer(regions: Regions) -> Viewer:
    """Return the local system viewer: the person at the keyboard of the office computer."""
    nation = regions.frame().filter(pl.col("level") == LEVELS[0])
    return Viewer("system", str(nation["code"][0]))


def parse_viewer(text: str, regions: Regions) -> Viewer:
    """Read ROLE@REGION, e.g. official@230000000000; raise UsageError for an unknown role or form."""
    role, separator, region_code = text.partition("@")
    if not separator or role not in ROLES or role == "system":
        raise UsageError("access.unknown_viewer", text=text, roles=" ".join(r for r in ROLES if r != "system"))
    return Viewer(role, regions.get(full_code(region_code)).code)
