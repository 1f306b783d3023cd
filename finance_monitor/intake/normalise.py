"""From cell texts to typed columns, one converter a type."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping

import polars as pl

from finance_monitor.errors import UserError
from finance_monitor.intake.amounts import to_decimal, to_integer, to_money, to_quantity
from finance_monitor.intake.conversion import Cells, Context, Converted, Problem, unread
from finance_monitor.intake.days import to_date
from finance_monitor.intake.numbers import half_width
from finance_monitor.intake.persons import holds_id_number, to_id_number, to_person_name, to_phone
from finance_monitor.intake.words import words
from finance_monitor.ledgers.headers import plain_name

MAX_TEXT = 200
# What a spreadsheet leaves of a long number (5.00101E+17), and its error values (#N/A).
_SCIENTIFIC = r"^\d(\.\d+)?[eE]\+?\d+$"
_ERROR_CELL = r"^#(N/A|REF!|VALUE!|NAME\?|DIV/0!|NUM!|NULL!)$"


def convert(cells: Cells, context: Context) -> Converted:
    """Turn the cells of one column into typed values; a required blank is a problem like any other."""
    converted = _CONVERTERS[cells.column.type](cells, context)
    problems = converted.problems
    if cells.column.required:
        problems = (*problems, Problem("required", cells.text.is_null()))
    return Converted(converted.values, problems)


def _to_text(cells: Cells, context: Context) -> Converted:
    """Take texts as they are; those of an indicator column become its id."""
    if cells.column.indicator:
        return _to_known(cells, context.known_indicators, "unknown_indicator")
    if cells.column.target:
        return _to_known(cells, context.known_targets, "unknown_target")
    long = (cells.text.str.len_chars() > MAX_TEXT).fill_null(value=False)
    return Converted(cells.text, (Problem("too_long", long, {"most": MAX_TEXT}), *_slips(cells)))


def _to_code(cells: Cells, _: Context) -> Converted:
    """Take codes as texts with their zeros; a number cell may have lost some, so it is not taken."""
    text = half_width(cells.text).str.replace(r'^="(.*)"$', "$1").str.strip_chars_start("'")
    number = cells.number if cells.number is not None else cells.none()
    lost = text.str.contains(_SCIENTIFIC).fill_null(value=False) & ~number
    long = (text.str.len_chars() > MAX_TEXT).fill_null(value=False)
    problems = (
        Problem("number_cell", number & text.is_not_null()),
        Problem("scientific", lost),
        Problem("too_long", long, {"most": MAX_TEXT}),
        *_slips(cells),
    )
    return Converted(text, problems)


def _slips(cells: Cells) -> tuple[Problem, ...]:
    """Find ID numbers outside their column and error values of a spreadsheet."""
    error = cells.text.str.contains(_ERROR_CELL).fill_null(value=False)
    return Problem("misplaced_id", holds_id_number(cells.text)), Problem("error_cell", error)


def _to_choice(cells: Cells, _: Context) -> Converted:
    """Take the Chinese words of the ledger, or their codes."""
    choices = cells.column.choices
    known = {plain_name(word): code for word, code in choices.items()} | {
        plain_name(code): code for code in choices.values()
    }
    values = _looked_up(cells.text, known)
    problem = Problem("not_a_choice", unread(cells, values), {"choices": "、".join(choices)})
    return Converted(values, (problem,))


def _to_boolean(cells: Cells, _: Context) -> Converted:
    """Take 是 and 否 and their like."""
    known = dict.fromkeys(words("yes"), "yes") | dict.fromkeys(words("no"), "no")
    values = _looked_up(cells.text, known) == "yes"
    return Converted(values, (Problem("not_yes_or_no", unread(cells, values)),))


def _to_known(cells: Cells, names: Mapping[str, str], problem: str) -> Converted:
    """Take the id, or the Chinese name where it belongs to one alone."""
    plain = Counter(plain_name(name) for name in names.values())
    known = {plain_name(name): key for key, name in names.items() if plain[plain_name(name)] == 1}
    values = _looked_up(cells.text, known | {plain_name(key): key for key in names})
    return Converted(values, (Problem(problem, unread(cells, values)),))


def _looked_up(text: pl.Series, known: Mapping[str, str]) -> pl.Series:
    """Look every different text up once, in its plain spelling."""
    distinct = text.unique().drop_nulls().to_list()
    found = {cell: known[plain_name(cell)] for cell in distinct if plain_name(cell) in known}
    return text.replace_strict(found, default=None, return_dtype=pl.String)


def _to_region(cells: Cells, context: Context) -> Converted:
    """Take codes and names inside the region of the batch; every different text is looked up once."""
    found: dict[str, str] = {}
    faults: dict[str, tuple[str, Mapping[str, object]]] = {}
    for text in cells.text.unique().drop_nulls().to_list():
        try:
            found[text] = context.regions.find(text, context.within, cells.column.levels).code
        except UserError as fault:
            faults[text] = (fault.key, fault.values)
    values = cells.text.replace_strict(found, default=None, return_dtype=pl.String)
    return Converted(values, (Problem("region", unread(cells, values), by_text=faults),))


_CONVERTERS: dict[str, Callable[[Cells, Context], Converted]] = {
    "text": _to_text,
    "code": _to_code,
    "region": _to_region,
    "date": to_date,
    "integer": to_integer,
    "decimal": to_decimal,
    "money": to_money,
    "quantity": to_quantity,
    "boolean": _to_boolean,
    "choice": _to_choice,
    "id_number": to_id_number,
    "person_name": to_person_name,
    "phone": to_phone,
}
