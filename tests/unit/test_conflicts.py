"""Two documents, two answers: the same indicator, the same parameter, and the points their readers left open."""

from __future__ import annotations

from datetime import date

from finance_monitor.policy.conflicts import check_open_points, open_points, points_of, same_indicator, two_answers
from finance_monitor.policy.loader import all_targets, policies
from tests.unit.test_catching_up import FROM, policy_of, target


def with_limit(policy_id, values, unit="元"):
    parameters = [{"name": "max_amount", "unit": unit, "values": values, "clause": "一", "quote": "站点"}]
    told = policy_of(target(id=policy_id)).model_dump(by_alias=True) | {"id": policy_id, "parameters": parameters}
    return type(policy_of(target())).model_validate(told)


def test_the_value_of_the_day_counts():
    first, second = with_limit("a", {FROM: 50000}), with_limit("b", {FROM: 50000, date(2023, 6, 1): 100000})
    assert two_answers([first, second], date(2023, 5, 31)) == ()
    (found,) = two_answers([first, second], date(2023, 6, 1))
    assert found.name == "max_amount"
    assert [(policy.id, value) for policy, _, value in found.answers] == [("a", 50000), ("b", 100000)]


def test_a_document_that_has_ended_gives_no_answer():
    ended = with_limit("a", {FROM: 30000}).model_copy(update={"effective_to": date(2023, 3, 31)})
    assert two_answers([ended, with_limit("b", {FROM: 50000})], date(2023, 4, 1)) == ()


def test_targets_of_other_documents_on_the_same_indicator():
    known = policies()
    own = all_targets()["T-HLJ-16"][1]
    assert "T-ABC-02" in [other.id for _, other in same_indicator(own, known.values())]
    assert all(policy.id != "heilongjiang-2023-5" for policy, _ in same_indicator(own, known.values()))


def test_open_points_name_targets_that_exist():
    assert check_open_points(all_targets()) == []
    assert [point.id for point in points_of("T-KZ-04")] == ["household_share_pushed_or_not"]
    assert len({point.id for point in open_points()}) == len(open_points())


def test_an_open_point_of_no_target_is_found_with_its_line():
    (fault, *_) = check_open_points({})
    assert fault.key == "policy.unknown_target"
    assert fault.place.row
