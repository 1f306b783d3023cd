"""docs/targets-review.md has one line for every target, under its present title."""

from __future__ import annotations

import re

from finance_monitor.policy.loader import all_targets
from finance_monitor.settings import ROOT

LINE = re.compile(r"^\| (T-[A-Z]+-\d+) ([^|]+) \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$", re.MULTILINE)


def test_every_target_has_one_line_that_says_how_from_what_and_what_is_assumed() -> None:
    lines = LINE.findall((ROOT / "docs" / "targets-review.md").read_text(encoding="utf-8"))
    assert [line[0] for line in lines] == list(dict.fromkeys(line[0] for line in lines))
    titles = {name: target.title.zh for name, (_, target) in all_targets().items()}
    assert {line[0]: line[1] for line in lines} == titles
