"""Totals of banks, registers of matters, service points and devices, decisions on applications."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise
from typing import Any

from finance_monitor.regions import regions
from tests.reference_answers.registry import Home, Parts, Row, Rows, stands, twin


def now_called(code: str) -> str:
    """Return the code a region goes by now; one that was split or raised keeps its own."""
    tree = regions()
    heir = tree.heir(tree.get(code))
    return tree.get(heir).code if tree.get(heir).level == tree.get(code).level else code


def newest(rows: list[Row], day: date, *names: str) -> list[Row]:
    """Return the newest row up to the day of each subject: its region and the columns named."""
    found: dict[tuple[Any, ...], Row] = {}
    for row in sorted(rows, key=lambda row: (row["as_of"], row["batch_id"], row["source_row"])):
        if row["as_of"] <= day:
            found[(now_called(row["region_code"]), *(row[name] for name in names))] = row
    return list(found.values())


def _totals(rows: Rows, inside: Collection[str], day: date, params: dict[str, Any]) -> Iterator[Row]:
    """Yield what each bank said last of the kind of loans asked for."""
    own = [row for row in rows["aggregate_balances"] if row["kind"] == params["kind"]]
    yield from (row for row in newest(own, day, "bank") if row["region_code"] in inside)


def _said(row: Row, *names: str) -> bool:
    return all(row[name] is not None for name in names)


def _interest(balance_fen: int, rate_pct: Decimal) -> int:
    return int((Decimal(balance_fen) * rate_pct / 100).to_integral_value(ROUND_HALF_UP))


@twin("aggregate_balance")
def aggregate_balance(rows: Rows, inside: Collection[str], day: date, params: dict[str, Any], home_of: Home) -> Parts:
    """Sum the balances the banks stated last."""
    own = _totals(rows, inside, day, params)
    return sum(row["balance_fen"] for row in own if _said(row, "balance_fen")), 0


@twin("aggregate_granted")
def aggregate_granted(rows: Rows, inside: Collection[str], day: date, params: dict[str, Any], home_of: Home) -> Parts:
    """Go through what each bank said it had lent in all, and add up by how much each word exceeds the one before."""
    own = [row for row in rows["aggregate_balances"] if row["kind"] == params["kind"]]
    own = [row for row in own if _said(row, "granted_total_fen")]
    words: dict[tuple[str, str], dict[date, Row]] = {}
    for row in sorted(own, key=lambda row: (row["batch_id"], row["source_row"])):
        words.setdefault((now_called(row["region_code"]), row["bank"]), {})[row["as_of"]] = row
    lent = 0
    for told in words.values():
        days = sorted(told)
        for before, after in pairwise(days):
            if after <= day and told[after]["region_code"] in inside:
                lent += max(told[after]["granted_total_fen"] - told[before]["granted_total_fen"], 0)
    return lent, 0


@twin("aggregate_rate")
def aggregate_rate(rows: Rows, inside: Collection[str], day: date, params: dict[str, Any], home_of: Home) -> Parts:
    """Hold a year's interest against the balance, of the banks that stated a rate."""
    own = [row for row in _totals(rows, inside, day, params) if _said(row, "balance_fen", "rate_pct")]
    interest = sum(_interest(row["balance_fen"], row["rate_pct"]) for row in own)
    return interest, sum(row["balance_fen"] for row in own)


@twin("aggregate_discount")
def aggregate_discount(rows: Rows, inside: Collection[str], day: date, params: dict[str, Any], home_of: Home) -> Parts:
    """Hold the interest saved in a year against that at the benchmark."""
    names = ("balance_fen", "rate_pct", "benchmark_rate_pct")
    own = [row for row in _totals(rows, inside, day, params) if _said(row, *names)]
    saved = sum(_interest(row["balance_fen"], row["benchmark_rate_pct"] - row["rate_pct"]) for row in own)
    return saved, sum(_interest(row["balance_fen"], row["benchmark_rate_pct"]) for row in own)


@twin("aggregate_long_term_share")
def aggregate_long_term_share(
    rows: Rows, inside: Collection[str], day: date, params: dict[str, Any], home_of: Home
) -> Parts:
    """Sum long-term loans and the balances they are part of."""
    own = [row for row in _totals(rows, inside, day, params) if _said(row, "balance_fen", "long_term_fen")]
    return sum(row["long_term_fen"] for row in own), sum(row["balance_fen"] for row in own)


@twin("aggregate_per_household")
def aggregate_per_household(
    rows: Rows, inside: Collection[str], day: date, params: dict[str, Any], home_of: Home
) -> Parts:
    """Sum balances and the households that owe them."""
    own = [row for row in _totals(rows, inside, day, params) if _said(row, "balance_fen", "households")]
    return sum(row["balance_fen"] for row in own), sum(row["households"] for row in own)


def _entries(rows: Rows, inside: Collection[str], params: dict[str, Any]) -> list[Row]:
    kinds = {params["kind"]} if "kind" in params else set(params["kinds"].strip("|").split("|"))
    return [row for row in rows["registers"] if row["kind"] in kinds and row["region_code"] in inside]


def _holding(own: list[Row], day: date) -> list[Row]:
    return [row for row in own if stands(row["from_on"], row["to_on"], day)]


def _begun(own: list[Row], day: date) -> list[Row]:
    return [row for row in own if stands(row["from_on"], None, day)]


@twin("registered_any")
def registered_any(rows: Rows, inside: Collection[str], day: date, params: dict[str, Any], home_of: Home) -> Parts:
    """Count entries of any of the kinds that hold on the day."""
    return len(_holding(_entries(rows, inside, params), day)), 0


@twin("registered_this_year")
def registered_this_year(
    rows: Rows, inside: Collection[str], day: date, params: dict[str, Any], home_of: Home
) -> Parts:
    """Count entries of the day's own year up to the day."""
    own = _begun(_entries(rows, inside, params), day)
    return sum(row["from_on"].year == day.year for row in own), 0


@twin("registered_amount")
def registered_amount(rows: Rows, inside: Collection[str], day: date, params: dict[str, Any], home_of: Home) -> Parts:
    """Sum the amounts of entries that hold on the day."""
    return sum(row["amount_fen"] or 0 for row in _holding(_entries(rows, inside, params), day)), 0


@twin("registered_amount_events")
def registered_amount_events(
    rows: Rows, inside: Collection[str], day: date, params: dict[str, Any], home_of: Home
) -> Parts:
    """Sum the amounts of entries up to the day."""
    return sum(row["amount_fen"] or 0 for row in _begun(_entries(rows, inside, params), day)), 0


@twin("needs_approved_share")
def needs_approved_share(
    rows: Rows, inside: Collection[str], day: date, params: dict[str, Any], home_of: Home
) -> Parts:
    """Count applications decided up to the day, and those of them that were approved."""
    own = [row for row in rows["loan_needs"] if row["region_code"] in inside and _said(row, "decision", "decided_on")]
    decided = [row for row in own if row["decided_on"] <= day]
    return sum(row["decision"] == "approved" for row in decided), len(decided)
