"""How complete each ledger is: who should report, who has, who is missing, by ledger and by region."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

import streamlit as st

from dashboard import quality_cache
from dashboard.downloads import context_of, downloads
from dashboard.frame import View
from dashboard.grid import Bar, Column, Link, Note, Row, grid
from dashboard.headings import heading
from dashboard.links import rows_to
from dashboard.map_view import to_region
from finance_monitor.progress.rounding import percent
from finance_monitor.progress.words import level_word
from finance_monitor.reports.completeness import Complete
from finance_monitor.reports.gaps import region_below
from finance_monitor.reports.sheet import Field, Sheet
from finance_monitor.written import number

_NAMED = 3
_HEIGHT = 420
_PICKED = "quality_missing"


def draw(view: View) -> None:
    """Draw the ledgers, the units missing of the one picked, and the regions."""
    found = quality_cache.complete(view.seat, view.region, view.as_of, view.lang)
    if not found:
        st.caption(view.say("quality.complete.none", region=view.region_name))
        return
    st.caption(view.say("quality.complete.about"))
    names = {f"{one.ledger} {one.level}": one for one in found}
    picked = names.get(st.session_state.get(_PICKED, ""))
    _ledgers(view, names, picked)
    downloads(view, lambda: _sheet(view, found), view.say("quality.section.complete"), "quality_complete")
    if picked is not None and picked.silent:
        _missing(view, picked)
    heading(view.say("quality.complete.region"))
    _regions(view, found)


def _pick(name: str) -> None:
    st.session_state[_PICKED] = name


def _ledgers(view: View, names: dict[str, Complete], picked: Complete | None) -> None:
    columns = [
        Column(view.say("quality.column.ledger")),
        Column(view.say("quality.column.asked"), "number", wide=True),
        Column(view.say("quality.column.missing"), "number"),
        Column(view.say("quality.column.share")),
        Column(view.say("quality.column.names"), "long", wide=True),
        Column(view.say("quality.column.targets"), "number", wide=True),
    ]
    rows = [
        Row(
            (
                Link(one.ledger),
                view.say(
                    "gaps.units", count=number(len(one.asked)), level=level_word(one.level, len(one.asked), view.lang)
                ),
                number(len(one.silent)),
                _share(view, len(one.asked) - len(one.silent), len(one.asked)),
                Note(_names(view, one.silent)),
                view.say("quality.targets", count=len(one.targets)),
            ),
            name,
            selected=one is picked,
        )
        for name, one in names.items()
    ]
    grid("quality_complete", view.say("quality.complete.caption"), columns, rows, _pick, _HEIGHT)


def _units(view: View, one: Complete) -> str:
    count = len(one.asked)
    return view.say("gaps.units", count=number(count), level=level_word(one.level, count, view.lang))


def _share(view: View, reported: int, asked: int) -> Bar:
    share = percent(Decimal(reported), Decimal(asked))
    return Bar(float(share), view.say("quality.share", pct=share))


def _names(view: View, codes: Sequence[str]) -> str:
    named = view.say("overview.join").join(view.desk.regions.get(code).name for code in codes[:_NAMED])
    return view.say("overview.and_more", named=named, total=len(codes)) if len(codes) > _NAMED else named


def _missing(view: View, picked: Complete) -> None:
    heading(view.say("quality.complete.missing", asked=picked.asked_for, count=len(picked.silent)))
    regions = view.desk.regions
    columns = [
        Column(view.say("column.region"), "unit"),
        Column(view.say("quality.column.above")),
        Column(view.say("column.code"), "fixed", wide=True),
    ]
    rows = [Row((Link(regions.get(code).name), _above(view, code), code), code) for code in picked.silent]
    address = rows_to("quality", "region", level=None)
    grid("quality_units_missing", picked.ledger, columns, rows, to_region, _HEIGHT, address)


def _above(view: View, code: str) -> str:
    path = view.desk.regions.path(code)[1:-1]
    return "".join(one.name for one in path)


def _regions(view: View, found: Sequence[Complete]) -> None:
    """Draw the parts of the region with what is asked of them and what is missing, the least complete first."""
    regions, own = view.desk.regions, view.region
    asked = Counter(region_below(code, own, regions) for one in found for code in one.asked)
    silent = Counter(region_below(code, own, regions) for one in found for code in one.silent)
    columns = [
        Column(view.say("column.region"), "unit"),
        Column(view.say("quality.column.asked"), "number", wide=True),
        Column(view.say("quality.column.missing"), "number"),
        Column(view.say("quality.column.share")),
    ]
    ordered = sorted(asked, key=lambda code: (-silent[code] / asked[code], code))
    rows = [
        Row(
            (
                regions.get(code).name if code == own else Link(regions.get(code).name),
                number(asked[code]),
                number(silent[code]),
                _share(view, asked[code] - silent[code], asked[code]),
            ),
            None if code == own else code,
        )
        for code in ordered
    ]
    address = rows_to("quality", "region", level=None)
    grid("quality_regions", view.say("quality.complete.region.caption"), columns, rows, to_region, _HEIGHT, address)


def _sheet(view: View, found: Sequence[Complete]) -> Sheet:
    """Return one line for every unit missing."""
    regions = view.desk.regions
    fields = (
        Field("ledger", view.say("quality.column.ledger"), "text"),
        Field("code", view.say("column.code"), "code"),
        Field("region", view.say("column.region"), "text"),
        Field("above", view.say("quality.column.above"), "text"),
        Field("targets", view.say("quality.column.targets"), "text"),
    )
    rows = tuple(
        (one.ledger, code, regions.get(code).name, _above(view, code), " ".join(one.targets))
        for one in found
        for code in one.silent
    )
    return Sheet(view.say("quality.column.names"), context_of(view), fields, rows)
