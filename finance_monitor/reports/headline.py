"""How the targets of a region stand, in one plain sentence: how many, how they stand, the widest gaps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal, get_args

from finance_monitor.disclosure.shown import Shown
from finance_monitor.progress.model import Light, Progress
from finance_monitor.progress.words import status_word
from finance_monitor.reports.element import bare_sentence
from finance_monitor.texts import Lang, say

_WORST = 3
# What a target is counted as in a sentence, each in one of them only; the order is that of the sentence.
# effort: a yellow light after the deadline or of an effort only, late or below what was aimed for.
Group = Literal["red", "yellow", "effort", "green", "open", "unrated", "dark"]
_BY_LIGHT: Mapping[Light, Group] = {"red": "red", "yellow": "effort", "green": "green"}
_WITHOUT_LIGHT: Mapping[str, Group] = {"reached": "green", "not_reached": "open", "unknown": "dark"}


@dataclass(frozen=True, slots=True)
class Headline:
    """Targets in force by what they are counted as, only the groups that occur."""

    in_force: int
    groups: Mapping[Group, int]
    silent: int
    worst: tuple[Shown, ...]


def headline_of(found: Sequence[Shown]) -> Headline:
    """Count the targets in force; what has ended is not among them."""
    in_force = [one for one in found if one.lifecycle == "in_force"]
    counted = Counter(group_of(one.progress) for one in in_force)
    return Headline(
        in_force=len(in_force),
        groups={group: counted[group] for group in get_args(Group) if counted[group]},
        silent=sum(bool(one.unreported or one.missing) for one in in_force),
        worst=worst_of(in_force),
    )


def group_of(progress: Progress) -> Group:
    """Return what a target is counted as; without light and word of its own it is not rated."""
    if progress.status == "behind":
        return "yellow"
    return _BY_LIGHT.get(progress.light) or _WITHOUT_LIGHT.get(progress.status, "unrated")


def worst_of(found: Sequence[Shown]) -> tuple[Shown, ...]:
    """Return what is red or yellow, red first, then by how far it is below its pace."""
    lagging = [one for one in found if one.lifecycle == "in_force" and one.progress.light in ("red", "yellow")]
    return tuple(sorted(lagging, key=lambda one: (one.progress.light != "red", gap_of(one.progress) or Decimal(0))))


def gap_of(progress: Progress) -> Decimal | None:
    """Return how far a target is from where it should be now, in percentage points: from its pace, else its share."""
    if progress.gap_pp is not None:
        return progress.gap_pp
    if progress.unit != "%" or progress.parts or progress.actual is None or progress.goal is None:
        return None
    return -abs(progress.actual - progress.goal)


def headline_words(headline: Headline, place: str, as_of: date, lang: Lang, narrowed: str = "") -> str:
    """Say it as an official would; `narrowed` are the words of a filter the targets were taken by."""
    told = {"place": place, "on": as_of, "count": headline.in_force, "narrowed": narrowed}
    of_filter = ".narrowed" if narrowed else ""
    if not headline.in_force:
        return say(f"board.headline.none{of_filter}", lang, **told)
    stand = say("board.join", lang).join(
        say(f"board.headline.{group}", lang, count=count) for group, count in headline.groups.items()
    )
    said = say(f"board.headline{of_filter}", lang, stand=stand, **told)
    if headline.worst:
        named = [_named(one, lang) for one in headline.worst[:_WORST]]
        said += say("board.headline.worst", lang, names=say("board.join.worst", lang).join(named))
    if headline.silent:
        said += say("board.headline.silent", lang, count=headline.silent)
    return said


def signed_off(said: str, release: int, is_demo: bool, lang: Lang) -> str:
    """Add of which release it is, and that it is invented: what is copied out of here must say so itself.

    It stands in one bracket before the full stop.
    """
    stop = say("board.stop", lang)
    bare = said.removesuffix(stop)
    demo = say("board.release.demo", lang, demo=say("explain.demo", lang)) if is_demo else ""
    return say("board.release", lang, said=bare, release=release, demo=demo) + (stop if bare != said else "")


def quoted(shown: Shown, lang: Lang) -> str:
    """Return the sentence on one target as it may be sent on: with the rows that are not in it, release and demo."""
    said = bare_sentence(shown, lang)
    if shown.rows_held and not shown.hidden:
        stop = say("board.stop", lang)
        held = say("held.words", lang, count=shown.rows_held)
        said = say("held.quoted", lang, said=said.removesuffix(stop), held=held) + stop
    return signed_off(said, shown.release, shown.is_demo, lang)


def _named(one: Shown, lang: Lang) -> str:
    title = say("progress.title", lang, title=one.target.title.in_(lang))
    return say("board.headline.target", lang, title=title, why=why(one.progress, one.target.strictness, lang))


def why(progress: Progress, strictness: str | None, lang: Lang) -> str:
    """Say shortly how a target stands: its status, and how far it is below its pace."""
    word, gap = status_word(progress.status, strictness, lang), gap_of(progress)
    if gap is None or gap >= 0 or progress.final is not None:
        return word
    key = "board.headline.gap.goal" if progress.gap_pp is None else "board.headline.gap.pace"
    return say(key, lang, word=word, gap=abs(gap))
