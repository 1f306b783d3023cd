"""A target split to the places of a region: roughly as each place does, so that some are ahead and some behind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from finance_monitor.demo.delivery import Delivery, Desk, Row
from finance_monitor.demo.draw import spread
from finance_monitor.demo.story_care import SharesPart
from finance_monitor.ledgers.batch import BatchHeader


def shares(part: SharesPart, desk: Desk) -> Iterator[Delivery]:
    """Yield the one file that gives every place its share, node by node."""
    done = _done(part, desk)
    free = [code for code in sorted(done) if code not in part.fixed]
    uneven = desk.draw.uneven(len(free), part.unevenness)
    rest = desk.scaled(part.total) - sum(part.fixed.values())
    parts = spread(max(rest, 0) // part.step, [done[code] * weight for code, weight in zip(free, uneven, strict=True)])
    given = {**part.fixed, **{code: share * part.step for code, share in zip(free, parts, strict=True)}}
    rows: list[Row] = [
        {
            "target": part.target,
            "region_code": code,
            "node_on": node_on,
            "value": round(value * share),
            "document_no": part.document_no,
        }
        for code, value in sorted(given.items())
        for node_on, share in sorted(part.nodes.items())
    ]
    header = BatchHeader("sub_targets", desk.office(part.office, part.region), part.region, part.period)
    yield Delivery(header, part.style, rows)


def _done(part: SharesPart, desk: Desk) -> dict[str, int]:
    """Return what each place has done in the window, in fen."""
    first, last = part.window
    found: dict[str, int] = defaultdict(int)
    for row in desk.written.get(part.ledger, ()):
        code, day, amount = str(row["region_code"]), row[part.day], row[part.amount]
        if isinstance(day, date) and isinstance(amount, int) and first <= day <= last:
            found[code] += amount
    return {code: amount for code, amount in found.items() if desk.world.regions.covers(part.region, code)}
