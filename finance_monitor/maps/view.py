"""A map ready to draw: values and classes in geometry order, legend, texts. Figures come in only as disclosed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from finance_monitor.disclosure.figure import Figure
from finance_monitor.maps.classes import Method
from finance_monitor.maps.drawing import Geometry
from finance_monitor.maps.legend import Entry, Mode, make_classes
from finance_monitor.maps.packing import said_of
from finance_monitor.maps.saying import day_and_release, is_lit, number_text, shown_value, unit_of
from finance_monitor.progress.words import unit_word
from finance_monitor.settings import settings
from finance_monitor.texts import Lang, say

_TENTH = Decimal("0.1")
_NO_PLACES: Mapping[str, int] = {}


@dataclass(frozen=True, slots=True)
class MapView:
    """What a choropleth shows, in the order of `Geometry.codes`.

    `values` are None where nothing is shown; `classes` number the legend's entries; `statuses` number `words`, what
    the tooltip says of the light (None: nothing); `completion` is in % with one decimal. `places` are empty unless
    places in an order are wanted. `beside` are figures of units without a shape, `class_of` the legend's key of every
    unit.
    """

    codes: tuple[str, ...]
    values: tuple[Decimal | None, ...]
    classes: tuple[int, ...]
    statuses: tuple[int | None, ...]
    completion: tuple[Decimal | None, ...]
    places: tuple[int | None, ...]
    words: tuple[str, ...]
    legend: tuple[Entry, ...]
    unit: str
    decimals: int
    title: str
    as_of: str
    caption: str
    demo: str
    mode: Mode
    lang: Lang
    beside: tuple[Figure, ...]
    class_of: Mapping[str, str]


def map_view(
    figures: Sequence[Figure],
    geometry: Geometry,
    mode: Mode,
    lang: Lang,
    *,
    title: str = "",
    demo: bool = False,
    method: Method = "quantile",
    classes: int = 5,
    among: Sequence[Figure] = (),
    release: int | None = None,
    ranks: Mapping[str, int] = _NO_PLACES,
    as_of: str = "",
) -> MapView:
    """Put figures into geometry order and class them; a unit without a figure shows as no data.

    `among` are further figures that share the classes: those of a second map. `as_of` says the day where the
    figures alone cannot.
    """
    by_code = {figure.region_code: figure for figure in figures}
    placed = [by_code.get(code) for code in geometry.codes]
    drawn = set(geometry.codes)
    decimals = max((figure.decimals for figure in figures), default=0)
    beside = tuple(figure for figure in figures if figure.region_code not in drawn)
    made = make_classes(
        [*placed, *(one for one in among if one.region_code in drawn)], mode, lang, decimals, method, classes
    )
    numbers = made.numbers(placed)
    said = [said_of(figure, lang) for figure in placed]
    words = tuple(sorted({word for word in said if word}))
    return MapView(
        codes=geometry.codes,
        values=tuple(shown_value(figure) for figure in placed),
        classes=numbers,
        statuses=tuple(words.index(word) if word else None for word in said),
        completion=tuple(_completion(one) if one else None for one in placed),
        places=tuple(ranks.get(code) for code in geometry.codes) if ranks else (),
        words=words,
        legend=made.counted(numbers),
        unit=_unit(unit_of(figures), lang),
        decimals=decimals,
        title=title,
        as_of=_as_of(figures, as_of, release, lang),
        caption=_caption(figures, geometry, lang, demo=demo),
        demo=say("maps.caption.demo", lang) if demo else "",
        mode=mode,
        lang=lang,
        beside=beside,
        class_of={figure.region_code: made.key_of(figure) for figure in (*placed, *beside) if figure},
    )


def _as_of(figures: Sequence[Figure], said: str, release: int | None, lang: Lang) -> str:
    days = [figure.as_of for figure in figures]
    if said:
        return say("maps.of_release", lang, day=said, release=release) if release else said
    return day_and_release(max(days).isoformat(), release, lang) if days else ""


def _unit(unit: str, lang: Lang) -> str:
    return unit_word(unit, lang, Decimal(2)).strip()


def _completion(figure: Figure) -> Decimal | None:
    if figure.completion_pct is None or not is_lit(figure):
        return None
    return figure.completion_pct.quantize(_TENTH, ROUND_HALF_UP)


def _caption(figures: Sequence[Figure], geometry: Geometry, lang: Lang, *, demo: bool) -> str:
    parts = []
    if demo:
        parts.append(say("maps.caption.demo", lang))
    if geometry.kind == "tiles":
        parts.append(say("maps.caption.tiles", lang))
    if geometry.kind == "cells":
        parts.append(say("maps.caption.cells", lang))
    if any(figure.state == "not_split" for figure in figures):
        parts.append(say("maps.caption.not_split", lang))
    if geometry.kind != "tiles":
        number = settings().map_approval_no
        parts.append(
            say("maps.caption.approval", lang, number=number) if number else say("maps.caption.no_approval", lang)
        )
        parts.append(say("maps.caption.source", lang))
    return say("maps.caption.joint", lang).join(parts)


def tooltip_text(figure: Figure, lang: Lang, note: str = "", place: tuple[int, int] | None = None) -> str:
    """Say a figure in lines: name, value or why there is none, status, completion, place (of so many), a note."""
    value = shown_value(figure)
    if value is None:
        said = say(f"maps.state.{'missing' if figure.state in ('shown', 'not_split') else figure.state}", lang)
    else:
        said = say("maps.tooltip.value", lang, value=number_text(value, figure.decimals), unit=_unit(figure.unit, lang))
    lines = [figure.name, said]
    percent = _completion(figure)
    completion = "" if percent is None else say("maps.tooltip.completion", lang, percent=number_text(percent, 1))
    rank = say("maps.tooltip.place", lang, place=place[0], count=place[1]) if place else ""
    return "\n".join([*lines, *(line for line in (said_of(figure, lang), completion, rank, note) if line)])
