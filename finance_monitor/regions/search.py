"""Finding regions by what a person types: part of a name, its pinyin, its first letters, or a code."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import islice

from finance_monitor.regions.finding import cleaned, short_name
from finance_monitor.regions.model import Region, level_rank
from finance_monitor.regions.pinyin import Spelling
from finance_monitor.regions.tree import Regions

MOST_HITS = 20
# Beyond this many nobody wants to know how many more.
COUNTED = 200
_CODE_DIGITS = 12
# A longer text is no name; and it is looked for as a pattern.
_LONGEST = 40
_END = "\n"


@dataclass(frozen=True, slots=True)
class Hits:
    """The regions found, the best first, at most `MOST_HITS`; and how many there are, at most `COUNTED`."""

    regions: tuple[Region, ...]
    total: int


class RegionSearch:
    """The valid regions of the list in one long text, so that one pattern runs over all names at once."""

    def __init__(self, regions: Regions) -> None:
        self._regions = regions
        codes = regions.frame()["code"].to_list()
        self._all = [one for code in codes if (one := regions.get(code)).valid_to is None]
        self._codes = [one.code for one in self._all]
        self._text = _END.join(one.name for one in self._all)
        self._starts = [0]
        for one in self._all:
            self._starts.append(self._starts[-1] + len(one.name) + 1)
        self._spelling = Spelling(self._text)

    def find(self, written: str, within: str) -> Hits:
        """Return the regions in `within`, itself included, that a text names.

        The last word names the region, words before it name what it lies in.
        """
        *above, last = [cleaned(word) for word in written[:_LONGEST].split()] or [""]
        if not last:
            return Hits((), 0)
        if last.isdigit() and last.isascii():
            found = self._by_code(last)
        else:
            pattern = self._pattern(last)
            found = self._by_name(pattern, last) if pattern else []
        fitting = (one for one in found if self._regions.covers(within, one.code) and self._lies_in(one, above))
        counted = tuple(islice(fitting, COUNTED))
        return Hits(counted[:MOST_HITS], len(counted))

    def _pattern(self, word: str) -> re.Pattern[str] | None:
        if word.isascii():
            return self._spelling.pattern(word) if word.replace("'", "").isalpha() else None
        return re.compile(re.escape(word))

    def _by_code(self, digits: str) -> list[Region]:
        """Return the regions whose code begins so; an abolished code gives the region that holds its ground now."""
        if len(digits) > _CODE_DIGITS:
            return []
        lowest, highest = digits.ljust(_CODE_DIGITS, "0"), digits.ljust(_CODE_DIGITS, "9")
        found = self._all[bisect_left(self._codes, lowest) : bisect_right(self._codes, highest)]
        if not found and lowest in self._regions:
            return [self._regions.get(self._regions.heir(self._regions.get(lowest)))]
        return sorted(found, key=lambda one: (level_rank(one.level), one.code))

    def _by_name(self, pattern: re.Pattern[str], word: str) -> list[Region]:
        found: dict[str, tuple[tuple[int, int, bool, str], Region]] = {}
        for match in pattern.finditer(self._text):
            at = bisect_right(self._starts, match.start()) - 1
            region = self._all[at]
            known = found.get(region.code)
            strange = word.isascii() and not self._spelling.is_usual(match[0], word)
            fit = _fit(region, match[0], match.start() - self._starts[at])
            rank = (fit, level_rank(region.level), strange, region.code)
            if known is None or rank < known[0]:
                found[region.code] = (rank, region)
        return [region for _, region in sorted(found.values(), key=lambda one: one[0])]

    def _lies_in(self, region: Region, above: list[str]) -> bool:
        """Say whether each word names one of the regions above."""
        names = _END.join(one.name for one in self._regions.ancestors(region.code))
        patterns = [self._pattern(word) for word in above]
        return all(pattern is not None and pattern.search(names) for pattern in patterns)


def _fit(region: Region, found: str, at: int) -> int:
    """Rank how well a name fits: the whole of it or its short form, its beginning, some part of it."""
    if found in (region.name, short_name(region)):
        return 0
    return 1 if at == 0 else 2
