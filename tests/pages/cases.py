"""The cases drawn of which every surface must say the same, and what all of them are read with."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from itertools import cycle, islice
from random import Random
from typing import Any

import pytest

from finance_monitor.dates import month_end
from finance_monitor.maps.shapes import build_shapes
from finance_monitor.policy.model import Policy
from finance_monitor.progress.scope import own_region
from finance_monitor.regions import level_rank
from finance_monitor.world import world
from tests.pages.expected import Expected
from tests.pages.surfaces import Desk, desk_before, is_same, number_in

SEED, PLACES, DRAWN = 20231120, 12, 50
LAST = date(2023, 11, 20)
LEVELS = ("own", "county", "own", "township", "county", "township", "prefecture")
Place = tuple[str, date]
Case = tuple[str, str, date]


def _a_day(draw: Random, number: int) -> date:
    """Return a month end, which the rollup knows, or any day, which it does not; half of them of the last year."""
    first = date(2023, 1, 1) if number % 2 else date(2018, 1, 1)
    found = first + timedelta(days=draw.randrange((LAST - first).days))
    if number % 3:
        return min(month_end(found), LAST)
    return found if found != month_end(found) else found - timedelta(days=1)


def _a_region(draw: Random, policy: Policy, level: str) -> str:
    known = world().regions
    own = policy.region
    units = (
        known.descendants(own, level) if level != "own" and level_rank(level) > level_rank(known.get(own).level) else ()
    )
    return draw.choice(units).code if units else own


def drawn() -> list[Case]:
    """Draw the cases: documents in turn, levels in turn, any of the targets that speak of the region."""
    draw, known, found = Random(SEED), world().regions, []
    policies = islice(cycle(world().policies.values()), PLACES)
    for number, (policy, level) in enumerate(zip(policies, cycle(LEVELS), strict=False)):
        region, day = _a_region(draw, policy, level), _a_day(draw, number)
        targets = [
            target.id
            for one in world().policies.values()
            for target in one.targets
            if known.covers(own_region(target, one), region)
        ]
        own = [target.id for target in policy.targets if target.id in targets]
        few = draw.sample(own, min(len(own), 3))
        others = [one for one in targets if one not in few]
        few += draw.sample(others, min(len(others), 2))
        found += [(target, region, day) for target in few]
    return found[:DRAWN]


CASES = drawn()


@pytest.fixture(scope="module")
def desk(full_demo: Any) -> Iterator[Desk]:
    build_shapes(full_demo.shapes)
    with desk_before(full_demo.folder) as found:
        yield found


@pytest.fixture(scope="module")
def asked() -> dict[Case, Expected]:
    """Keep what the command line said."""
    return {}


def expected(desk: Desk, asked: dict[Case, Expected], case: Case) -> Expected:
    if case not in asked:
        element, row = desk.told(*case)
        for name, value in element.items():
            if isinstance(value, Decimal):
                assert Decimal(row[name]) == value, name
            elif isinstance(value, str) or value is None:
                assert row[name].removeprefix("'") == (value or ""), name
        asked[case] = Expected(element, world().target(case[0])[1].strictness)
    return asked[case]


def same_row(want: Expected, actual: str, goal: str, done: Any, chip: Any) -> None:
    assert want.says_amount(actual), actual
    assert want.says_goal(goal), goal
    assert is_same(number_in(done["b"][1]) if isinstance(done, dict) else None, want["completion"]), done
    _, word, light = chip["c"]
    assert want.says_word(word), word
    assert light == want["light"]


def above_of(region: str) -> str:
    """Return the region on whose pages a region stands as a part; of the country itself the country."""
    return next((one.code for one in world().regions.ancestors(region)), region)


def files_of(desk: Desk, key: str) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    return desk.files.csv(key), desk.files.xlsx(key)


def value_of(said: object) -> Decimal | None:
    """Read a cell of a file: a number, or a text that is one."""
    return None if said in (None, "") else Decimal(str(said))


def board_of(case: Case) -> str:
    policy, target = world().target(case[0])
    above = above_of(case[1])
    return above if world().regions.covers(own_region(target, policy), above) else case[1]
