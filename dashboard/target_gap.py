"""谁在拖后腿: what each part of a region contributes to what its target lacks."""

from __future__ import annotations

from decimal import Decimal
from functools import partial

import streamlit as st

from dashboard import board_cache
from dashboard.downloads import context_of, downloads
from dashboard.frame import View
from dashboard.gap_list import open_pick
from dashboard.grid import Bar, Cell, Column, Link, Row, Stack, grid
from dashboard.links import address_of
from dashboard.wording import chip
from finance_monitor.disclosure.contributions import Contribution, Contributions
from finance_monitor.disclosure.shown import Shown
from finance_monitor.progress.amounts import difference, local
from finance_monitor.progress.rounding import shown as rounded
from finance_monitor.progress.words import level_word, unit_word
from finance_monitor.reports.gap_parts import lines_of
from finance_monitor.reports.sheet import Field, Sheet
from finance_monitor.texts import Lang
from finance_monitor.written import NOTHING, number, trimmed

_HEIGHT = 340
_MONEY_DECIMALS = 2


def draw(view: View, shown: Shown) -> None:
    """Draw who explains the gap; where nothing was shared out, what part of the total each region has."""
    region = shown.progress.region_code
    found = board_cache.explained_gap(view.seat, shown.target.id, region, view.as_of)
    if found is None:
        return
    lines = lines_of(found, region, view.desk.regions)
    title = view.say(f"who.title.{found.basis}")
    st.markdown(f"**{title}**")
    st.caption(_about(view, found, lines, shown.progress.unit_level))
    rows = [Row(_cells(view, shown, found, line, units)) for line, units in lines]
    grid("who", title, _columns(view, found), rows, open_pick, _HEIGHT)
    downloads(view, partial(_sheet, view, found, title), title, "who")


def _about(view: View, found: Contributions, lines: tuple[tuple[Contribution, int], ...], level: str | None) -> str:
    """Say what the lines add up to, who is counted apart, and which few make up half of it."""
    whole = difference(_shown(found.whole), found.unit, view.lang)
    if not found.unit:
        whole = view.say("gaps.units", count=int(found.whole), level=level_word(level, int(found.whole), view.lang))
    is_set_off = found.lacking != found.whole
    said = [_set_off(view, found, whole) if is_set_off else view.say(f"who.about.{found.basis}", whole=whole)]
    if found.silent:
        said.append(view.say("who.silent", count=found.silent))
    if found.hidden:
        said.append(view.say("who.hidden", count=found.hidden))
    half, total = 0, Decimal(0)
    for line, _ in lines:
        if total >= 50 or line.kind != "part" or found.basis == "not_split":
            break
        half, total = half + 1, total + (line.share_pct or Decimal(0))
    if total >= 50 and half * 2 < len(lines):
        said.append(view.say("who.half", count=half, pct=rounded(total, 1)))
    return view.say("who.join").join(said)


def _set_off(view: View, found: Contributions, whole: str) -> str:
    """Say how what some regions have beyond their share reduces the sum of what others lack."""

    def told(value: Decimal) -> str:
        return difference(_shown(value), found.unit, view.lang)

    shorts = [line.short for line in found.lines if line.kind == "part" and line.share_pct and line.short]
    of_regions = sum(shorts, Decimal(0))
    rest = found.lacking - of_regions
    surplus = told(found.lacking - found.whole)
    key = "who.about.surplus.rest" if rest else "who.about.surplus"
    return view.say(key, lacking=told(of_regions), rest=told(rest), surplus=surplus, whole=whole)


def _columns(view: View, found: Contributions) -> list[Column]:
    is_split, is_given = found.basis != "not_split", found.basis == "shares"
    unit = unit_word(local(Decimal(0), found.unit, view.lang)[1], view.lang, Decimal(2)).strip()

    def named(key: str) -> str:
        return view.say("kit.named_in", name=view.say(key), unit=unit) if unit else view.say(key)

    return [
        Column(view.say("column.unit"), "unit"),
        *([Column(named("column.actual"), "number", wide=is_split)] if found.basis != "units" else []),
        *([Column(named("who.column.goal.shares"), "number", wide=True)] if is_given else []),
        *([Column(named("gaps.column.short"), "number")] if is_split else []),
        Column(view.say("who.column.share" if is_split else "who.column.share.total")),
    ]


def _cells(view: View, shown: Shown, found: Contributions, line: Contribution, units: int) -> list[Cell]:
    lang, is_split = view.lang, found.basis != "not_split"
    actual, goal = _bare(line.actual, found.unit, lang), _bare(line.goal, found.unit, lang)
    bar: Cell = NOTHING if line.share_pct is None else _bar(view, line.share_pct)
    return [
        _named(view, shown, line, units),
        *([actual] if found.basis != "units" else []),
        *([goal] if found.basis == "shares" else []),
        *([_short(view, found, line, lang)] if is_split else []),
        bar,
    ]


def _bar(view: View, share: Decimal) -> Bar:
    return Bar(float(min(share, Decimal(100))), view.say("figure.pct", pct=_pct(share)))


def _short(view: View, found: Contributions, line: Contribution, lang: Lang) -> str:
    if line.short is None:
        return NOTHING
    said = _bare(abs(line.short), found.unit, lang)
    return view.say("gaps.over", short=said) if line.short < 0 else said


def _named(view: View, shown: Shown, line: Contribution, units: int) -> Cell:
    """Return the name with the status under it: a column more would not fit beside the list of targets."""
    name = _name(view, shown, line, units)
    if line.status is None:
        return name
    return Stack((name, chip(line.status, line.light, shown.target.strictness, view.lang)))


def _name(view: View, shown: Shown, line: Contribution, units: int) -> Link | str:
    if line.region_code is None:
        return view.say(f"who.line.{line.kind}")
    name = line.name if units < 2 else view.say("who.line.units", name=line.name, count=units)
    if not view.desk.regions.covers(view.seat.region, line.region_code):
        return name
    address = view.address.with_(region=line.region_code, target=shown.target.id, policy=None, indicator=None)
    return Link(name, address_of("targets", address), f"targets {shown.target.id} {line.region_code}")


def _shown(value: Decimal) -> Decimal:
    """Round what was kept to the last fen so that the parts add up."""
    return rounded(value, _MONEY_DECIMALS)


def _bare(value: Decimal | None, unit: str, lang: Lang) -> str:
    """Write a number without its unit, which stands in the heading."""
    if value is None:
        return NOTHING
    told, local_unit = local(trimmed(_shown(value)), unit, lang)
    return number(told, local_unit)


def _pct(share: Decimal) -> Decimal:
    return rounded(share, 1)


def _sheet(view: View, found: Contributions, title: str) -> Sheet:
    def named(key: str) -> str:
        return view.say("kit.named_in", name=view.say(key), unit=found.unit)

    fields = (
        Field("region", view.say("column.code"), "code"),
        Field("name", view.say("column.unit"), "text"),
        Field("actual", named("column.actual"), "number", _MONEY_DECIMALS),
        Field("goal", named("column.goal"), "number", _MONEY_DECIMALS),
        Field("short", named("gaps.column.short"), "number", _MONEY_DECIMALS),
        Field("share", view.say("who.column.share.pct"), "number", 1),
    )
    rows = tuple(
        (
            line.region_code or "",
            line.name or view.say(f"who.line.{line.kind}"),
            line.actual,
            line.goal,
            line.short,
            line.share_pct,
        )
        for line in found.lines
    )
    return Sheet(title, context_of(view), fields, rows)
