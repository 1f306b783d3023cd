"""The files of a risk fund: what the banks sum up of their micro-credit, what happened on the accounts, the claims."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal

from finance_monitor.demo.delivery import Delivery, Desk, Row
from finance_monitor.demo.story_fund import RiskFundPart
from finance_monitor.ledgers.batch import BatchHeader
from finance_monitor.money import fen_of

# A top-up or a compensation that answers no shortfall comes so many days before the day of which the story tells.
_BEFORE_DAYS = 12
_KIND = "micro"


def risk_fund(part: RiskFundPart, desk: Desk) -> Iterator[Delivery]:
    """Yield the totals of each bank year by year, then the events of the fund year by year, then the claims."""
    loans = [
        row
        for row in desk.written.get("loans", ())
        if desk.world.regions.covers(part.region, str(row["region_code"])) and row["lender"] in part.banks
    ]
    events: list[Row] = []
    for bank, told in part.banks.items():
        own = [row for row in loans if row["lender"] == bank]
        totals = [_total(part, bank, own, day) for day in part.percent]
        yield from _by_year("aggregate_balances", bank, part.region, told.style, "as_of", totals)
        balances = {day: _fen(row["balance_fen"]) for day, row in zip(part.percent, totals, strict=True)}
        events += _events(part, desk, bank, balances)
    office = desk.office(part.office, part.region)
    yield from _by_year("risk_fund_events", office, part.region, part.style, "happened_on", events)
    claims = [claim for event in events if event["kind"] == "compensated" for claim in _claims(part, desk, event)]
    numbered = [row | {"claim_no": f"{part.claims.number}{place:05d}"} for place, row in enumerate(claims, start=1)]
    header = BatchHeader("compensation_claims", office, part.region, desk.data_date.isoformat())
    yield Delivery(header, part.style, numbered)


def _by_year(ledger: str, office: str, region: str, style: str, day: str, rows: list[Row]) -> Iterator[Delivery]:
    """Yield one file a year: a snapshot and events are handed in by period."""
    years: dict[int, list[Row]] = defaultdict(list)
    for row in rows:
        years[_day(row[day]).year].append(row)
    for year, own in sorted(years.items()):
        yield Delivery(BatchHeader(ledger, office, region, str(year)), style, own)


def _total(part: RiskFundPart, bank: str, loans: list[Row], day: date) -> Row:
    """Return what a bank sums up on a day; what has been partly repaid by now is taken as repaid then."""
    lent = [row for row in loans if _day(row["disbursed_on"]) <= day]
    standing = [row for row in lent if row["settled_on"] is None or _day(row["settled_on"]) > day]
    return {
        "bank": bank,
        "kind": _KIND,
        "region_code": part.region,
        "as_of": day,
        "balance_fen": sum(_fen(row["balance_fen"]) or _fen(row["amount_fen"]) for row in standing),
        "granted_total_fen": sum(_fen(row["amount_fen"]) for row in lent),
        "households": len({row["household_no"] for row in standing}),
    }


@dataclass(slots=True)
class _Account:
    """The account of a bank while its story is being told."""

    part: RiskFundPart
    desk: Desk
    bank: str
    fund: int = 0
    events: list[Row] = field(default_factory=list)

    def move(self, kind: str, day: date, amount: int) -> Row:
        """Write an event down; the fund is what it leaves."""
        row: Row = {
            "event_no": f"{self.part.number}{self.part.banks[self.bank].number}{day:%Y%m}{len(self.events) + 1:03d}",
            "fund": self.part.fund,
            "fund_kind": self.part.fund_kind,
            "bank": self.bank,
            "region_code": self.part.region,
            "kind": kind,
            "happened_on": day,
            "amount_fen": amount,
            "balance_fen": self.fund,
        }
        self.events.append(row)
        return row

    def day_of(self, day: date, short_on: date | None) -> date:
        """Return the day of a change: so many days after a shortfall, else shortly before `day`."""
        if not self.events:
            return self.part.opened_on
        if short_on is not None:
            return short_on + timedelta(days=self.part.short[short_on][self.bank])
        return day - timedelta(days=self.desk.draw.random.randint(1, _BEFORE_DAYS))


def _events(part: RiskFundPart, desk: Desk, bank: str, balances: dict[date, int]) -> list[Row]:
    """Return what happened on the account of a bank, in order of days."""
    account = _Account(part, desk, bank)
    short_on: date | None = None
    for day, percent in part.percent.items():
        wanted = int(balances[day] * percent / 100)
        kind = "opened" if not account.events else "topped_up" if wanted > account.fund else "compensated"
        change, account.fund = abs(wanted - account.fund), wanted
        answered = account.events[-1]["event_no"] if short_on is not None else None
        row = account.move(kind, account.day_of(day, short_on), change)
        if answered is not None and kind == "topped_up":
            row["trigger_no"] = answered
        short_on = day if bank in part.short.get(day, {}) else None
        if short_on is not None:
            account.move("short", day, int(balances[day] * part.ratio / 100) - account.fund)
    return account.events


def _claims(part: RiskFundPart, desk: Desk, event: Row) -> Iterator[Row]:
    """Split what the fund paid on a day into claims."""
    told, draw = part.claims, desk.draw
    townships = [region.code for region in desk.world.regions.descendants(part.region, "township")]
    paid_on, rest = _day(event["happened_on"]), _fen(event["amount_fen"])
    while rest > 0:
        claimed = fen_of(draw.random.randrange(told.claimed_yuan[0], told.claimed_yuan[1] + 1, told.step), "元")
        paid = min(int(claimed * Decimal(str(told.share))), rest)
        rest -= paid
        approved_on = paid_on - timedelta(days=draw.random.randint(*told.desk_days))
        verified_on = approved_on - timedelta(days=draw.random.randint(*told.desk_days))
        filed_on = verified_on - timedelta(days=draw.random.randint(*told.desk_days))
        yield {
            "loan_no": f"{told.loan_number}{draw.day(*told.lent):%Y%m}{draw.random.randint(1, 9999):06d}",
            "bank": event["bank"],
            "fund": part.fund,
            "region_code": draw.random.choice(townships),
            "overdue_since_on": filed_on - timedelta(days=draw.random.randint(*told.overdue_days)),
            "filed_on": filed_on,
            "claimed_fen": claimed,
            "verified_on": verified_on,
            "approved_on": approved_on,
            "fund_share_pct": Decimal(str(told.share)) * 100,
            "paid_on": paid_on,
            "paid_fen": paid,
            "state": "recovering",
        }


def _day(value: object) -> date:
    if not isinstance(value, date):
        raise TypeError(value)
    return value


def _fen(value: object) -> int:
    if not isinstance(value, int):
        raise TypeError(value)
    return value
