"""Post stations: open, paused, resumed, closed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta

from finance_monitor.demo.delivery import Delivery, Desk, Row
from finance_monitor.demo.draw import spread
from finance_monitor.demo.story_counts import StationsPart
from finance_monitor.ledgers.batch import BatchHeader

# A station has stood for a while before it pauses or closes.
_STOOD_DAYS = 30


def stations(part: StationsPart, desk: Desk) -> Iterator[Delivery]:
    """Yield one file for each region that hands in."""
    uppers = [r for r in desk.world.regions.descendants(part.region, part.handed_in_by) if r.code not in part.silent]
    counties = [c.code for upper in uppers for c in desk.world.regions.descendants(upper.code, "county")]
    total = part.open + part.suspended + part.closed
    counts = spread(total, desk.draw.uneven(len(counties), part.unevenness))
    places = desk.draw.shuffled([c for c, count in zip(counties, counts, strict=True) for _ in range(count)])
    states = ["resumed"] * part.resumed + ["suspended"] * part.suspended + ["closed"] * part.closed
    states += ["open"] * (total - len(states))
    rows: dict[str, list[Row]] = {upper.code: [] for upper in uppers}
    numbers: dict[str, int] = defaultdict(int)
    for county, state in sorted(zip(places, states, strict=True)):
        numbers[county] += 1
        own = rows[desk.handing_in(county, part.handed_in_by)]
        own.append(_station(part, desk, county, numbers[county]) | _dates(part, desk, state))
    for upper, own in rows.items():
        header = BatchHeader("post_stations", desk.office(part.office, upper), upper, part.period)
        yield Delivery(header, part.style, own)


def _station(part: StationsPart, desk: Desk, county: str, number: int) -> Row:
    """Place a station in a township of the county."""
    townships = desk.world.regions.descendants(county, "township")
    place = desk.draw.random.choice(townships) if townships else desk.world.regions.get(county)
    return {
        "station_no": f"{part.number}{county[:6]}{number:03d}",
        "name": part.name.format(place=desk.name(county), number=number),
        "operator": part.operator,
        "region_code": place.code,
    }


def _dates(part: StationsPart, desk: Desk, state: str) -> Row:
    if state == "open":
        return {"opened_on": desk.draw.day(part.from_on, desk.data_date)}
    opened = desk.draw.day(part.from_on, desk.data_date - timedelta(days=3 * _STOOD_DAYS))
    stopped = _later(desk, opened, desk.data_date - timedelta(days=_STOOD_DAYS))
    if state == "closed":
        return {"opened_on": opened, "closed_on": stopped}
    resumed = _later(desk, stopped, desk.data_date) if state == "resumed" else None
    return {"opened_on": opened, "suspended_on": stopped, "resumed_on": resumed}


def _later(desk: Desk, after: date, last: date) -> date:
    return desk.draw.day(min(after + timedelta(days=_STOOD_DAYS), last), last)
