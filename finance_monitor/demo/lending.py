"""The files of lending in a county: households, loans by bank, a township's own list, the risk fund."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from finance_monitor.demo.delivery import AsWritten, Delivery, Desk, Row
from finance_monitor.demo.households import Household, households
from finance_monitor.demo.loans import Loan, loans, one_loan
from finance_monitor.demo.story_lending import LendingPart, RiskFund, Slip, TownshipList
from finance_monitor.ledgers.batch import BatchHeader
from finance_monitor.money import amount_in


def lending(part: LendingPart, desk: Desk) -> Iterator[Delivery]:
    """Yield the register of households first, as a county would; then what was lent."""
    known = households(part, desk)
    office = desk.office(part.households.office, part.region)
    rows = [row for household in known for row in household.rows]
    yield Delivery(BatchHeader("households", office, part.region, part.period), part.households.style, rows)
    made = loans(part, desk, known)
    for bank, told in part.banks.items():
        own = [loan.row() for loan in made if loan.lender == bank]
        yield Delivery(BatchHeader("loans", bank, part.region, part.period), told.style, own)
    if part.township_list:
        yield _township_list(part, part.township_list, desk, known)
    if part.risk_fund:
        yield from _risk_fund(part, part.risk_fund, desk, made)


def _township_list(part: LendingPart, told: TownshipList, desk: Desk, known: list[Household]) -> Delivery:
    """Return a township's list: sound rows with the slips at even distances among them."""
    own = [household for household in known if household.township == told.region]
    rows: list[Row] = []
    for number in range(told.rows + len(told.slips)):
        loan = one_loan(part, desk, desk.draw.random.choice(own), told.year)
        loan.lender, loan.number = told.lender, f"{told.number}{loan.disbursed_on:%Y%m}{number + 1:04d}"
        rows.append(loan.row())
    apart = len(rows) // len(told.slips)
    for place, slip in enumerate(told.slips):
        rows[place * apart + apart // 2] |= _slipped(slip, rows[place * apart + apart // 2])
    header = BatchHeader("loans", desk.office(told.office, told.region), told.region, part.period)
    return Delivery(header, told.style, rows)


def _slipped(slip: Slip, row: Row) -> Row:
    """Return the cell as it was written wrongly."""
    if slip.as_number:
        # A spreadsheet keeps 15 digits of a number; X is no digit at all.
        return {slip.column: AsWritten(float(str(row[slip.column])[:17] + "0"))}
    text = str(slip.text)
    return {slip.column: AsWritten(float(text) if text.isdigit() else text)}


def _risk_fund(part: LendingPart, told: RiskFund, desk: Desk, made: list[Loan]) -> Iterator[Delivery]:
    """Yield the reported fund, one file a year; the balance is that of the loans open on the day."""
    years: dict[int, list[Row]] = defaultdict(list)
    for day, percent in told.percent.items():
        balance = amount_in(sum(_balance_on(loan, day) for loan in made), told.unit)
        fund = (balance * percent / 100).quantize(Decimal("0.01"))
        row: Row = {"indicator": told.indicator, "region_code": part.region, "as_of": day, "unit": told.unit}
        years[day.year].append({**row, "numerator": fund, "denominator": balance})
    for year, rows in sorted(years.items()):
        header = BatchHeader("reported_figures", desk.office(told.office, part.region), part.region, str(year))
        yield Delivery(header, told.style, rows)


def _balance_on(loan: Loan, day: date) -> int:
    """Return the balance on a day in fen; what has been partly repaid by now is taken as repaid then."""
    is_open = loan.disbursed_on <= day and (loan.settled_on is None or loan.settled_on > day)
    return (loan.balance_fen or loan.amount_fen) if is_open else 0
