"""The tree of regions: who lies under whom, what an abolished code became, and the closure the rollup joins with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property

import polars as pl

from finance_monitor.errors import UserError
from finance_monitor.regions.finding import Finder
from finance_monitor.regions.model import LEVELS, Region, level_rank


class Regions:
    """All regions of one reference list, valid and abolished. Codes are 12 digits, right-padded with 0."""

    def __init__(self, frame: pl.DataFrame) -> None:
        self._frame = frame
        self._by_code = {row[0]: Region(*row) for row in frame.iter_rows()}
        self._children: dict[str, list[Region]] = defaultdict(list)
        self._successors: dict[str, list[Region]] = defaultdict(list)
        for region in self._by_code.values():
            if region.valid_to is None:
                self._children[region.parent_code].append(region)
            if region.predecessor_code:
                for old in region.predecessor_code.split(";"):
                    self._successors[old].append(region)
        self._descendants: dict[tuple[str, str], tuple[Region, ...]] = {}
        self._finders: dict[tuple[str, tuple[str, ...]], Finder] = {}

    def __contains__(self, code: object) -> bool:
        return code in self._by_code

    def __len__(self) -> int:
        return len(self._by_code)

    def get(self, code: str) -> Region:
        """Return the region of a 12-digit code, abolished ones too; raise UserError for an unknown code."""
        try:
            return self._by_code[code]
        except KeyError as fault:
            raise UserError("regions.unknown", code=code) from fault

    def children(self, code: str) -> tuple[Region, ...]:
        """Return the valid regions that hang directly on a region, in code order; their levels may differ."""
        return tuple(self._children.get(self.get(code).code, ()))

    def ancestors(self, code: str) -> tuple[Region, ...]:
        """Return the regions above, nearest first, without the region itself."""
        found = []
        above = self.get(code).parent_code
        while above:
            found.append(self._by_code[above])
            above = found[-1].parent_code
        return tuple(found)

    def path(self, code: str) -> tuple[Region, ...]:
        """Return the regions from the nation down to the region itself."""
        return (*reversed(self.ancestors(code)), self.get(code))

    def descendants(self, code: str, level: str) -> tuple[Region, ...]:
        """Return the valid regions of one level anywhere below a region, in code order, without itself."""
        key = (self.get(code).code, level)
        if key not in self._descendants:
            rank, found, waiting = level_rank(level), [], list(reversed(self.children(code)))
            while waiting:
                region = waiting.pop()
                if region.level == level:
                    found.append(region)
                elif level_rank(region.level) < rank:
                    waiting += reversed(self._children.get(region.code, ()))
            self._descendants[key] = tuple(sorted(found, key=lambda region: region.code))
        return self._descendants[key]

    def covers(self, upper: str, lower: str) -> bool:
        """Say whether `lower` is `upper` or lies in it; an abolished code lies where its successor does."""
        heir = self.heir(self.get(lower))
        return upper in (lower, heir) or self.get(upper) in self.ancestors(heir)

    def successor(self, code: str) -> Region:
        """Follow an abolished code to the region that holds its ground now; a valid region is its own.

        Raises:
            UserError: the code is unknown, was split into several regions, or nothing is known to follow it.
        """
        region = self.get(code)
        while region.valid_to is not None:
            after = self._successors.get(region.code, [])
            if len(after) != 1:
                key = "regions.split" if after else "regions.ended"
                names = "、".join(one.name for one in after)
                raise UserError(key, code=region.code, name=region.name, successors=names)
            region = after[0]
        return region

    def find(self, text: str, within: str, levels: Iterable[str]) -> Region:
        """Return the one region of `levels` in `within` (itself included) that a cell of a ledger means.

        `text` is a code of 12, 9 or 6 digits, a name (仙女山街道), a name without its last word (仙女山), or a name led
        by names above it (武隆区仙女山街道). An abolished code or name gives its successor.

        Raises:
            UserError: unknown, outside `within`, of another level, or the name of several regions.
        """
        wanted = tuple(level for level in LEVELS if level in set(levels))
        key = (self.get(within).code, wanted)
        if key not in self._finders:
            self._finders[key] = Finder(self, self.get(within), wanted)
        return self._finders[key].find(text)

    def abolished(self) -> tuple[Region, ...]:
        """Return the regions that no longer hold, in code order."""
        return tuple(region for region in self._by_code.values() if region.valid_to is not None)

    def heir(self, region: Region) -> str:
        """Return the code that counts for a region: its own, its successor's, or its parent's where it was split."""
        if region.valid_to is None:
            return region.code
        after = self._successors.get(region.code, [])
        return self.heir(after[0]) if len(after) == 1 else region.parent_code

    @cached_property
    def _closure(self) -> pl.DataFrame:
        heirs = [self.heir(region) for region in self._by_code.values()]
        parents = self._frame.select(ancestor_code="code", above="parent_code", level="level")
        step = pl.DataFrame({"ancestor_code": heirs, "descendant_code": list(self._by_code)})
        steps = []
        while step.height:
            step = step.join(parents, on="ancestor_code", maintain_order="left")
            steps.append(step)
            step = step.filter(pl.col("above") != "").select(pl.col("above").alias("ancestor_code"), "descendant_code")
        ranks = {level: level_rank(level) for level in LEVELS}
        rank = pl.col("level").replace_strict(ranks, return_dtype=pl.Int8)
        whole = pl.concat(steps).select("ancestor_code", "descendant_code", ancestor_level=rank)
        return whole.select("ancestor_code", "ancestor_level", "descendant_code").sort(
            "descendant_code", "ancestor_level"
        )

    def closure(self) -> pl.DataFrame:
        """Return ancestor_code, ancestor_level (rank), descendant_code: every region under itself and all above it.

        An abolished code stands under its successor, under its former parent where it was split, never under itself.
        """
        return self._closure

    def frame(self) -> pl.DataFrame:
        """Return all columns of all regions, abolished ones too, in code order; dates are None where open."""
        return self._frame
