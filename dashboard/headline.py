"""The sentence over the overview and the board, and the words that are copied."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st

from dashboard import cards
from dashboard.frame import View
from dashboard.share import copy_text
from dashboard.target_filters import Filtered
from finance_monitor.disclosure.board import Board
from finance_monitor.disclosure.shown import Shown
from finance_monitor.reports.headline import headline_of, headline_words, signed_off

_MOST_NAMED = 5


def draw(view: View, found: Sequence[Shown]) -> None:
    """Draw the sentence, and how many targets have which status beside the button that copies the sentence."""
    said = headline_words(headline_of(found), view.region_name, view.as_of, view.lang)
    st.html(f'<p class="headline">{escape(said)}</p>')
    with st.container(horizontal=True, vertical_alignment="center", key="headline_bar"):
        cards.headline(view, found)
        copy_text(view, _signed(view, said), "headline_copy")


def board_words(view: View, board: Board, left: Filtered) -> str:
    """Say how the targets a board is narrowed to stand, by which filters, and in which parts most of them lag."""
    said = headline_words(headline_of(left.targets), board.region.name, view.as_of, view.lang, left.words)
    in_force = [one.target.id for one in left.targets if one.lifecycle == "in_force" and one.target.id in board.figures]
    lagging = {part.name: sum(_is_red(board, target, part.code) for target in in_force) for part in board.parts}
    worst = sorted(((count, name) for name, count in lagging.items() if count), key=lambda pair: -pair[0])
    if worst:
        named = [view.say("board.words.part", name=name, count=count) for count, name in worst[:_MOST_NAMED]]
        said += view.say("board.words.parts", names=view.say("overview.join").join(named))
    return _signed(view, said)


def _is_red(board: Board, target: str, code: str) -> bool:
    figure = board.figures[target].get(code)
    return figure is not None and figure.light == "red"


def _signed(view: View, said: str) -> str:
    release = view.desk.release
    return signed_off(said, release.number, release.is_demo, view.lang)
