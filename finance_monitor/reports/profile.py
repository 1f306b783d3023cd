"""区域画像 in sentences: how the targets of a region stand, its lending, referrals and outlets, silence, changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from finance_monitor.disclosure.changes import Change
from finance_monitor.disclosure.shown import Shown
from finance_monitor.disclosure.standings import Standing
from finance_monitor.progress.clauses import figures
from finance_monitor.progress.model import Progress, Status
from finance_monitor.progress.sentence import cited, verdict
from finance_monitor.progress.window import goal_of
from finance_monitor.progress.words import level_word, status_word
from finance_monitor.reports.around import responsible
from finance_monitor.reports.profile_figures import topics
from finance_monitor.reports.silence import Silence
from finance_monitor.texts import Lang, say

_LIGHTS = ("red", "yellow", "green", "none")
# What is named one by one in a sentence; the rest is counted.
_NAMED = 4
_RESULTS: tuple[Status, ...] = ("met", "missed", "late", "reached", "not_reached", "holding", "breached")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence; `key` names what it speaks of."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class Material:
    """Everything a profile is written from. `earlier` is the release before, None where there is none."""

    region: str
    region_name: str
    targets: Sequence[Shown]
    standings: Sequence[Standing]
    silent: Sequence[Silence]
    changes: Sequence[Change]
    earlier: int | None


def profile(material: Material, lang: Lang) -> tuple[Sentence, ...]:
    """Return the sentences in their order; what nothing is known of is left out."""
    in_force = [one for one in material.targets if one.lifecycle == "in_force"]
    told = (
        ("targets", _targets(in_force, material, lang)),
        ("worst", _worst(in_force, lang)),
        ("past", _past(material.targets, lang)),
        *topics(material.standings, lang),
        ("silent", _silent(material, lang)),
        ("changes", _changes(material, lang)),
    )
    return tuple(Sentence(key, text) for key, text in told if text)


def _targets(in_force: Sequence[Shown], material: Material, lang: Lang) -> str:
    """Count the targets in force by status, the worst light first."""
    if not in_force:
        return say("region.said.no_targets", lang, region=material.region_name)
    ordered = sorted(in_force, key=lambda one: _LIGHTS.index(one.progress.light))
    counted = Counter(status_word(one.progress.status, one.target.strictness, lang) for one in ordered)
    parts = [say("region.said.count", lang, word=word, count=count) for word, count in counted.items()]
    counts = say("overview.join", lang).join(parts)
    return say("region.said.targets", lang, region=material.region_name, count=len(in_force), counts=counts)


def _past(targets: Sequence[Shown], lang: Lang) -> str:
    """Count what the targets of documents that have ended came to; directions have no result."""
    ended = [one for one in targets if one.progress.status == "historic"]
    counted = Counter(
        status_word(result, one.target.strictness, lang)
        for one in ended
        if (result := one.progress.final or one.progress.reason_values.get("result")) in _RESULTS
    )
    if not counted:
        return ""
    parts = [say("region.said.count", lang, word=word, count=count) for word, count in counted.most_common()]
    counts = say("overview.join", lang).join(parts)
    return say("region.said.past", lang, count=len(ended), judged=counted.total(), counts=counts)


def _worst(in_force: Sequence[Shown], lang: Lang) -> str:
    """Name the target that is furthest behind, with its figures, and who leads it."""
    behind = [
        (one, progress)
        for one in in_force
        for progress in one.progress.parts or (one.progress,)
        if progress.light in ("red", "yellow")
    ]
    if not behind:
        return ""
    one, progress = min(behind, key=lambda pair: (_LIGHTS.index(pair[1].light), _lag(pair[1])))
    goal = goal_of(one.target, progress.part_id)
    said = [*figures(progress, goal, one.names, lang), verdict(progress, one.target, lang)]
    leads = say("region.said.leads", lang, units=responsible(one, lang)) if one.target.units_lead else ""
    return say(
        "region.said.worst",
        lang,
        said=say("progress.join", lang).join(said),
        cited=cited(one.target, one.policy, lang),
        leads=leads,
    )


def _lag(progress: Progress) -> float:
    """Say how far a progress is from where it should be, in points: the pace, otherwise the goal."""
    if progress.gap_pp is not None:
        return float(progress.gap_pp)
    return float(progress.completion_pct) - 100 if progress.completion_pct is not None else 0.0


def _silent(material: Material, lang: Lang) -> str:
    """Say who has not reported what."""
    if not material.silent:
        return ""
    said = [_silence(one, material, lang) for one in material.silent[:_NAMED]]
    key = "region.said.silent" if len(material.silent) <= _NAMED else "region.said.silent.more"
    rest = len(material.silent) - len(said)
    return say(key, lang, said=say("progress.join.parts", lang).join(said), rest=rest)


def _silence(one: Silence, material: Material, lang: Lang) -> str:
    join = say("overview.join", lang)
    ledgers = join.join(one.ledgers[:_NAMED])
    if len(one.ledgers) > _NAMED:
        ledgers = say("overview.and_more", lang, named=ledgers, total=len(one.ledgers))
    if one.region_code == material.region and len(one.units) == 1 and one.units[0] == one.name:
        return say("region.said.silent.own", lang, ledgers=ledgers)
    units = join.join(one.units[:_NAMED])
    level = level_word(one.level, len(one.units), lang)
    key = "region.said.silent.all" if one.is_all else "region.said.silent.units"
    if len(one.units) > _NAMED and not one.is_all:
        units = say("overview.and_more", lang, named=units, total=len(one.units))
    return say(key, lang, count=len(one.units), level=level, units=units, ledgers=ledgers)


def _changes(material: Material, lang: Lang) -> str:
    """Say what the release changed: how many targets, and whose status."""
    if material.earlier is None:
        return ""
    if not material.changes:
        return say("region.said.changes.none", lang, earlier=material.earlier)
    of_status = [change for change in material.changes if change.of_status]
    counted = {"earlier": material.earlier, "count": len(material.changes)}
    if not of_status:
        return say("region.said.changes", lang, **counted)
    named = say("progress.join.parts", lang).join(_moves(of_status[:_NAMED], lang))
    return say("region.said.changes.status", lang, **counted, of_status=len(of_status), named=named)


def _moves(changes: Sequence[Change], lang: Lang) -> Iterator[str]:
    for change in changes:
        after = change.after
        now = status_word(after.progress.status, after.target.strictness, lang)
        title = after.target.title.in_(lang)
        if change.before is None:
            yield say("region.said.change.new", lang, title=title, now=now)
            continue
        was = status_word(change.before.progress.status, change.before.target.strictness, lang)
        yield say("region.said.change", lang, title=title, was=was, now=now)
