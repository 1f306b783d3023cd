"""The files of lending in a county: households, loans by bank, a township's own list."""

from __future__ import annotations

from collections.abc import Iterator

from finance_monitor.demo.delivery import AsWritten, Corrected, Delivery, Desk, Row
from finance_monitor.demo.households import Household, households
from finance_monitor.demo.loans import describe, loans, one_loan
from finance_monitor.demo.story_lending import LendingPart, Slip, TownshipList
from finance_monitor.ledgers.batch import BatchHeader
from finance_monitor.money import fen_of

# What a list of loans to relieved households leaves out.
_ORDINARY = "ordinary"


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


def _township_list(part: LendingPart, told: TownshipList, desk: Desk, known: list[Household]) -> Delivery:
    """Return a township's list: sound rows with the slips at even distances among them."""
    own = [household for household in known if household.township == told.region]
    households = desk.draw.shuffled([household for household in own if household.rows[0]["kind"] != _ORDINARY])
    sound: list[Row] = []
    for number in range(told.rows + len(told.slips)):
        loan = one_loan(part, desk, households[number % len(households)], told.year)
        loan.lender, loan.number = told.lender, f"{told.number}{loan.disbursed_on:%Y%m}{number + 1:04d}"
        describe(part, loan)
        sound.append(loan.row())
    rows, apart = list(sound), len(sound) // len(told.slips)
    for place, slip in enumerate(told.slips):
        at = place * apart + apart // 2
        if slip.myriad_yuan is not None:
            sound[at] = _of_amount(sound[at], slip.myriad_yuan)
        rows[at] = sound[at] | _slipped(slip, sound[at])
    header = BatchHeader("loans", desk.office(told.office, told.region), told.region, part.period)
    corrected = Corrected(told.corrected_in, sound) if told.corrected_in else None
    return Delivery(header, told.style, rows, corrected)


def _of_amount(row: Row, myriad_yuan: int) -> Row:
    """Return the loan as one of another amount of which nothing has been repaid."""
    fen = fen_of(myriad_yuan, "万元")
    return {**row, "amount_fen": fen, "balance_fen": 0 if row["settled_on"] else fen}


def _slipped(slip: Slip, row: Row) -> Row:
    """Return the cell as it was written wrongly."""
    if slip.as_number:
        # A spreadsheet keeps 15 digits of a number; X is no digit at all.
        return {slip.column: AsWritten(float(str(row[slip.column])[:17] + "0"))}
    text = str(slip.text)
    return {slip.column: AsWritten(float(text) if text.isdigit() else text)}
