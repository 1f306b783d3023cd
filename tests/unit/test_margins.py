"""A table with totals gives no small cell away: attacked with the totals, by elimination and by bounds."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from finance_monitor.disclosure.margins import Place, Size, hide_in_table
from tests.unit.attacks import found_by_bounds, found_by_elimination

THRESHOLD = 5


def table(rows: list[list[int]]) -> dict[Place, int]:
    """Put a total at the end of every row, and a row of totals below."""
    full = [[*row, sum(row)] for row in rows]
    full.append([sum(column) for column in zip(*full, strict=True)])
    return {Place(r, c): value for r, row in enumerate(full) for c, value in enumerate(row)}


def hide(cells: dict[Place, int], *, rows_sum: bool = True, columns_sum: bool = True) -> frozenset[Place]:
    small = {place for place, value in cells.items() if 0 < value < THRESHOLD}
    sizes = {place: Size(value) for place, value in cells.items()}
    return hide_in_table(sizes, small, rows_sum=rows_sum, columns_sum=columns_sum)


tables = st.integers(1, 4).flatmap(
    lambda width: st.lists(
        st.lists(st.one_of(st.just(0), st.integers(1, 9), st.integers(5, 60)), min_size=width, max_size=width),
        min_size=1,
        max_size=4,
    )
)


@settings(max_examples=150, deadline=None)
@given(tables)
def test_no_small_cell_can_be_had_from_the_totals(rows: list[list[int]]) -> None:
    cells = table(rows)
    hidden = hide(cells)
    small = {place for place, value in cells.items() if 0 < value < THRESHOLD}
    assert small <= hidden
    assert not small & found_by_elimination(cells, hidden)
    assert not small & found_by_bounds(cells, hidden)


@settings(max_examples=150, deadline=None)
@given(tables)
def test_nothing_is_hidden_where_nothing_is_small(rows: list[list[int]]) -> None:
    cells = table([[value and value + THRESHOLD for value in row] for row in rows])
    assert hide(cells) == frozenset()


def test_one_small_cell_takes_the_cheapest_ring_with_it() -> None:
    hidden = hide(table([[2, 50, 60], [40, 7, 80], [30, 8, 90]]))
    # 2 itself; in its column 30, in its row 50, and 8 where those two meet: 88 in all, less than by way of 40 and 7.
    assert hidden == {Place(0, 0), Place(0, 1), Place(2, 0), Place(2, 1)}


def test_two_rings_joined_by_one_way_give_that_way_away_unless_it_has_its_own_ring() -> None:
    far = 100
    rows = [[2, 2, far, far], [2, 2, 3, far], [far, far, 2, 2], [far, far, 2, 2]]
    cells = table(rows)
    assert Place(1, 2) not in found_by_elimination(cells, hide(cells))


def test_a_list_without_totals_of_its_lines_needs_a_second_one_only() -> None:
    # One month: the cells of a column and its total; rows have no total.
    cells = {Place(0, 0): 3, Place(1, 0): 20, Place(2, 0): 9, Place(3, 0): 32}
    assert hide(cells, rows_sum=False) == {Place(0, 0), Place(2, 0)}
    assert hide(cells, rows_sum=False, columns_sum=False) == {Place(0, 0)}


def test_a_cell_that_is_all_of_its_base_covers_no_other() -> None:
    sizes = {Place(0, 0): Size(2, 30), Place(1, 0): Size(6, 0), Place(2, 0): Size(40, 9), Place(3, 0): Size(48, 39)}
    assert hide_in_table(sizes, {Place(0, 0)}, rows_sum=False, columns_sum=True) == {Place(0, 0), Place(2, 0)}
