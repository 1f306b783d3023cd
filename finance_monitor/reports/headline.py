"""How the targets of a region stand, in one plain sentence: how many, how they stand, the widest gaps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from finance_monitor.disclosure.shown import Shown
from finance_monitor.progress.model import Progress
from finance_monitor.progress.words import status_word
from finance_monitor.texts import Lang, say

_WORST = 3


@dataclass(frozen=True, slots=True)
class Headline:
    """Targets in force by light; `dark` have no light: nothing reported, not rated, no deadline."""

    in_force: int
    green: int
    yellow: int
    red: int
    dark: int
    silent: int
    worst: tuple[Shown, ...]


def headline_of(found: Sequence[Shown]) -> Headline:
    """Count the targets in force; what has ended is not among them."""
    in_force = [one for one in found if one.lifecycle == "in_force"]
    lights = [one.progress.light for one in in_force]
    return Headline(
        in_force=len(in_force),
        green=lights.count("green"),
        yellow=lights.count("yellow"),
        red=lights.count("red"),
        dark=lights.count("none"),
        silent=sum(bool(one.unreported or one.missing) for one in in_force),
        worst=worst_of(in_force),
    )


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


def headline_words(headline: Headline, place: str, as_of: date, lang: Lang) -> str:
    """Say it as an official would."""
    told = {"place": place, "on": as_of, "count": headline.in_force}
    if not headline.in_force:
        return say("board.headline.none", lang, **told)
    lights = ("red", "yellow", "green", "dark")
    counted = [(light, getattr(headline, light)) for light in lights if getattr(headline, light)]
    stand = say("board.join", lang).join(say(f"board.headline.{light}", lang, count=count) for light, count in counted)
    said = say("board.headline", lang, stand=stand, **told)
    if headline.worst:
        named = [_named(one, lang) for one in headline.worst[:_WORST]]
        said += say("board.headline.worst", lang, names=say("board.join.worst", lang).join(named))
    if headline.silent:
        said += say("board.headline.silent", lang, count=headline.silent)
    return said


def signed_off(said: str, release: int, is_demo: bool, lang: Lang) -> str:
    """Add of which release it is, and that it is invented: what is copied out of here must say so itself."""
    told = say("board.release", lang, said=said, release=release)
    return say("desk.demo_sentence", lang, sentence=told) if is_demo else told


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
