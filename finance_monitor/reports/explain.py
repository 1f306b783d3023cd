"""查看口径: from a figure to clause, formula, parts, the rows behind (masked), batches and release."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from finance_monitor.disclosure.desk import Desk, batches_behind, is_hidden, path_of
from finance_monitor.disclosure.shown import Shown
from finance_monitor.progress.window import goal_of
from finance_monitor.reports import around
from finance_monitor.reports.caveats import caveats
from finance_monitor.reports.element import element
from finance_monitor.reports.formula import formula
from finance_monitor.reports.numbers import part
from finance_monitor.reports.rows_behind import ROWS, rows_behind, why_no_rows
from finance_monitor.texts import Lang, say

__all__ = ["Step", "Table", "explain_lines", "explain_steps", "rows_behind"]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a heading; the columns of `long` texts may be broken into lines."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    long: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """One step from the figure to its origin; `key` names it, e.g. formula."""

    key: str
    title: str
    lines: tuple[str, ...]
    tables: tuple[Table, ...] = ()


def explain_steps(desk: Desk, shown: Shown, lang: Lang) -> tuple[Step, ...]:
    """Return the steps in their order: clause, formula, parts, rows, batches, release; last what was assumed."""
    parts = parts_of(desk, shown)
    tables, why = _rows(desk, parts, lang)
    # Without a record of its own, a figure rests on no file of its ledger.
    batches = tuple(dict.fromkeys(batch for one in parts if one.path != "none" for batch in one.batches))
    batch_table, batch_lines = batches_step(desk, batches, lang)
    told: tuple[tuple[str, tuple[str, ...], tuple[Table, ...]], ...] = (
        ("clause", tuple(_clause(shown, lang)), ()),
        ("formula", tuple(line for one in parts for line in _formula(desk, one, lang)), ()),
        ("parts", (*(line for one in parts for line in _parts(one, lang)), *_beside(desk, shown, lang)), ()),
        ("rows", why, tables),
        ("batches", batch_lines, batch_table),
        ("release", tuple(_release(shown, lang)), ()),
        ("reading", tuple(_reading(desk, shown, lang)), ()),
    )
    return tuple(
        Step(key, say(f"explain.step.{key}", lang), lines, found) for key, lines, found in told if lines or found
    )


def explain_lines(desk: Desk, shown: Shown, lang: Lang) -> Iterator[str]:
    """Yield the explanation as lines of text; rows of tables begin with two spaces."""
    region = shown.names.get(shown.progress.region_code, "")
    day = say("day", lang, on=shown.progress.as_of)
    yield say("explain.title", lang, name=shown.target.title.in_(lang), region=region, day=day)
    yield str(element(shown)[f"sentence_{lang}"])
    for place, step in enumerate(explain_steps(desk, shown, lang), start=1):
        yield say("explain.step", lang, place=place, title=step.title)
        yield from step.lines
        for table in step.tables:
            yield table.caption
            yield "  " + " | ".join(table.header)
            yield from ("  " + " | ".join(row) for row in table.rows)


def parts_of(desk: Desk, shown: Shown) -> tuple[Shown, ...]:
    """Return each part of a composite target as it would be shown alone; of any other target itself."""
    return tuple(_part(desk, shown, place) for place in range(len(shown.progress.parts))) or (shown,)


def _part(desk: Desk, shown: Shown, place: int) -> Shown:
    progress = shown.progress.parts[place]
    region, indicator = progress.region_code, desk.world.indicators[progress.indicator_id]
    path = path_of(desk.readings.of(indicator.id, progress.as_of, [region]).get(region))
    return replace(
        shown,
        indicator=indicator,
        progress=progress,
        hidden=shown.hidden or is_hidden(desk, indicator, region, progress.as_of),
        path=path,
        batches=batches_behind(desk, indicator, region, path),
    )


def _clause(shown: Shown, lang: Lang) -> Iterator[str]:
    policy, target = shown.policy, shown.target
    numbered = say("explain.number", lang, number=policy.number) if policy.number else ""
    yield say("explain.clause", lang, title=policy.title, numbered=numbered, clause=target.clause)
    yield say("explain.quote", lang, quote=target.quote)
    word = say(f"target.wording.{target.wording}", lang)
    key = "explain.wording.word" if target.strictness else "explain.wording"
    yield say(key, lang, wording=word, word=target.strictness)
    if target.units_lead:
        yield say("explain.units", lang, units=around.responsible(shown, lang))
    yield from around.sharing(shown, lang)


def _titled(shown: Shown, line: str, lang: Lang) -> str:
    """Lead a line of a part by the part's title."""
    if shown.progress.part_id is None:
        return line
    title = goal_of(shown.target, shown.progress.part_id).title.in_(lang)
    return say("explain.of_part", lang, part=title, line=line)


