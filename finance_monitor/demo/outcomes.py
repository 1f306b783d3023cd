"""What the bank did with each referral: accepted, visited, decided, paid out or rejected and told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from finance_monitor.demo.delivery import Delivery, Desk, Row
from finance_monitor.demo.rows_columns import fits
from finance_monitor.demo.story_outcomes import OutcomesPart, Step
from finance_monitor.ledgers.batch import BatchHeader


@dataclass(frozen=True, slots=True)
class _Case:
    """How fast a case moves, and how late in the time told it was pushed (0 to 1)."""

    desk: Desk
    pace: float
    lateness: float

    def after(self, step: Step, day: date | None) -> date | None:
        """Return the day of a step, None where the case has not come to it."""
        if day is None or not self.desk.draw.happens(step.share):
            return None
        found = day + timedelta(days=round(self.desk.draw.random.randint(*step.days) * self.pace))
        return found if found <= self.desk.data_date else None


def outcomes(part: OutcomesPart, desk: Desk) -> Iterator[Delivery]:
    """Yield one file for each region that hands in."""
    pushed = [row for row in desk.written.get("referrals", ()) if _is_asked(part, desk, row)]
    first = min((_pushed_on(row) for row in pushed), default=desk.data_date)
    paces = _paces(part, desk, pushed)
    rows: dict[str, list[Row]] = {upper: [] for upper in paces}
    numbers: dict[str, int] = defaultdict(int)
    for row in pushed:
        upper = desk.handing_in(str(row["region_code"]), part.handed_in_by)
        if upper not in paces:
            continue
        lateness = (_pushed_on(row) - first).days / max((desk.data_date - first).days, 1)
        case = _Case(desk, paces[upper] * (1 - lateness * (1 - part.quicker)), lateness)
        outcome = _outcome(part, case, row)
        if outcome:
            rows[upper].append(_numbered(part, outcome, numbers))
    for upper, own in rows.items():
        header = BatchHeader("referral_outcomes", desk.office(part.office, upper), upper, part.period)
        yield Delivery(header, part.style, own)


def _is_asked(part: OutcomesPart, desk: Desk, row: Row) -> bool:
    if part.region is not None and not desk.world.regions.covers(part.region, str(row["region_code"])):
        return False
    return fits(row, part.where) and not (part.unless and fits(row, part.unless))


def _pushed_on(row: Row) -> date:
    pushed_on = row["pushed_on"]
    if not isinstance(pushed_on, date):
        raise TypeError(pushed_on)
    return pushed_on


def _paces(part: OutcomesPart, desk: Desk, pushed: list[Row]) -> dict[str, float]:
    """Return how fast each region that hands in works, in code order."""
    uppers = sorted({desk.handing_in(str(row["region_code"]), part.handed_in_by) for row in pushed} - set(part.silent))
    return dict(zip(uppers, desk.draw.uneven(len(uppers), part.unevenness), strict=True))


def _outcome(part: OutcomesPart, case: _Case, row: Row) -> Row:
    """Return what is known of a referral; nothing where the bank has not accepted it."""
    accepted_on = case.after(part.accepted, _pushed_on(row))
    if accepted_on is None:
        return {}
    visited_on = case.after(part.visited, accepted_on)
    told: Row = {"referral_no": row["referral_no"], "region_code": row["region_code"], "accepted_on": accepted_on}
    told["visited_on"] = visited_on
    if visited_on is None:
        return told
    draw = case.desk.draw
    told["qualified"] = bool(row["eligible"]) and draw.happens(part.qualified)
    if told["qualified"] and draw.happens(part.matched):
        told["matched_product"] = draw.one(part.products)
    decided_on = case.after(part.decided, visited_on)
    if decided_on is None:
        return told
    told["decided_on"] = decided_on
    is_approved = told["qualified"] and "matched_product" in told and draw.happens(part.approved)
    return told | (_approved(part, case, decided_on) if is_approved else _rejected(part, case, decided_on))


def _approved(part: OutcomesPart, case: _Case, decided_on: date) -> Row:
    disbursed_on = case.after(part.disbursed, decided_on)
    told: Row = {"decision": "approved", "disbursed_on": disbursed_on}
    if disbursed_on is None:
        return told
    first, last = part.village
    in_village = case.desk.draw.happens(first + (last - first) * case.lateness)
    return told | {"handled_place": "village" if in_village else case.desk.draw.one(part.other_places)}


def _rejected(part: OutcomesPart, case: _Case, decided_on: date) -> Row:
    told_on = case.after(part.told, decided_on)
    explained_on = case.after(part.explained, told_on)
    reason = case.desk.draw.one(part.reasons)
    return {"decision": "rejected", "reject_reason": reason, "feedback_on": told_on, "explained_on": explained_on}


def _numbered(part: OutcomesPart, outcome: Row, numbers: dict[str, int]) -> Row:
    """Give a loan its number within the county."""
    if outcome.get("disbursed_on") is None:
        return outcome
    unit6 = str(outcome["region_code"])[:6]
    numbers[unit6] += 1
    return {**outcome, "loan_no": part.loan_no.format(unit6=unit6, n=numbers[unit6])}
