"""Numbers as people write them, exactly: no binary fractions on the way from text to fen."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

import polars as pl

from finance_monitor.ledgers.schema import DECIMAL

# The longest run of digits an Int64 always holds.
_MAX_DIGITS = 18
_GROUPED = r"^[+-]?\d{1,3}(,\d{3})+(\.\d*)?$"
_NUMBER = r"^[+-]?(\d+\.?\d*|\.\d+)$"
# What comes along when a number is pasted from a web page.
_INVISIBLE = "[\\u{200b}-\\u{200f}\\u{feff}]"
_ASCII = r"^[\x00-\x7F]*$"


def half_width(text: pl.Series) -> pl.Series:
    """Fold full-width characters where there are any: a column of plain ASCII is left as it is."""
    if text.str.contains(_ASCII).all():
        return text
    return text.str.normalize("NFKC").str.replace_all(_INVISIBLE, "").str.strip_chars()


def plain_numbers(text: pl.Series) -> pl.Series:
    """Return the texts as bare numbers (1，234.50 -> 1234.50); what is no number becomes null."""
    bare = half_width(text)
    frame = bare.str.replace_all(r"\s", "").alias("n").to_frame()
    number = pl.col("n")
    ungrouped = pl.when(number.str.contains(_GROUPED)).then(number.str.replace_all(",", "")).otherwise(number)
    frame = frame.select(ungrouped)
    return frame.select(pl.when(number.str.contains(_NUMBER)).then(number)).to_series()


@dataclass(frozen=True, slots=True)
class Scaled:
    """Whole numbers of the smallest unit, and where something would be lost."""

    values: pl.Series
    too_fine: pl.Series
    too_long: pl.Series


def scaled(number: pl.Series, places: int | pl.Series) -> Scaled:
    """Move the point of bare numbers `places` to the right (one number, or one a row) and return Int64."""
    frame = pl.DataFrame({"n": number}).with_columns(places=places if isinstance(places, pl.Series) else pl.lit(places))
    parts = pl.col("n").str.strip_chars_start("+-").str.split_exact(".", 1)
    frame = frame.with_columns(
        whole=parts.struct.field("field_0").str.strip_chars_start("0"),
        part=parts.struct.field("field_1").fill_null("").str.strip_chars_end("0"),
        sign=pl.when(pl.col("n").str.starts_with("-")).then(-1).otherwise(1),
    )
    too_fine = pl.col("part").str.len_chars() > pl.col("places")
    too_long = pl.col("whole").str.len_chars() + pl.col("places") > _MAX_DIGITS
    digits = pl.col("whole") + pl.col("part").str.pad_end(pl.col("places"), "0")
    value = pl.when(digits == "").then(pl.lit("0")).otherwise(digits).str.to_integer(strict=False) * pl.col("sign")
    read = frame.select(
        value=pl.when(~too_fine & ~too_long).then(value).cast(pl.Int64),
        too_fine=too_fine.fill_null(value=False),
        too_long=too_long.fill_null(value=False),
    )
    return Scaled(read["value"], read["too_fine"], read["too_long"])


def decimals(number: pl.Series) -> pl.Series:
    """Turn bare numbers into exact decimals of six places."""
    return number.cast(DECIMAL, strict=False)


def outside(values: pl.Series, bounds: tuple[Decimal, Decimal]) -> pl.Series:
    """Say which values are below the first or above the second bound; nulls are not."""
    kind = values.dtype
    low, high = (pl.lit(int(bound) if kind == pl.Int64() else bound, dtype=kind) for bound in bounds)
    inside = pl.col("v").is_between(low, high).fill_null(value=True)
    return values.alias("v").to_frame().select(~inside).to_series()
