"""Status and light: before the deadline, after it, and while some units have not reported."""

from __future__ import annotations

from decimal import Decimal

from finance_monitor.progress.model import Light, Status
from finance_monitor.progress.pace import Manner
from finance_monitor.progress.stand import Stand
from finance_monitor.settings import Bands, settings

_BADNESS: dict[Light, int] = {"red": 0, "yellow": 2, "green": 3, "none": 4}
_UNKNOWN_BADNESS = 1


def is_soft(strictness: str | None) -> bool:
    """Say whether the sentence only promises an effort: ended short, it is 未达预期 and not a red breach."""
    return strictness in settings().soft_words


def status_before(stand: Stand, manner: Manner, expected_pct: Decimal | None, bands: Bands) -> Status:
    """Judge a stand on a day before the deadline (or without one)."""
    if manner == "none":
        return "reached" if stand.reached else "not_reached"
    if manner == "milestone":
        return "met" if stand.reached else "on_track"
    if manner == "hold":
        return "holding" if stand.reached else "breached"
    if stand.reached:
        return "met"
    gap_pp = (stand.completion_pct or Decimal(0)) - (expected_pct or Decimal(0))
    if gap_pp >= Decimal(str(bands.on_track_from_pp)):
        return "on_track"
    return "behind" if gap_pp >= Decimal(str(bands.behind_from_pp)) else "far_behind"


def status_after(at_deadline: Stand, caught_up: bool) -> Status:
    """Judge a window that has closed: by its last day, and by whether it was made good since."""
    if at_deadline.reached:
        return "met"
    return "late" if caught_up else "missed"


def light_of(status: Status, strictness: str | None) -> Light:
    """Return the light of a status; what has no deadline, no number or no data has none."""
    if status in ("met", "on_track", "holding"):
        return "green"
    if status in ("behind", "late"):
        return "yellow"
    if status in ("missed", "breached"):
        return "yellow" if is_soft(strictness) else "red"
    return "red" if status == "far_behind" else "none"


def settled(worst: Status, best: Status, strictness: str | None) -> Status | None:
    """Return the status where what is unreported cannot turn it, else None."""
    if worst == best:
        return worst
    both_green = light_of(worst, strictness) == light_of(best, strictness) == "green"
    return worst if both_green else None


def badness(light: Light, status: Status) -> int:
    """Order parts: the smallest is the worst; an unknown part is worse than any that is not red."""
    return _UNKNOWN_BADNESS if status == "unknown" else _BADNESS[light]
