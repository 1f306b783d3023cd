"""办贷转化: how far referrals have come, and where every one of them stands now, so that open ones do not vanish."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from finance_monitor.disclosure.desk import Desk
from finance_monitor.disclosure.told import Told, Where, show_indicator
from finance_monitor.progress.rounding import PERCENT_DECIMALS, shown

# Each step with the indicator that counts who has come to it.
STEPS = {
    "pushed": "referrals_pushed",
    "accepted": "referrals_accepted",
    "visited": "referrals_visited",
    "decided": "referrals_decided",
    "approved": "referrals_approved",
    "disbursed": "referrals_disbursed",
}
REJECTED = "referrals_rejected"
WAITING = "referrals_waiting"
# What has been at the bank for so many days is asked after.
LATE = 18
# Open ones by age: from so many days at the bank on, with the indicator that counts them.
AGES = {
    0: WAITING,
    7: "referrals_waiting_7_days",
    LATE: "referrals_waiting_18_days",
    30: "referrals_waiting_30_days",
}

# Every referral is in exactly one of these.
Place = Literal["unaccepted", "undecided", "no_result", "undisbursed", "disbursed", "rejected"]


@dataclass(frozen=True, slots=True)
class Step:
    """One step: how many have come to it, of those of the step before and of all, in %."""

    key: str
    told: Told
    of_before_pct: Decimal | None
    of_all_pct: Decimal | None

    @property
    def count(self) -> int | None:
        """Return how many; None where nobody has reported or the records cannot be narrowed."""
        return count_of(self.told)


@dataclass(frozen=True, slots=True)
class Standing:
    """How many referrals stand at one place now."""

    place: Place
    count: int | None
    of_all_pct: Decimal | None


@dataclass(frozen=True, slots=True)
class Aged:
    """Open referrals that have been at the bank from `from_days` to `to_days` days; None: without an end."""

    from_days: int
    to_days: int | None
    count: int | None


@dataclass(frozen=True, slots=True)
class Funnel:
    """All referrals of a region from the first record up to a day."""

    steps: tuple[Step, ...]
    standings: tuple[Standing, ...]
    waiting: Told
    late: Told
    ages: tuple[Aged, ...]
    rejected: Told

    def step(self, key: str) -> Step:
        """Return one step."""
        return next(step for step in self.steps if step.key == key)


def funnel(desk: Desk, region_code: str, as_of: date, where: Where = ()) -> Funnel:
    """Return the steps of a region's referrals up to a day; raise AccessError for a region not the viewer's."""

    def told(indicator_id: str) -> Told:
        return show_indicator(desk, indicator_id, region_code, as_of, where)

    counted = {key: told(indicator_id) for key, indicator_id in STEPS.items()}
    rejected = told(REJECTED)
    waiting = {days: told(indicator_id) for days, indicator_id in AGES.items()}
    return Funnel(
        steps=_steps(counted),
        standings=_standings({key: count_of(one) for key, one in counted.items()}, count_of(rejected)),
        waiting=waiting[0],
        late=waiting[LATE],
        ages=_ages({days: count_of(one) for days, one in waiting.items()}),
        rejected=rejected,
    )


def count_of(told: Told) -> int | None:
    """Return a count that may be shown."""
    return None if told.figure.value is None else int(told.figure.value)


def _steps(counted: dict[str, Told]) -> tuple[Step, ...]:
    found = []
    before: int | None = None
    whole = count_of(counted["pushed"])
    for key, told in counted.items():
        own = count_of(told)
        found.append(Step(key, told, _share(own, before), _share(own, whole) if key != "pushed" else None))
        before = own
    return tuple(found)


def _standings(counts: dict[str, int | None], rejected: int | None) -> tuple[Standing, ...]:
    """Part the whole; a place is unknown where one of its two numbers is."""
    places: dict[Place, int | None] = {
        "unaccepted": _less(counts["pushed"], counts["accepted"]),
        "undecided": _less(counts["accepted"], counts["decided"]),
        "no_result": _less(_less(counts["decided"], counts["approved"]), rejected),
        "undisbursed": _less(counts["approved"], counts["disbursed"]),
        "disbursed": counts["disbursed"],
        "rejected": rejected,
    }
    whole = counts["pushed"]
    return tuple(Standing(place, own, _share(own, whole)) for place, own in places.items())


def _ages(counts: dict[int, int | None]) -> tuple[Aged, ...]:
    limits = sorted(counts)
    found = []
    for at, first in enumerate(limits):
        following = limits[at + 1] if at + 1 < len(limits) else None
        own = counts[first] if following is None else _less(counts[first], counts[following])
        found.append(Aged(first, None if following is None else following - 1, own))
    return tuple(found)


def _less(whole: int | None, part: int | None) -> int | None:
    return None if whole is None or part is None else whole - part


def _share(part: int | None, whole: int | None) -> Decimal | None:
    if part is None or not whole:
        return None
    return shown(Decimal(part) * 100 / whole, PERCENT_DECIMALS)
