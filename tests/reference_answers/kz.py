"""The risk fund, credit profiles and titles, relending, households that are unstable again."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date, timedelta
from typing import Any

from tests.reference_answers.core import by_loan, of_loan
from tests.reference_answers.registry import Home, Parts, Row, Rows, stands, twin
from tests.reference_answers.wl import newest, now_called


def _by(day: date, *days: date | None) -> bool:
    """Say whether all of it has happened by the day."""
    return all(one is not None and one <= day for one in days)


def _events(rows: Rows, params: dict[str, Any]) -> list[Row]:
    """Return what happened to the funds of the kind asked for."""
    return [row for row in rows["risk_fund_events"] if row["fund_kind"] == params["fund_kind"]]


def _fund(rows: Rows, inside: Collection[str], day: date, params: dict[str, Any]) -> int:
    """Return what lies on the accounts: of each fund and bank what its last event left."""
    accounts: dict[tuple[str, str, str], Row] = {}
    told = _events(rows, params)
    for row in sorted(told, key=lambda row: (row["happened_on"], row["batch_id"], row["source_row"])):
        if row["happened_on"] <= day:
            accounts[now_called(row["region_code"]), row["fund"], row["bank"]] = row
    return sum(row["balance_fen"] for row in accounts.values() if row["region_code"] in inside)


@twin("risk_fund_balance")
def risk_fund_balance(rows: Rows, inside: Collection[str], day: date, params: dict[str, Any], home_of: Home) -> Parts:
    """Sum what lies on the accounts."""
    return _fund(rows, inside, day, params), 0


@twin("risk_fund_cover")
def risk_fund_cover(rows: Rows, inside: Collection[str], day: date, params: dict[str, Any], home_of: Home) -> Parts:
    """Hold what lies on the accounts against what each bank said last of its micro-credit."""
    micro = [row for row in rows["aggregate_balances"] if row["kind"] == "micro"]
    lent = sum(row["balance_fen"] for row in newest(micro, day, "bank") if row["region_code"] in inside)
    return _fund(rows, inside, day, params), lent


@twin("risk_fund_topped_up_in_time_share")
def risk_fund_topped_up_in_time_share(
    rows: Rows, inside: Collection[str], day: date, params: dict[str, Any], home_of: Home
) -> Parts:
    """Ask each shortfall of the past whether it was made good, and when; one whose days still run says nothing."""
    in_time = said = 0
    events = _events(rows, params)
    for short in events:
        if short["kind"] != "short" or short["region_code"] not in inside:
            continue
        due_on = short["happened_on"] + timedelta(days=params["days"])
        made_good_on = _made_good_on(short, events, home_of)
        good_in_time = made_good_on is not None and made_good_on <= min(day, due_on)
        in_time += good_in_time
        said += good_in_time or due_on <= day
    return in_time, said


def _made_good_on(short: Row, events: Iterable[Row], home_of: Home) -> date | None:
    """Go through the payments that answer a shortfall, day by day, until there is enough."""
    answers = [
        row
        for row in events
        if row["kind"] == "topped_up"
        and row["trigger_no"] == short["event_no"]
        and home_of(row["region_code"]) == home_of(short["region_code"])
        and row["happened_on"] >= short["happened_on"]
    ]
    for day in sorted({row["happened_on"] for row in answers}):
        if sum(row["amount_fen"] for row in answers if row["happened_on"] <= day) >= short["amount_fen"]:
            return day
    return None


@twin("compensation_paid")
def compensation_paid(rows: Rows, inside: Collection[str], day: date, params: dict[str, Any], home_of: Home) -> Parts:
    """Sum what the fund had paid by the day."""
    own = [row for row in rows["compensation_claims"] if row["region_code"] in inside and _by(day, row["paid_on"])]
    return sum(row["paid_fen"] or 0 for row in own), 0


@twin("subsidy_paid_share_of_older_loans")
def subsidy_paid_share_of_older_loans(
    rows: Rows, inside: Collection[str], day: date, params: dict[str, Any], home_of: Home
) -> Parts:
    """Look up the loan of each line that is payable; sum what is paid, no more than is due, and what is due."""
    older = [row for row in rows["loans"] if row["disbursed_on"] <= params["disbursed_until"]]
    told = by_loan(rows["subsidy_lines"], home_of)
    of_older = {id(line) for loan in older for line in of_loan(loan, told, home_of)}
    paid = due = 0
    for row in rows["subsidy_lines"]:
        if row["state"] == "clawed_back" or not params["counted_from"] <= row["payable_on"] <= day:
            continue
        if row["region_code"] in inside and id(row) in of_older:
            due += row["interest_fen"]
            paid += min(row["subsidy_fen"] or 0, row["interest_fen"]) if _by(day, row["paid_on"]) else 0
    return paid, due


def _listed(rows: Rows, ledger: str, inside: Collection[str], day: date) -> Iterator[Row]:
    yield from (row for row in rows[ledger] if row["region_code"] in inside and row["listed_on"] <= day)


@twin("credit_collected_share")
def credit_collected_share(
    rows: Rows, inside: Collection[str], day: date, params: dict[str, Any], home_of: Home
) -> Parts:
    """Ask everybody listed whether the information is collected."""
    own = list(_listed(rows, "credit_profiles", inside, day))
    return sum(_by(day, row["collected_on"]) for row in own), len(own)


@twin("credit_rated_share")
def credit_rated_share(rows: Rows, inside: Collection[str], day: date, params: dict[str, Any], home_of: Home) -> Parts:
    """Ask those collected and entered whether they are rated."""
    own = [row for row in rows["credit_profiles"] if row["region_code"] in inside]
    own = [row for row in own if _by(day, row["collected_on"], row["entered_on"])]
    return sum(_by(day, row["rated_on"]) for row in own), len(own)


@twin("credit_line_share")
def credit_line_share(rows: Rows, inside: Collection[str], day: date, params: dict[str, Any], home_of: Home) -> Parts:
    """Ask everybody listed whether there is a line; a line of nothing is none."""
    own = list(_listed(rows, "credit_profiles", inside, day))
    return sum(_by(day, row["line_on"]) and row["line_fen"] != 0 for row in own), len(own)


@twin("credit_titles_joined_share")
def credit_titles_joined_share(
    rows: Rows, inside: Collection[str], day: date, params: dict[str, Any], home_of: Home
) -> Parts:
    """Ask everybody listed at the level whether they take part."""
    own = [row for row in _listed(rows, "credit_titles", inside, day) if row["level"] == params["level"]]
    return sum(_by(day, row["joined_on"]) for row in own), len(own)


@twin("credit_titles_joined")
def credit_titles_joined(
    rows: Rows, inside: Collection[str], day: date, params: dict[str, Any], home_of: Home
) -> Parts:
    """Count those of the level that take part."""
    own = [row for row in rows["credit_titles"] if row["level"] == params["level"] and row["region_code"] in inside]
    return sum(_by(day, row["joined_on"]) for row in own), 0


@twin("credit_titles_awarded_share")
def credit_titles_awarded_share(
    rows: Rows, inside: Collection[str], day: date, params: dict[str, Any], home_of: Home
) -> Parts:
    """Ask everybody listed at the level whether they hold the title."""
    own = [row for row in _listed(rows, "credit_titles", inside, day) if row["level"] == params["level"]]
    return sum(stands(row["awarded_on"], row["revoked_on"], day) for row in own), len(own)


@twin("credit_titles_awarded")
def credit_titles_awarded(
    rows: Rows, inside: Collection[str], day: date, params: dict[str, Any], home_of: Home
) -> Parts:
    """Count those that hold the title."""
    own = [row for row in rows["credit_titles"] if row["level"] == params["level"] and row["region_code"] in inside]
    return sum(stands(row["awarded_on"], row["revoked_on"], day) for row in own), 0


@twin("relending_amount")
def relending_amount(rows: Rows, inside: Collection[str], day: date, params: dict[str, Any], home_of: Home) -> Parts:
    """Sum the entries of one kind."""
    own = [row for row in rows["relending"] if row["kind"] == params["kind"] and row["region_code"] in inside]
    return sum(row["amount_fen"] for row in own if row["happened_on"] <= day), 0


@twin("households_fallen_back")
def households_fallen_back(
    rows: Rows, inside: Collection[str], day: date, params: dict[str, Any], home_of: Home
) -> Parts:
    """Count the unstable households on the list of the day."""
    own = [row for row in rows["households"] if row["kind"] == "unstable" and row["region_code"] in inside]
    return sum(stands(row["valid_from"], row["valid_to"], day) for row in own), 0
