"""A pivot as files: as it stands on the screen, and as a long table with one figure a row."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING

from dashboard import analysis_cache
from dashboard.analysis_choice import Choice
from dashboard.analysis_table import Table, head_name, is_money_part, measured, unit_said
from dashboard.downloads import context_of
from finance_monitor.disclosure.long_table import LongRow
from finance_monitor.indicators.model import Indicator
from finance_monitor.money import FEN_IN, amount_in
from finance_monitor.reports.sheet import Field, Kind, Sheet
from finance_monitor.texts import Lang, say

if TYPE_CHECKING:
    from dashboard.frame import View

_YUAN = list(FEN_IN)[1]
_LONG: tuple[tuple[str, Kind], ...] = (
    ("code", "code"),
    ("region", "text"),
    ("part", "text"),
    ("indicator_id", "code"),
    ("indicator", "text"),
    ("since", "date"),
    ("on", "date"),
    ("dimension", "text"),
    ("value_of", "text"),
    ("numerator", "number"),
    ("numerator_unit", "text"),
    ("denominator", "number"),
    ("denominator_unit", "text"),
    ("value", "number"),
    ("unit", "text"),
    ("state", "text"),
    ("path", "text"),
    ("batches", "text"),
    ("release", "number"),
)


def pivot_sheet(view: View, choice: Choice, table: Table) -> Sheet:
    """Return the table as it stands on the screen; a cell without a number is empty."""
    known, measure = view.desk.world.indicators, choice.layout.measure
    first = [Field("code", view.say("analysis.column.code"), "code")] if choice.question.rows == "region" else []
    fields = [
        *first,
        Field("name", view.say(f"analysis.axis.{choice.question.rows}"), "text"),
        *(
            Field(f"c{at}", _with_unit(head_name(head, view.lang), table, at, known, view.lang), "number")
            for at, head in enumerate(table.pivot.columns)
        ),
    ]
    rows = tuple(
        (
            *((cells[0].spot.region_code,) if first else ()),
            head_name(head, view.lang),
            *(measured(cell, measure, known[cell.spot.indicator_id]) for cell in cells),
        )
        for head, cells in table.lines
    )
    return Sheet(title_of(view, choice), (*context_of(view), *_told(view, choice)), tuple(fields), rows)


def long_sheet(view: View, choice: Choice) -> Sheet:
    """Return the long table."""
    rows = analysis_cache.long_table(view.seat, choice.question)
    fields = tuple(Field(key, view.say(f"analysis.column.{key}"), kind) for key, kind in _LONG)
    title = view.say("analysis.long.title", title=title_of(view, choice))
    return Sheet(title, (*context_of(view), *_told(view, choice)), fields, tuple(_row(row, view.lang) for row in rows))


def title_of(view: View, choice: Choice) -> str:
    """Name a pivot: its indicators, by what and what."""
    known = view.desk.world.indicators
    names = view.say("overview.join").join(known[one].name.in_(view.lang) for one in choice.question.indicators)
    axes = (view.say(f"analysis.axis.{axis}") for axis in choice.question.axes)
    return view.say("analysis.title", names=names, axes=view.say("analysis.by").join(axes))


def _with_unit(name: str, table: Table, at: int, known: Mapping[str, Indicator], lang: Lang) -> str:
    indicator = known[table.lines[0][1][at].spot.indicator_id]
    return say("kit.named_in", lang, name=name, unit=unit_said(indicator, table.layout.measure, lang))


def _told(view: View, choice: Choice) -> tuple[tuple[str, str], ...]:
    """Return what the file says of itself beside region, day and release: period, measure, kind of indicator."""
    days = choice.question.days
    period = view.say("analysis.period", first=f"{days[0]:%Y-%m}", last=days[-1])
    return (
        (view.say("analysis.from.label"), period),
        (view.say("analysis.measure"), view.say(f"analysis.measure.{choice.layout.measure}")),
        (view.say("analysis.nature"), view.say(f"analysis.nature.{choice.indicator.nature}")),
    )


def _row(row: LongRow, lang: Lang) -> tuple[object, ...]:
    indicator = row.indicator
    over, over_unit = _part(row.numerator, indicator, lang, is_numerator=True)
    under, under_unit = _part(row.denominator, indicator, lang, is_numerator=False)
    return (
        row.region_code,
        row.region,
        say(f"analysis.part.{row.part}", lang),
        indicator.id,
        indicator.name.in_(lang),
        row.since,
        row.on,
        say(f"analysis.dimension.{row.dimension}", lang) if row.dimension else None,
        row.value_word.in_(lang) if row.value_word else None,
        over,
        over_unit,
        under,
        under_unit,
        row.value,
        indicator.unit.in_(lang),
        say(f"analysis.state.{row.state}", lang),
        say(f"analysis.path.{row.path}", lang),
        " ".join(row.batches),
        row.release,
    )


def _part(
    value: int | None, indicator: Indicator, lang: Lang, *, is_numerator: bool
) -> tuple[Decimal | int | None, str | None]:
    """Return a part and its unit; money in yuan."""
    if value is None:
        return None, None
    is_money = is_money_part(indicator, "numerator" if is_numerator else "denominator")
    if is_money or (is_numerator and indicator.measure == "money"):
        return amount_in(value, _YUAN), say("analysis.unit.yuan", lang)
    return value, say("analysis.unit.count", lang)
