"""Persons referred to the bank, county by county."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from finance_monitor.demo.delivery import Delivery, Desk, Row
from finance_monitor.demo.draw import spread
from finance_monitor.demo.story_counts import ReferralsPart
from finance_monitor.ledgers.batch import BatchHeader
from finance_monitor.money import fen_of


def referrals(part: ReferralsPart, desk: Desk) -> Iterator[Delivery]:
    """Yield one file for each region that hands in; a region without a referral hands in none."""
    rows = {upper: list[Row]() for upper in _handing_in(part, desk)}
    counties = _counties(part, desk)
    counts = _counts(part, desk, counties)
    eligible = {county: [_row(part, desk, county, eligible=True) for _ in range(counts[county])] for county in counties}
    extra = [_row(part, desk, county, eligible=False) for county in _drawn(desk, counts, part.ineligible)]
    extra += [_again(part, desk, eligible[county]) for county in _drawn(desk, counts, part.repeated)]
    for row in (*(row for own in eligible.values() for row in own), *extra):
        rows[desk.handing_in(str(row["region_code"]), part.handed_in_by)].append(row)
    for upper, own in rows.items():
        header = BatchHeader("referrals", desk.office(part.office, upper), upper, part.period)
        yield Delivery(header, part.styles.get(upper, part.style), _numbered(part, own))


def _counties(part: ReferralsPart, desk: Desk) -> list[str]:
    """Return the counties of the list whose upper region hands in."""
    codes = desk.world.scopes[part.scope].codes
    return [code for code in codes if desk.handing_in(code, part.handed_in_by) not in part.silent]


def _handing_in(part: ReferralsPart, desk: Desk) -> list[str]:
    """Return the regions that hand in, in code order."""
    return sorted({desk.handing_in(code, part.handed_in_by) for code in _counties(part, desk)})


def _counts(part: ReferralsPart, desk: Desk, counties: list[str]) -> dict[str, int]:
    """Return how many different eligible persons each county has referred."""
    free = [county for county in counties if county not in part.fixed]
    uppers = _handing_in(part, desk)
    above = dict(zip(uppers, desk.draw.uneven(len(uppers), part.unevenness_above), strict=True))
    own = desk.draw.uneven(len(free), part.unevenness)
    weights = [
        weight * above[desk.handing_in(county, part.handed_in_by)] for county, weight in zip(free, own, strict=True)
    ]
    parts = spread(part.persons - sum(part.fixed.values()), weights, part.at_least)
    return {**part.fixed, **dict(zip(free, parts, strict=True))}


def _drawn(desk: Desk, counts: dict[str, int], number: int) -> list[str]:
    """Return so many counties among those with referrals, the busy ones more often."""
    busy = {county: float(count) for county, count in counts.items() if count}
    return [desk.draw.one(busy) for _ in range(number)]


def _row(part: ReferralsPart, desk: Desk, county: str, *, eligible: bool) -> Row:
    person = desk.people.one(desk.draw)
    return {
        "person": person.id_number,
        "person_name": person.name,
        "category": desk.draw.one(part.categories),
        "region_code": county,
        "pushed_on": desk.draw.day(part.from_on, desk.data_date),
        "eligible": eligible,
        "amount_wanted_fen": fen_of(desk.draw.one(part.wanted_yuan), "元"),
    }


def _again(part: ReferralsPart, desk: Desk, rows: list[Row]) -> Row:
    """Push one of a county's persons a second time."""
    return {**desk.draw.random.choice(rows), "pushed_on": desk.draw.day(part.from_on, desk.data_date)}


def _numbered(part: ReferralsPart, rows: list[Row]) -> list[Row]:
    """Put the rows in the order of days and number them within their county."""
    last: dict[str, int] = defaultdict(int)
    numbered = []
    for row in sorted(rows, key=lambda row: (str(row["pushed_on"]), str(row["person"]))):
        county = str(row["region_code"])
        last[county] += 1
        numbered.append({"referral_no": f"{part.number}{county[:6]}{last[county]:04d}", **row})
    return numbered
