"""SQL lives in `queries/`; the header of each file is held against its statement.

A header is lines of ``-- name: value`` at the top: purpose, params (name TYPE, …), tables, returns. An indicator's
statement that reads several ledgers says by which dimensions it can be `narrowed by`; without the line by none. It
may name the ledger whose `single rows` it counts: each row's pieces depend on no other row of that ledger.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import sqlglot
from sqlglot import exp

from finance_monitor.errors import UserError, in_file
from finance_monitor.settings import QUERIES


@dataclass(frozen=True, slots=True)
class Query:
    """One statement with what its header promises."""

    name: str
    sql: str
    purpose: str
    params: tuple[str, ...]
    tables: tuple[str, ...]
    returns: tuple[str, ...]
    # None: the header says nothing, so whatever dimensions its only ledger has.
    narrowed_by: tuple[str, ...] | None = None
    single_rows: str = ""


_HEADER = ("purpose", "params", "tables", "returns", "narrowed by", "single rows")

# What an indicator's SQL returns: the pieces it counts. A piece counts from `from_on` until the day before
# `until_on` (NULL: for good). Everything else (days, regions, windows) is the same for all indicators.
PIECE = ("region_code", "from_on", "until_on", "numerator", "denominator", "batch_id", "source_row")


@cache
def query(name: str) -> Query:
    """Return the query `name` ("read/readings"), its header checked; raise UserError where they disagree."""
    path = QUERIES / f"{name}.sql"
    text = path.read_text(encoding="utf-8")
    header = _header(text)
    try:
        statement = sqlglot.parse_one(text, dialect="duckdb")
    except sqlglot.errors.ParseError as fault:
        raise UserError("query.header", in_file(path), what=str(fault).splitlines()[0]) from fault
    found = Query(
        name=name,
        sql=text,
        purpose=header.get("purpose", ""),
        params=tuple(word.split()[0] for word in _words(header.get("params", ""))),
        tables=tuple(_words(header.get("tables", ""))),
        returns=tuple(_words(header.get("returns", ""))),
        narrowed_by=tuple(_words(header["narrowed by"])) if "narrowed by" in header else None,
        single_rows=header.get("single rows", ""),
    )
    for what, promised, actual in (
        ("params", set(found.params), {p.name for p in statement.find_all(exp.Parameter, exp.Placeholder)}),
        ("tables", set(found.tables), tables_of(statement)),
        ("returns", found.returns, tuple(statement.named_selects) if isinstance(statement, exp.Query) else ()),
    ):
        if promised != actual:
            raise UserError("query.header", in_file(path), what=f"{what}: {promised} / {actual}")
    _require_room(path, found)
    return _with_shared(found)


def _with_shared(found: Query) -> Query:
    """Put what a statement shares with others (`queries/shared/<table>.sql`) in front of it, under its table's name."""
    shared = [name for name in found.tables if (QUERIES / "shared" / f"{name}.sql").exists()]
    if not shared:
        return found
    parts = [query(f"shared/{name}") for name in shared]
    named = ",\n".join(f"{name} AS (\n{part.sql})" for name, part in zip(shared, parts, strict=True))
    body = "".join(line for line in found.sql.splitlines(keepends=True) if not line.startswith("--"))
    rest = f",\n{body.removeprefix('WITH ')}" if body.startswith("WITH ") else f"\n{body}"
    tables = [name for name in found.tables if name not in shared] + [name for part in parts for name in part.tables]
    params = [*found.params, *(name for part in parts for name in part.params)]
    return replace(
        found,
        sql=f"WITH {named}{rest}",
        tables=tuple(dict.fromkeys(tables)),
        params=tuple(dict.fromkeys(params)),
    )


def _require_room(path: Path, found: Query) -> None:
    """Hold the rules of a room: `read` and `pieces` see only what a viewer may see, `indicators` return pieces."""
    room = found.name.split("/")[0]
    if room in ("read", "pieces") and (foreign := [t for t in found.tables if not t.startswith("scoped_")]):
        raise UserError("query.header", in_file(path), what=f"{room}: {' '.join(foreign)}")
    if room == "indicators" and found.returns != PIECE:
        raise UserError("query.header", in_file(path), what=f"returns: {', '.join(PIECE)}")


def tables_of(statement: exp.Expression) -> set[str]:
    """Return the tables a statement reads, its own WITH names left out."""
    own = {cte.alias for cte in statement.find_all(exp.CTE)}
    return {table.name for table in statement.find_all(exp.Table)} - own


def _header(text: str) -> dict[str, str]:
    said: dict[str, str] = {}
    name = ""
    for line in text.splitlines():
        if not line.startswith("--"):
            break
        key, colon, value = line[2:].strip().partition(":")
        if colon and key in _HEADER:
            name, said[key] = key, value.strip()
        elif name:
            said[name] += " " + line[2:].strip()
    return said


def _words(text: str) -> list[str]:
    return [word.strip() for word in text.split(",") if word.strip()]


def all_queries() -> list[Query]:
    """Return every query of the project."""
    return [query(str(path.relative_to(QUERIES).with_suffix("").as_posix())) for path in sorted(QUERIES.rglob("*.sql"))]


def pieces_query(statement: str) -> Query | None:
    """Return the SQL that counts an indicator, or None where there is none: it is only reported (单位填报)."""
    if not (QUERIES / "indicators" / f"{statement}.sql").exists():
        return None
    return query(f"indicators/{statement}")
