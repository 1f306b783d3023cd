"""差距清单: which units hold a target back, what is under way, who is silent."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from finance_monitor.disclosure.shown import Shown
from finance_monitor.indicators.model import Indicator
from finance_monitor.policy.model import Target
from finance_monitor.progress.model import Progress
from finance_monitor.regions import regions
from finance_monitor.reports.gaps import gap_groups, group_of, region_below
from finance_monitor.reports.silence import silences
from finance_monitor.world import world
from tests.unit.progress_cases import indicator
from tests.unit.test_catching_up import COUNTY, OTHER, policy_of, progress, target

ON = date(2023, 11, 20)
CHONGQING = "500000000000"


def shown(one: Target, found: Progress, **more: object) -> Shown:
    told = {
        "policy": policy_of(one),
        "target": one,
        "indicator": indicator("stations", "count", "stock", "个", 0, ledgers=("post_stations",)),
        "progress": found,
        "hidden": False,
        "lifecycle": "in_force",
        "path": "detail",
        "batches": (),
        "release": 1,
        "data_date": ON,
        "is_demo": True,
        "names": {COUNTY: "武隆区", OTHER: "开州区", CHONGQING: "重庆市"},
    }
    return Shown(**(told | more))  # type: ignore[arg-type]


def per_unit(**more: object) -> Target:
    return target(id="C-2", kind="per_unit_min", at_least=5, scope="two", **more)


def test_a_sum_is_the_regions_own_line_with_days_and_weeks() -> None:
    one = target()
    (group,) = gap_groups([shown(one, progress(one, ON, 40))], regions())
    (gap,) = group.gaps
    assert (gap.name, gap.actual, gap.goal, gap.short) == ("武隆区", Decimal(40), Decimal(100), Decimal(60))
    assert (gap.days_behind, gap.needed_per_week) == (group.progress.days_behind, Decimal(11))
    assert not group.is_of_units


def test_units_that_have_reported_and_lack_something_are_named_and_silent_ones_counted() -> None:
    one = per_unit()
    found = replace(progress(one, ON, 4, None), light="yellow")
    (group,) = gap_groups([shown(one, found)], regions())
    assert [(gap.name, gap.short) for gap in group.gaps] == [("武隆区", Decimal(1))]
    assert (group.units, group.silent) == (1, 1)


def test_what_is_under_way_closes_a_gap_or_leaves_some() -> None:
    one = per_unit()
    found = progress(one, ON, 4, 1)
    waiting = {COUNTY: Decimal(3), OTHER: Decimal(1)}
    (group,) = gap_groups([shown(one, replace(found, light="red"), in_pipeline=waiting)], regions())
    assert [(gap.in_pipeline, gap.left) for gap in group.gaps] == [(3, 0), (1, 3)]
    together = group_of(group.shown, replace(found, region_code=CHONGQING), regions(), together_from=1)
    assert sorted((gap.name, gap.units, gap.left) for gap in together.gaps) == [("开州区", 1, 3), ("武隆区", 1, 0)]


def test_many_units_of_one_region_stand_together() -> None:
    one = per_unit()
    found = replace(progress(one, ON, 4, 1), light="red", region_code="000000000000")
    group = group_of(shown(one, found, in_pipeline={OTHER: Decimal(9)}), found, regions(), together_from=1)
    (gap,) = group.gaps
    assert (gap.name, gap.units, gap.short) == ("重庆市", 2, Decimal(5))
    assert (gap.in_pipeline, gap.left) == (Decimal(9), Decimal(1))  # what is too much in one county helps no other
    assert gap.needed_per_week == Decimal(1)


def test_a_limit_that_is_broken_is_over_and_nothing_under_way_helps() -> None:
    one = target(kind="total", at_least=None, at_most=0, pace="hold")
    (group,) = gap_groups([shown(one, progress(one, ON, 2), in_pipeline={COUNTY: Decimal(5)})], regions())
    (gap,) = group.gaps
    assert (gap.is_over, gap.short, gap.left) == (True, Decimal(2), None)


def test_what_is_on_its_way_or_not_in_force_is_not_listed() -> None:
    one = target()
    good, ended = shown(one, progress(one, ON, 95)), shown(one, progress(one, ON, 10), lifecycle="expired")
    assert gap_groups([good, ended], regions()) == ()


def test_the_worst_light_comes_first() -> None:
    one, other = target(), target(id="C-3")
    yellow, red = replace(progress(one, ON, 70), light="yellow"), replace(progress(other, ON, 10), light="red")
    groups = gap_groups([shown(one, yellow), shown(other, red)], regions())
    assert [group.shown.target.id for group in groups] == ["C-3", "C-1"]


def test_a_hidden_figure_is_listed_without_numbers() -> None:
    one = target()
    found = replace(progress(one, ON, 10), actual=None, shortfall=(), units_reached=None)
    (group,) = gap_groups([shown(one, found, hidden=True)], regions())
    assert (group.gaps[0].actual, group.gaps[0].short) == (None, None)


def test_the_region_below() -> None:
    assert region_below(COUNTY, "000000000000", regions()) == CHONGQING
    assert region_below(COUNTY, CHONGQING, regions()) == COUNTY
    assert region_below(COUNTY, OTHER, regions()) == COUNTY


def test_silent_units_stand_by_ledger_and_region() -> None:
    one = per_unit()
    found = replace(progress(one, ON, 4, None), region_code="000000000000", unit_level="county")
    names = {COUNTY: "武隆区", OTHER: "开州区", "000000000000": "全国"}
    (row,) = silences([shown(one, found, unreported=(OTHER,), names=names)], "000000000000", world(), "zh")
    assert (row.name, row.units, row.is_all, row.targets) == ("重庆市", ("开州区",), False, ("C-2",))
    assert row.ledgers == (world().ledgers["post_stations"].title.zh,)
    (everybody,) = silences([shown(one, found, unreported=(COUNTY, OTHER), names=names)], "000000000000", world(), "zh")
    assert (everybody.name, everybody.is_all, len(everybody.units)) == ("全国", True, 2)


def test_ledgers_in_which_the_same_units_are_silent_stand_together() -> None:
    one = per_unit()
    other = indicator("others", "count", "stock", "个", 0, ledgers=("outlets",))
    found = progress(one, ON, 4, None)
    told = [
        shown(one, found, unreported=(OTHER,)),
        shown(per_unit().model_copy(update={"id": "C-9"}), found, unreported=(OTHER,), indicator=other),
    ]
    (row,) = silences(told, CHONGQING, world(), "zh")
    assert (row.region_code, row.units, row.targets) == (CHONGQING, ("开州区",), ("C-2", "C-9"))
    assert row.ledgers == tuple(world().ledgers[name].title.zh for name in ("post_stations", "outlets"))


def test_nobody_is_asked_for_what_is_not_judged_here() -> None:
    one = per_unit()
    found = replace(progress(one, ON, None), status="context")
    assert silences([shown(one, found, unreported=(COUNTY,))], COUNTY, world(), "zh") == ()


def test_a_general_ledger_is_named_with_its_kind() -> None:
    one = target(kind="milestone", at_least=1, pace="milestone")
    found = progress(one, ON, None)
    kind: Indicator = indicator(
        "stations", "count", "stock", "个", 0, ledgers=("registers",), params={"kind": "新三板挂牌"}
    )
    told = shown(one, found, indicator=kind, unreported=(COUNTY,), missing=(kind,))
    (row,) = silences([told], COUNTY, world(), "zh")
    assert row.ledgers == (f"{world().ledgers['registers'].title.zh}（新三板挂牌）",)
