"""Points of places on a map and as a table; both show the sorts that are chosen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

import streamlit as st

from dashboard import memory, points_cache
from dashboard.frame import View
from dashboard.headings import heading, plain
from dashboard.points_look import COLOURS, FILLS
from dashboard.points_table import table
from dashboard.points_words import letter, sort_word
from finance_monitor.disclosure.places import Place
from finance_monitor.settings import settings

_HEIGHT = 440
# More points at once hide one another: sorts that do not fit are drawn when somebody asks for them.
_MANY = 240
_PART = "__"


def draw(view: View, sorts: Mapping[str, int], indicator: str) -> None:
    """Draw the places of a region: `sorts` with how many there are; `indicator` fills the ground."""
    heading(view.say("places.heading"))
    if view.desk.regions.get(view.region).level == "nation":
        st.caption(view.say("places.from_province"))
        return
    chosen = _choose(view, sorts)
    found = points_cache.found(view.seat, view.region, view.as_of, chosen, view.where)
    left, right = st.columns([3, 2], gap="medium")
    with left:
        _map(view, chosen, indicator, found)
    with right:
        table(view, found, _HEIGHT)


def _choose(view: View, sorts: Mapping[str, int]) -> tuple[str, ...]:
    """Draw the choice of sorts, as the address has it, and return what is chosen."""
    key, standing = "places_sorts", [sort for sort, count in sorts.items() if count]
    if len(standing) < 2:
        return tuple(standing)
    default = _fitting(standing, sorts)
    asked = (view.address.view or "").split(_PART)
    chosen = [sort for sort in standing if sort in asked] or default
    st.session_state[key] = chosen

    def changed() -> None:
        now = [sort for sort in standing if sort in st.session_state[key]]
        memory.change(view=None if now in ([], default) else _PART.join(now))

    st.pills(
        view.say("places.sorts"),
        standing,
        selection_mode="multi",
        key=key,
        wrap=True,
        format_func=lambda sort: view.say("places.sort.counted", word=sort_word(sort, view.lang), count=sorts[sort]),
        on_change=changed,
    )
    left = [sort_word(sort, view.lang) for sort in standing if sort not in chosen and sort not in default]
    if left and chosen == default:
        st.caption(view.say("places.many", names=view.say("overview.join").join(left)))
    return tuple(chosen)


def _fitting(standing: Sequence[str], sorts: Mapping[str, int]) -> list[str]:
    """Return the sorts that can be drawn together, in their order; the first always."""
    chosen, total = list(standing[:1]), sorts[standing[0]]
    for sort in standing[1:]:
        if total + sorts[sort] <= _MANY:
            chosen.append(sort)
            total += sorts[sort]
    return chosen


def _map(view: View, sorts: tuple[str, ...], indicator: str, found: Sequence[Place]) -> None:
    seat, region, day, where = view.seat, view.region, view.as_of, view.where
    told = points_cache.picture(seat, region, day, sorts, indicator, where, view.lang, is_phone=_is_phone())
    alt = view.say("places.alt", region=view.region_name, count=sum(one.longitude is not None for one in found))
    # Another region is another picture: the view must follow, while a filter leaves it where it is.
    with st.container(key="points_map"):
        st.pydeck_chart(told, key=f"points_{region}", height=_HEIGHT, alt=alt)
    st.html(_legend(view, sorts, indicator, found))
    st.caption(plain(_notes(view, found)))


def _is_phone() -> bool:
    """Say whether the browser calls itself one of a telephone: the picture must fit its narrow frame."""
    return "Mobi" in (st.context.headers.get("User-Agent") or "")


def _legend(view: View, sorts: Sequence[str], indicator: str, found: Sequence[Place]) -> str:
    """Return the legend: each sort with its sign, colour and count; what the fill of a region says."""
    drawn = [one for one in found if one.longitude is not None]
    entries = []
    for sort in sorts:
        count = sum(one.sort == sort for one in drawn)
        word = view.say("places.sort.counted", word=sort_word(sort, view.lang), count=count)
        colour = "rgb({},{},{})".format(*COLOURS[sort])
        sign = f'<i class="dot" style="background:{colour}">{escape(letter(sort, view.lang))}</i>'
        entries.append(f"<li>{sign}{escape(word)}</li>")
    if any(one.basis == "seat" for one in drawn):
        count = sum(one.basis == "seat" for one in drawn)
        entries.append(f'<li><i class="dot hollow"></i>{escape(view.say("places.legend.seat", count=count))}</li>')
    numbers = points_cache.classes(view.seat, indicator, view.region, view.as_of, view.where)
    name = view.desk.world.indicators[indicator].name.in_(view.lang)
    fills = [f"<li>{escape(view.say('places.legend.ground', name=name))}</li>"]
    for number, (red, green, blue, alpha) in enumerate(FILLS):
        count = sum(one == number for one in numbers.values())
        word = view.say(f"places.fill.{number}", count=count)
        style = f"background:rgba({red},{green},{blue},{alpha / 255:.2f})"
        fills.append(f'<li><i class="fill" style="{style}"></i>{escape(word)}</li>' if count else "")
    return f'<div class="points-legend"><ul>{"".join(entries)}</ul><ul>{"".join(fills) if numbers else ""}</ul></div>'


def _notes(view: View, found: Sequence[Place]) -> str:
    """Say what the picture must not be taken for, what is not on it, and what to do without it."""
    drawn, number = points_cache.shapes(view.seat, view.region), settings().map_approval_no
    nowhere = sum(one.longitude is None for one in found)
    said = [
        view.say("maps.caption.demo") if view.desk.release.is_demo else "",
        view.say("maps.caption.cells") if drawn.schematic else "",
        "" if drawn.codes else view.say("places.no_outline"),
        view.say("places.nowhere", count=nowhere) if nowhere else "",
        view.say("maps.caption.approval", number=number) if number else view.say("maps.caption.no_approval"),
        view.say("maps.caption.source"),
        view.say("places.webgl"),
    ]
    return view.say("maps.caption.joint").join(part for part in said if part)
