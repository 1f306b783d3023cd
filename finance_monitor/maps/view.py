"""A map ready to draw: values and classes in geometry order, legend, texts. Figures come in only as disclosed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from finance_monitor.disclosure.figure import Figure
from finance_monitor.maps.classes import Method
from finance_monitor.maps.drawing import Geometry
from finance_monitor.maps.legend import Entry, Mode, is_lit, make_legend, number_text, shown_value
from finance_monitor.progress.words import status_word, symbol, unit_word
from finance_monitor.settings import settings
from finance_monitor.texts import Lang, say

_TENTH = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class MapView:
    """What a choropleth shows, in the order of `Geometry.codes`.

    `values` are None where nothing is shown; `classes` number the legend's entries; `statuses` number `words`, what
    the tooltip says of the light (None: nothing); `completion` is in % with one decimal. `beside` are figures of
    units without a shape.
    """

    codes: tuple[str, ...]
    values: tuple[Decimal | None, ...]
    classes: tuple[int, ...]
    statuses: tuple[int | None, ...]
    completion: tuple[Decimal | None, ...]
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
) -> MapView:
    """Put figures into geometry order and class them; a unit without a figure shows as no data."""
    by_code = {figure.region_code: figure for figure in figures}
    placed = [by_code.get(code) for code in geometry.codes]
    decimals = max((figure.decimals for figure in figures), default=0)
    legend = make_legend(placed, mode, lang, decimals, method, classes)
    said = [_word(figure, lang) if figure else "" for figure in placed]
    words = tuple(sorted({word for word in said if word}))
    drawn = set(geometry.codes)
    days = [figure.as_of for figure in figures]
    return MapView(
        codes=geometry.codes,
        values=tuple(shown_value(figure) for figure in placed),
        classes=legend.numbers,
        statuses=tuple(words.index(word) if word else None for word in said),
        completion=tuple(_completion(one) if one else None for one in placed),
        words=words,
        legend=legend.entries,
        unit=next((_unit(figure, lang) for figure in figures), ""),
        decimals=decimals,
        title=title,
        as_of=say("maps.as_of", lang, day=max(days).isoformat()) if days else "",
        caption=_caption(figures, geometry, lang, demo=demo),
        demo=say("maps.caption.demo", lang) if demo else "",
        mode=mode,
        lang=lang,
        beside=tuple(figure for figure in figures if figure.region_code not in drawn),
    )


def _unit(figure: Figure, lang: Lang) -> str:
    return unit_word(figure.unit, lang, Decimal(2)).strip()


def _word(figure: Figure, lang: Lang) -> str:
    """Say the status, or that a value stands without a sub-target; empty where there is nothing to say."""
    if figure.state == "not_split" and figure.value is not None:
        return say("maps.state.not_split", lang)
    if not is_lit(figure):
        return ""
    status = figure.status or "unknown"
    word = status_word(status, figure.strictness, lang)
    return say("maps.tooltip.status", lang, symbol=symbol(status, figure.strictness), word=word)


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


def tooltip_text(figure: Figure, lang: Lang, note: str = "") -> str:
    """Say a figure in lines: name, value or why there is none, status and completion, a note on the shape."""
    value = shown_value(figure)
    if value is None:
        said = say(f"maps.state.{'missing' if figure.state in ('shown', 'not_split') else figure.state}", lang)
    else:
        said = say("maps.tooltip.value", lang, value=number_text(value, figure.decimals), unit=_unit(figure, lang))
    lines = [figure.name, said]
    percent = _completion(figure)
    completion = "" if percent is None else say("maps.tooltip.completion", lang, percent=number_text(percent, 1))
    return "\n".join([*lines, *(line for line in (_word(figure, lang), completion, note) if line)])
