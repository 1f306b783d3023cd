"""The board as it goes to the browser: every mark told once, cells as short as they can be."""

from __future__ import annotations

from datetime import date
from typing import Any

import streamlit as st

from dashboard import board_cache, cache
from dashboard.board_marks import Mark, mark_of_figure, mark_of_whole, told
from dashboard.grid import Chip
from dashboard.seat import Seat
from finance_monitor.disclosure.board import Board
from finance_monitor.disclosure.shown import Shown
from finance_monitor.progress.words import symbol
from finance_monitor.texts import Lang, say

# What picking the name of a region says in place of a target.
TOTAL = "-"
_LIGHT_SYMBOLS = {"red": symbol("far_behind"), "yellow": symbol("behind"), "green": symbol("on_track")}
_LIGHTS = {"red": 0, "yellow": 1, "green": 2, "none": 3}


@st.cache_resource(max_entries=60, show_spinner=False)
def packed(
    seat: Seat, region: str, level: str | None, as_of: date, lang: Lang, targets: tuple[str, ...], turned: bool
) -> dict[str, Any]:
    """Return heads, lines, marks and cells of the targets named, the whole region first."""
    board = board_cache.board(seat, region, level, as_of)
    wholes = [one for one in board.wholes if one.target.id in targets]
    rows = rows_of(board, wholes, lang)
    found = {mark[0] for row in rows for mark in row if mark is not None}
    chips = sorted(found, key=lambda chip: (_LIGHTS[chip.light], chip.word))
    numbers = {chip: number for number, chip in enumerate(chips)}
    cells = [[[] if mark is None else [numbers[mark[0]], mark[1]] for mark in row] for row in rows]
    places = [{"id": region, "name": say("board.whole", lang, name=board.region.name), "whole": 1}]
    known = cache.desk(seat).regions
    places += [
        {"id": part.code, "name": part.name, "closed": int(not known.children(part.code))} for part in board.parts
    ]
    titles = [_head(one, lang) for one in wholes]
    return {
        "caption": say("board.caption", lang, region=board.region.name),
        "corner": say("column.target" if turned else "column.region", lang),
        "outside": say("figure.state.out_of_scope", lang),
        "dash": symbol("context"),
        "lights": [[light, mark, say(f"overview.column.{light}", lang)] for light, mark in _LIGHT_SYMBOLS.items()],
        "marks": [[chip.symbol, chip.word, chip.light] for chip in chips],
        "heads": places if turned else titles,
        "lines": titles if turned else places,
        "cells": [list(column) for column in zip(*cells, strict=True)] if turned else cells,
        "turned": int(turned),
    }


def rows_of(board: Board, wholes: list[Shown], lang: Lang) -> list[list[Mark | None]]:
    """Return the marks line by line: the whole region, then its parts; None where a target does not count a part."""
    rows: list[list[Mark | None]] = [[mark_of_whole(one, lang) for one in wholes]]
    for part in board.parts:
        line: list[Mark | None] = []
        for one in wholes:
            figure = board.figures[one.target.id].get(part.code)
            line.append(None if figure is None else mark_of_figure(figure, one.target, lang))
        rows.append(line)
    return rows


def light_counts(row: list[Mark | None]) -> dict[Chip, int]:
    """Count the marks with a light in one line, the worst first."""
    chips = [mark[0] for mark in row if mark is not None and mark[0].light != "none"]
    return {chip: chips.count(chip) for chip in sorted(set(chips), key=lambda chip: (_LIGHTS[chip.light], chip.word))}


def _head(one: Shown, lang: Lang) -> dict[str, str]:
    return {
        "id": one.target.id,
        "name": one.target.title.in_(lang),
        "group": one.policy.short_title.in_(lang),
        "note": told(one.target, lang),
    }
