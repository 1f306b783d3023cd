"""The whole profile of a region as one sheet, and its text for a work group."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from dashboard import cache, region_cache
from dashboard.downloads import context_of
from dashboard.wording import document
from finance_monitor.disclosure.compared import Change
from finance_monitor.disclosure.shown import Shown
from finance_monitor.disclosure.standings import Standing
from finance_monitor.progress.model import Progress
from finance_monitor.progress.sentence import verdict
from finance_monitor.progress.window import goal_of
from finance_monitor.reports.sheet import Field, Kind, Sheet

if TYPE_CHECKING:
    from dashboard.frame import View

_FIELDS: tuple[tuple[str, Kind], ...] = (
    ("section", "text"),
    ("region", "text"),
    ("code", "code"),
    ("id", "code"),
    ("name", "text"),
    ("value", "number"),
    ("unit", "text"),
    ("goal", "number"),
    ("completion", "number"),
    ("status", "text"),
    ("year_start", "number"),
    ("year", "number"),
    ("year_pct", "number"),
    ("above", "number"),
    ("source", "text"),
)
_Line = tuple[object, ...]


def text_of(view: View) -> str:
    """Return the profile as a text that says of which day and release it is, and whether it is invented."""
    told = region_cache.sentences(view.seat, view.region, view.as_of, view.lang)
    release = view.desk.release
    head = view.say(
        "region.said.head", region=view.region_name, day=view.say("day", on=view.as_of), release=release.number
    )
    demo = [view.say("region.said.demo")] if release.is_demo else []
    return "\n".join([head, *(one.text for one in told), *demo])


def profile_sheet(view: View) -> Sheet:
    """Return facts, targets, indicators and peers, a line each."""
    fields = tuple(Field(key, view.say(f"region.file.{key}"), kind) for key, kind in _FIELDS)
    rows = (*_facts(view), *_targets(view), *_indicators(view), *_peers(view))
    title = view.say("region.file.title", region=view.region_name)
    said = tuple((view.say("region.text"), line) for line in text_of(view).split("\n"))
    return Sheet(title, (*context_of(view), *said), fields, rows)


def _line(view: View, section: str, **told: object) -> _Line:
    """Return one line; what it says nothing of stays empty."""
    own = {"section": view.say(f"region.section.{section}"), "region": view.region_name, "code": view.region}
    return tuple((own | told).get(key) for key, _ in _FIELDS)


def _facts(view: View) -> Iterator[_Line]:
    for one in region_cache.facts(view.seat, view.region, view.as_of):
        hidden = view.say("figure.hidden") if one.value is None else None
        name, source = view.say(f"region.fact.{one.fact}"), view.say("region.file.fact", day=one.newest_on)
        unit = view.say(f"region.fact.unit.{one.fact}")
        yield _line(view, "facts", id=one.fact, name=name, value=one.value, unit=unit, status=hidden, source=source)


def _targets(view: View) -> Iterator[_Line]:
    for one in cache.all_targets(view.seat, view.region, view.as_of):
        for progress in one.progress.parts or (one.progress,):
            yield _target(view, one, progress)


def _target(view: View, one: Shown, progress: Progress) -> _Line:
    goal = goal_of(one.target, progress.part_id)
    return _line(
        view,
        "targets",
        id=one.target.id,
        name=goal.title.in_(view.lang),
        value=None if one.hidden else progress.actual,
        unit=goal.unit,
        goal=progress.goal,
        completion=progress.completion_pct,
        status=verdict(progress, one.target, view.lang),
        source=f"{document(one.policy, view.lang)}{one.target.clause}",
    )


def _indicators(view: View) -> Iterator[_Line]:
    for one in region_cache.standings(view.seat, view.region, view.as_of):
        # The value of a flow is a sum from the first record on: growth of its parts would not be its own.
        year = None if one.indicator.nature == "flow" else one.year
        yield _line(
            view,
            "indicators",
            id=one.indicator.id,
            name=one.indicator.name.in_(view.lang),
            value=one.figure.value,
            unit=one.indicator.unit.in_(view.lang),
            status=view.say("figure.hidden") if one.figure.state == "hidden" else None,
            year_start=_difference(one.year_start),
            year=_difference(year),
            year_pct=year.growth_pct if year else None,
            above=one.above.value if one.above is not None and one.is_ratio else None,
            source=view.say(f"analysis.path.{one.path}"),
        )


def _difference(change: Change | None) -> Decimal | None:
    return change.difference if change else None


def _peers(view: View) -> Iterator[_Line]:
    found = region_cache.peers(view.seat, view.region, view.as_of).found
    for at, (peer, _) in enumerate(found):
        for one in region_cache.standings(view.seat, view.region, view.as_of):
            yield _peer(view, one, at, peer.name, peer.code)


def _peer(view: View, one: Standing, at: int, name: str, code: str) -> _Line:
    figure = one.peers[at]
    return _line(
        view,
        "peers",
        region=name,
        code=code,
        id=one.indicator.id,
        name=one.indicator.name.in_(view.lang),
        value=figure.value,
        unit=one.indicator.unit.in_(view.lang),
        status=None if figure.state == "shown" else view.say(f"figure.state.{figure.state}"),
    )
