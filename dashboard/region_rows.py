"""The tables of a profile: targets, indicators, peers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from dashboard.grid import Cell, Column, Link, Note, Row, Spark
from dashboard.wording import actual, bar, chip_of, wanted
from finance_monitor.disclosure.compared import Change
from finance_monitor.disclosure.figure import Figure
from finance_monitor.disclosure.peers import Peers
from finance_monitor.disclosure.shown import Shown
from finance_monitor.disclosure.standings import Standing
from finance_monitor.progress.amounts import amount, difference
from finance_monitor.regions import Region
from finance_monitor.reports.profile_plan import profile_plan
from finance_monitor.texts import Lang, say
from finance_monitor.world import REPORTED_FIGURES, world
from finance_monitor.written import NOTHING, number

_SIGNS = "0123456789abcdefghijklmnopqrstuvwxyz"
# So many main indicators stand beside one another.
_MAIN = 6


@dataclass(frozen=True, slots=True)
class Tables:
    """Rows and columns; of the peers also what their size is measured by."""

    targets: tuple[Row, ...]
    indicators: tuple[Row, ...]
    indicator_columns: tuple[Column, ...]
    peers: tuple[Row, ...]
    peer_columns: tuple[Column, ...]


def tables_of(
    targets: Sequence[Shown], standings: Sequence[Standing], peers: Peers, region: Region, lang: Lang
) -> Tables:
    """Return the tables of a region."""
    has_above = any(one.above is not None for one in standings)
    names = ("indicator", "value", "year_start", "year", "course", *(["above"] if has_above else []))
    kinds = {"indicator": "text", "course": "text"}
    wide = ("year_start", "course", "above")
    columns = tuple(
        Column(say(f"region.column.{name}", lang), kinds.get(name, "number"), name in wide)  # type: ignore[arg-type]
        for name in names
    )
    main = _main(standings)
    return Tables(
        targets=tuple(_targets(targets, lang)),
        indicators=tuple(_indicators(standings, lang, has_above=has_above)),
        indicator_columns=columns,
        peers=tuple(_peers(main, peers, region, lang)),
        peer_columns=tuple(_peer_columns(main, peers, lang)),
    )


def target_columns(lang: Lang) -> list[Column]:
    """Return the headings of the targets."""
    return [
        Column(say("column.target", lang), "long"),
        Column(say("column.status", lang)),
        Column(say("column.actual", lang), "number"),
        Column(say("column.goal", lang), "number", wide=True),
        Column(say("column.completion", lang), wide=True),
    ]


def _targets(targets: Sequence[Shown], lang: Lang) -> Iterator[Row]:
    """Yield the targets of each document under its name, those in force first."""
    ordered = sorted(targets, key=lambda one: one.lifecycle != "in_force")
    for _, own in groupby(ordered, key=lambda one: one.policy.id):
        group = list(own)
        name, word = group[0].policy.short_title.in_(lang), say(f"lifecycle.{group[0].lifecycle}", lang)
        yield Row((say("targets.of_document", lang, document=name, lifecycle=word, count=len(group)),), whole=True)
        for one in group:
            yield Row(_target(one, lang), one.target.id)


def _target(one: Shown, lang: Lang) -> tuple[Cell, ...]:
    progress = one.progress
    return (
        Link(one.target.title.in_(lang)),
        chip_of(progress, one.target, lang),
        actual(one, progress, lang),
        wanted(one, progress, lang),
        bar(progress.completion_pct, lang),
    )


def _indicators(standings: Sequence[Standing], lang: Lang, *, has_above: bool) -> Iterator[Row]:
    """Yield the indicators of each ledger under its name."""
    ledgers = world().ledgers
    order = {name: at for at, name in enumerate(ledgers)}

    def ledger(one: Standing) -> str:
        return one.indicator.ledgers[0] if one.indicator.ledgers else REPORTED_FIGURES

    for name, own in groupby(sorted(standings, key=lambda one: order[ledger(one)]), key=ledger):
        yield Row((ledgers[name].title.in_(lang),), whole=True)
        for one in own:
            cells = (
                Link(one.indicator.name.in_(lang)),
                said(one.figure, lang),
                *_changes(one, lang),
                course(one, lang),
            )
            above = (_above(one, lang),) if has_above else ()
            yield Row((*cells, *above), one.indicator.id)


def said(figure: Figure, lang: Lang) -> str:
    """Say a figure with its unit, or why there is none."""
    if figure.state == "hidden":
        return say("figure.hidden", lang)
    return amount(figure.value, figure.unit, lang)


def _changes(one: Standing, lang: Lang) -> tuple[str, str]:
    unit = one.indicator.unit.zh
    if one.indicator.nature == "flow":
        return _added(one, lang), NOTHING
    return changed(one.year_start, unit, lang), changed(one.year, unit, lang, as_growth=True)


def _added(one: Standing, lang: Lang) -> str:
    """Say what this year has added to a sum from the first record on; a mean is no sum."""
    if one.is_ratio or one.year_start is None or one.year_start.difference is None:
        return NOTHING
    return say("compared.this_year", lang, value=amount(one.year_start.difference, one.indicator.unit.zh, lang))


def changed(change: Change | None, unit: str, lang: Lang, *, as_growth: bool = False) -> str:
    """Say a change with its sign: in the unit, in points of a share, or in percent."""
    if change is None or change.difference is None:
        return NOTHING
    if as_growth and change.growth_pct is not None:
        return _signed(change.growth_pct, f"{number(abs(change.growth_pct))}%")
    return _signed(change.difference, difference(abs(change.difference), unit, lang))


def _signed(value: Decimal, words: str) -> str:
    return f"+{words}" if value > 0 else f"−{words}" if value < 0 else words


def course(one: Standing, lang: Lang) -> Spark | str:
    """Return the small line of the last twelve months; of fewer than two known values there is none."""
    known = [value for _, value in one.course if value is not None]
    if len(known) < 2 or one.figure.state == "hidden":
        return ""
    low, high = min(known), max(known)
    signs = "".join("-" if value is None else _SIGNS[_place(value, low, high)] for _, value in one.course)
    unit = one.indicator.unit.zh
    words = say("region.course", lang, first=amount(known[0], unit, lang), last=amount(known[-1], unit, lang))
    return Spark(signs, words)


def _place(value: Decimal, low: Decimal, high: Decimal) -> int:
    """Return a height from 0 to 35; what never changes lies in the middle."""
    top = len(_SIGNS) - 1
    return top // 2 if high == low else int((value - low) * top / (high - low))


def _above(one: Standing, lang: Lang) -> str:
    """Say the figure of the region above where it can be held against: of a sum it is larger anyway."""
    return said(one.above, lang) if one.above is not None and one.is_ratio else ""


def _main(standings: Sequence[Standing]) -> list[Standing]:
    known = {one.indicator.id: one for one in standings}
    return [known[one] for one in profile_plan().peers if one in known][:_MAIN]


def _peer_columns(main: Sequence[Standing], peers: Peers, lang: Lang) -> Iterator[Column]:
    yield Column(say("column.region", lang), "unit")
    if peers.measure is not None:
        yield Column(say(f"region.measure.{peers.measure}", lang), "number")
    for at, one in enumerate(main):
        yield Column(one.indicator.name.in_(lang), "number", wide=at > 1)


def _peers(main: Sequence[Standing], peers: Peers, region: Region, lang: Lang) -> Iterator[Row]:
    """Yield the region itself, then those nearest in size."""
    if not peers.found:
        return
    own = (number(peers.own), *(said(one.figure, lang) for one in main))
    yield Row((region.name, *own), whole=True)
    for at, (peer, size) in enumerate(peers.found):
        figures = (_peer_figure(one.peers[at], lang) for one in main)
        yield Row((Link(peer.name), number(size), *figures), peer.code)


def _peer_figure(figure: Figure, lang: Lang) -> Cell:
    if figure.state == "shown":
        return said(figure, lang)
    return Note(say(f"analysis.state.{figure.state}", lang))
