"""Which region a cell of a ledger means: by code, by name, by short name, or by a name led by those above it."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from functools import cache, cached_property
from typing import TYPE_CHECKING

import yaml

from finance_monitor.errors import UserError
from finance_monitor.regions.model import LEVELS, Region
from finance_monitor.settings import DATA

if TYPE_CHECKING:
    from finance_monitor.regions.tree import Regions

CODE_LENGTHS = (6, 9, 12)
# How many of several regions of one name an error lists: a clerk reads a line, not a page.
LISTED = 5
# Two characters in front are what most Chinese place names are told apart by.
LEAD = 2
# No name with all names above it is longer; a whole paragraph in a cell is not searched.
LONGEST = 80


@cache
def short_forms() -> dict[str, list[tuple[re.Pattern[str], str]]]:
    """Read what may be left off a name: level -> patterns and what is put back."""
    told = yaml.safe_load((DATA / "reference" / "names.yaml").read_text(encoding="utf-8"))
    peoples = told["peoples"]
    return {
        level: [(re.compile(rule["drop"].replace("PEOPLES", peoples)), rule.get("keep", "")) for rule in rules]
        for level, rules in told["short_forms"].items()
    }


def shortened(name: str, level: str) -> str:
    """Return a name without its last word; the whole name where less than two characters would be left."""
    for drop, keep in short_forms().get(level, []):
        short = drop.sub(keep, name)
        if short != name and len(short) > 1:
            return short
    return name


def short_name(region: Region) -> str:
    """Return the short form of a region's name: 仙女山 of 仙女山街道, 石桥村 of 石桥村村民委员会."""
    return shortened(region.name, region.level)


def cleaned(text: str) -> str:
    """Fold full-width characters and leave out blanks: clerks type ５００１５６ and 武 隆 区."""
    return "".join(unicodedata.normalize("NFKC", text).split())


class Finder:
    """The names of the regions of some levels in one region, ready for many look-ups."""

    def __init__(self, regions: Regions, within: Region, levels: tuple[str, ...]) -> None:
        self._regions = regions
        self._within = within
        self._levels = levels
        self._full: dict[str, list[Region]] = defaultdict(list)
        self._short: dict[str, list[Region]] = defaultdict(list)
        self._former: dict[str, list[Region]] = defaultdict(list)
        here = [within] if within.level in levels else []
        for region in (*here, *(below for level in levels for below in regions.descendants(within.code, level))):
            self._full[region.name].append(region)
            self._short[short_name(region)].append(region)
        for old in regions.abolished():
            heir = regions.get(regions.heir(old))
            if old.level in levels and regions.covers(within.code, heir.code):
                self._former[old.name].append(old)

    def find(self, written: str) -> Region:
        """Return the region a cell means; raise UserError where there is none or more than one."""
        text = cleaned(written)
        if text.isascii() and text.isdigit():
            return self._by_code(text)
        # 村委会 is what everybody calls the 村民委员会 of the list. Other last words are not interchangeable: what is a
        # 镇 in the ledger and a 街道 in the list may be two places.
        short = shortened(text, LEVELS[-1]) if LEVELS[-1] in self._levels else text
        for names, name in ((self._full, text), (self._former, text), (self._short, short)):
            if name in names:
                return self._only(text, names[name])
        led = self._led(short) if len(short) <= LONGEST else []
        if not led:
            raise UserError("regions.no_such_name", text=text, within=self._within.name, near=self._near(text))
        return self._only(text, led)

    def _by_code(self, text: str) -> Region:
        code = text.ljust(12, "0")
        if len(text) not in CODE_LENGTHS or code not in self._regions:
            raise UserError("regions.unknown", code=text)
        if not self._regions.covers(self._within.code, code):
            raise UserError("regions.outside", code=text, name=self._regions.get(code).name, within=self._within.name)
        region = self._regions.successor(code)
        if region.level not in self._levels:
            raise UserError("regions.wrong_level", code=text, name=region.name, example=self._example())
        return region

    def _only(self, text: str, found: list[Region]) -> Region:
        if len(found) > 1:
            choices = "、".join(self._told(region) for region in found[:LISTED])
            raise UserError("regions.ambiguous", text=text, within=self._within.name, count=len(found), choices=choices)
        return self._regions.successor(found[0].code)

    def _led(self, text: str) -> list[Region]:
        """Return the regions whose name ends the text, where names above them are all that stands in front."""
        found: dict[str, Region] = {}
        for start in range(1, len(text)):
            for names in (self._full, self._former, self._short):
                for region in names.get(text[start:], ()):
                    if self._spells(text[:start], region):
                        found[region.code] = region
        return list(found.values())

    def _spells(self, lead: str, region: Region) -> bool:
        """Say whether the lead is names of regions above, from high to low; some may be left out."""
        for above in reversed(self._regions.ancestors(region.code)):
            full, short = above.name, short_name(above)
            lead = lead.removeprefix(full if lead.startswith(full) else short)
        return not lead

    def _near(self, text: str) -> str:
        """Name regions a clerk may have meant: the same word in front (羊角镇 -> 羊角街道)."""
        return "、".join(self._by_lead.get(text[:LEAD], ())[:LISTED]) or self._example()

    @cached_property
    def _by_lead(self) -> dict[str, list[str]]:
        names: dict[str, list[str]] = defaultdict(list)
        for name in self._full:
            names[name[:LEAD]].append(name)
        return names

    def _told(self, region: Region) -> str:
        above = self._regions.get(region.parent_code).name if region.parent_code else ""
        return f"{above}{region.name}（{region.code}）"

    def _example(self) -> str:
        return next((self._told(one) for found in self._full.values() for one in found), self._within.name)
