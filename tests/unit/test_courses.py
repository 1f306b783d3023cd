"""The course of a target, who explains its gap, projections, and what a share lacks in things."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from finance_monitor.access import system_viewer
from finance_monitor.disclosure.contributions import contributions
from finance_monitor.disclosure.courses import courses_of
from finance_monitor.disclosure.desk import Desk, open_desk, show_target
from finance_monitor.progress.lacking import each_week
from finance_monitor.progress.pace_line import pace_line
from finance_monitor.progress.projection import projected
from finance_monitor.world import world
from tests.pages.seed import DATA_DATE, DENGZHOU, GUCHENG, HEILONGJIANG, make_store


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    store = make_store(tmp_path_factory.mktemp("courses"))
    return open_desk(store, world(), system_viewer(world().regions))


@pytest.mark.parametrize("target", ["T-HLJ-16", "T-HLJ-05", "T-HLJ-11"])
def test_the_last_point_is_the_figure_of_the_day(desk: Desk, target: str) -> None:
    shown = show_target(desk, target, HEILONGJIANG, DATA_DATE)
    for course, progress in zip(
        courses_of(desk, target, HEILONGJIANG, DATA_DATE), shown.progress.parts or (shown.progress,), strict=True
    ):
        expected = progress.completion_pct if course.of_units else progress.actual
        assert course.actual[-1] == (DATA_DATE, expected)
        if course.pace:
            due = dict(course.pace)[DATA_DATE]
            assert due == (progress.expected_pct if course.of_units else progress.expected)


def test_stations_by_month_and_their_pace(desk: Desk) -> None:
    """Eight stations opened in May 2023, none before; 634 days from 7 April 2023 to the end of 2024."""
    (course,) = courses_of(desk, "T-HLJ-05", HEILONGJIANG, DATA_DATE)
    points = dict(course.actual)
    assert points[date(2023, 4, 30)] == 0
    assert points[date(2023, 5, 31)] == points[date(2023, 10, 31)] == 8
    assert (course.goal, course.deadline) == (Decimal(160), date(2024, 12, 31))
    # 7 April to 31 May are 54 days: 160 x 54 / 634.
    assert dict(course.pace)[date(2023, 5, 31)] == Decimal("13.63")
    assert course.pace[-1] == (date(2024, 12, 31), Decimal("160.00"))


def test_a_share_by_two_nodes_runs_along_its_plan(desk: Desk) -> None:
    (course,) = courses_of(desk, "T-DZ-05", GUCHENG, DATA_DATE)
    pace = dict(course.pace)
    assert pace[date(2023, 6, 30)] == 4
    # From 30 June 123 of 184 days are 31 October: 4 + 6 x 123 / 184.
    assert pace[date(2023, 10, 31)] == Decimal("8.01")
    assert course.goal == 10


def test_what_has_no_number_here_has_no_pace(desk: Desk) -> None:
    (course,) = courses_of(desk, "T-DZ-05", "411381002000", DATA_DATE)
    assert (course.goal, course.pace, course.projection) == (None, (), None)


def test_contributions_of_units_make_up_the_whole_gap(desk: Desk) -> None:
    """Sunwu lacks one, Huma three."""
    found = contributions(desk, "T-HLJ-16", HEILONGJIANG, DATA_DATE)
    assert found is not None
    assert (found.basis, found.whole, found.silent) == ("units", Decimal(4), 0)
    assert [(line.name, line.short, line.share_pct) for line in found.lines] == [
        ("孙吴县", Decimal(1), Decimal(25)),
        ("呼玛县", Decimal(3), Decimal(75)),
    ]


def test_contributions_of_shares_make_up_the_whole_gap(desk: Desk) -> None:
    """32,337 asked, 20 loans of 5 there: 32,237 lacking. One township has 5 of its 10; nobody was given 32,327."""
    found = contributions(desk, "T-DZ-05", DENGZHOU, DATA_DATE)
    assert found is not None
    # The township lacks 5, 32,327 were given to nobody: 95 of that others have already.
    assert (found.basis, found.whole, found.lacking) == ("shares", Decimal(32_237), Decimal(32_332))
    told = {line.kind: (line.actual, line.goal, line.short) for line in found.lines}
    assert told["part"] == (5, 10, 5)
    assert told["rest"] == (None, 32_327, 32_327)
    assert told["others"] == (95, 0, -95)
    shares = {line.kind: line.share_pct for line in found.lines}
    assert (shares["part"], shares["others"]) == (Decimal(500) / 32_332, None)
    assert sum(line.short or 0 for line in found.lines) == found.whole
    assert sum(line.share_pct or 0 for line in found.lines) == pytest.approx(100)


def test_what_was_not_shared_out_is_only_context(desk: Desk) -> None:
    found = contributions(desk, "T-HLJ-05", HEILONGJIANG, DATA_DATE)
    assert found is not None
    assert (found.basis, found.whole) == ("not_split", Decimal(8))
    (line,) = [line for line in found.lines if line.actual]
    assert (line.name, line.actual, line.short, line.share_pct) == ("黑河市", 8, None, 100)


def test_a_projection_is_a_straight_line_and_needs_points_and_time() -> None:
    days = (date(2023, 1, 31), date(2023, 2, 28), date(2023, 4, 11))
    points = list(zip(days, (Decimal(10), Decimal(14), Decimal(24)), strict=True))
    # 14 in 70 days are 0.2 a day: 40 more days give 8.
    found = projected(points, Decimal(40), date(2023, 5, 21), 0)
    assert found is not None
    assert (found.at_deadline, found.reached_on) == (32, date(2023, 6, 30))
    assert projected(points[:2], Decimal(40), date(2023, 5, 21), 0) is None
    assert projected(points, Decimal(24), date(2023, 5, 21), 0) is None
    assert projected(points, Decimal(40), date(2023, 4, 11), 0) is None
    # A share has no more than all: from 72 at 0.6 a day it would be 156 after 140 days; 90 is there after 30.
    steep = [(day, value * 3) for day, value in points]
    capped = projected(steep, Decimal(90), date(2023, 8, 29), 1, Decimal(100))
    assert capped is not None
    assert (capped.at_deadline, capped.reached_on) == (100, date(2023, 5, 11))
    falling = [(day, -value) for day, value in points]
    ahead = projected(falling, Decimal(40), date(2023, 5, 21), 0)
    assert ahead is not None
    assert ahead.reached_on is None


def test_what_holds_on_every_day_has_no_pace_line(desk: Desk) -> None:
    _, target = world().target("T-DZ-01")
    assert pace_line(target, Decimal(100), target.from_on, target.by_on) == ((), ())


def test_a_week_rounds_up_and_the_last_week_brings_everything() -> None:
    assert each_week(550, date(2023, 11, 20), date(2023, 12, 31)) == 94  # 550 x 7 / 41 = 93.9
    assert each_week(3, date(2023, 12, 29), date(2023, 12, 31)) == 3
    assert each_week(3, date(2023, 12, 31), date(2023, 12, 31)) is None
