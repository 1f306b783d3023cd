"""Rows taken and held back, and why; figures filled in that are not what the records come to."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from dashboard import quality_cache
from dashboard.downloads import context_of, downloads
from dashboard.frame import View
from dashboard.grid import Chip, Column, Row, grid
from dashboard.headings import heading
from finance_monitor.disclosure.deliveries import Delivery
from finance_monitor.disclosure.held_back import Difference, HeldBack
from finance_monitor.reports.numbers import part
from finance_monitor.reports.sheet import Field, Sheet
from finance_monitor.texts import catalogue
from finance_monitor.written import number

_HEIGHT = 420


def draw(view: View) -> None:
    """Draw the sum, the ledgers, and why rows were held back."""
    found = quality_cache.delivered(view.seat, view.region, view.as_of)
    held = quality_cache.held(view.seat, view.region, view.as_of)
    sums = {
        "rows_in": sum(one.rows_in for one in found),
        "taken": sum(one.rows_taken for one in found),
        "held": sum(one.rows_held for one in found),
        "files": sum(one.files for one in found),
    }
    st.markdown(view.say("quality.files.sum", **{name: number(count) for name, count in sums.items()}))
    heading(view.say("quality.files.faults"))
    if held:
        st.caption(view.say("quality.files.faults.about"))
        _faults(view, held)
        downloads(view, lambda: _sheet(view, held), view.say("quality.files.faults"), "quality_faults")
    else:
        st.caption(view.say("quality.files.no_faults"))
    heading(view.say("quality.files.caption"))
    _ledgers(view, found)


def _faults(view: View, held: Sequence[HeldBack]) -> None:
    columns = [
        Column(view.say("quality.column.reason")),
        Column(view.say("quality.column.column"), wide=True),
        Column(view.say("quality.column.count"), "number"),
        Column(view.say("quality.column.rows")),
        Column(view.say("quality.column.file"), "long"),
        Column(view.say("quality.column.by"), wide=True),
        Column(view.say("quality.column.outcome"), wide=True),
    ]
    rows = [
        Row(
            (
                reason(view, one),
                one.fault.column or "",
                number(one.fault.places),
                _places(view, one),
                one.batch.file_name,
                one.batch.reported_by,
                Chip("▲" if one.fault.level == "validity" else "●", _outcome(view, one), "none"),
            )
        )
        for one in held
    ]
    grid("quality_faults", view.say("quality.files.faults"), columns, rows, height=_HEIGHT)


def reason(view: View, one: HeldBack) -> str:
    """Say a fault without what stands in the cell; a ledger's own check has its own words."""
    for check in view.desk.world.ledgers[one.batch.ledger_id].checks:
        if check.id == one.fault.rule:
            return check.message.in_(view.lang)
    key = f"quality.reason.{one.fault.key}"
    said = view.say(key if key in catalogue() else "quality.reason.other")
    return said[:1].upper() + said[1:]


def _outcome(view: View, one: HeldBack) -> str:
    return view.say(f"quality.outcome.{one.fault.level}")


def _places(view: View, one: HeldBack) -> str:
    if not one.fault.rows:
        return ""
    rows = view.say("overview.join").join(str(row) for row in one.fault.rows)
    return view.say("quality.rows.more" if one.fault.places > len(one.fault.rows) else "quality.rows", rows=rows)


def _ledgers(view: View, found: Sequence[Delivery]) -> None:
    sums: dict[str, list[int]] = {}
    for one in sorted(found, key=lambda one: one.ledger.id):
        own = sums.setdefault(one.ledger.title.in_(view.lang), [0, 0, 0, 0])
        for at, count in enumerate((one.files, one.rows_in, one.rows_taken, one.rows_held)):
            own[at] += count
    names = ("files", "rows_in", "taken", "held")
    columns = [
        Column(view.say("quality.column.ledger")),
        *(Column(view.say(f"quality.column.{name}"), "number") for name in names),
    ]
    rows = [Row((title, *(number(count) for count in own))) for title, own in sums.items()]
    grid("quality_sums", view.say("quality.files.caption"), columns, rows, height=_HEIGHT)


def _sheet(view: View, held: Sequence[HeldBack]) -> Sheet:
    names = ("reason", "column", "count", "rows", "file", "by", "batch", "outcome")
    fields = tuple(
        Field(name, view.say(f"quality.column.{name}"), "number" if name == "count" else "text", 0) for name in names
    )
    rows = tuple(
        (
            reason(view, one),
            one.fault.column,
            one.fault.places,
            _places(view, one),
            one.batch.file_name,
            one.batch.reported_by,
            one.batch.batch_id,
            _outcome(view, one),
        )
        for one in held
    )
    return Sheet(view.say("quality.files.faults"), context_of(view), fields, rows)


def draw_paths(view: View) -> None:
    """Draw where a filled-in figure is not what the records come to."""
    st.caption(view.say("quality.paths.about"))
    found = quality_cache.differing(view.seat, view.region, view.as_of)
    if not found:
        st.caption(view.say("quality.paths.none", region=view.region_name))
        return
    columns = [
        Column(view.say("quality.column.indicator")),
        Column(view.say("column.region"), "unit"),
        Column(view.say("quality.column.day"), "fixed", wide=True),
        Column(view.say("quality.column.filled"), "number"),
        Column(view.say("quality.column.counted"), "number"),
        Column(view.say("quality.column.of_batch"), "fixed", wide=True),
    ]
    rows = [
        Row(
            (
                one.indicator.name.in_(view.lang),
                view.desk.regions.get(one.region_code).name,
                str(one.found.as_of),
                _parts(view, one, one.found.numerator, one.found.denominator),
                _parts(view, one, one.found.counted_numerator, one.found.counted_denominator),
                one.found.batch_id,
            )
        )
        for one in found
    ]
    grid("quality_paths", view.say("quality.paths.caption"), columns, rows, height=_HEIGHT)


def _parts(view: View, one: Difference, numerator: int, denominator: int | None) -> str:
    over = part(numerator, one.indicator, view.lang, is_numerator=True)
    if denominator is None or one.indicator.denominator is None:
        return over
    under = part(denominator, one.indicator, view.lang, is_numerator=False)
    return view.say("quality.over", over=over, under=under)
