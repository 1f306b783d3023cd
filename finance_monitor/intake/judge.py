"""Judge converted rows: problems of cells, the checks of the ledger, days outside the period, keys twice."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import polars as pl

from finance_monitor.intake.body import Body
from finance_monitor.intake.conversion import Converted, Problem
from finance_monitor.intake.faults import Level
from finance_monitor.ledgers.batch import BatchHeader
from finance_monitor.ledgers.conditions import compile_condition
from finance_monitor.ledgers.model import Check, Ledger
from finance_monitor.ledgers.schema import key_fields, table_schema


@dataclass(frozen=True, slots=True)
class Found:
    """A problem at its column; `rule` is the id of the check where the ledger states one."""

    level: Level
    column: str | None
    problem: Problem
    rule: str


def judge(
    ledger: Ledger,
    batch: BatchHeader,
    body: Body,
    converted: Mapping[str, Converted],
    table: pl.DataFrame,
    *,
    is_text: bool,
) -> list[Found]:
    """Return everything found in the rows. A stray cell of a delimited text means shifted columns: the row is held."""
    found = [
        Found("validity", name, _known(problem), problem.rule)
        for name, made in converted.items()
        for problem in made.problems
    ]
    found.append(Found("validity" if is_text else "quality", None, body.stray, body.stray.rule))
    found += [_checked(check, ledger, table) for check in ledger.checks]
    found += _outside_period(ledger, batch, table)
    held = pl.any_horizontal(each.problem.where for each in found if each.level == "validity")
    found.append(_twice(ledger, table, table.select(held).to_series()))
    return [each for each in found if each.problem.where.any()]


def _known(problem: Problem) -> Problem:
    """A comparison with a blank is no fault."""
    return replace(problem, where=problem.where.fill_null(value=False))


def _checked(check: Check, ledger: Ledger, table: pl.DataFrame) -> Found:
    """Find the rows that break a condition; where it cannot tell, the row passes."""
    holds = pl.sql_expr(compile_condition(check.must_hold, table_schema(ledger)))
    broken = table.select(~holds.fill_null(value=True)).to_series()
    told = {
        "said_zh": check.message.zh,
        "said_en": check.message.en,
        "remedy_zh": check.remedy.zh,
        "remedy_en": check.remedy.en,
    }
    return Found(check.level, check.column, Problem("check", broken, told), check.id)


def _outside_period(ledger: Ledger, batch: BatchHeader, table: pl.DataFrame) -> list[Found]:
    """Find days outside the period: doubtful for events, wrong for a snapshot, which is replaced by its period.

    A register tells of all days before its period's end; what begins after it is doubtful.
    """
    among = [column for column in ledger.columns if column.type == "date" and column.required and not column.planned]
    dated = [column for column in among if column.name in ledger.key] or among
    if not dated:
        return []
    first, last = batch.days
    name = dated[0].name
    inside = pl.col(name) <= last if ledger.mode == "register" else pl.col(name).is_between(first, last)
    outside = table.select(~inside.fill_null(value=True)).to_series()
    level: Level = "validity" if ledger.mode == "snapshot" else "quality"
    problem = Problem("outside_period", outside, {"period": batch.period, "first": first, "last": last})
    return [Found(level, name, problem, problem.rule)]


def _twice(ledger: Ledger, table: pl.DataFrame, held: pl.Series) -> Found:
    """Find keys that stand twice among the rows not held back already; the first one stays."""
    keys = list(key_fields(ledger))
    sound = pl.col("held").not_()
    first = pl.col("source_row").filter(sound).min().over(keys)
    frame = table.select("source_row", *keys).with_columns(held=held)
    later = frame.select((sound & (pl.col("source_row") > first)).fill_null(value=False)).to_series()
    return Found("validity", keys[0], Problem("duplicate_key", later), "duplicate_key")
