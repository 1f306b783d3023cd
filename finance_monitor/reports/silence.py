"""未报送: which units are silent in which ledger, by the level below the region looked at."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from finance_monitor.disclosure.shown import Shown
from finance_monitor.indicators.model import Indicator
from finance_monitor.regions import Regions
from finance_monitor.reports.gaps import region_below
from finance_monitor.texts import Lang, catalogue, say
from finance_monitor.world import REPORTED_FIGURES, World

# So many ledgers of one kind of organisation are named, more are counted.
_NAMED = 3


@dataclass(frozen=True, slots=True)
class Silence:
    """Units of one region that have reported nothing in some ledgers; `is_all`: nobody who was asked has."""

    region_code: str
    name: str
    units: tuple[str, ...]
    level: str | None
    ledgers: tuple[str, ...]
    targets: tuple[str, ...]
    # What kind of organisation brings each of these ledgers: the region is where figures lack, not who owes them.
    owing: tuple[str, ...]
    is_all: bool = False


@dataclass(slots=True)
class _Asked:
    """Who was asked for one ledger, and who of them is silent, in the order of the targets."""

    silent: dict[str, None] = field(default_factory=dict)
    asked: set[str] = field(default_factory=set)
    targets: dict[str, None] = field(default_factory=dict)
    owing: str = ""


def owing_of(indicator: Indicator, lang: Lang) -> str:
    """Name the kind of organisation that brings the ledger an indicator is counted from."""
    key = f"owes.{indicator.ledgers[0] if indicator.ledgers else REPORTED_FIGURES}"
    return say(key if key in catalogue() else "owes.other", lang)


def ledger_name(indicator: Indicator, world: World, lang: Lang) -> str:
    """Name the ledger that decides who has reported, with the kind of entry: 事项台账（新三板挂牌）."""
    if not indicator.ledgers:
        title = world.ledgers[REPORTED_FIGURES].title.in_(lang)
        return say("explain.ledger_kind", lang, ledger=title, kind=indicator.name.in_(lang))
    ledger = world.ledgers[indicator.ledgers[0]]
    title = ledger.title.in_(lang)
    if not indicator.kinds:
        return title
    choices = {word: code for column in ledger.columns for word, code in column.choices.items()}
    words = {code: word for word, code in choices.items()}
    kinds = say("explain.join", lang).join(words.get(kind, kind) for kind in indicator.kinds)
    return say("explain.ledger_kind", lang, ledger=title, kind=kinds)


def asked_for(indicator: Indicator, world: World, lang: Lang) -> str:
    """Name what is missing and whose it is, in one wording for all pages."""
    return whose((ledger_name(indicator, world, lang),), owing_of(indicator, lang), lang)


def whose(ledgers: Sequence[str], owing: str, lang: Lang) -> str:
    """Name ledgers with the kind of organisation that owes them, the first of many."""
    named = say("explain.join", lang).join(ledgers[:_NAMED])
    if len(ledgers) > _NAMED:
        named = say("overview.reporting.and", lang, ledger=named, total=len(ledgers))
    return say("overview.reporting.ledger", lang, ledger=named, owes=owing)


def silences(found: Iterable[Shown], region: str, world: World, lang: Lang) -> tuple[Silence, ...]:
    """Return who is silent in what targets in force are counted from, region by region below, in the order of codes.

    Ledgers in which the same units are silent stand together.
    """
    by_ledger: dict[tuple[str, str | None], _Asked] = defaultdict(_Asked)
    for one in found:
        if one.lifecycle != "in_force" or one.progress.status == "context":
            continue
        own = one.progress.region_code
        for indicator in one.missing or ((one.indicator,) if one.unreported else ()):
            asked = by_ledger[ledger_name(indicator, world, lang), one.progress.unit_level]
            asked.silent |= dict.fromkeys(one.unreported or (own,))
            asked.asked |= {code for code in one.names if code != own} or {own}
            asked.targets[one.target.id] = None
            asked.owing = owing_of(indicator, lang)
    rows = [row for key, asked in by_ledger.items() for row in _rows(key, asked, region, world.regions)]
    together: dict[tuple[object, ...], Silence] = {}
    for row in sorted(rows, key=lambda row: row.region_code):
        key = (row.region_code, row.units, row.level)
        known = together.get(key)
        together[key] = row if known is None else _both(known, row)
    return tuple(together.values())


def _both(one: Silence, other: Silence) -> Silence:
    targets = tuple(dict.fromkeys((*one.targets, *other.targets)))
    owing = (*one.owing, *other.owing)
    ledgers = (*one.ledgers, *other.ledgers)
    return replace(one, ledgers=ledgers, targets=targets, owing=owing, is_all=one.is_all and other.is_all)


def _rows(key: tuple[str, str | None], asked: _Asked, region: str, regions: Regions) -> Iterator[Silence]:
    (ledger, level), targets = key, tuple(asked.targets)
    by_region: dict[str, list[str]] = defaultdict(list)
    is_all = len(asked.silent) > 1 and asked.asked <= set(asked.silent)
    for code in asked.silent:
        below = region_below(code, region, regions)
        # A unit that hangs directly on the region is told with the others of its kind; so is everybody.
        by_region[region if is_all or below == code else below].append(code)
    for code, own in by_region.items():
        names = tuple(regions.get(unit).name for unit in sorted(own))
        yield Silence(code, regions.get(code).name, names, level, (ledger,), targets, (asked.owing,), is_all)


def silent_regions(shown: Shown, regions: Regions) -> tuple[tuple[str, int], ...]:
    """Return a target's silent units by the region below the one looked at: its name, and how many lie in it."""
    own = shown.progress.region_code
    counted = Counter(region_below(code, own, regions) for code in shown.unreported)
    return tuple((regions.get(code).name, count) for code, count in sorted(counted.items()))
