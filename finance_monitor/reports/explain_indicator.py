"""查看口径 of an indicator: formula, numerator and denominator, who is judged by it, records, batches, release."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from finance_monitor.disclosure.desk import Desk
from finance_monitor.disclosure.splits import word_of
from finance_monitor.disclosure.told import Told
from finance_monitor.indicators.counting import indicator_query
from finance_monitor.progress.amounts import amount
from finance_monitor.progress.window import goals_of
from finance_monitor.reports.explain import Step, Table, batches_step
from finance_monitor.reports.numbers import part
from finance_monitor.reports.rows_behind import Asked, listed_rows, why_not_listed
from finance_monitor.texts import Lang, say


def explain_indicator(desk: Desk, told: Told, lang: Lang) -> tuple[Step, ...]:
    """Return the steps in their order; those with nothing to say are left out."""
    tables, why = _rows(desk, told, lang)
    batch_tables, batch_lines = batches_step(desk, told.batches if told.path != "none" else (), lang)
    steps: tuple[tuple[str, tuple[str, ...], tuple[Table, ...]], ...] = (
        ("formula", tuple(_formula(told, lang)), ()),
        ("parts", tuple(_parts(desk, told, lang)), ()),
        ("use", tuple(_use(desk, told, lang)), ()),
        ("rows", why, tables),
        ("batches", batch_lines, batch_tables),
        ("release", tuple(_release(told, lang)), ()),
    )
    return tuple(
        Step(key, say(f"explain.step.{key}", lang), lines, found) for key, lines, found in steps if lines or found
    )


def explain_indicator_lines(desk: Desk, told: Told, lang: Lang) -> Iterator[str]:
    """Yield the explanation as lines of text; rows of tables begin with two spaces."""
    name, day = told.indicator.name.in_(lang), say("day", lang, on=told.figure.as_of)
    yield say("explain.title", lang, name=name, region=told.figure.name, day=day)
    for place, step in enumerate(explain_indicator(desk, told, lang), start=1):
        yield say("explain.step", lang, place=place, title=step.title)
        yield from step.lines
        for table in step.tables:
            yield table.caption
            yield "  " + " | ".join(table.header)
            yield from ("  " + " | ".join(row) for row in table.rows)


def _formula(told: Told, lang: Lang) -> Iterator[str]:
    """Say the figure in words with its numbers, or why there is none."""
    figure, indicator = told.figure, told.indicator
    name, top = indicator.name.in_(lang), indicator.numerator.in_(lang)
    if figure.state == "hidden":
        yield say("explain.hidden", lang)
    elif figure.value is None:
        yield from _why_none(told, lang)
    elif indicator.denominator is None or figure.numerator is None:
        value = amount(figure.value, figure.unit, lang)
        yield say("explain.indicator.value", lang, name=name, words=top, value=value)
    else:
        yield say(
            "formula.ratio",
            lang,
            name=name,
            top=top,
            numerator=part(figure.numerator, indicator, lang, is_numerator=True),
            bottom=indicator.denominator.in_(lang),
            denominator=part(figure.denominator, indicator, lang, is_numerator=False),
            value=amount(figure.value, figure.unit, lang),
        )


def _why_none(told: Told, lang: Lang) -> Iterator[str]:
    """Say why there is no figure; which ledgers are missing is said beside it."""
    if told.unmet:
        join = say("explain.join", lang)
        names = join.join(say(f"dimension.{dimension}", lang) for dimension in told.unmet)
        yield say("explain.indicator.unmet", lang, names=names)
    elif told.figure.numerator is not None:
        yield say("explain.indicator.nothing_to_divide", lang)
    else:
        yield say("formula.nothing", lang)


def _parts(desk: Desk, told: Told, lang: Lang) -> Iterator[str]:
    """Say what is counted, how it came about, over which time and records, and what is missing."""
    indicator, figure = told.indicator, told.figure
    value = part(figure.numerator, indicator, lang, is_numerator=True)
    if indicator.denominator is None and figure.value is None:
        yield say("explain.value", lang, words=indicator.numerator.in_(lang), value=value)
    if indicator.denominator is not None:
        yield say("explain.numerator", lang, words=indicator.numerator.in_(lang), value=value)
        value = part(figure.denominator, indicator, lang, is_numerator=False)
        yield say("explain.denominator", lang, words=indicator.denominator.in_(lang), value=value)
    yield say("explain.indicator.path", lang, path=say(f"explain.path.{told.path}", lang))
    yield _time(told, lang)
    for dimension, chosen in told.where:
        word = word_of(desk, dimension, chosen).in_(lang)
        yield say("explain.indicator.where", lang, name=say(f"dimension.{dimension}", lang), value=word)
    if told.where:
        yield say("explain.indicator.records_only", lang)
    if told.units_total > 1:
        yield say("explain.reported", lang, reported=told.units_reported, total=told.units_total)
    if told.path == "none":
        yield from _missing(desk, told, lang)


def _time(told: Told, lang: Lang) -> str:
    if told.indicator.nature == "flow" and told.since is not None:
        return say("explain.indicator.window", lang, since=say("day", lang, on=told.since))
    return say(f"explain.indicator.{told.indicator.nature}", lang)


def _missing(desk: Desk, told: Told, lang: Lang) -> Iterator[str]:
    ledgers = told.indicator.ledgers if indicator_query(told.indicator) is not None else ()
    titles = [desk.world.ledgers[ledger].title.in_(lang) for ledger in ledgers]
    if titles:
        yield say("explain.missing", lang, ledgers=say("explain.join", lang).join(titles))
    else:
        yield say("explain.indicator.only_filled_in", lang)


def _use(desk: Desk, told: Told, lang: Lang) -> Iterator[str]:
    """Name the targets that are counted with the indicator, with their clauses."""
    for policy in desk.world.policies.values():
        for target in policy.targets:
            if any(goal.indicator == told.indicator.id for goal in goals_of(target)):
                document, title = policy.short_title.in_(lang), target.title.in_(lang)
                yield say(
                    "explain.indicator.target", lang, document=document, clause=target.clause, title=title, id=target.id
                )


def _rows(desk: Desk, told: Told, lang: Lang) -> tuple[tuple[Table, ...], tuple[str, ...]]:
    asked = Asked(
        indicator=told.indicator,
        region_code=told.figure.region_code,
        on=told.figure.as_of,
        since=_first_day(told),
        path=told.path,
        is_hidden=told.figure.state == "hidden",
        where=told.where,
    )
    behind = listed_rows(desk, asked, lang)
    if behind is None:
        return (), (say(f"explain.rows.{why_not_listed(desk, asked) or 'none'}", lang),)
    caption = say("explain.rows", lang, ledger=behind.ledger, count=len(behind.rows))
    return (Table(caption, behind.header, behind.rows),), ()


def _first_day(told: Told) -> date:
    """Return the first day that counts: of a flow the one after `since`; a stock knows no window."""
    if told.since is None or told.indicator.nature != "flow":
        return date.min
    return told.since + timedelta(days=1)


def _release(told: Told, lang: Lang) -> Iterator[str]:
    yield say("explain.release", lang, release=told.release, day=say("day", lang, on=told.data_date))
    if told.is_demo:
        yield say("explain.demo", lang)
