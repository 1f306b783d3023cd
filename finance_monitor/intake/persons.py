"""Personal columns: ID numbers proved by their check digit, names, phones, and how each is masked."""

from __future__ import annotations

import polars as pl

from finance_monitor.intake.conversion import Cells, Context, Converted, Problem
from finance_monitor.intake.numbers import half_width
from finance_monitor.ledgers.model import Column

# GB 11643: the weights of the first 17 digits, and the check character of every remainder by 11.
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"
# An invented region: numbers of invented people start with it, real ones never do.
INVENTED = "999999"
_EIGHTEEN = r"^\d{17}[\dX]$"
# An ID number inside another text, e.g. typed into a column of notes.
_INSIDE = r"([1-9]\d{5})(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]"
_AMONG_WORDS = r"(?:^|\D)([1-9]\d{16}[\dXx])(?:$|[^\dXx])"
_MAX_NAME = 50


def to_id_number(cells: Cells, context: Context) -> Converted:
    """Read 18-character ID numbers; the rest are told apart by why they are none."""
    text = half_width(cells.text).str.replace_all(r"\s", "").str.strip_chars_start("'").str.to_uppercase()
    number = cells.number if cells.number is not None else cells.none()
    number = number & text.is_not_null()
    shape = text.str.contains(_EIGHTEEN).fill_null(value=False) & ~number
    right = proved(text) & shape
    invented = text.str.starts_with(INVENTED).fill_null(value=False) & right & (not context.demo)
    blank = text.is_null()
    problems = (
        Problem("number_cell", number),
        Problem("id_shape", ~shape & ~number & ~blank),
        Problem("id_check", shape & ~right),
        Problem("id_invented", invented),
    )
    return Converted(_where(text, right & ~invented), problems)


def proved(text: pl.Series) -> pl.Series:
    """Say which texts of 17 digits and a check character have the right one and a day of birth that exists."""
    frame = text.alias("t").to_frame()
    shaped = pl.when(pl.col("t").str.contains(_EIGHTEEN)).then(pl.col("t"))
    digits = shaped.str.head(17).str.to_integer(strict=False)
    total = pl.sum_horizontal(digits // 10 ** (16 - place) % 10 * weight for place, weight in enumerate(_WEIGHTS))
    check = (total % 11).replace_strict(dict(enumerate(_CHECKS)), return_dtype=pl.String)
    born = shaped.str.slice(6, 8).str.to_date("%Y%m%d", strict=False)
    right = (check == shaped.str.tail(1)) & born.dt.year().is_between(1900, 2100)
    return frame.select(right.fill_null(value=False)).to_series()


def to_person_name(cells: Cells, _: Context) -> Converted:
    """Read names; a run of digits means another column slipped in."""
    text = cells.text
    wrong = text.str.contains(r"\d{4}").fill_null(value=False) | (text.str.len_chars() > _MAX_NAME).fill_null(
        value=False
    )
    return Converted(_where(text, ~wrong), (Problem("not_a_name", wrong),))


def to_phone(cells: Cells, _: Context) -> Converted:
    """Read mobile and fixed numbers as digits."""
    text = half_width(cells.text).str.replace_all(r"[\s\-()]", "").str.strip_prefix("+86")
    wrong = ~text.str.contains(r"^(1\d{10}|0\d{9,11})$").fill_null(value=True)
    return Converted(_where(text, ~wrong), (Problem("not_a_phone", wrong),))


def holds_id_number(text: pl.Series) -> pl.Series:
    """Say which cells of a column that is not personal hold an ID number, alone or among other words."""
    return proved(text.str.extract(_AMONG_WORDS, 1).str.to_uppercase())


def _where(text: pl.Series, keep: pl.Series) -> pl.Series:
    """Keep the texts where the mask holds."""
    return pl.select(pl.when(keep).then(text)).to_series()


def masked(column: Column, cell: pl.Expr) -> pl.Expr:
    """Mask the cells of a column: personal ones by their kind, others only where an ID number stands in them."""
    if column.type == "id_number":
        whole = pl.concat_str(cell.str.slice(0, 6), pl.lit("********"), cell.str.slice(14, 4))
        # A disability certificate is an ID number with kind and grade behind it: those two are never shown.
        return pl.when(cell.str.len_chars() == 18).then(whole).otherwise(_first(cell, 3))
    if column.type == "person_name":
        return _first(cell, 1)
    if column.type == "phone":
        ends = pl.concat_str(cell.str.slice(0, 3), pl.lit("****"), cell.str.slice(-4))
        return pl.when(cell.str.len_chars() == 11).then(ends).otherwise(_first(cell, 2))
    return cell.str.replace_all(_INSIDE, "${1}************")


def _first(cell: pl.Expr, kept: int) -> pl.Expr:
    """Keep the first characters only."""
    return pl.concat_str(cell.str.slice(0, kept), pl.lit("***"))
