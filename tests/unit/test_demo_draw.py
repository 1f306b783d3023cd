"""What the demo is drawn with."""

from __future__ import annotations

from datetime import date

import pytest

from finance_monitor.dates import months_after
from finance_monitor.demo.draw import Draw, spread
from finance_monitor.demo.people import People, check_character
from finance_monitor.demo.story import load_story
from finance_monitor.intake.persons import INVENTED


def test_the_check_character_is_that_of_the_published_example():
    # The two examples printed in GB 11643-1999.
    assert check_character("11010519491231002") == "X"
    assert check_character("44052418800101001") == "4"


def test_spread_shares_everything_and_keeps_the_floor():
    parts = spread(412, [0.1, 5, 1, 1], floor=5)
    assert sum(parts) == 412
    assert min(parts) >= 5
    assert max(parts) == parts[1]


def test_spread_of_less_than_the_floor_still_sums_up():
    assert sum(spread(3, [1.0] * 26, floor=1)) == 3
    assert spread(7, [1, 1, 1]) == [3, 2, 2]
    assert spread(0, []) == []


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (date(2023, 1, 31), 1, date(2023, 2, 28)),
        (date(2023, 3, 15), 12, date(2024, 3, 15)),
        (date(2023, 12, 1), 1, date(2024, 1, 1)),
        (date(2024, 2, 29), 36, date(2027, 2, 28)),
    ],
)
def test_months_later(day, months, then):
    assert months_after(day, months) == then


def test_draws_of_one_name_are_the_same_and_of_another_differ():
    first, again, other = Draw(1, "a"), Draw(1, "a"), Draw(1, "b")
    days = [[draw.day(date(2023, 1, 1), date(2023, 12, 31)) for _ in range(20)] for draw in (first, again, other)]
    assert days[0] == days[1] != days[2]


def test_nobody_comes_twice():
    story = load_story()
    people, draw = People(story.names, story.frame.persons), Draw(1, "people")
    numbers = [people.one(draw).id_number for _ in range(5000)]
    assert len(set(numbers)) == 5000
    assert all(number.startswith(INVENTED) for number in numbers)
