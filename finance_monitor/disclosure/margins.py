"""Which cells of a table with totals are hidden, so that no small one can be had by taking others off a total.

Rows and columns are the points of a net, cells the ways between them. What is hidden is safe where every hidden cell
lies on a ring of hidden cells: along a ring, one more here and one less there leaves every total as it is. A line
without a total says nothing about its cells: its point is the ground, which all such lines share.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from heapq import heappop, heappush
from typing import NamedTuple

_GROUND = (-1, -1)
# A cell that is nothing, or all of its base, can only be what it is: it covers no other.
_NO_COVER = 10**18


class Place(NamedTuple):
    """A cell of a table: its row and its column, totals among them."""

    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Size:
    """What a cell is made of; `rest` is what is left of its base, None where it has none."""

    count: int
    rest: int | None = None

    @property
    def cost(self) -> int:
        """Say how much is lost by hiding the cell: the smallest goes first."""
        covers = self.count > 0 and (self.rest is None or self.rest > 0)
        return 1 + abs(self.count) + (0 if covers else _NO_COVER)


def hide_in_table(
    sizes: Mapping[Place, Size], small: Collection[Place], *, rows_sum: bool, columns_sum: bool
) -> frozenset[Place]:
    """Return the cells to hide: the small ones and what would give them away.

    `rows_sum`: the cells of a row and its total belong to one sum; `columns_sum`: those of a column.
    """
    net = _Net(sizes, rows_sum=rows_sum, columns_sum=columns_sum)
    hidden = set(small)
    while (bare := net.not_on_a_ring(hidden)) is not None:
        ring = net.cheapest_ring(bare, hidden)
        if not ring:
            break
        hidden |= ring
    return frozenset(hidden)


class _Net:
    """The lines of a table and the cells between them."""

    def __init__(self, sizes: Mapping[Place, Size], *, rows_sum: bool, columns_sum: bool) -> None:
        self._ends = {
            place: (
                (0, place.row) if rows_sum else _GROUND,
                (1, place.column) if columns_sum else _GROUND,
            )
            for place in sizes
        }
        self._cost = {place: size.cost for place, size in sizes.items()}
        self._at: dict[tuple[int, int], list[Place]] = defaultdict(list)
        for place, ends in self._ends.items():
            for end in set(ends):
                self._at[end].append(place)

    def not_on_a_ring(self, hidden: Collection[Place]) -> Place | None:
        """Return a hidden cell that stands on no ring of hidden cells: a bridge of the net of what is hidden."""
        ways: dict[tuple[int, int], list[Place]] = defaultdict(list)
        for place in sorted(hidden):
            for end in set(self._ends[place]):
                ways[end].append(place)
        seen: dict[tuple[int, int], int] = {}
        for start in ways:
            if start not in seen and (found := self._bridge_from(start, ways, seen)) is not None:
                return found
        return None

    def _bridge_from(
        self,
        start: tuple[int, int],
        ways: Mapping[tuple[int, int], list[Place]],
        seen: dict[tuple[int, int], int],
    ) -> Place | None:
        """Walk as deep as it goes (Tarjan): a way is a bridge where nothing beyond it leads back above it."""
        seen[start] = len(seen)
        low = {start: seen[start]}
        walk: list[tuple[tuple[int, int], Place | None, Iterator[Place]]] = [(start, None, iter(ways[start]))]
        while walk:
            point, came, left = walk[-1]
            way = next(left, None)
            if way is None:
                walk.pop()
                if walk and came is not None:
                    above = walk[-1][0]
                    low[above] = min(low[above], low[point])
                    if low[point] > seen[above]:
                        return came
                continue
            other = self._other_end(way, point)
            if way == came or other == point:
                continue
            if other in seen:
                low[point] = min(low[point], seen[other])
            else:
                seen[other] = low[other] = len(seen)
                walk.append((other, way, iter(ways[other])))
        return None

    def cheapest_ring(self, bare: Place, hidden: Collection[Place]) -> set[Place]:
        """Return the cells that close a ring around a cell and lose the least; none where there is no ring."""
        start, goal = self._ends[bare]
        best: dict[tuple[int, int], int] = {start: 0}
        came: dict[tuple[int, int], tuple[tuple[int, int], Place]] = {}
        waiting = [(0, start)]
        while waiting:
            cost, point = heappop(waiting)
            if point == goal:
                return self._way_back(start, goal, came)
            if cost > best[point]:
                continue
            for way in self._at[point]:
                other = self._other_end(way, point)
                reached = cost + (0 if way in hidden else self._cost[way])
                if way != bare and reached < best.get(other, reached + 1):
                    best[other], came[other] = reached, (point, way)
                    heappush(waiting, (reached, other))
        return set()

    def _way_back(
        self,
        start: tuple[int, int],
        goal: tuple[int, int],
        came: Mapping[tuple[int, int], tuple[tuple[int, int], Place]],
    ) -> set[Place]:
        ring, point = set(), goal
        while point != start:
            point, way = came[point]
            ring.add(way)
        return ring

    def _other_end(self, way: Place, point: tuple[int, int]) -> tuple[int, int]:
        first, second = self._ends[way]
        return second if first == point else first
