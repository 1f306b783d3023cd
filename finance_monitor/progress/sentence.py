"""One sentence of a bulletin on one target: until when, where, how much, what it means, and the clause."""

from __future__ import annotations

from collections.abc import Mapping

from finance_monitor.policy.model import Policy, Target
from finance_monitor.progress.clauses import figures, is_tolerated
from finance_monitor.progress.model import Progress, Status
from finance_monitor.progress.window import goal_of
from finance_monitor.progress.words import status_word
from finance_monitor.texts import Lang, say

_RESULTS: tuple[Status, ...] = ("met", "missed", "late", "reached", "not_reached", "holding", "breached")


def sentence(progress: Progress, target: Target, policy: Policy, names: Mapping[str, str], lang: Lang) -> str:
    """Return one sentence ready for a bulletin; `names` gives the names of the region and its units by code."""
    place = names.get(progress.region_code, progress.region_code)
    join = say("progress.join", lang)
    if progress.parts:
        # The whole is judged by its worst part, so each part says its own result.
        listed = [
            join.join([*figures(part, goal_of(target, part.part_id), names, lang), verdict(part, target, lang)])
            for part in progress.parts
        ]
        body = say("progress.join.parts", lang).join(listed)
        said = say("progress.place.parts", lang, place=place, title=target.title.in_(lang), said=body)
    else:
        goal = goal_of(target, progress.part_id)
        body = join.join([*figures(progress, goal, names, lang), verdict(progress, target, lang)])
        said = say("progress.place", lang, place=place, said=body)
    on = progress.measured_on or progress.as_of
    return say("progress.sentence", lang, on=on, said=said, cited=cited(target, policy, lang))


def reason_words(progress: Progress, lang: Lang) -> str:
    """Say why a progress is what it is."""
    return say(f"reason.{progress.reason}{'.within' if is_tolerated(progress) else ''}", lang, **progress.reason_values)


def verdict(progress: Progress, target: Target, lang: Lang) -> str:
    """Say what the figures mean: the status, or the reason where nothing is judged."""
    if progress.status in ("unknown", "context", "trend") or progress.reason == "milestone_due":
        return reason_words(progress, lang)
    if progress.status != "historic":
        return status_word(progress.status, target.strictness, lang)
    inner = progress.final or progress.reason_values.get("result")
    if inner == "unknown":
        why = say(f"reason.{progress.reason_values['was']}", lang, **progress.reason_values)
        return say("progress.historic", lang, word=why)
    if inner == "trend":
        way = say(f"reason.{progress.reason_values['was']}", lang, **progress.reason_values)
        return say("progress.historic", lang, word=way)
    result = next((status for status in _RESULTS if status == inner), None)
    if result is None:
        return status_word("historic", target.strictness, lang)
    return say("progress.historic", lang, word=status_word(result, target.strictness, lang))


def cited(target: Target, policy: Policy, lang: Lang) -> str:
    """Cite the clause by the number of the document, or by its title where it has none."""
    document = policy.number or say("progress.untitled", lang, title=policy.title)
    return say("progress.cited", lang, document=document, clause=target.clause)
