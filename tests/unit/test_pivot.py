"""Pivots: totals are sums, never added ratios; the long table says the same; few persons cannot be worked out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from finance_monitor.access import parse_viewer
from finance_monitor.disclosure.desk import Desk, open_desk
from finance_monitor.disclosure.long_table import long_rows
from finance_monitor.disclosure.margins import Place
from finance_monitor.disclosure.pivot import Pivot, pivot
from finance_monitor.disclosure.pivot_question import Axis, Question, cells_asked, months_between
from finance_monitor.disclosure.told import dimensions_of, show_indicator
from finance_monitor.errors import AccessError
from finance_monitor.ledgers.batch import BatchHeader
from finance_monitor.releases.build import publish
from finance_monitor.store.store import create_store, open_store
from finance_monitor.world import world
from tests.small_world import Delivery, deliver
from tests.unit.attacks import found_by_bounds, found_by_elimination

DENGZHOU = "411381000000"
TOWNSHIPS = [f"41138100{number}000" for number in (1, 2, 3)]
HEIHE, SUNWU, BEIAN = "231100000000", "231124000000", "231181000000"
LAST = date(2023, 11, 20)
BANKS = ("示范银行甲", "示范银行乙")
# Overdue loans by township and bank; of every bank thirty loans a township.
OVERDUE = ((6, 7), (2, 8), (9, 12))
_LENT = {BANKS[0]: date(2023, 3, 1), BANKS[1]: date(2022, 10, 5)}


def loans() -> Iterator[dict[str, object]]:
    for township, counts in zip(TOWNSHIPS, OVERDUE, strict=True):
        for bank, overdue in zip(BANKS, counts, strict=True):
            for number in range(30):
                yield {
                    "loan_no": f"{township}{bank}{number}",
                    "household_no": f"{township}H{number}",
                    "lender": bank,
                    "product": "脱贫人口小额信贷",
                    "region_code": township,
                    "amount_fen": 5_000_000,
                    "balance_fen": 4_000_000,
                    "overdue_fen": 1_000_000 if number < overdue else 0,
                    "disbursed_on": _LENT[bank],
                }


def households() -> list[dict[str, object]]:
    """Register ten of the thirty households of each township as relieved."""
    return [
        {
            "household_no": f"{township}H{number}",
            "kind": "relieved",
            "region_code": township,
            "valid_from": date(2021, 1, 1),
        }
        for township in TOWNSHIPS
        for number in range(10)
    ]


def shares() -> list[dict[str, object]]:
    """Give one county 1 of 2 and another 30 of 40."""
    return [
        {"indicator": "sheep_ewes_share", "region_code": code, "as_of": date(2023, 10, 31), **parts}
        for code, parts in ((SUNWU, {"numerator": 1, "denominator": 2}), (BEIAN, {"numerator": 30, "denominator": 40}))
    ]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("pivot")
    store = create_store(made / "store", is_demo=True)
    told = (
        ("loans", DENGZHOU, "2023-11-20", list(loans())),
        ("households", DENGZHOU, "2023-11-20", households()),
        ("reported_figures", HEIHE, "2023", shares()),
    )
    with store.loading():
        for ledger, region, period, rows in told:
            header = BatchHeader(ledger, "演示单位", region, period)
            deliver(store, world().ledgers, Delivery(header, rows), made)
        publish(store, world(), data_date=LAST)
    return made / "store"


@pytest.fixture(scope="module")
def desk(folder: Path) -> Desk:
    return seated(folder, "leadership@000000000000")


def seated(folder: Path, viewer: str) -> Desk:
    return open_desk(open_store(folder), world(), parse_viewer(viewer, world().regions))


def ask(
    region: str,
    indicator: str,
    rows: Axis,
    columns: Axis,
    dimension: str | None = None,
    first: date = date(2022, 12, 1),
) -> Question:
    return Question(region, (indicator,), None, months_between(first, LAST), dimension, (), rows, columns)


def line(found: Pivot, key: str) -> list[Decimal | None]:
    at = next(place for place, head in enumerate(found.rows) if head.key == key)
    return [cell.figure.value for cell in found.cells[at]]


def test_what_happened_stands_in_its_month_and_sums_up(desk: Desk) -> None:
    found = pivot(desk, ask(DENGZHOU, "loans_granted", "region", "month"))
    keys = [head.key for head in found.columns]
    assert keys[0] == "total"
    assert (keys[1], keys[-1]) == ("2022-12-31", "2023-11-20")
    march = keys.index("2023-03-31")
    # Thirty loans of 5 万元 of one bank in March; those of the other lie before the period.
    assert line(found, TOWNSHIPS[0])[march] == Decimal(150)
    assert line(found, "total")[march] == line(found, "total")[0] == Decimal(450)
    assert sum(value or 0 for value in line(found, "total")[1:]) == Decimal(450)


def test_what_stands_at_a_day_is_not_added_over_months(desk: Desk) -> None:
    found = pivot(desk, ask(DENGZHOU, "loans_overdue_share", "region", "month"))
    assert [head.kind for head in found.columns] == ["part"] * 12
    assert line(found, "total")[-1] is not None


def test_a_total_of_shares_is_the_share_of_the_sums(desk: Desk) -> None:
    found = pivot(desk, ask(HEIHE, "sheep_ewes_share", "region", "month"))
    assert line(found, SUNWU)[-1] == Decimal("50.0")
    assert line(found, BEIAN)[-1] == Decimal("75.0")
    # 31 of 42, not the mean of 50 and 75.
    assert line(found, "total")[-1] == Decimal("73.8")
    assert found.cells[0][-1].path == "reported"


def test_groups_of_a_dimension_come_to_the_whole(desk: Desk) -> None:
    found = pivot(desk, ask(DENGZHOU, "loans_granted", "month", "value", "bank", first=date(2022, 10, 1)))
    assert [head.key for head in found.columns] == ["total", *sorted(BANKS)]
    assert line(found, "total") == [Decimal(900), Decimal(450), Decimal(450)]
    assert line(found, "2022-10-31") == [Decimal(450), *(Decimal(450 if b == BANKS[1] else 0) for b in sorted(BANKS))]
    assert not found.overlaps


def test_the_same_household_counts_in_several_groups_and_that_is_said(desk: Desk) -> None:
    found = pivot(desk, ask(DENGZHOU, "households_with_loans", "region", "value", "bank"))
    # Ten relieved households in each of three townships, every one of them with loans of both banks.
    assert line(found, "total") == [Decimal(30), Decimal(30), Decimal(30)]
    assert found.overlaps


def test_whose_loans_are_overdue_stands_under_a_letter(folder: Path, desk: Desk) -> None:
    question = ask(DENGZHOU, "loans_overdue_share", "region", "value", "bank")
    named, lettered = pivot(desk, question), pivot(seated(folder, "analyst@000000000000"), question)
    assert [head.key for head in named.columns[1:]] == sorted(BANKS)
    assert [head.key for head in lettered.columns[1:]] == ["银行乙", "银行甲"]
    assert not any(bank in repr((lettered.rows, lettered.columns, lettered.cells)) for bank in BANKS)
    totals = [cell.figure for cell in lettered.cells[0]]
    assert sorted(str(figure.value) for figure in totals[1:]) == sorted(str(v) for v in line(named, "total")[1:])
    assert totals[1].numerator is totals[1].denominator is None
    assert totals[0].numerator is not None


def test_beside_another_indicator_a_bank_could_be_told_by_its_size(folder: Path) -> None:
    question = ask(DENGZHOU, "loans_granted", "value", "indicator", "bank")
    both = question._replace(indicators=("loans_granted", "loans_overdue_share"))
    found = pivot(seated(folder, "analyst@000000000000"), both)
    overdue = [
        cells[1].figure.state for head, cells in zip(found.rows, found.cells, strict=True) if head.kind == "part"
    ]
    assert overdue == ["hidden", "hidden"]


def test_narrowed_to_one_bank_what_is_overdue_is_hidden(folder: Path) -> None:
    question = ask(DENGZHOU, "loans_overdue_share", "region", "month")._replace(where=(("bank", BANKS[0]),))
    found = pivot(seated(folder, "analyst@000000000000"), question)
    assert {cell.figure.state for cells in found.cells for cell in cells} == {"hidden"}


def test_against_the_year_before(desk: Desk) -> None:
    found = pivot(desk, ask(DENGZHOU, "loans_granted", "region", "month"), against_year_before=True)
    total = found.cells[0][0]
    # This period 450, the one before (December 2021 to 20 November 2022) 450 of the other bank.
    assert (total.figure.value, total.earlier and total.earlier.value, total.difference) == (450, 450, 0)


def test_few_overdue_loans_cannot_be_worked_out(desk: Desk) -> None:
    found = pivot(desk, ask(DENGZHOU, "loans_overdue_share", "region", "value", "bank"))
    parts = [head.key for head in found.rows[1:]]
    order = [*range(1, len(parts) + 1), 0]
    columns = [*range(1, len(found.columns)), 0]
    # What the records come to, in the order townships, banks, totals last.
    truth = {code: [counts[BANKS.index(head.key)] for head in found.columns[1:]] for code, counts in _by_township()}
    rows = [[*truth.get(code, [0, 0]), sum(truth.get(code, [0, 0]))] for code in parts]
    rows.append([sum(column) for column in zip(*rows, strict=True)])
    cells = {Place(r, c): value for r, row in enumerate(rows) for c, value in enumerate(row)}
    hidden = frozenset(
        Place(r, c)
        for r, row in enumerate(order)
        for c, column in enumerate(columns)
        if found.cells[row][column].figure.state == "hidden"
    )
    small = {place for place, value in cells.items() if 0 < value < 5}
    assert small == {next(iter(small))}
    assert small < hidden
    assert not small & found_by_elimination(cells, hidden)
    assert not small & found_by_bounds(cells, hidden)


def _by_township() -> Iterator[tuple[str, tuple[int, int]]]:
    yield from zip(TOWNSHIPS, OVERDUE, strict=True)


@pytest.mark.parametrize("rows", ["region", "month"])
def test_every_total_is_the_reading_of_the_whole(desk: Desk, rows: Axis) -> None:
    """Property: for every indicator, over regions, months and dimensions."""
    for indicator in world().indicators.values():
        dimension = next(iter(dimensions_of(world(), indicator)), None)
        columns: Axis = "month" if rows == "region" else "value" if dimension else "region"
        question = ask(DENGZHOU, indicator.id, rows, columns, dimension)
        found = pivot(desk, question)
        for row, cells in zip(found.rows, found.cells, strict=True):
            for column, cell in zip(found.columns, cells, strict=True):
                if "rest" in (row.kind, column.kind) or cell.spot.region_code != DENGZHOU or cell.spot.value:
                    continue
                told = show_indicator(desk, indicator.id, DENGZHOU, cell.spot.on, (), cell.spot.since).figure
                if cell.figure.state != "hidden":
                    assert cell.figure == told


def test_the_long_table_says_what_the_table_says(desk: Desk) -> None:
    found = pivot(desk, ask(DENGZHOU, "loans_overdue_share", "region", "value", "bank"))
    rows = list(long_rows(desk, found))
    cells = [cell for own in found.cells for cell in own]
    assert len(rows) == len(cells)
    for row, cell in zip(rows, cells, strict=True):
        figure = cell.figure
        assert (row.value, row.numerator, row.denominator) == (figure.value, figure.numerator, figure.denominator)
        assert (row.region_code, row.on, row.state) == (cell.spot.region_code, LAST, figure.state)
        assert row.release == 1
    township = next(row for row in rows if row.region_code == TOWNSHIPS[2] and row.part == "part")
    assert (township.value_code, township.path, len(township.batches)) == (sorted(BANKS)[0], "detail", 2)
    hidden = [row for row in rows if row.state == "hidden"]
    assert hidden
    assert all(row.value is None and row.numerator is None and row.denominator is None for row in hidden)


def test_what_is_asked_is_counted_before_it_is_made(desk: Desk) -> None:
    townships = len(world().regions.children(DENGZHOU))
    assert cells_asked(desk, ask(DENGZHOU, "loans_granted", "region", "month")) == townships * 12


def test_a_foreign_region_is_refused(folder: Path) -> None:
    own = seated(folder, f"official@{SUNWU}")
    with pytest.raises(AccessError):
        pivot(own, ask(DENGZHOU, "loans_granted", "region", "month"))
