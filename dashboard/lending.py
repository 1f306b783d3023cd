"""What the pages on loans and on referrals have in common: figures as words, what is missing and from whom."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

import streamlit as st

from dashboard import cache, memory
from dashboard.frame import View
from dashboard.headings import plain
from dashboard.links import page_link
from dashboard.share import copy_text
from finance_monitor.disclosure.figure import Figure
from finance_monitor.disclosure.shown import Shown
from finance_monitor.disclosure.splits import word_of
from finance_monitor.disclosure.told import Told
from finance_monitor.progress.amounts import amount
from finance_monitor.progress.scope import is_direction, own_region
from finance_monitor.progress.window import goals_of
from finance_monitor.progress.words import unit_word
from finance_monitor.regions import level_rank

# More names than this are only counted.
_NAMES = 12
# More shapes than this are too many for a small map: the regions directly below are drawn instead.
_SHAPES = 200
# A unit above an axis stands for many.
_MANY = Decimal(2)


def said(view: View, figure: Figure) -> str:
    """Write a figure with its unit; one that is missing or hidden says so."""
    if figure.value is None:
        return view.say(f"figure.state.{figure.state}")
    return amount(figure.value, figure.unit, view.lang)


def in_words(view: View, figure: Figure) -> str:
    """Write a figure inside a sentence."""
    return view.say(f"lending.words.{figure.state}") if figure.value is None else said(view, figure)


def axis_unit(view: View, indicator_id: str, unit: str | None = None) -> str:
    """Return the unit of a column or an axis; `unit` is a goal's own, where it may be another."""
    known = view.desk.world.indicators[indicator_id].unit
    return known.in_(view.lang) if unit in (None, known.zh) else unit_word(unit or "", view.lang, _MANY).strip()


def named_in(view: View, name: str, unit: str) -> str:
    """Name a column with its unit."""
    return view.say("kit.named_in", name=name, unit=unit) if unit else name


def dimension_word(view: View, dimension: str) -> str:
    """Name a dimension inside a sentence."""
    word = view.say(f"dimension.{dimension}")
    return word[:1].lower() + word[1:]


def year_start(day: date) -> date:
    """Return the last day of the year before."""
    return date(day.year - 1, 12, 31)


def tail(view: View) -> str:
    """Say of which release words are, and that they are invented, so that they can be sent on."""
    release = view.desk.release
    demo = view.say("lending.tail.demo", demo=view.say("head.demo")) if release.is_demo else ""
    return view.say("lending.tail", release=release.number, demo=demo)


def narrowed_to(view: View) -> str:
    """Say what the records are narrowed to, for the beginning of a sentence."""
    if not view.where:
        return ""
    told = view.say("overview.join").join(
        view.say("lending.is", what=dimension_word(view, name), value=word_of(view.desk, name, value).in_(view.lang))
        for name, value in view.where
    )
    return view.say("lending.narrowed", told=told)


def sentence(view: View, text: str, key: str) -> None:
    """Draw the answer in one sentence, with a button that copies it."""
    with st.container(key=f"answer_{key}", gap="xsmall"):
        st.markdown(plain(text))
        copy_text(view, text, f"copy_{key}")


def nothing_reported(view: View, figures: Iterable[Told]) -> None:
    """Say that there are no data, which ledgers are missing, and who has to bring them."""
    ledgers = dict.fromkeys(one.indicator.ledgers[0] for one in figures if one.figure.state == "missing")
    st.info(plain(view.say("lending.nothing", region=view.region_name, day=view.say("day", on=view.as_of))))
    for ledger in ledgers:
        title = view.desk.world.ledgers[ledger].title.in_(view.lang)
        st.markdown(view.say("lending.missing", ledger=plain(title), reporter=view.say(f"lending.from.{ledger}")))
    page_link("overview", view.say("lending.to_silence"), view.address.with_(target=None, indicator=None))


def not_narrowed(view: View, figures: Iterable[Told]) -> None:
    """Name the figures that cannot be narrowed the way the page is."""
    unmet: dict[str, list[str]] = {}
    for one in figures:
        for dimension in one.unmet:
            unmet.setdefault(dimension, []).append(one.indicator.name.in_(view.lang))
    for dimension, names in unmet.items():
        joined = view.say("overview.join").join(dict.fromkeys(names))
        st.caption(plain(view.say("lending.unmet", names=joined, dimension=dimension_word(view, dimension))))


def silent(view: View, parts: Sequence[Figure]) -> None:
    """Name the parts of a region that have reported nothing: they are missing, not nought."""
    names = [one.name for one in parts if one.state == "missing"]
    if not names or len(names) == len(parts):
        return
    listed = view.say("overview.join").join(names[:_NAMES])
    more = view.say("lending.and_more", count=len(names)) if len(names) > _NAMES else ""
    st.caption(plain(view.say("lending.silent", total=len(parts), count=len(names), names=listed + more)))


def own_level(view: View) -> str | None:
    """Return the level of the regions that hang directly on the one looked at, the upper one where they differ."""
    below = view.desk.regions.children(view.region)
    return min((one.level for one in below), key=level_rank, default=None)


def level_below(view: View, wanted: str) -> str | None:
    """Return the level of the shapes of a small map: `wanted`, or that directly below; None where there is none."""
    known = view.desk.regions
    own = known.get(view.region).level
    if level_rank(own) < level_rank(wanted) and 0 < len(known.descendants(view.region, wanted)) <= _SHAPES:
        return wanted
    level = own_level(view)
    return level if level is not None and level != "village" else None


def target_of(view: View, indicator_id: str, kinds: tuple[str, ...]) -> Shown | None:
    """Return the target on an indicator that speaks of the region, the chosen document's first, then the nearest."""
    known = view.desk.regions
    found = []
    for policy in view.desk.world.policies.values():
        for target in policy.targets:
            own = own_region(target, policy)
            goal = goals_of(target)[0]
            if target.parts or goal.indicator != indicator_id or goal.kind not in kinds or is_direction(target, goal):
                continue
            if policy.lifecycle(view.as_of) == "in_force" and known.covers(own, view.region):
                found.append((policy.id == view.address.policy, level_rank(known.get(own).level), target.id))
    if not found:
        return None
    return cache.target(view.seat, max(found)[2], view.region, view.as_of)


def narrow(dimension: str, value: str) -> None:
    """Narrow the page to a value; picked again, the choice is taken back."""
    address, _ = memory.asked_for()
    memory.change(**{dimension: None if getattr(address, dimension) == value else value})


def to_region(code: str) -> None:
    """Look at a region on the same page."""
    memory.change(region=code, level=None)
