"""What banks and townships do while a loan is open: reminders before it falls due, inspections of its use."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta

from finance_monitor.dates import months_after
from finance_monitor.demo.delivery import Delivery, Desk, Row
from finance_monitor.demo.story_care import AftercarePart, Inspections, Reminder
from finance_monitor.ledgers.batch import BatchHeader


def aftercare(part: AftercarePart, desk: Desk) -> Iterator[Delivery]:
    """Yield the reminders of each bank, then the inspections of the last round."""
    covers = desk.world.regions.covers
    loans = [row for row in desk.written.get("loans", ()) if covers(part.region, str(row["region_code"]))]
    sent: dict[str, list[Row]] = defaultdict(list)
    for loan in loans:
        for told in part.reminders:
            if (row := _reminder(part, told, desk, loan)) is not None:
                own = sent[str(loan["lender"])]
                own.append({"reminder_no": f"{part.number}{len(own) + 1:06d}", **row})
    for bank, rows in sorted(sent.items()):
        yield Delivery(BatchHeader("reminders", bank, part.region, part.period), part.style, rows)
    last = part.inspections
    header = BatchHeader("use_inspections", desk.office(last.office, part.region), part.region, last.period)
    yield Delivery(header, last.style, list(_inspections(last, desk, loans)))


def _reminder(part: AftercarePart, told: Reminder, desk: Desk, loan: Row) -> Row | None:
    """Return the notice of a loan that was open so many days before its due day; some are forgotten."""
    due, settled = loan["due_on"], loan["settled_on"]
    if not isinstance(due, date) or not isinstance(loan["disbursed_on"], date):
        return None
    asked = due - timedelta(days=told.days)
    if not part.from_on <= asked <= desk.data_date or loan["disbursed_on"] > asked:
        return None
    if (isinstance(settled, date) and settled <= asked) or not desk.draw.happens(told.share):
        return None
    sent = asked - timedelta(days=desk.draw.random.randint(0, told.earlier_days))
    return {
        "loan_no": loan["loan_no"],
        "lender": loan["lender"],
        "region_code": loan["region_code"],
        "kind": told.kind,
        "medium": desk.draw.one(told.media),
        "sent_on": max(sent, part.from_on, loan["disbursed_on"]),
        "received": desk.draw.happens(told.received),
    }


def _inspections(told: Inspections, desk: Desk, loans: list[Row]) -> Iterator[Row]:
    """Yield one inspection of most loans that are due for one; townships are not alike."""
    low, high = told.share
    shares: dict[str, float] = {}
    for loan in loans:
        lent, settled = loan["disbursed_on"], loan["settled_on"]
        if not isinstance(lent, date) or months_after(lent, told.months) > desk.data_date or settled is not None:
            continue
        place = str(loan["region_code"])
        share = shares.setdefault(place, low + (high - low) * desk.draw.random.random())
        if not desk.draw.happens(share):
            continue
        result = desk.draw.one(told.results)
        yield {
            "inspection_no": f"{told.number}{loan['loan_no']}",
            "loan_no": loan["loan_no"],
            "lender": loan["lender"],
            "region_code": place,
            "inspected_on": desk.draw.day(*told.between),
            "inspector": desk.office(told.inspector, place),
            "result": result,
            "finding": desk.draw.one(told.findings) if result == "breach" else None,
        }
