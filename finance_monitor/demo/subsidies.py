"""Interest subsidies quarter by quarter: principal x rate x days / days of the year, paid as far as the batch is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from finance_monitor.demo.delivery import Delivery, Desk, Row
from finance_monitor.demo.story_care import Quarter, SubsidiesPart
from finance_monitor.ledgers.batch import BatchHeader
from finance_monitor.money import fen_of


@dataclass(frozen=True, slots=True)
class _Loan:
    """What interest is reckoned from."""

    number: str
    lender: str
    township: str
    principal_fen: int
    rate_pct: Decimal
    first: date
    last: date


def subsidies(part: SubsidiesPart, desk: Desk) -> Iterator[Delivery]:
    """Yield the lines of each bank, then the batches in which they were filed and paid."""
    loans = list(_loans(part, desk))
    lines: dict[str, list[Row]] = defaultdict(list)
    batches: list[Row] = []
    for quarter in part.quarters:
        for bank, told in part.banks.items():
            number = f"{part.number}{quarter.name}{told.number}"
            own = [_line(part, desk, quarter, loan, number) for loan in loans if _in_quarter(loan, quarter, bank)]
            lines[bank] += own
            if own:
                batches.append(_batch(part, quarter, bank, number, own))
    for bank, told in part.banks.items():
        yield Delivery(BatchHeader("subsidy_lines", bank, part.region, part.period), told.style, lines[bank])
    office = desk.office(part.office, part.region)
    yield Delivery(BatchHeader("subsidy_batches", office, part.region, part.period), part.style, batches)


def _loans(part: SubsidiesPart, desk: Desk) -> Iterator[_Loan]:
    """Yield the loans of the region that are subsidised, as far as a household's limit."""
    most = fen_of(part.most_yuan, "元")
    for row in desk.written.get("loans", ()):
        amount, rate, first = row["amount_fen"], row["rate_pct"], row["disbursed_on"]
        if row["product"] not in part.products or not desk.world.regions.covers(part.region, str(row["region_code"])):
            continue
        if not (isinstance(amount, int) and isinstance(rate, Decimal) and isinstance(first, date)):
            continue
        settled = row["settled_on"]
        last = settled - timedelta(days=1) if isinstance(settled, date) else date.max
        yield _Loan(
            str(row["loan_no"]), str(row["lender"]), str(row["region_code"]), min(amount, most), rate, first, last
        )


def _in_quarter(loan: _Loan, quarter: Quarter, bank: str) -> bool:
    return loan.lender == bank and max(loan.first, quarter.from_on) <= min(loan.last, quarter.to)


def _line(part: SubsidiesPart, desk: Desk, quarter: Quarter, loan: _Loan, batch: str) -> Row:
    """Return the line of a loan: paid some days after its batch, unless it was left behind."""
    first, last = max(loan.first, quarter.from_on), min(loan.last, quarter.to)
    days = (last - first).days + 1
    interest = loan.principal_fen * loan.rate_pct / 100 * days / part.year_days
    fen = int(interest.quantize(Decimal(1), ROUND_HALF_UP))
    row: Row = {
        "loan_no": loan.number,
        "lender": loan.lender,
        "region_code": loan.township,
        "period_from_on": first,
        "period_to_on": last,
        "principal_fen": loan.principal_fen,
        "rate_pct": loan.rate_pct,
        "interest_fen": fen,
        "payable_on": quarter.payable_on,
        "subsidy_batch_no": batch,
        "state": quarter.unpaid_state,
    }
    left_behind = desk.draw.happens(part.left_behind)
    paid_on = quarter.paid_on.get(loan.lender)
    if paid_on is None or left_behind:
        return row
    credited = min(paid_on + timedelta(days=desk.draw.random.randint(*part.days_to_borrower)), desk.data_date)
    return {**row, "subsidy_fen": fen, "paid_on": credited, "state": "credited"}


def _batch(part: SubsidiesPart, quarter: Quarter, bank: str, number: str, lines: list[Row]) -> Row:
    """Return the batch of a bank's lines: what was paid of them, or what was filed until then."""
    paid_on = quarter.paid_on.get(bank)
    name = "interest_fen" if paid_on is None else "subsidy_fen"
    notice_from, notice_to = quarter.notice
    return {
        "subsidy_batch_no": number,
        "region_code": part.region,
        "quarter": quarter.title,
        "filed_on": quarter.filed_on,
        "checked_on": quarter.checked_on,
        "reviewed_on": quarter.reviewed_on,
        "notice_from_on": notice_from,
        "notice_to_on": notice_to,
        "paid_on": paid_on,
        "amount_fen": sum(int(str(line.get(name) or 0)) for line in lines),
        "state": quarter.unpaid_state if paid_on is None else "paid",
    }
