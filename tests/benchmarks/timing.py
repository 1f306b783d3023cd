"""Seconds: of one call, of two ways to one answer in turn, of the parts of a publication."""

from __future__ import annotations

import resource
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from time import perf_counter
from typing import TypeVar

import numpy as np

from finance_monitor.releases import build
from finance_monitor.store import batches, files, release_files

ROUNDS, FEWEST_ROUNDS, BUDGET_SECONDS, WARM_UP = 20, 5, 40.0, 2
_STEPPING = (files, batches, release_files, build)

T = TypeVar("T")


@dataclass(frozen=True)
class Compared:
    """One read through the rollup and straight from the rows; milliseconds, rounds taken in turn."""

    name: str
    rounds: int
    rollup_p50: float
    rollup_p95: float
    raw_p50: float
    raw_p95: float

    @property
    def ratio(self) -> float:
        """Return how many times longer the rows take."""
        return self.raw_p50 / self.rollup_p50


def seconds(call: Callable[[], T]) -> tuple[float, T]:
    """Return how long a call took, and its answer."""
    begun = perf_counter()
    answer = call()
    return perf_counter() - begun, answer


def compare(name: str, rollup: Callable[[], object], raw: Callable[[], object]) -> Compared:
    """Time two ways to one answer by turns, so that a busy machine slows both; unequal answers raise AssertionError."""
    if rollup() != raw():
        raise AssertionError(f"{name}: the rollup does not say what the rows say")
    for _ in range(WARM_UP - 1):
        rollup(), raw()
    taken: list[tuple[float, float]] = []
    begun = perf_counter()
    while len(taken) < ROUNDS and (len(taken) < FEWEST_ROUNDS or perf_counter() - begun < BUDGET_SECONDS):
        taken.append((seconds(rollup)[0], seconds(raw)[0]))
    (rollup_p50, raw_p50), (rollup_p95, raw_p95) = np.percentile(np.array(taken) * 1000, [50, 95], axis=0)
    return Compared(name, len(taken), *(float(ms) for ms in (rollup_p50, rollup_p95, raw_p50, raw_p95)))


@contextmanager
def stopwatch() -> Iterator[dict[str, float]]:
    """Collect how long it took to each step of the store, by the step's name, and `whole`."""
    parts: dict[str, float] = {}
    begun = last = perf_counter()

    def step(name: str) -> None:
        nonlocal last
        now = perf_counter()
        parts[name], last = now - last, now

    quiet = files.step
    for module in _STEPPING:
        module.step = step  # type: ignore[attr-defined]
    try:
        yield parts
    finally:
        for module in _STEPPING:
            module.step = quiet  # type: ignore[attr-defined]
        parts["whole"] = perf_counter() - begun


def peak_megabytes() -> int:
    """Return the most memory this process has held so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
