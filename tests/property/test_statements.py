"""Every statement over random rows of its ledgers equals its slow answer; its pieces keep the laws of pieces."""

from __future__ import annotations

import os
import random
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import product
from pprint import pformat

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from finance_monitor.indicators.model import Indicator
from finance_monitor.settings import QUERIES
from finance_monitor.store.queries import pieces_query
from tests.property.ledger_rows import FIRST_DAY, LAST_DAY, hints_of, pool_of
from tests.property.statements import (
    BATCHES,
    COUNTY,
    NATION,
    OTHER_COUNTY,
    Bench,
    as_brought_in,
    insides,
    small_world,
    standing,
    users_of,
)
from tests.reference_answers import answer
from tests.slow_readings import home_of

NAMES = sorted(path.stem for path in (QUERIES / "indicators").glob("*.sql"))
MANY = "MANY_EXAMPLES" in os.environ
statement_settings = settings(
    max_examples=600 if MANY else 40,
    derandomize=not MANY,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    # A world is a number; what is wrong with it is made small by `fewest`.
    phases=[Phase.generate],
)
HOME = home_of(small_world().regions)
WHOLES = (NATION, COUNTY, OTHER_COUNTY)
TOWNSHIPS = sorted(set(insides()) - set(WHOLES))
POOL = 4000 if MANY else 600


WEEKS_AROUND = 5
# Few rows show the edges, many find each other.
SIZES = (*range(4), *range(8, 30, 2))


@pytest.fixture(scope="module")
def bench():
    return Bench()


@dataclass(frozen=True)
class Asked:
    """A statement with the values of an indicator that uses it."""

    statement: str
    indicator: Indicator

    @cached_property
    def pieces(self):
        return pieces_query(self.statement)

    @cached_property
    def hints(self):
        return hints_of(self.pieces, self.indicator)

    @cached_property
    def pools(self):
        known = small_world()
        names = sorted(set(self.pieces.tables) & set(known.ledgers))
        return {name: pool_of(known.ledgers[name], self.hints, known.regions, POOL) for name in names}

    def world(self, seed):
        """Return rows of each ledger it reads, days and regions to ask for."""
        draw = random.Random(seed)
        rows = {}
        # In half of the worlds everything happens within some weeks.
        around = draw.choice(self.hints.days) if draw.random() < 0.5 else None
        for name, own in self.pools.items():
            pool = (around and happening(own, around)) or own
            drawn = [(draw.choice(pool), draw.choice(sorted(BATCHES))) for _ in range(draw.choice(SIZES))]
            rows[name] = as_brought_in(small_world().ledgers[name], drawn)
        days = [draw.choice(self.hints.days), FIRST_DAY + timedelta(draw.randint(700, 1180)), LAST_DAY]
        return rows, days, [*WHOLES, *draw.sample(TOWNSHIPS, 2)]


def happening(rows, around):
    """Return the rows that name a day some weeks around another."""
    near = timedelta(days=WEEKS_AROUND * 7)
    return [row for row in rows if any(abs(day - around) <= near for day in row.values() if isinstance(day, date))]


def all_asked():
    return [Asked(name, user) for name in NAMES for user in users_of(name)]


def broken_law(piece):
    """Return which law a piece breaks."""
    if piece["region_code"] is None or piece["from_on"] is None:
        return "a piece without a region or a first day"
    if piece["until_on"] is not None and piece["until_on"] <= piece["from_on"]:
        return "a piece that ends before it begins"
    return None if type(piece["numerator"]) is type(piece["denominator"]) is int else "a part that is no whole number"


@pytest.mark.parametrize("name", NAMES)
def test_a_statement_is_of_use_and_has_a_slow_answer(name):
    assert users_of(name)
    assert answer(name)


def fault_of(bench, asked, rows, days, codes):
    """Return what is wrong with the pieces over some rows, None where nothing is; and the largest numerator."""
    pieces = bench.pieces(asked.pieces, asked.indicator.params, rows)
    for piece in pieces:
        if law := broken_law(piece):
            return (law, piece), 0
    most = 0
    for code, day in product(codes, days):
        inside = insides()[code]
        said = standing(pieces, inside, day)
        slowly = answer(asked.statement)(rows, inside, day, asked.indicator.params, HOME)
        if said != slowly:
            return (f"{code} {day}: SQL {said}, slowly {slowly}", pieces), 0
        most = max(most, said[0])
    return None, most


def fewest(rows, is_wrong):
    """Leave out rows one by one as long as it stays wrong."""
    for name, own in rows.items():
        for row in list(own):
            fewer = {**rows, name: [other for other in rows[name] if other is not row]}
            if is_wrong(fewer):
                rows = fewer
    return rows


@pytest.mark.parametrize("asked", [pytest.param(asked, id=asked.indicator.id) for asked in all_asked()])
def test_a_statement_equals_its_slow_answer(bench, asked):
    numerators = []

    @statement_settings
    @given(st.integers(0, 10**9))
    def holds(seed):
        rows, days, codes = asked.world(seed)
        fault, most = fault_of(bench, asked, rows, days, codes)
        if fault:
            few = fewest(rows, lambda some: fault_of(bench, asked, some, days, codes)[0] is not None)
            fault = fault_of(bench, asked, few, days, codes)[0]
            pytest.fail(f"{asked.statement} {asked.indicator.params}: {fault[0]}\n{pformat((few, fault[1]))}")
        numerators.append(most)

    holds()
    assert any(numerators), "no example had anything to count"
