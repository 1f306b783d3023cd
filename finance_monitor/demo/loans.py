"""Loans of a county's households: a household has one open loan at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from finance_monitor.dates import months_after
from finance_monitor.demo.delivery import Desk, Row
from finance_monitor.demo.households import Household
from finance_monitor.demo.story_lending import LendingPart, LentYear
from finance_monitor.money import fen_of
from finance_monitor.regions import rate_on

_YEAR_MONTHS = 12
# An old loan is paid back some days before the next one is paid out.
_BETWEEN_DAYS = 10
# Paid back early, but not in the first months.
_HELD_DAYS = 60


@dataclass(slots=True)
class Loan:
    """A loan while its life is being told; amounts in fen."""

    household: Household
    lender: str
    amount_fen: int
    term_months: int
    disbursed_on: date
    due_on: date
    product: str
    rate_pct: Decimal | None
    balance_fen: int
    overdue_fen: int = 0
    settled_on: date | None = None
    number: str = field(default="")
    category: str | None = None
    use: str | None = None

    def settle(self, on: date) -> None:
        """Pay all of it back."""
        self.settled_on, self.balance_fen = on, 0

    def row(self) -> Row:
        """Return the row of the ledger."""
        return {
            "loan_no": self.number,
            "lender": self.lender,
            "product": self.product,
            "category": self.category,
            "use": self.use,
            "household_no": self.household.number,
            "borrower": self.household.head.id_number,
            "borrower_name": self.household.head.name,
            "region_code": self.household.township,
            "amount_fen": self.amount_fen,
            "balance_fen": self.balance_fen,
            "overdue_fen": self.overdue_fen,
            "rate_pct": self.rate_pct,
            "term_months": self.term_months,
            "disbursed_on": self.disbursed_on,
            "due_on": self.due_on,
            "settled_on": self.settled_on,
        }


def loans(part: LendingPart, desk: Desk, known: list[Household]) -> list[Loan]:
    """Return all loans in the order of days, numbered within their bank."""
    newest: dict[str, Loan] = {}
    made: list[Loan] = []
    for told in part.years:
        for loan in _lent_in(part, desk, told, known):
            _renew(desk, newest.get(loan.household.number), loan)
            newest[loan.household.number] = loan
            made.append(loan)
    _fall_overdue(part, desk, list(newest.values()))
    made.sort(key=lambda loan: (loan.disbursed_on, loan.household.number))
    counts = dict.fromkeys(part.banks, 0)
    for loan in made:
        counts[loan.lender] += 1
        # A bank works in several counties; its loan numbers are its own in all of them.
        loan.number = f"{part.numbers}{part.banks[loan.lender].number}{loan.disbursed_on:%Y%m}{counts[loan.lender]:06d}"
        describe(part, loan)
    return made


def describe(part: LendingPart, loan: Loan) -> None:
    """Say for whom and for what a numbered loan is; drawn by its number, so that nothing else is drawn differently."""
    draw = Random(loan.number)
    use = draw.choices(list(part.uses), list(part.uses.values()))[0]
    loan.use = None if draw.random() < part.use_blank else use
    loan.category = None if draw.random() < part.category_blank else _kind_on(loan.household, loan.disbursed_on)


def _kind_on(household: Household, day: date) -> str:
    """Return what a household was on a day; what it was first on a day before."""
    kinds = [str(row["kind"]) for row in household.rows if row["valid_from"] <= day]  # type: ignore[operator]
    return kinds[-1] if kinds else str(household.rows[0]["kind"])


def one_loan(part: LendingPart, desk: Desk, household: Household, year: int) -> Loan:
    """Draw a loan of a year and tell its life up to the data date."""
    draw = desk.draw
    disbursed = draw.day(date(year, 1, 4), min(date(year, 12, 28), desk.data_date))
    term, amount = draw.one(part.terms_months), fen_of(draw.one(part.amounts_yuan), "元")
    basis = rate_on("lpr_1y" if term <= _YEAR_MONTHS else "lpr_5y", disbursed)
    loan = Loan(
        household=household,
        lender=draw.one({bank: told.share for bank, told in part.banks.items()}),
        amount_fen=amount,
        term_months=term,
        disbursed_on=disbursed,
        due_on=months_after(disbursed, term),
        product=draw.one(part.products),
        rate_pct=None if basis is None else basis - draw.one(part.discounts_pct),
        balance_fen=amount,
    )
    _live(part, desk, loan)
    return loan


def _live(part: LendingPart, desk: Desk, loan: Loan) -> None:
    """Pay back what is due by the data date, and some of the rest."""
    draw = desk.draw
    early = loan.disbursed_on + timedelta(days=_HELD_DAYS)
    last = min(loan.due_on, desk.data_date)
    if draw.happens(part.repaid_early) and early < last:
        loan.settle(draw.day(early, last))
    elif loan.due_on <= desk.data_date:
        loan.settle(loan.due_on)
    elif draw.happens(part.partly_repaid):
        loan.balance_fen = loan.amount_fen * draw.random.randint(2, 9) // 10


def _lent_in(part: LendingPart, desk: Desk, told: LentYear, known: list[Household]) -> Iterator[Loan]:
    """Yield the loans of a year: so many, or until the money is lent; each household once, then again."""
    able = [household for household in known if household.township not in told.without]
    wanted = None if told.loans is None else desk.scaled(told.loans)
    money = fen_of(told.money_myriad_yuan or 0, "万元") * Decimal(str(desk.scale))
    count, lent = 0, 0
    while able:
        for household in _every_township_first(desk.draw.shuffled(able)):
            if (count >= wanted) if wanted is not None else (lent >= money):
                return
            loan = one_loan(part, desk, household, told.year)
            count, lent = count + 1, lent + loan.amount_fen
            yield loan


def _every_township_first(shuffled: list[Household]) -> list[Household]:
    """Bring one household of each township to the front, so that a small demo covers what a large one does."""
    first: dict[str, Household] = {}
    for household in shuffled:
        first.setdefault(household.township, household)
    front = {household.number for household in first.values()}
    return [*first.values(), *(household for household in shuffled if household.number not in front)]


def _renew(desk: Desk, earlier: Loan | None, loan: Loan) -> None:
    """End a household's open loan before its next one."""
    if earlier is None or (earlier.settled_on and earlier.settled_on <= loan.disbursed_on):
        return
    before = loan.disbursed_on - timedelta(days=desk.draw.random.randint(0, _BETWEEN_DAYS))
    earlier.settle(max(before, earlier.disbursed_on))


def _fall_overdue(part: LendingPart, desk: Desk, newest: list[Loan]) -> None:
    """Let some loans that fell due in the last half-year stay unpaid; households with a later loan do not."""
    since = desk.data_date - timedelta(days=180)
    due = [loan for loan in newest if since <= loan.due_on < desk.data_date and loan.settled_on == loan.due_on]
    for loan in desk.draw.shuffled(due)[: desk.scaled(part.overdue)]:
        loan.settled_on = None
        loan.balance_fen = loan.overdue_fen = loan.amount_fen
