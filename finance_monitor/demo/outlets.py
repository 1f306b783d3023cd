"""Branches, service points and machines of a county's banks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from finance_monitor.demo.delivery import Delivery, Desk, Row
from finance_monitor.demo.draw import spread
from finance_monitor.demo.story_counts import OutletsPart
from finance_monitor.ledgers.batch import BatchHeader


def outlets(part: OutletsPart, desk: Desk) -> Iterator[Delivery]:
    """Yield the outlets and the machines of each bank."""
    townships = [township.code for township in desk.world.regions.descendants(part.region, "township")]
    weights = desk.draw.uneven(len(townships), part.unevenness)
    branches = _branches(part, desk, townships, weights)
    points: list[Row] = [
        {"kind": kind, "region_code": desk.draw.random.choice(townships), "opened_on": desk.draw.day(*part.opened)}
        for kind, count in part.other_kinds.items()
        for _ in range(count)
    ]
    yield from _by_bank(part, desk, "outlets", [*branches, *points])
    yield from _by_bank(part, desk, "devices", _machines(part, desk, townships, weights))


def _branches(part: OutletsPart, desk: Desk, townships: Sequence[str], weights: Sequence[float]) -> list[Row]:
    """Every township has one branch; those that opened late have no more, closures leave at least one."""
    early = [code for code in townships if code not in part.late]
    own = [weight for code, weight in zip(townships, weights, strict=True) if code not in part.late]
    counts = dict(zip(early, spread(part.branches - len(part.late), own, 1), strict=True))
    rows: list[Row] = [{"kind": "branch", "region_code": code, "opened_on": day} for code, day in part.late.items()]
    for code, count in counts.items():
        rows += [
            {"kind": "branch", "region_code": code, "opened_on": desk.draw.day(*part.opened)} for _ in range(count)
        ]
    most = sorted(counts, key=lambda code: -counts[code])
    for code, day in zip(most, part.closed, strict=False):
        next(row for row in rows if row["region_code"] == code)["closed_on"] = day
    return rows


def _machines(part: OutletsPart, desk: Desk, townships: Sequence[str], weights: Sequence[float]) -> list[Row]:
    rows: list[Row] = []
    for kind, count in part.machines.items():
        codes = [code for code, own in zip(townships, spread(count, weights, 1), strict=True) for _ in range(own)]
        made: list[Row] = [
            {"kind": kind, "region_code": code, "installed_on": desk.draw.day(part.opened[0], part.counted_on)}
            for code in codes
        ]
        for row in desk.draw.random.sample(made, part.removed.get(kind, 0)):
            row["removed_on"] = desk.draw.day(*part.removed_in)
        rows += made
    return rows


def _by_bank(part: OutletsPart, desk: Desk, ledger_id: str, rows: list[Row]) -> Iterator[Delivery]:
    """Share the rows among the banks and number them in the order of days."""
    shares = {bank: told.share for bank, told in part.banks.items()}
    own: dict[str, list[Row]] = {bank: [] for bank in part.banks}
    dated = "opened_on" if ledger_id == "outlets" else "installed_on"
    for row in sorted(rows, key=lambda row: (_day(row[dated]), str(row["region_code"]))):
        bank = desk.draw.one(shares)
        own[bank].append(_named(part, desk, ledger_id, bank, len(own[bank]) + 1) | row)
    for bank, told in part.banks.items():
        named = [_with_name(part, desk, row) for row in own[bank]] if ledger_id == "outlets" else own[bank]
        placed = [{**row, "region_code": _seat(desk, str(row["region_code"]))} for row in named]
        yield Delivery(BatchHeader(ledger_id, bank, part.region, part.period), told.style, placed)


def _seat(desk: Desk, township: str) -> str:
    """Return the village-level unit of a township that bears the lowest number: the seat, where branches stand."""
    return desk.world.regions.descendants(township, "village")[0].code


def _named(part: OutletsPart, desk: Desk, ledger_id: str, bank: str, number: int) -> Row:
    code = f"{part.banks[bank].number}{number:04d}"
    if ledger_id == "outlets":
        return {"outlet_no": code, "bank": bank, "org_type": "bank"}
    return {"device_no": code, "bank": bank}


def _with_name(part: OutletsPart, desk: Desk, row: Row) -> Row:
    place = desk.name(str(row["region_code"]))
    number = str(row["outlet_no"])
    return {**row, "name": part.name.format(bank=row["bank"], place=place, number=number)}


def _day(value: object) -> date:
    if not isinstance(value, date):
        raise TypeError(value)
    return value
