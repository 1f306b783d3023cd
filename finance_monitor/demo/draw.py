"""Seeded draws: days, weighted choices, uneven shares. The same seed and name give the same draws."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import TypeVar

T = TypeVar("T")


class Draw:
    """Draws of one part of the story; parts do not disturb each other."""

    def __init__(self, seed: int, name: str) -> None:
        self.random = random.Random(f"{seed} {name}")

    def day(self, first: date, last: date) -> date:
        """Return a day between two days, both included."""
        return first + timedelta(days=self.random.randint(0, max((last - first).days, 0)))

    def one(self, weights: Mapping[T, float]) -> T:
        """Return one of the keys, by weight."""
        return self.random.choices(list(weights), list(weights.values()))[0]

    def happens(self, probability: float) -> bool:
        """Say yes with a probability."""
        return self.random.random() < probability

    def uneven(self, count: int, unevenness: float) -> list[float]:
        """Return so many weights; 0 makes them alike, 1 very different."""
        return [self.random.lognormvariate(0, unevenness) for _ in range(count)]

    def shuffled(self, items: Sequence[T]) -> list[T]:
        """Return the items in another order."""
        return self.random.sample(items, len(items))


def spread(total: int, weights: Sequence[float], floor: int = 0) -> list[int]:
    """Share a whole number by weight, each getting at least `floor` as far as it goes; the parts sum to the total."""
    each = min(floor, total // len(weights)) if weights else 0
    rest = total - each * len(weights)
    exact = [rest * weight / sum(weights) for weight in weights]
    parts = [int(part) for part in exact]
    by_remainder = sorted(range(len(parts)), key=lambda place: parts[place] - exact[place])
    for place in by_remainder[: rest - sum(parts)]:
        parts[place] += 1
    return [each + part for part in parts]