def _formula(desk: Desk, shown: Shown, lang: Lang) -> Iterator[str]:
    if shown.hidden:
        yield _titled(shown, say("explain.hidden", lang), lang)
        return
    for line in formula(shown.target, shown.progress, desk.world.indicators, lang):
        yield _titled(shown, line, lang)


def _parts(shown: Shown, lang: Lang) -> Iterator[str]:
    """Say numerator and denominator in words with their numbers, and how they came about."""
    indicator, progress = shown.indicator, shown.progress
    numerator, denominator = (None, None) if shown.hidden else (progress.numerator, progress.denominator)
    if goal_of(shown.target, progress.part_id).kind == "coverage":
        # What is counted are units of the list; what makes one covered says the indicator.
        yield _titled(shown, say("explain.covering", lang, words=indicator.numerator.in_(lang)), lang)
        yield from _told_how(shown, lang)
        return
    value = part(numerator, indicator, lang, is_numerator=True)
    key = "explain.numerator" if indicator.denominator is not None else "explain.value"
    yield _titled(shown, say(key, lang, words=indicator.numerator.in_(lang), value=value), lang)
    if indicator.denominator is not None:
        value = part(denominator, indicator, lang, is_numerator=False)
        yield _titled(shown, say("explain.denominator", lang, words=indicator.denominator.in_(lang), value=value), lang)
    yield from _told_how(shown, lang)


def _told_how(shown: Shown, lang: Lang) -> Iterator[str]:
    """Say how the figure came about, and how many units have reported."""
    indicator, progress = shown.indicator, shown.progress
    path = say(f"explain.path.{shown.path}", lang)
    yield _titled(shown, say("explain.path", lang, path=path, indicator=indicator.name.in_(lang)), lang)
    if progress.units_total > 1:
        told = {"reported": progress.units_reported, "total": progress.units_total}
        yield _titled(shown, say("explain.reported", lang, **told), lang)


def _beside(desk: Desk, shown: Shown, lang: Lang) -> Iterator[str]:
    yield from caveats(shown, lang)
    for one in around.beside(shown, lang):
        yield say("explain.beside", lang, name=one.name, said=one.said)
    yield from filter(None, (around.missing(shown, desk.world, lang), around.silent(shown, desk.regions, lang)))


def _rows(desk: Desk, parts: tuple[Shown, ...], lang: Lang) -> tuple[tuple[Table, ...], tuple[str, ...]]:
    """List rows once for each ledger: the parts of a composite target are often counted from the same."""
    tables: dict[str, Table] = {}
    why = []
    for one in parts:
        behind = rows_behind(desk, one, lang)
        if behind is None:
            reason = why_no_rows(desk, one) or "none"
            why.append(_titled(one, say(f"explain.rows.{reason}", lang), lang))
        elif behind.ledger not in tables:
            caption = say("explain.rows", lang, ledger=behind.ledger, count=len(behind.rows))
            tables[behind.ledger] = Table(caption, behind.header, behind.rows)
    return tuple(tables.values()), tuple(why)


def batches_step(desk: Desk, batches: tuple[str, ...], lang: Lang) -> tuple[tuple[Table, ...], tuple[str, ...]]:
    """List the files a figure rests on; of files for a wider region only that they are there."""
    if not batches:
        return (), (say("explain.no_batch", lang),)
    by_id = {batch.batch_id: batch for batch in desk.batches}
    rows = []
    for batch_id in batches[:ROWS]:
        batch = by_id[batch_id]
        if desk.regions.covers(desk.viewer.region_code, batch.region_code):
            rows.append((batch_id, batch.file_name, batch.reported_by, batch.period, f"{batch.rows_taken:,}"))
        else:
            rows.append((batch_id, say("explain.wider_batch", lang), "", batch.period, ""))
    names = ("batch", "file", "by", "period", "taken")
    header = tuple(say(f"explain.column.{name}", lang) for name in names)
    caption = say("explain.batches", lang, count=len(batches), listed=len(rows))
    return (Table(caption, header, tuple(rows), long=header[1:3]),), ()


def _release(shown: Shown, lang: Lang) -> Iterator[str]:
    yield say("explain.release", lang, release=shown.release, day=say("day", lang, on=shown.data_date))
    if shown.is_demo:
        yield say("explain.demo", lang)


def _reading(desk: Desk, shown: Shown, lang: Lang) -> Iterator[str]:
    """Say what was assumed, what is still to be decided, and what other documents ask of the same indicator."""
    for text in around.assumptions(shown, lang):
        yield say("explain.assumed", lang, text=text)
    for point in around.open_points(shown):
        yield say("explain.open_point", lang, question=point.question.in_(lang), decided=point.decided.in_(lang))
    for policy, other in around.other_documents(shown, desk.world):
        document, title = policy.short_title.in_(lang), other.title.in_(lang)
        yield say("explain.other", lang, document=document, title=title, id=other.id)
    yield from around.parameters_apart(shown, desk.world, lang)
