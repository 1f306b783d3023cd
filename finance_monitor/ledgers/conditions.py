"""Conditions of checks: a restricted SQL boolean, allow-listed node by node."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl
import sqlglot
from sqlglot import exp

from finance_monitor.errors import UserError

_PARTS = (
    *(exp.Column, exp.Identifier, exp.Literal, exp.Boolean, exp.Null, exp.Paren, exp.Var),
    *(exp.EQ, exp.NEQ, exp.GT, exp.GTE, exp.LT, exp.LTE, exp.And, exp.Or, exp.Not, exp.Is, exp.In, exp.Between),
    *(exp.Add, exp.Sub, exp.Mul, exp.Div, exp.Mod, exp.Neg),
    # DATE '2023-01-01' and the year or month of a date.
    *(exp.Cast, exp.DataType, exp.Extract),
)
_COMPARED = (exp.EQ, exp.NEQ, exp.GT, exp.GTE, exp.LT, exp.LTE, exp.In, exp.Between)
_RECKONED = (exp.Add, exp.Sub, exp.Mul, exp.Div, exp.Mod, exp.Neg)


def compile_condition(text: str, schema: Mapping[str, pl.DataType]) -> str:
    """Return the condition as plain SQL with quoted names.

    Raises:
        UserError: unreadable, outside the allow-list, an unknown column, or a date held against a number.
    """
    try:
        tree = sqlglot.parse_one(text, dialect="duckdb")
    except sqlglot.errors.SqlglotError as fault:
        raise UserError("ledgers.condition_unreadable", condition=text) from fault
    for node in tree.walk():
        if not _allowed(node):
            raise UserError("ledgers.condition_refused", condition=text, part=node.sql(dialect="duckdb"))
        if isinstance(node, exp.Column) and node.name not in schema:
            raise UserError("ledgers.condition_column", condition=text, part=node.name)
    if any(_mixed(node, schema) for node in tree.walk()):
        raise UserError("ledgers.condition_types", condition=text)
    return str(tree.sql(dialect="duckdb", identify=True))


def _allowed(node: exp.Expression) -> bool:
    """Say whether one node may stand in a condition."""
    if not isinstance(node, _PARTS):
        return False
    if isinstance(node, exp.Column):
        return not node.table
    if isinstance(node, exp.In):
        return not (node.args.get("query") or node.args.get("unnest") or node.args.get("field"))
    if isinstance(node, exp.Cast):
        return isinstance(node.this, exp.Literal) and node.to.sql() == "DATE"
    if isinstance(node, exp.Extract):
        return node.name.upper() in {"YEAR", "MONTH"}
    return True


def _mixed(node: exp.Expression, schema: Mapping[str, pl.DataType]) -> bool:
    """Say whether a node compares unlike things, or reckons with anything but numbers: the engine would let it pass."""
    kinds = {_kind(part, schema) for part in node.iter_expressions()} - {"nothing"}
    if isinstance(node, _COMPARED):
        return len(kinds) > 1
    return isinstance(node, _RECKONED) and kinds != {"number"}


def _kind(node: exp.Expression, schema: Mapping[str, pl.DataType]) -> str:
    """Return number, date, text, truth, or nothing (NULL) for what a node gives."""
    inner = node.unnest()
    if isinstance(inner, exp.Column):
        kind = schema[inner.name]
        return "number" if kind.is_numeric() else {pl.Date: "date", pl.String: "text"}.get(type(kind), "truth")
    if isinstance(inner, exp.Literal):
        return "text" if inner.is_string else "number"
    if isinstance(inner, (*_RECKONED, exp.Extract)):
        return "number"
    if isinstance(inner, exp.Cast):
        return "date"
    return "nothing" if isinstance(inner, exp.Null) else "truth"
