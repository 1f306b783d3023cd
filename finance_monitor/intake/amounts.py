"""Columns of numbers: whole numbers, decimals, money in fen, and quantities whose unit stands beside them."""

from __future__ import annotations

from decimal import Decimal

import polars as pl

from finance_monitor.intake.conversion import Cells, Context, Converted, Problem, unread
from finance_monitor.intake.numbers import decimals, half_width, outside, plain_numbers, scaled
from finance_monitor.money import FEN_IN, amount_in

# 1 元 is 100 fen: the point moves two places.
_PLACES = {unit: len(str(fen)) - 1 for unit, fen in FEN_IN.items()}
# Units asked about where an amount is out of bounds; nobody reports in 分.
_ASKED = ("元", "万元", "亿元")
_MYRIAD = {"万": 4, "亿": 8}


def to_integer(cells: Cells, _: Context) -> Converted:
    """Read whole numbers; 12.0 is one, 12.5 is not."""
    number = plain_numbers(cells.text)
    read = scaled(number, 0)
    wrong = number.is_null() & cells.text.is_not_null()
    problems = [
        Problem("not_a_number", wrong | read.too_long),
        Problem("not_whole", read.too_fine),
        *_bounds(cells, read.values),
    ]
    return Converted(read.values, tuple(problems))


def to_decimal(cells: Cells, _: Context) -> Converted:
    """Read numbers in the unit of the column; a percent sign is taken where the column is in percent."""
    text = half_width(cells.text)
    if cells.column.unit == "%":
        text = text.str.replace(r"\s*%$", "")
    values = decimals(plain_numbers(text))
    return Converted(values, (Problem("not_a_number", unread(cells, values)), *_bounds(cells, values)))


def to_money(cells: Cells, _: Context) -> Converted:
    """Read amounts in the unit of the header as whole fen; a part of a fen is a problem, not rounded away."""
    unit = str(cells.unit)
    number = plain_numbers(cells.text)
    read = scaled(number, _PLACES[unit])
    wrong = number.is_null() & cells.text.is_not_null()
    problems = [
        Problem("not_an_amount", wrong | read.too_long, {"unit": unit}),
        Problem("part_of_a_fen", read.too_fine, {"unit": unit}),
        *_money_bounds(cells, read.values, unit),
    ]
    return Converted(read.values, tuple(problems))


def to_quantity(cells: Cells, _: Context) -> Converted:
    """Read whole numbers in the unit of the row: money becomes fen, 万户 become households."""
    units = cells.units if cells.units is not None else pl.Series([None] * len(cells.text), dtype=pl.String)
    known = {unit: _places_of(unit) for unit in units.unique().drop_nulls()}
    places = units.replace_strict(known, default=0, return_dtype=pl.Int64).fill_null(0)
    number = plain_numbers(cells.text)
    read = scaled(number, places)
    wrong = number.is_null() & cells.text.is_not_null()
    problems = (
        Problem("no_unit_in_row", units.is_null() & cells.text.is_not_null()),
        Problem("not_a_number", wrong | read.too_long),
        Problem("not_whole_in_unit", read.too_fine),
    )
    return Converted(read.values, problems)


def _places_of(unit: str) -> int:
    """Return how far the point moves for one unit."""
    if unit in _PLACES:
        return _PLACES[unit]
    return _MYRIAD.get(unit[0], 0) if len(unit) > 1 else 0


def _bounds(cells: Cells, values: pl.Series) -> list[Problem]:
    """Find numbers outside the bounds of the column."""
    bounds = cells.column.between
    if bounds is None:
        return []
    low, high = (plain(bound) for bound in bounds)
    told = {"low": low, "high": high, "unit": cells.column.unit or ""}
    return [Problem("out_of_bounds", outside(values, bounds), told)]


def _money_bounds(cells: Cells, values: pl.Series, unit: str) -> list[Problem]:
    """Find amounts out of bounds; where another unit would bring them inside, ask whether that one was meant."""
    bounds = cells.column.between
    if bounds is None:
        return []
    low, high = (plain(amount_in(bound, unit)) for bound in bounds)
    left = outside(values, bounds)
    found = []
    for other in (other for other in _ASKED if other != unit):
        fits = left & ~outside(_in_unit(values, unit, other), bounds)
        found.append(Problem("unit_doubt", fits, {"unit": unit, "other": other, "low": low, "high": high}))
        left = left & ~fits
    return [*found, Problem("out_of_bounds", left, {"unit": unit, "low": low, "high": high})]


def _in_unit(values: pl.Series, unit: str, other: str) -> pl.Series:
    """Read the same figures in another unit; what would not fit an Int64 stays far out of any bounds."""
    if FEN_IN[other] <= FEN_IN[unit]:
        return values // (FEN_IN[unit] // FEN_IN[other])
    factor = FEN_IN[other] // FEN_IN[unit]
    return values.clip(-(10**18) // factor, 10**18 // factor) * factor


def plain(number: Decimal) -> str:
    """Write a number without exponent and without zeros at its end."""
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
