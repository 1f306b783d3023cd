"""Every fault of a policy file is said with file, line and remedy, in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from finance_monitor.errors import UserError
from finance_monitor.policy.loader import Known, check_files, check_policy, load_policy
from finance_monitor.texts import tell

KNOWN = Known({"stations", "other"}, {"counties"}, {"000000000000", "230000000000"})
GOOD = """\
id: made-up
title: 关于试办的通知
short_title: {zh: 试办, en: Trial}
number: null
issuers: [甲局]
issued_on: 2023-04-07
effective_from: 2023-04-07
effective_to: 2024-12-31
region: "230000000000"
clauses:
  - {id: 一(一), title: 试办}
parameters:
  - {name: max_amount, unit: 元, values: {2023-04-07: 50000}, clause: 一(一), quote: 每户五万元}
targets:
  - id: T-1
    title: {zh: 开设三个, en: Three open}
    clause: 一(一)
    quote: 开设三个站
    indicator: stations
    kind: total
    unit: 个
    at_least: 3
    wording: stated
    from: 2023-04-07
    by: 2023-12-31
"""
GAP = "kind: growth_gap\n    compared_with: other"
PARTS = """at_least: 3
    parts:
      - {id: a, title: {zh: 甲, en: a}, indicator: stations, kind: total, unit: 个, at_least: 1}
      - {id: a, title: {zh: 乙, en: b}, indicator: stations, kind: total, unit: 个, at_least: 1}"""

# what is written instead of what -> the fault, and the line it is on
FAULTS = [
    ("kind: total", "kind: total: 3", "yaml.broken", 20),
    ("kind: total", "kind: totl", "yaml.not_a_choice", 20),
    ("kind: total", "kind: total\n    kind: total", "yaml.repeated_key", 21),
    ("    unit: 个\n", "    unit: 个\n    unitt: 个\n", "yaml.unknown_key", 22),
    ("    wording: stated\n", "", "yaml.missing_key", 15),
    ("issuers: [甲局]\n", "", "yaml.missing_key", 1),
    ("issuers: [甲局]", "issuers: 甲局", "yaml.not_a_list", 5),
    ('region: "230000000000"', "region: 230000000000", "yaml.not_a_text", 9),
    ("{zh: 试办, en: Trial}", "试办", "yaml.not_a_mapping", 3),
    ("{zh: 试办, en: Trial}", "{zh: 试办, en: ''}", "yaml.empty_text", 3),
    ("by: 2023-12-31", "by: 2023-11-31", "yaml.not_a_date", 25),
    ("at_least: 3", "at_least: 三", "yaml.not_a_number", 22),
    ("at_least: 3", "at_least: .inf", "yaml.wrong_value", 22),
    ("at_least: 3", "at_least: 3\n    period_months: 1.5", "yaml.not_a_whole_number", 23),
    ("at_least: 3", "at_least: 3\n    rankable: 也许", "yaml.not_yes_or_no", 23),
    ("indicator: stations", "indicator: station", "policy.unknown_indicator", 19),
    ("kind: total", "kind: growth_gap\n    compared_with: nothing", "policy.unknown_indicator", 21),
    ("wording: stated", "wording: stated\n    scope: villages", "policy.unknown_scope", 24),
    ("    clause: 一(一)", "    clause: 一(二)", "policy.unknown_clause", 17),
    (", clause: 一(一), quote", ", clause: 九, quote", "policy.unknown_clause", 13),
    ('region: "230000000000"', 'region: "230000000001"', "policy.unknown_region", 9),
    ("wording: stated", 'wording: stated\n    region: "23"', "policy.unknown_region", 24),
    ("{id: 一(一), title: 试办}", "{id: 一(一), title: 试办}\n  - {id: 一(一), title: 又}", "policy.duplicate", 12),
    ("at_least: 3", PARTS, "policy.duplicate", 25),
    ("at_least: 3", PARTS, "policy.bound_beside_parts", 22),
    ("at_least: 3", "at_least: 3\n    exactly: 3", "policy.two_bounds", 23),
    ("    at_least: 3\n", "", "policy.no_bound", 15),
    ("kind: total", "kind: trend", "policy.bound_of_trend", 22),
    ("kind: total", "kind: ceiling", "policy.ceiling_needs_at_most", 22),
    ("kind: total", "kind: growth_gap", "policy.nothing_to_compare", 15),
    ("kind: total", "kind: total\n    compared_with: other", "policy.compared_in_vain", 21),
    ("kind: total", "kind: coverage", "policy.needs_scope", 15),
    ("kind: total", "kind: total\n    pace: plan", "policy.plan_and_pace", 21),
    ("by: 2023-12-31", "by: 2023-04-06", "policy.ends_early", 25),
    ("effective_to: 2024-12-31", "effective_to: 2022-12-31", "policy.ends_early", 8),
    ("wording: stated", "wording: stated\n    context_only: true", "policy.context_is_judged", 24),
    ("id: made-up", "id: made_up", "policy.not_the_file_name", 1),
]


def write(folder: Path, text: str = GOOD, name: str = "made-up") -> Path:
    path = folder / f"{name}.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def replaced(old: str, new: str) -> str:
    assert old in GOOD
    return GOOD.replace(old, new, 1)


def test_a_good_policy_loads(tmp_path: Path) -> None:
    policy = load_policy(write(tmp_path), KNOWN)
    assert (policy.id, policy.targets[0].at_least, policy.targets[0].by_on.isoformat()) == ("made-up", 3, "2023-12-31")


def test_a_growth_gap_names_what_it_is_compared_with(tmp_path: Path) -> None:
    policy = load_policy(write(tmp_path, replaced("kind: total", GAP)), KNOWN)
    assert policy.targets[0].compared_with == "other"


@pytest.mark.parametrize(("old", "new", "key", "line"), FAULTS, ids=[f"{key}-{new[:12]}" for _, new, key, _ in FAULTS])
def test_every_fault_says_file_line_and_remedy(tmp_path: Path, old: str, new: str, key: str, line: int) -> None:
    _, faults = check_policy(write(tmp_path, replaced(old, new)), KNOWN)
    found = {fault.key: fault for fault in faults}
    assert key in found
    fault = found[key]
    assert (fault.place.file, fault.place.row) == ("made-up.yaml", line)
    chinese, english = tell(fault, "zh"), tell(fault, "en")
    assert chinese.startswith(f"made-up.yaml，第{line}行：")
    assert chinese.endswith("。")
    assert english.startswith(f"made-up.yaml, row {line}: ")
    assert len(chinese.split("。")) >= 3  # what is wrong, and what to do


def test_loading_raises_the_first_fault_by_line(tmp_path: Path) -> None:
    broken = replaced("kind: total", "kind: totl").replace("issuers: [甲局]\n", "")
    with pytest.raises(UserError) as raised:
        load_policy(write(tmp_path, broken), KNOWN)
    assert (raised.value.key, raised.value.place.row) == ("yaml.missing_key", 1)


def test_all_faults_of_a_file_are_listed_even_where_the_shape_is_wrong(tmp_path: Path) -> None:
    second = GOOD[GOOD.index("  - id: T-1") :].replace("T-1", "T-2").replace("kind: total", "kind: totl")
    broken = GOOD.replace("indicator: stations", "indicator: nothing").replace("by: 2023-12-31", "by: 2022-12-31")
    faults = check_files([write(tmp_path, broken + second)], KNOWN)
    assert [(fault.key, fault.place.row) for fault in faults] == [
        ("policy.unknown_indicator", 19),
        ("policy.ends_early", 25),
        ("yaml.not_a_choice", 31),
    ]


def test_a_target_id_twice_in_a_file_or_in_two_files_is_refused(tmp_path: Path) -> None:
    target = GOOD[GOOD.index("  - id: T-1") :]
    twice = write(tmp_path, GOOD + target)
    assert [(fault.key, fault.place.row) for fault in check_files([twice], KNOWN)] == [("policy.duplicate", 26)]
    other = write(tmp_path, GOOD.replace("id: made-up", "id: other"), "other")
    faults = check_files([write(tmp_path), other], KNOWN)
    assert [(fault.key, fault.place.file) for fault in faults] == [("policy.in_two_files", "other.yaml")]
    assert "made-up.yaml" in tell(faults[0], "zh")


def test_files_that_cannot_be_read_say_so(tmp_path: Path) -> None:
    chinese = tmp_path / "gbk.yaml"
    chinese.write_bytes("title: 关于试办的通知".encode("gb18030"))
    empty = write(tmp_path, "", "empty")
    faults = check_files([chinese, empty, tmp_path / "nowhere.yaml"], KNOWN)
    assert [fault.key for fault in faults] == ["yaml.not_fields", "yaml.not_utf8", "yaml.no_file"]
    assert all(tell(fault, lang) for fault in faults for lang in ("zh", "en"))


def test_quotes_are_proved_where_the_text_lies_beside_the_file(tmp_path: Path) -> None:
    path = write(tmp_path)
    assert check_files([path], KNOWN) == []
    text = tmp_path / "texts" / "made-up.txt"
    text.parent.mkdir()
    text.write_text("一、（一）**开设 三个**\n　站，每户\n五万 元。", encoding="utf-8")
    assert check_files([path], KNOWN) == []
    text.write_text("一、（一）开设四个站，每户五万元。", encoding="utf-8")
    (fault,) = check_files([path], KNOWN)
    assert (fault.key, fault.place.row) == ("policy.not_in_text", 18)
    assert "开设三个站" in tell(fault, "zh")
