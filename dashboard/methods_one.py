"""One indicator: what it counts, from what, how it adds up, who sees it, which targets use it."""

from __future__ import annotations

from collections.abc import Iterator

import streamlit as st

from dashboard.frame import View
from dashboard.gap_list import open_pick
from dashboard.grid import Column, Link, Row, grid
from dashboard.headings import heading, plain
from dashboard.links import address_of, page_link
from dashboard.methods_index import used_by
from dashboard.wording import document
from finance_monitor.indicators.model import Indicator
from finance_monitor.settings import QUERIES, settings
from finance_monitor.store.queries import query

_RATIOS = ("share", "average", "average_money")


def draw(view: View, one: Indicator) -> None:
    """Draw everything that is said of an indicator."""
    heading(one.name.in_(view.lang))
    rows = [Row((label, said)) for label, said in _told(view, one)]
    columns = [Column(view.say("methods.column.item"), "fixed"), Column(view.say("methods.column.said"), "long")]
    grid("methods_one", one.name.in_(view.lang), columns, rows)
    page_link("map", view.say("methods.to_map"), view.address.with_(indicator=one.id, target=None, view=None))
    st.markdown(f"**{plain(view.say('methods.used'))}**")
    _used(view, one)
    assumed = [
        view.say("methods.assumed.of", target=target.title.in_(view.lang), said=text.in_(view.lang))
        for _, target in used_by(one.id)
        for text in target.assumed
    ]
    if assumed:
        st.markdown(f"**{plain(view.say('methods.assumed'))}**")
        st.markdown("\n".join(f"- {plain(text)}" for text in dict.fromkeys(assumed)))
    _technical(view, one)


def _told(view: View, one: Indicator) -> Iterator[tuple[str, str]]:
    """Yield label and text of each line."""
    other = one.name.en if view.lang == "zh" else one.name.zh
    yield view.say("methods.name.other"), other
    unit = one.unit.in_(view.lang)
    key = "methods.unit.said" if one.decimals else "methods.unit.whole"
    yield view.say("methods.unit"), view.say(key, unit=unit, **({"decimals": one.decimals} if one.decimals else {}))
    yield view.say("methods.formula"), _formula(view, one)
    yield view.say("methods.summed"), view.say(f"methods.summed.{'ratio' if one.measure in _RATIOS else 'sum'}")
    yield view.say("methods.nature"), view.say(f"methods.nature.{one.nature}")
    yield view.say("methods.ledgers"), _ledgers(view, one)
    threshold = settings().disclosure.threshold
    sensitivity = view.say(
        f"methods.sensitivity.{one.sensitivity}", **({"threshold": threshold} if one.sensitivity == "personal" else {})
    )
    yield view.say("methods.sensitivity"), sensitivity
    yield view.say("methods.rank"), _ranked(view, one)
    yield view.say("methods.good"), view.say(f"methods.good.{one.good}")
    if one.pipeline:
        name = view.desk.world.indicators[one.pipeline].name.in_(view.lang)
        yield view.say("methods.pipeline"), view.say("methods.pipeline.said", name=name)


def _ranked(view: View, one: Indicator) -> str:
    if not one.rankable:
        return view.say("methods.rank.no")
    return view.say("methods.rank.yes", base=one.min_base) if one.min_base > 1 else view.say("methods.rank.every")


def _technical(view: View, one: Indicator) -> None:
    """Draw, folded and in small print, what is of use to who looks after the program."""
    join, statement = view.say("methods.technical.join"), one.statement or one.id
    told = [join.join((view.say("methods.id"), one.id))]
    if one.ledgers and (QUERIES / "indicators" / f"{statement}.sql").exists():
        told.append(join.join((view.say("methods.statement"), f"queries/indicators/{statement}.sql")))
        # Statements are written in English.
        told += [query(f"indicators/{statement}").purpose] if view.lang == "en" else []
    with st.expander(view.say("methods.technical"), key=f"methods_technical_{one.id}"):
        for line in told:
            st.caption(plain(line))


def _formula(view: View, one: Indicator) -> str:
    told = {"name": one.name.in_(view.lang), "top": one.numerator.in_(view.lang)}
    if one.denominator is None or one.measure not in _RATIOS:
        return view.say("methods.formula.sum", **told)
    kind = "share" if one.measure == "share" else "average"
    return view.say(f"methods.formula.{kind}", **told, bottom=one.denominator.in_(view.lang))


def _ledgers(view: View, one: Indicator) -> str:
    if not one.ledgers:
        return view.say("methods.ledgers.none")
    ledgers = view.desk.world.ledgers
    titles = view.say("overview.join").join(ledgers[name].title.in_(view.lang) for name in one.ledgers)
    return f"{titles} · {view.say('methods.ledgers.path')}"


def _used(view: View, one: Indicator) -> None:
    found = used_by(one.id)
    if not found:
        st.caption(view.say("methods.used.none"))
        return
    columns = [
        Column(view.say("column.target")),
        Column(view.say("column.document"), "long"),
        Column(view.say("methods.column.clause"), wide=True),
    ]
    rows = []
    for policy, target in found:
        clauses = {clause.id: clause.title for clause in policy.clauses}
        address = view.address.with_(target=target.id, indicator=None, policy=None, view=None)
        link = Link(target.title.in_(view.lang), address_of("targets", address), f"targets {target.id} {view.region}")
        rows.append(Row((link, document(policy, view.lang), clauses.get(target.clause, target.clause))))
    grid("methods_used", view.say("methods.used"), columns, rows, open_pick)
