"""A share of a target is a target of its own: its number, its day, its nodes."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from finance_monitor.progress.allotment import Allotment, can_be_shared_out, shared_out, target_for
from tests.unit.test_catching_up import BY, OTHER, target

JUNE = date(2023, 6, 30)


def allotment(nodes, region=OTHER):
    return Allotment("C-1", region, nodes, "某文〔2023〕1号", ("B000001",))


def test_one_node_is_a_number_and_a_day():
    own = target_for(target(), allotment({JUNE: Decimal(40)}))
    assert (own.at_least, own.by_on, own.region, own.pace) == (Decimal(40), JUNE, OTHER, "linear")


def test_several_nodes_are_a_plan():
    nodes = {JUNE: Decimal(10), BY: Decimal(40)}
    own = target_for(target(), allotment(nodes))
    assert (own.at_least, own.by_on, own.pace, own.plan) == (Decimal(40), BY, "plan", nodes)


def test_a_share_of_a_target_without_a_deadline_has_one():
    own = target_for(target(by=None, pace="none"), allotment({JUNE: Decimal(40)}))
    assert (own.by_on, own.pace) == (JUNE, "linear")


def test_only_sums_are_shared_out():
    assert can_be_shared_out(target())
    assert can_be_shared_out(target(kind="flow"))
    assert not can_be_shared_out(target(kind="ratio", unit="%"))
    assert not can_be_shared_out(target(kind="coverage", scope="two"))
    assert not can_be_shared_out(target(kind="trend", at_least=None, wording="direction"))


def test_what_is_given_is_added_up_and_the_rest_may_be_too_little():
    given = [allotment({JUNE: Decimal(70)}), allotment({JUNE: Decimal(10), BY: Decimal(45)}, "500156101000")]
    share = shared_out(target(), given)
    assert share is not None
    assert (share.regions, share.total, share.rest) == (2, Decimal(115), Decimal(-15))
    assert shared_out(target(), []) is None
