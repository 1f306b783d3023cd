"""The documents and indicators that come with the product."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path
from typing import get_args

import pytest

from finance_monitor.indicators.catalogue import check_indicator, indicators
from finance_monitor.money import FEN_IN
from finance_monitor.policy.checks import goals
from finance_monitor.policy.loader import all_targets, check_files, policies
from finance_monitor.policy.model import Kind, Policy
from finance_monitor.settings import DATA, ROOT
from finance_monitor.texts import catalogue, tell

CORE = ROOT / "finance_monitor"
POLICIES = ["abc-disability-finance", "dengzhou-2023", "heilongjiang-2023-5", "kaizhou-2021-62", "wulong-2017-53"]


def test_all_five_documents_load_without_a_fault() -> None:
    assert check_files([]) == []
    assert list(policies()) == POLICIES


def test_every_aggregation_kind_is_present() -> None:
    kinds = {goal.kind for policy in policies().values() for _, goal in goals(policy)}
    assert kinds == set(get_args(Kind))


def test_every_target_can_be_found_by_its_id() -> None:
    policy, target = all_targets()["T-HLJ-05"]
    assert policy.number == "黑残联字〔2023〕5号"
    assert (target.at_least, target.from_on, target.by_on) == (160, date(2023, 4, 7), date(2024, 12, 31))
    assert sum(len(policy.targets) for policy in policies().values()) == len(all_targets()) == 114


def test_units_of_targets_fit_what_their_indicators_measure() -> None:
    for policy in policies().values():
        for _, goal in goals(policy):
            measure = indicators()[goal.indicator].measure
            if goal.kind in ("growth", "growth_gap", "coverage"):
                continue
            assert (goal.unit in FEN_IN) == (measure in ("money", "average_money")), goal.indicator
            assert (goal.unit == "%") == (measure == "share"), goal.indicator


def test_every_indicator_is_used_and_every_default_is_said() -> None:
    used = {goal.indicator for policy in policies().values() for _, goal in goals(policy)}
    used |= {goal.compared_with for policy in policies().values() for _, goal in goals(policy) if goal.compared_with}
    used |= {beside for _, target in all_targets().values() for beside in target.beside}
    used |= {indicator.pipeline for indicator in indicators().values() if indicator.pipeline}
    told = [*(ROOT / "dashboard").glob("*.py"), *CORE.rglob("*.py"), *(DATA / "reports").glob("*.yaml")]
    on_pages = set(re.findall(r"[a-z0-9_]+", " ".join(path.read_text(encoding="utf-8") for path in told)))
    assert used <= set(indicators())
    assert set(indicators()) - used <= on_pages
    assert all(target.assumed for _, target in all_targets().values())


def test_the_anti_target_is_neither_judged_nor_ranked() -> None:
    _, target = all_targets()["T-KZ-04"]
    assert (target.context_only, target.rankable, target.wording) == (True, False, "direction")


def test_a_composite_target_has_its_parts() -> None:
    _, target = all_targets()["T-HLJ-11"]
    assert [(part.id, part.unit, str(part.exactly)) for part in target.parts] == [
        ("rams", "%", "100"),
        ("ewes", "%", "100"),
        ("cost", "%", "100"),
    ]


@pytest.mark.parametrize("policy", policies().values(), ids=POLICIES)
def test_a_document_is_in_force_from_its_first_to_its_last_day(policy: Policy) -> None:
    day = timedelta(days=1)
    assert policy.lifecycle(policy.effective_from - day) == "not_yet"
    assert policy.lifecycle(policy.effective_from) == "in_force"
    if policy.effective_to is None:
        assert policy.lifecycle(date(2099, 1, 1)) == "in_force"
    else:
        assert policy.lifecycle(policy.effective_to) == "in_force"
        assert policy.lifecycle(policy.effective_to + day) == "expired"


def test_a_repealed_document_says_so_on_every_day() -> None:
    repealed = policies()["kaizhou-2021-62"].model_copy(update={"lifecycle_override": "repealed"})
    assert repealed.lifecycle(date(2022, 1, 1)) == "repealed"


def test_an_indicator_says_its_faults_with_line_and_remedy(tmp_path: Path) -> None:
    path = tmp_path / "stations.yaml"
    good = (
        "id: stations\nname: {zh: 站数, en: Stations}\nmeasure: count\nnature: stock\nunit: {zh: 个, en: stations}\n"
        "numerator: {zh: 站, en: stations}\nsensitivity: workload\n"
    )
    path.write_text(good, encoding="utf-8")
    assert check_indicator(path)[1] == []
    for old, new, key, line in [
        ("measure: count", "measure: share", "indicator.denominator", 3),
        ("id: stations", "id: other", "policy.not_the_file_name", 1),
        ("nature: stock", "nature: stok", "yaml.not_a_choice", 4),
        ("workload\n", "workload\ndecimal: 1\n", "yaml.unknown_key", 8),
    ]:
        path.write_text(good.replace(old, new), encoding="utf-8")
        (fault,) = check_indicator(path)[1]
        assert (fault.key, fault.place.file, fault.place.row) == (key, "stations.yaml", line)
        assert all(tell(fault, lang).startswith("stations.yaml") for lang in ("zh", "en"))


def test_every_unit_is_said_in_both_languages() -> None:
    units = {goal.unit for policy in policies().values() for _, goal in goals(policy)}
    units |= {indicator.unit.zh for indicator in indicators().values()}
    assert {unit for unit in units if f"progress.unit.{unit.split('/')[0]}" not in catalogue()} == set()
