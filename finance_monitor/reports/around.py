"""What stands around a figure, as sentences: figures beside it, shares of the target, what is missing, open points."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from finance_monitor.disclosure.desk import Desk
from finance_monitor.disclosure.figure import Figure
from finance_monitor.disclosure.shown import Shown
from finance_monitor.indicators.model import Indicator
from finance_monitor.policy.conflicts import OpenPoint, points_of, same_indicator, two_answers
from finance_monitor.policy.model import Parameter, Policy, Target
from finance_monitor.policy.successors import successor_of
from finance_monitor.progress.amounts import amount, difference, plainly
from finance_monitor.progress.words import level_word
from finance_monitor.regions import Regions
from finance_monitor.reports.caveats import caveats
from finance_monitor.reports.silence import ledger_name, silent_regions
from finance_monitor.texts import Lang, catalogue, say
from finance_monitor.world import World
from finance_monitor.written import is_money, number

# So many silent units are named one by one; more are counted by region.
_NAMED = 12


@dataclass(frozen=True, slots=True)
class Around:
    """Everything around one figure, ready to be read."""

    responsible: str
    beside: tuple[Beside, ...]
    caveats: tuple[str, ...]
    sharing: tuple[str, ...]
    missing: str | None
    silent: str | None
    open_points: tuple[tuple[str, str], ...]
    others: tuple[tuple[Policy, Target], ...]
    parameters: tuple[str, ...]
    assumptions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Beside:
    """An indicator shown beside a figure and never judged: its name and what it says."""

    name: str
    said: str


def around(desk: Desk, shown: Shown, lang: Lang) -> Around:
    """Return what stands around a figure."""
    return Around(
        responsible=responsible(shown, lang),
        beside=beside(shown, lang),
        caveats=tuple(caveats(shown, lang)),
        sharing=tuple(sharing(shown, lang)),
        missing=missing(shown, desk.world, lang),
        silent=silent(shown, desk.regions, lang),
        open_points=tuple((point.question.in_(lang), point.decided.in_(lang)) for point in open_points(shown)),
        others=other_documents(shown, desk.world),
        parameters=tuple(parameters_apart(shown, desk.world, lang)),
        assumptions=assumptions(shown, lang),
    )


def responsible(shown: Shown, lang: Lang) -> str:
    """Name the responsible units as the document does, each with who does its work now where that is confirmed."""
    progress = shown.progress
    units = []
    for unit in shown.target.units_lead:
        now = successor_of(unit, progress.region_code, progress.as_of)
        units.append(say("explain.successor", lang, unit=unit, now=now.successor) if now else unit)
    return say("overview.join", lang).join(units)


def beside(shown: Shown, lang: Lang) -> tuple[Beside, ...]:
    """Return the figures that stand beside the target's own."""
    return tuple(Beside(indicator.name.in_(lang), _said(indicator, figure, lang)) for indicator, figure in shown.beside)


def _said(indicator: Indicator, figure: Figure, lang: Lang) -> str:
    if figure.state in ("missing", "hidden"):
        return say(f"figure.state.{figure.state}", lang)
    value = amount(figure.value, indicator.unit.zh, lang)
    if figure.denominator is None or indicator.measure != "share" or indicator.parts_are == "money":
        return value
    parts = {"numerator": number(figure.numerator), "denominator": number(figure.denominator)}
    return say("explain.beside.parts", lang, value=value, **parts)


def sharing(shown: Shown, lang: Lang) -> Iterator[str]:
    """Say which share of the target the region was given, and how its own was shared out below."""
    allotment, share, unit = shown.allotment, shown.share, shown.target.unit
    if allotment is not None:
        nodes = [
            say("explain.node", lang, day=say("day", lang, on=day), value=plainly(value, unit, lang))
            for day, value in sorted(allotment.nodes.items())
        ]
        document = say("explain.number", lang, number=allotment.document_no) if allotment.document_no else ""
        yield say("explain.allotment", lang, document=document, nodes=say("overview.join", lang).join(nodes))
    if share is not None:
        rest = share.rest
        key = "whole" if rest is None else "rest" if rest > 0 else "even" if rest == 0 else "over"
        yield say(
            f"explain.share.{key}",
            lang,
            regions=share.regions,
            total=plainly(share.total, unit, lang),
            rest="" if rest is None else difference(abs(rest), unit, lang),
        )
    if shown.progress.reason == "not_split":
        yield say("explain.not_split", lang)


def missing(shown: Shown, world: World, lang: Lang) -> str | None:
    """Name the ledgers that would give what nobody has reported: 缺：事项台账（新三板挂牌）."""
    named = list(dict.fromkeys(ledger_name(indicator, world, lang) for indicator in shown.missing))
    return say("explain.missing", lang, ledgers=say("overview.join", lang).join(named)) if named else None


def silent(shown: Shown, regions: Regions, lang: Lang) -> str | None:
    """Name the units that have not reported, by the region below; nothing where the target speaks of one region."""
    progress = shown.progress
    if not shown.unreported or progress.units_total < 2 or progress.status == "context":
        return None
    join = say("explain.join", lang)
    level = level_word(progress.unit_level, len(shown.unreported), lang)
    if len(shown.unreported) <= _NAMED:
        names = join.join(shown.names.get(code, code) for code in shown.unreported)
    else:
        found = silent_regions(shown, regions)
        names = join.join(say("explain.silent.region", lang, name=name, count=count) for name, count in found)
    return say("explain.silent", lang, count=len(shown.unreported), level=level, names=names)


def open_points(shown: Shown) -> tuple[OpenPoint, ...]:
    """Return what is still to be decided about the target."""
    return points_of(shown.target.id)


def assumptions(shown: Shown, lang: Lang) -> tuple[str, ...]:
    """Return the readings that were chosen: of the document, of the target."""
    return tuple(text.in_(lang) for text in (*shown.policy.assumed, *shown.target.assumed))


def other_documents(shown: Shown, world: World) -> tuple[tuple[Policy, Target], ...]:
    """Return the targets of other documents that ask of the same indicator."""
    return same_indicator(shown.target, world.policies.values())


def parameters_apart(shown: Shown, world: World, lang: Lang) -> Iterator[str]:
    """Say which parameters in force those documents set differently."""
    others = {policy.id: policy for policy, _ in other_documents(shown, world)}
    for found in two_answers([shown.policy, *others.values()], shown.progress.as_of):
        if any(policy.id == shown.policy.id for policy, _, _ in found.answers):
            answers = _answers(found.answers, lang)
            yield say("explain.parameter", lang, name=_parameter(found.name, lang), answers=answers)


def _parameter(name: str, lang: Lang) -> str:
    """Name a parameter; one the catalogue does not know keeps its own name."""
    key = f"parameter.{name}"
    return say(key, lang) if key in catalogue() else name


def _answers(answers: Sequence[tuple[Policy, Parameter, Decimal | str]], lang: Lang) -> str:
    said = [
        say(
            "explain.answer",
            lang,
            document=policy.short_title.in_(lang),
            value=_value(parameter, value, lang),
            clause=parameter.clause,
        )
        for policy, parameter, value in answers
    ]
    return say("explain.join.answers", lang).join(said)


def _value(parameter: Parameter, value: Decimal | str, lang: Lang) -> str:
    if isinstance(value, str):
        return _parameter(value, lang)
    return plainly(value, parameter.unit, lang) if is_money(parameter.unit) else amount(value, parameter.unit, lang)
