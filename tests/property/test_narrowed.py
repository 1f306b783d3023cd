"""A narrowed statement equals its slow answer over the rows of these values; the parts make up the whole."""

from __future__ import annotations

import random
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finance_monitor.store.narrowing import NOT_FILLED_IN, column_of, dimensions_in, narrowed, parted
from finance_monitor.store.queries import PIECE
from tests.property.statements import Bench, insides, small_world, standing
from tests.property.test_statements import HOME, all_asked, statement_settings
from tests.reference_answers import answer

LEDGERS = small_world().ledgers


def dimensions(asked):
    return dimensions_in(asked.pieces, LEDGERS)


NARROWABLE = [pytest.param(asked, id=asked.indicator.id) for asked in all_asked() if dimensions(asked)]
SINGLE = [param for param in NARROWABLE if param.values[0].pieces.single_rows]


@pytest.fixture(scope="module")
def bench():
    return Bench()


def only(rows, where):
    """Keep the rows of some values, in every ledger that has the dimension."""
    kept = {}
    for name, own in rows.items():
        columns = [(column_of(LEDGERS[name], dimension), value) for dimension, value in where]
        kept[name] = [row for row in own if all(c is None or (row[c] or NOT_FILLED_IN) == v for c, v in columns)]
    return kept


def values_in(rows, dimension):
    columns = [(name, column_of(LEDGERS[name], dimension)) for name in rows]
    found = {row[column] for name, column in columns if column for row in rows[name]}
    return sorted(found, key=lambda value: (value is None, value or ""))


def drawn_where(asked, rows, seed):
    """Draw one or two dimensions, each with a value that occurs."""
    draw = random.Random(seed)
    chosen = draw.sample(dimensions(asked), min(len(dimensions(asked)), draw.choice((1, 1, 2))))
    occurring = {dimension: values_in(rows, dimension) for dimension in chosen}
    return tuple((one, draw.choice(found) or NOT_FILLED_IN) for one, found in occurring.items() if found)


@pytest.mark.parametrize("asked", NARROWABLE)
def test_a_narrowed_statement_equals_the_slow_answer_over_narrowed_rows(bench, asked):
    counted = []

    @statement_settings
    @given(st.integers(0, 10**9))
    def holds(seed):
        rows, days, codes = asked.world(seed)
        where = drawn_where(asked, rows, seed)
        query, bound = narrowed(asked.pieces, LEDGERS, where)
        pieces = bench.pieces(query, {**asked.indicator.params, **bound}, rows)
        few = only(rows, where)
        for code, day in product(codes, days):
            inside = insides()[code]
            slowly = answer(asked.statement)(few, inside, day, asked.indicator.params, HOME)
            assert standing(pieces, inside, day) == slowly, (where, code, day)
            counted.append(any(slowly))

    holds()
    assert any(counted), "no example had anything to count"


@pytest.mark.parametrize("asked", NARROWABLE)
def test_the_parts_are_those_of_each_value(bench, asked):
    @statement_settings
    @given(st.integers(0, 10**9))
    def holds(seed):
        rows, days, codes = asked.world(seed)
        dimension = random.Random(seed).choice(dimensions(asked))
        values = values_in(rows, dimension)
        query, bound = parted(asked.pieces, LEDGERS, (), dimension, values)
        told = bench.pieces(query, {**asked.indicator.params, **bound}, rows, ("part", *PIECE))
        for value, code, day in product(values, codes, days):
            inside = insides()[code]
            few = only(rows, ((dimension, value or NOT_FILLED_IN),))
            own = [piece for piece in told if piece["part"] == value]
            slowly = answer(asked.statement)(few, inside, day, asked.indicator.params, HOME)
            assert standing(own, inside, day) == slowly, (dimension, value, code, day)

    holds()


@pytest.mark.parametrize("asked", SINGLE)
def test_parts_of_single_rows_make_up_the_whole(bench, asked):
    @statement_settings
    @given(st.integers(0, 10**9))
    def holds(seed):
        rows, days, codes = asked.world(seed)
        whole = bench.pieces(asked.pieces, asked.indicator.params, rows)
        for dimension in dimensions(asked):
            query, bound = parted(asked.pieces, LEDGERS, (), dimension, values_in(rows, dimension))
            told = bench.pieces(query, {**asked.indicator.params, **bound}, rows, ("part", *PIECE))
            for code, day in product(codes, days):
                assert standing(told, insides()[code], day) == standing(whole, insides()[code], day)

    holds()
