"""Documents with their open points, the words, the lights, the sources."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

import streamlit as st

from dashboard.frame import View
from dashboard.gap_list import open_pick
from dashboard.grid import Chip, Column, Link, Note, Row, Stack, grid
from dashboard.headings import heading, plain
from dashboard.links import address_of
from dashboard.wording import chip
from finance_monitor.policy.conflicts import OpenPoint, open_points
from finance_monitor.policy.model import Policy
from finance_monitor.progress.light import light_of
from finance_monitor.progress.model import Status
from finance_monitor.reports.glossary import glossary, sources
from finance_monitor.settings import settings
from finance_monitor.texts import catalogue
from finance_monitor.written import NOTHING

_HEIGHT = 620


def documents(view: View) -> None:
    """Draw the documents, then what is still to be decided."""
    st.caption(view.say("methods.documents.about", day=view.say("day", on=view.as_of)))
    names = ("number", "issuers", "issued", "term")
    columns = [
        Column(view.say("column.document")),
        *(_column(view, name) for name in names),
        Column(view.say("methods.column.state")),
    ]
    rows = [Row(_document(view, policy)) for policy in view.desk.world.policies.values()]
    grid("methods_documents", view.say("methods.documents.caption"), columns, rows, open_pick)
    heading(view.say("methods.points"))
    st.caption(view.say("methods.points.about"))
    columns = [
        Column(view.say("methods.column.question"), "long"),
        Column(view.say("methods.column.decided"), "long"),
        Column(view.say("methods.column.concerned"), "long", wide=True),
    ]
    points = [
        Row((point.question.in_(view.lang), point.decided.in_(view.lang), Stack(list(_concerned(view, point)))))
        for point in open_points()
    ]
    grid("methods_points", view.say("methods.points"), columns, points, open_pick, _HEIGHT)


def _column(view: View, name: str) -> Column:
    is_day = name in ("issued", "term")
    return Column(view.say(f"methods.column.{name}"), "fixed" if is_day else "text", wide=name in ("issuers", "issued"))


def _document(view: View, policy: Policy) -> tuple[str | Chip | Link | Note, ...]:
    first, last = policy.effective_from, policy.effective_to
    term = view.say("methods.term.until", first=first, last=last) if last else view.say("methods.term", first=first)
    lifecycle = policy.lifecycle(view.as_of)
    address = view.address.with_(policy=policy.id, target=None, indicator=None, view=None)
    return (
        Link(policy.title, address_of("targets", address), f"targets  {view.region}"),
        policy.number or NOTHING,
        Note(view.say("overview.join").join(policy.issuers)),
        str(policy.issued_on or NOTHING),
        term,
        view.say(f"lifecycle.{lifecycle}"),
    )


def _concerned(view: View, point: OpenPoint) -> Iterator[Link]:
    """Yield the targets of a point as links."""
    for target_id in point.targets:
        title = view.desk.world.target(target_id)[1].title.in_(view.lang)
        address = view.address.with_(target=target_id, indicator=None, policy=None, view=None)
        yield Link(title, address_of("targets", address), f"targets {target_id} {view.region}")


def words(view: View) -> None:
    """Draw the glossary, found by words."""
    asked = st.text_input(view.say("methods.find"), key="methods_word", placeholder=view.say("methods.find.word"))
    wanted = asked.casefold().split()
    columns = [
        Column(view.say("methods.column.word")),
        Column(view.say("methods.column.word.other"), wide=True),
        Column(view.say("methods.column.meaning"), "long"),
    ]
    rows = []
    for one in glossary():
        text = "\n".join((one.word, one.zh, one.meaning.zh, one.meaning.en)).casefold()
        if all(word in text for word in wanted):
            own, other = (one.zh, one.word) if view.lang == "zh" else (one.word, one.zh)
            rows.append(Row((own, Note(other), one.meaning.in_(view.lang))))
    if rows:
        grid("methods_words", view.say("methods.words.caption"), columns, rows, height=_HEIGHT)
    else:
        st.info(view.say("methods.words.none"))


def lights(view: View) -> None:
    """Draw every status with its symbol, word and light, and where the light turns."""
    told = settings()
    bands = {"on_track": told.bands.on_track_from_pp, "behind": told.bands.behind_from_pp}
    said = {name: f"{value:g}".replace("-", "−") for name, value in bands.items()}
    st.markdown(plain(view.say("methods.lights.about")))
    st.markdown(plain(view.say("methods.lights.bands", **said, source=told.bands.source)))
    soft = view.say("overview.join").join(sorted(told.soft_words))
    st.markdown(plain(view.say("methods.lights.soft", words=soft)))
    columns = [
        Column(view.say("methods.column.state"), "fixed"),
        Column(view.say("methods.column.light"), "fixed"),
        Column(view.say("methods.column.meaning"), "long"),
    ]
    rows = []
    for status in get_args(Status):
        light = light_of(status, None)
        meaning = view.say(f"methods.status.{status}")
        rows.append(Row((chip(status, light, None, view.lang), view.say(f"methods.light.{light}"), meaning)))
    grid("methods_lights", view.say("methods.lights.caption"), columns, rows)


def origins(view: View) -> None:
    """Draw where the reference data come from."""
    st.caption(view.say("methods.sources.about"))
    names = ("reference_file", "what", "source", "licence", "as_of")
    columns = [Column(view.say(f"methods.column.{name}"), wide=name in ("licence", "as_of")) for name in names]
    rows = [Row((row[0], _what(view, row), *row[2:])) for row in sources()]
    grid("methods_sources", view.say("methods.sources.caption"), columns, rows)


def _what(view: View, row: tuple[str, ...]) -> str:
    """Say what a file is in the reader's language; a file without words of its own as the page says it."""
    stem = row[0].split(".")[0].split("/")[0] + ("_added" if "," in row[0] else "")
    key = f"methods.source.{stem}"
    return view.say(key) if key in catalogue() else row[1]
