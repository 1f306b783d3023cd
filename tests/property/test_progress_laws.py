"""Laws of progress that hold whatever the figures are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from finance_monitor.indicators.model import Reading
from finance_monitor.policy.model import Policy, Target
from finance_monitor.progress.evaluate import evaluate
from finance_monitor.progress.light import badness, light_of, settled, status_after, status_before
from finance_monitor.progress.model import Progress
from finance_monitor.progress.pace import expected_on
from finance_monitor.progress.rounding import shown
from finance_monitor.progress.span import span_of
from finance_monitor.progress.stand import Bound, Stand, bound_of, stand_of, stands
from finance_monitor.progress.window import dates_needed
from tests.unit.progress_cases import BANDS, indicator, reading_cases

FROM, BY = date(2023, 1, 1), date(2023, 12, 31)
REGION = "230000000000"
CODES = [f"2301{n:02d}000000" for n in range(21, 29)]
COUNT = indicator("things", "count", "stock", "个", 0)
SHARE = indicator("things", "share", "stock", "%", 1)

counts = st.none() | st.integers(min_value=0, max_value=12)
many_counts = st.lists(counts, min_size=2, max_size=8)
days_in_window = st.dates(FROM, BY - timedelta(days=1))
days_after = st.dates(BY, BY + timedelta(days=900))
percents = st.decimals(min_value=0, max_value=150, places=1)


def target_of(**fields: Any) -> tuple[Target, Policy]:
    said = {"zh": "目标", "en": "target"}
    given_fields = {
        "id": "T",
        "title": said,
        "clause": "一",
        "quote": "目标",
        "wording": "stated",
        "indicator": "things",
        "unit": "个",
        "from": FROM,
        "by": BY,
        **fields,
    }
    policy = Policy.model_validate(
        {
            "id": "p",
            "title": "文件",
            "short_title": said,
            "number": None,
            "issuers": ["机关"],
            "issued_on": None,
            "effective_from": FROM,
            "region": REGION,
            "clauses": [{"id": "一", "title": "目标"}],
            "targets": [given_fields],
        }
    )
    return policy.targets[0], policy


def result(
    fields: Mapping[str, Any],
    figures: Mapping[date, Sequence[int | None]],
    as_of: date,
    order: Sequence[int] | None = None,
) -> Progress:
    target, policy = target_of(**fields)
    size = len(next(iter(figures.values())))
    units = [CODES[place] for place in (order or range(size))]

    def read(_: str, day: date) -> dict[str, Reading]:
        if day not in figures:
            return {}
        return {code: Reading(code, day, figure, None, 1) for code, figure in zip(CODES, figures[day], strict=False)}

    return evaluate(target, policy, REGION, units, as_of, read, {"things": COUNT}, BANDS)


PER_UNIT = {"kind": "per_unit_min", "at_least": 5}
COVER = {"kind": "coverage", "exactly": 8}
SUM = {"kind": "total", "at_least": 40}
kinds_of_counts = st.sampled_from([PER_UNIT, COVER, SUM])


@given(kinds_of_counts, many_counts, days_in_window, st.randoms(use_true_random=False))
def test_the_order_of_the_units_does_not_matter(fields: dict[str, Any], figures: Any, day: date, random: Any) -> None:
    order = list(range(len(figures)))
    random.shuffle(order)
    one, other = result(fields, {day: figures}, day), result(fields, {day: figures}, day, order)
    assert set(one.shortfall) == set(other.shortfall)
    assert replace(one, shortfall=()) == replace(other, shortfall=())


@given(many_counts.filter(lambda figures: len(figures) < 8), st.integers(5, 20), days_in_window)
def test_a_unit_more_that_reaches_its_minimum_never_lowers_completion(figures: Any, more: int, day: date) -> None:
    before = result(PER_UNIT, {day: figures}, day).completion_pct or Decimal(0)
    after = result(PER_UNIT, {day: [*figures, more]}, day).completion_pct
    assert after is not None
    assert after >= before


@given(st.lists(st.integers(0, 30), min_size=2, max_size=8), days_in_window)
def test_the_actual_of_a_total_is_the_sum_of_its_parts(figures: list[int], day: date) -> None:
    whole = result(SUM, {day: figures}, day)
    parts = [result(SUM, {day: [figure]}, day).actual or Decimal(0) for figure in figures]
    assert whole.actual == sum(parts)
    assert whole.numerator == sum(figures)


@given(st.lists(st.integers(0, 30), min_size=1, max_size=8), st.dates(FROM, BY + timedelta(days=60)))
def test_shortfalls_of_a_total_are_the_goal_less_the_actual(figures: list[int], day: date) -> None:
    found = result(SUM, {day: figures, BY: figures}, day)
    assert found.actual is not None
    assert sum(lack.short for lack in found.shortfall) == max(Decimal(0), 40 - found.actual)


@given(many_counts, days_in_window)
def test_persons_short_are_counted_unit_by_unit(figures: Any, day: date) -> None:
    found = result(PER_UNIT, {day: figures}, day)
    short = sum(lack.short for lack in found.shortfall if lack.actual is not None)
    if found.units_reported:
        assert short == sum(max(0, 5 - figure) for figure in figures if figure is not None)
    assert found.units_total == len(figures)


@given(st.sampled_from(["at_least", "at_most", "exactly", "above"]), st.decimals(0, 100, places=1), many_counts)
def test_the_worst_case_is_never_better_than_the_best(sense: Any, number: Decimal, figures: Any) -> None:
    readings = [None if figure is None else Reading("x", FROM, figure, 12, 1) for figure in figures]
    bound = Bound(sense, number)
    for found in (span_of(COUNT, "个", readings), span_of(SHARE, "%", readings)):
        worst, best = stands(bound, found)
        assert worst.reached <= best.reached
        for manner in ("hold", "curve", "milestone"):
            lights = [
                badness(light_of(status, None), status)
                for status in (status_before(stand, manner, Decimal(50), BANDS) for stand in (worst, best))
                if status is not None
            ]
            if sense in ("at_least", "above") or manner == "hold":
                assert lights[0] <= lights[1]


@given(many_counts.filter(lambda figures: None in figures), days_in_window, st.integers(0, 12), kinds_of_counts)
def test_a_settled_light_stays_whatever_the_missing_units_report(
    figures: Any, day: date, reported: int, fields: dict[str, Any]
) -> None:
    before = result(fields, {day: figures}, day)
    after = result(fields, {day: [reported if figure is None else figure for figure in figures]}, day)
    if before.status != "unknown":
        assert after.light == before.light


@given(
    kinds_of_counts,
    many_counts,
    many_counts,
    days_after,
)
def test_the_result_is_final_except_that_missed_may_become_late(
    fields: dict[str, Any], at_end: Any, later: Any, day: date
) -> None:
    later = (list(later) * 8)[: len(at_end)]
    at_deadline = result(fields, {BY: at_end}, BY)
    after = result(fields, {day: later, BY: at_end}, day)
    if at_deadline.status == "missed":
        assert after.status in ("missed", "late")
    else:
        assert replace(after, as_of=BY) == at_deadline
    assert after.final == (after.status if after.status != "unknown" else None)


@given(st.sampled_from(["total", "per_unit_min", "coverage"]), many_counts, days_in_window)
def test_what_must_hold_has_nothing_expected(kind: str, figures: Any, day: date) -> None:
    found = result({"kind": kind, "at_least": 5, "pace": "hold"}, {day: figures}, day)
    assert (found.expected, found.expected_pct, found.gap_pp) == (None, None, None)
    assert found.status in ("holding", "breached", "unknown")


@given(st.lists(st.integers(0, 30), min_size=1, max_size=8), days_in_window, days_in_window)
def test_as_days_pass_without_progress_the_light_never_improves(figures: list[int], one: date, other: date) -> None:
    first, last = sorted((one, other))
    earlier = result(SUM, {first: figures, last: figures}, first)
    later = result(SUM, {first: figures, last: figures}, last)
    assert badness(later.light, later.status) <= badness(earlier.light, earlier.status)


@given(st.dates(FROM - timedelta(days=400), BY + timedelta(days=400)), st.decimals(0, 40, places=0))
def test_expectation_runs_from_the_baseline_to_the_goal(day: date, baseline: Decimal) -> None:
    target, _ = target_of(**SUM, baseline=baseline)
    expected = expected_on(target, Decimal(40), FROM, BY, day)
    assert expected.value is not None
    assert baseline <= expected.value <= 40
    if day <= FROM:
        assert expected.value == baseline
    if day >= BY:
        assert expected.pct == 100


@given(
    st.sampled_from(["at_least", "exactly", "above"]), st.decimals(1, 1000, places=1), st.decimals(0, 2000, places=1)
)
def test_what_is_not_reached_is_never_shown_as_complete(sense: Any, number: Decimal, value: Decimal) -> None:
    stand = stand_of(Bound(sense, number), value)
    if not stand.reached and value <= number:
        assert stand.completion_pct is not None
        assert stand.completion_pct < 100


@given(percents, percents)
def test_two_cases_settle_only_where_the_light_is_the_same(worst_pct: Decimal, best_pct: Decimal) -> None:
    stands_of = (Stand(worst_pct >= 100, worst_pct), Stand(best_pct >= 100, best_pct))
    worst, best = (status_before(stand, "curve", Decimal(60), BANDS) for stand in stands_of)
    found = settled(worst, best, None)
    assert (found is not None) == (light_of(worst, None) == light_of(best, None))


@given(st.booleans(), st.booleans(), st.sampled_from([None, "力争", "争取", "确保"]))
def test_only_what_was_aimed_for_is_spared_the_red(reached: bool, caught_up: bool, word: str | None) -> None:
    status = status_after(Stand(reached, None), caught_up)
    if status == "missed":
        assert light_of(status, word) == ("yellow" if word in ("力争", "争取") else "red")
    assert reached == (status == "met")


@given(st.decimals(-1000, 1000, places=4), st.integers(0, 3))
def test_half_is_rounded_away_from_zero(value: Decimal, decimals: int) -> None:
    step = Decimal(1).scaleb(-decimals)
    rounded = shown(value, decimals)
    assert abs(rounded - value) <= step / 2
    assert shown(-value, decimals) == -rounded
    assert shown(Decimal("0.5"), 0) == 1
    assert shown(Decimal("96.25"), 1) == Decimal("96.3")


def test_every_day_that_is_read_was_announced() -> None:
    for case in reading_cases():
        asked: set[tuple[str, date]] = set()

        def read(name: str, day: date, into: set[tuple[str, date]] = asked, case: Any = case) -> dict[str, Reading]:
            into.add((name, day))
            return case.read(name, day)

        replace_read = (case.target, case.policy, case.region, case.units, case.as_of, read, case.indicators, BANDS)
        evaluate(*replace_read, case.in_scope)
        assert asked <= set(dates_needed(case.target, case.policy, case.as_of)), case.label
        assert all(day <= case.as_of for _, day in asked), case.label


def test_a_trend_has_no_bound() -> None:
    target, _ = target_of(kind="trend", wording="direction")
    assert bound_of(target) is None
