"""What the page on outlets says in sentences, and what is copied for a work group."""

from __future__ import annotations

from decimal import Decimal

from dashboard import outlets_cache
from dashboard.frame import View
from dashboard.points_words import sort_word
from finance_monitor.disclosure.covered import Covered
from finance_monitor.disclosure.places import PlaceCount
from finance_monitor.progress.rounding import PERCENT_DECIMALS, shown
from finance_monitor.regions import Region
from finance_monitor.regions.finding import short_name
from finance_monitor.texts import catalogue

BRANCH, ACCESS = "outlets_branch_open", "village_access_points"
# What is asked of the units of a level.
ASKED = (("township", BRANCH), ("village", ACCESS))
_NAMED = 12


def percent(part: int, base: int) -> str:
    """Write a share with its decimals; a sign where there is nothing to divide by."""
    return f"{shown(Decimal(part) * 100 / base, PERCENT_DECIMALS)}%" if base else "—"


def names(view: View, codes: tuple[str, ...], most: int = _NAMED) -> str:
    """Name regions, the first of a long list and how many there are."""
    said = view.say("overview.join").join(_called(view.desk.regions.get(code)) for code in codes[:most])
    return said if len(codes) <= most else view.say("overview.and_more", named=said, total=len(codes))


def _called(region: Region) -> str:
    return short_name(region) if region.level == "village" else region.name


def unit_kind(view: View, told: Covered, level: str) -> str:
    """Name the units that are counted: villages by the kind the list of regions gives them."""
    key = f"outlets.unit.{told.kind or level}"
    return view.say(key) if key in catalogue() else told.kind


def coverage_lines(view: View) -> list[str]:
    """Say how many townships and villages are reached, which are not, and which hang on one place."""
    lines = []
    for level, indicator in ASKED:
        found = outlets_cache.coverage(view.seat, indicator, view.region, level, view.as_of, view.where)
        lines += [_line(view, told, level) for told in found[0]] if found else []
    return lines


def _line(view: View, told: Covered, level: str) -> str:
    unit = unit_kind(view, told, level)
    if not told.known:
        return view.say("outlets.unreported", units=told.units, unit=unit)
    parts = [
        view.say(
            f"outlets.covered.{level}",
            known=told.known,
            unit=unit,
            covered=told.covered,
            pct=percent(told.covered, told.known),
        )
    ]
    if told.uncovered:
        parts.append(view.say("outlets.uncovered", count=len(told.uncovered), names=names(view, told.uncovered)))
    if told.single:
        parts.append(view.say("outlets.single", count=len(told.single), names=names(view, told.single)))
    if told.unreported:
        parts.append(view.say("outlets.also_unreported", count=len(told.unreported)))
    return view.say("outlets.part").join(parts) + view.say("outlets.stop")


def change_line(view: View, sorts: dict[str, PlaceCount], sort: str) -> str:
    """Say how many of a sort there are, and what came and went since the year began."""
    told = sorts.get(sort)
    if told is None:
        return ""
    net = told.standing - told.stood_before
    return view.say(
        "outlets.change",
        word=sort_word(sort, view.lang),
        standing=told.standing,
        opened=told.opened,
        closed=told.closed,
        net=f"+{net}" if net > 0 else f"{net}".replace("-", "−"),
    )


def barrier_line(view: View, sorts: dict[str, PlaceCount]) -> str:
    """Say how many branches are barrier-free, of those somebody has looked at."""
    told = sorts.get("branch")
    if told is None or not told.standing:
        return ""
    if not told.barrier_told:
        return view.say("outlets.barrier.unknown", standing=told.standing)
    rest = told.standing - told.barrier_told
    return view.say(
        "outlets.barrier",
        told=told.barrier_told,
        free=told.barrier_free,
        pct=percent(told.barrier_free, told.barrier_told),
        rest=view.say("outlets.barrier.rest", rest=rest) if rest else "",
    )


def copied(view: View, title: str, lines: list[str]) -> str:
    """Return the text for a work group: it says of itself where, when, from which release, and if invented."""
    release = view.desk.release
    head = view.say(
        "outlets.copied",
        region=view.region_name,
        title=title,
        day=view.say("day", on=view.as_of),
        release=release.number,
    )
    narrowed = view.say("outlets.narrowed", names=view.say("overview.join").join(value for _, value in view.where))
    foot = [narrowed] if view.where else []
    foot += [view.say("head.demo")] if release.is_demo else []
    return "\n".join([head, *(line for line in lines if line), *foot])
