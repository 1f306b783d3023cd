"""Class breaks: readable, filled, and the natural ones are the best there are."""

from __future__ import annotations

from decimal import Decimal
from itertools import combinations, pairwise

import pytest

from finance_monitor.maps.classes import class_breaks, class_of, class_ranges

METHODS = ("quantile", "equal", "natural")


def decimals(*values: str | int) -> list[Decimal]:
    return [Decimal(value) for value in values]


def test_quantiles_of_even_numbers_fall_on_round_breaks() -> None:
    assert class_breaks(decimals(*range(100)), 0, "quantile", 5) == tuple(decimals(20, 40, 60, 80))


def test_equal_steps_divide_the_range_not_the_units() -> None:
    assert class_breaks(decimals(0, 1, 2, 3, 26, 51, 76, 100), 0, "equal", 4) == tuple(decimals(25, 50, 75))


def test_equal_steps_merge_over_an_empty_class() -> None:
    assert class_breaks(decimals(0, 1, 99, 100), 0, "equal", 4) == tuple(decimals(25))


def test_breaks_far_apart_are_rounded_each_for_itself() -> None:
    values = decimals(*range(20), *range(3_000, 3_020), *range(70_113, 70_133))
    assert class_breaks(values, 0, "natural", 3) == tuple(decimals(2_000, 50_000))


@pytest.mark.parametrize("count", [2, 3, 4])
def test_natural_breaks_equal_the_best_of_all_partitions(count: int) -> None:
    values = [1, 2, 2, 4, 9, 10, 11, 30, 31, 33, 70]

    def spread(part: list[int]) -> float:
        mean = sum(part) / len(part)
        return sum((value - mean) ** 2 for value in part)

    def cost(starts: tuple[int, ...]) -> float:
        edges = [0, *starts, len(values)]
        return sum(spread(values[low:high]) for low, high in pairwise(edges))

    best = min(combinations(range(1, len(values)), count - 1), key=cost)
    numbers = [class_of(Decimal(value), class_breaks(decimals(*values), 0, "natural", count)) for value in values]
    starts = tuple(at for at in range(1, len(values)) if numbers[at] != numbers[at - 1])
    assert starts == best


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize(
    "values",
    [decimals(*range(7)), decimals(0, 0, 0, 0, 5), decimals("0.1", "0.2", "12.5", "99.9"), decimals(-30, -5, 0, 8)],
)
def test_no_class_is_empty_and_ranges_hold_exactly_their_values(method: str, values: list[Decimal]) -> None:
    places = max(-int(value.as_tuple().exponent) for value in values)
    breaks = class_breaks(values, places, method, 5)  # type: ignore[arg-type]
    ranges = class_ranges(values, breaks, places)
    numbers = [class_of(value, breaks) for value in values]
    assert sorted(set(numbers)) == list(range(len(breaks) + 1))
    assert all(ranges[number][0] <= value <= ranges[number][1] for value, number in zip(values, numbers, strict=True))
    assert all(below[1] < above[0] for below, above in pairwise(ranges))


def test_one_value_or_none_needs_no_break() -> None:
    assert class_breaks(decimals(5, 5, 5), 0) == ()
    assert class_breaks([], 0) == ()
    assert class_ranges([], (), 0) == []


def test_more_than_six_classes_are_refused() -> None:
    with pytest.raises(ValueError, match="1 to 6"):
        class_breaks(decimals(1, 2), 0, "equal", 7)
