"""Referrals by category, product and bank; why they were rejected; how many days the steps took."""

from __future__ import annotations

from decimal import Decimal

import streamlit as st

from dashboard import figure_cache, referrals_cache
from dashboard.downloads import context_of, downloads
from dashboard.frame import View
from dashboard.grid import Bar, Cell, Column, Row, grid
from dashboard.headings import heading, plain
from dashboard.lending import dimension_word, narrow, said
from finance_monitor.disclosure.figure import Figure
from finance_monitor.disclosure.reasons import Reason, Reasons
from finance_monitor.disclosure.splits import Split
from finance_monitor.disclosure.told import dimensions_of
from finance_monitor.indicators.model import Indicator
from finance_monitor.reports.funnel import STEPS
from finance_monitor.reports.sheet import Field, Sheet
from finance_monitor.texts import catalogue
from finance_monitor.written import NOTHING, number

# The steps a part is told for.
_STEPS = ("pushed", "decided", "disbursed")
_DAYS = (
    "referrals_days_to_visit",
    "referrals_days_to_decision",
    "referrals_days_to_disbursement",
    "referrals_days_to_feedback",
)


def by(view: View, dimension: str) -> None:
    """Draw the steps of each value of a dimension; picking a line narrows the page to it."""
    word = view.say(f"dimension.{dimension}")
    inside = dimension_word(view, dimension)
    heading(view.say("referrals_page.by", dimension=inside))
    steps = [key for key in _STEPS if dimension in dimensions_of(view.desk.world, _indicator(view, key))]
    found = {key: _split(view, key, dimension) for key in steps}
    values = dict.fromkeys(one.value for parts in found.values() for one in parts)
    if not set(values) - {None}:
        st.caption(view.say("referrals_page.by.none", dimension=inside))
        return
    names = {one.value: one.word.in_(view.lang) for parts in found.values() for one in parts}
    columns = [Column(word), *(Column(view.say(f"referrals_page.step.{key}"), "number") for key in steps)]
    chosen = dict(view.where).get(dimension)
    rows = [
        Row(
            (names[value], *(_cell(view, found[key], value) for key in steps)),
            value,
            selected=value is not None and value == chosen,
        )
        for value in values
    ]
    grid(f"by_{dimension}", word, columns, rows, lambda value: narrow(dimension, value))
    if len(steps) < len(_STEPS):
        missing = view.say("overview.join").join(
            view.say(f"referrals_page.step.{key}") for key in _STEPS if key not in steps
        )
        st.caption(plain(view.say("referrals_page.by.unmet", names=missing, dimension=inside)))
    downloads(view, lambda: _sheet(view, dimension, found, names), word, f"by_{dimension}")


def _indicator(view: View, key: str) -> Indicator:
    return view.desk.world.indicators[STEPS[key]]


def _split(view: View, key: str, dimension: str) -> tuple[Split, ...]:
    return figure_cache.split_of(view.seat, STEPS[key], view.region, view.as_of, dimension, view.where)


def _figure(parts: tuple[Split, ...], value: str | None) -> Figure | None:
    return next((one.figure for one in parts if one.value == value), None)


def _cell(view: View, parts: tuple[Split, ...], value: str | None) -> Cell:
    """Write a figure; a value that no record has come to a step with is nought there."""
    figure = _figure(parts, value)
    if figure is None:
        return number(0) if parts else NOTHING
    return number(figure.value) if figure.value is not None else said(view, figure)


def _sheet(view: View, dimension: str, found: dict[str, tuple[Split, ...]], names: dict[str | None, str]) -> Sheet:
    fields = (
        Field("value", view.say(f"dimension.{dimension}"), "text"),
        *(Field(key, view.say(f"referrals_page.step.{key}"), "number", 0) for key in found),
    )
    rows = tuple(
        (name, *((one.value if (one := _figure(parts, value)) else None) for parts in found.values()))
        for value, name in names.items()
    )
    return Sheet(
        view.say("referrals_page.by", dimension=dimension_word(view, dimension)), context_of(view), fields, rows
    )


def reasons(view: View) -> None:
    """Draw why referrals were rejected; what few persons have in common is told together, without its name."""
    found = referrals_cache.reasons_of(view.seat, view.region, view.as_of, view.where)
    heading(view.say("referrals_page.reasons"))
    if not found.told and not found.has_hidden:
        st.caption(view.say("referrals_page.reasons.none"))
        return
    columns = [
        Column(view.say("referrals_page.column.reason")),
        Column(view.say("referrals_page.column.cases"), "number"),
        Column(view.say("referrals_page.column.of_rejected")),
    ]
    rows = [Row((reason_word(view, one), number(one.figure.value), _share(view, one))) for one in found.told]
    if found.has_hidden:
        rows.append(Row((view.say("referrals_page.reasons.others"), view.say("figure.hidden"), NOTHING)))
    grid("reasons", view.say("referrals_page.reasons"), columns, rows)
    downloads(view, lambda: _reasons_sheet(view, found), view.say("referrals_page.reasons"), "reasons")


def _share(view: View, one: Reason) -> Bar | str:
    if one.share_pct is None:
        return NOTHING
    return Bar(float(one.share_pct), view.say("figure.pct", pct=one.share_pct))


def reason_word(view: View, one: Reason) -> str:
    """Return the word of a reason; the ledger writes it in Chinese."""
    if one.reason is None:
        return view.say("split.not_filled_in")
    key = f"referrals_page.reason.{one.reason}"
    return view.say(key) if key in catalogue() else one.reason


def _reasons_sheet(view: View, found: Reasons) -> Sheet:
    fields = (
        Field("reason", view.say("referrals_page.column.reason"), "text"),
        Field("cases", view.say("referrals_page.column.cases"), "number", 0),
        Field("share", view.say("referrals_page.column.of_rejected"), "number", 1),
    )
    rows: list[tuple[str, Decimal | None, Decimal | None]] = [
        (reason_word(view, one), one.figure.value, one.share_pct) for one in found.told
    ]
    if found.has_hidden:
        rows.append((view.say("referrals_page.reasons.others"), None, None))
    return Sheet(view.say("referrals_page.reasons"), context_of(view), fields, tuple(rows))


def days(view: View) -> None:
    """Draw the mean days between the steps, with how many cases they rest on."""
    heading(view.say("referrals_page.days"))
    told = [figure_cache.told(view.seat, one, view.region, view.as_of, view.where) for one in _DAYS]
    columns = [
        Column(view.say("referrals_page.column.span")),
        Column(view.say("referrals_page.column.mean"), "number"),
        Column(view.say("referrals_page.column.base"), "number"),
    ]
    rows = [
        Row((one.indicator.name.in_(view.lang), said(view, one.figure), number(one.figure.denominator))) for one in told
    ]
    grid("days", view.say("referrals_page.days"), columns, rows)
    st.caption(view.say("referrals_page.days.about"))
