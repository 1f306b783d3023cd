"""Read `data/reference/regions.csv`; columns left empty there follow from the code."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from pathlib import Path

import polars as pl

from finance_monitor.errors import UserError, in_file
from finance_monitor.regions.model import LEVELS
from finance_monitor.regions.tree import Regions
from finance_monitor.settings import DATA

CODE = pl.col("code")
# How many leading digits of a code say the unit, from the nation to a village.
DIGITS = dict(zip(LEVELS, (0, 2, 4, 6, 9, 12), strict=True))


def level_by_code() -> pl.Expr:
    """Say the level a code shows by its trailing zeros."""
    level = pl.lit(LEVELS[-1])
    for name, digits in reversed(DIGITS.items()):
        level = pl.when(CODE.str.ends_with("0" * (12 - digits))).then(pl.lit(name)).otherwise(level)
    return level


def parent_by_code() -> pl.Expr:
    """Say the code one level up; empty for the nation."""
    parent = pl.lit("")
    for above, level in pairwise(LEVELS):
        code = CODE.str.head(DIGITS[above]).str.pad_end(12, "0")
        parent = pl.when(pl.col("level") == level).then(code).otherwise(parent)
    return parent


def read_regions(path: Path) -> pl.DataFrame:
    """Return code, name, level, parent_code, kind, valid_from, valid_to, predecessor_code in code order.

    Raises:
        UserError: a code that is not 12 digits, stands twice, or hangs on a code that is not in the file.
    """
    read = pl.read_csv(path, infer_schema=False).fill_null("")
    dates = [pl.col(name).replace("", None).str.to_date() for name in ("valid_from", "valid_to")]
    frame = (
        read.with_columns(pl.when(pl.col("level") == "").then(level_by_code()).otherwise("level").alias("level"))
        .with_columns(pl.when(pl.col("parent_code") == "").then(parent_by_code()).otherwise("parent_code").alias("p"))
        .with_columns(pl.col("p").alias("parent_code"), *dates)
        .drop("p")
        .sort("code")
    )
    refuse(path, frame, ~CODE.str.contains(r"^\d{12}$"), "regions.bad_code")
    refuse(path, frame, CODE.is_duplicated(), "regions.twice")
    refuse(path, frame, (pl.col("parent_code") != "") & ~pl.col("parent_code").is_in(CODE.implode()), "regions.orphan")
    return frame


def refuse(path: Path, frame: pl.DataFrame, fault: pl.Expr, key: str) -> None:
    """Raise UserError for the first row that has the fault."""
    wrong = frame.filter(fault).head(1)
    for row in wrong.iter_rows(named=True):
        raise UserError(key, in_file(path), code=row["code"], name=row["name"], parent=row["parent_code"])


def load_regions(folder: Path) -> Regions:
    """Read the regions of a reference folder."""
    return Regions(read_regions(folder / "regions.csv"))


@cache
def regions() -> Regions:
    """Return the regions of `data/reference`, read once a process."""
    return load_regions(DATA / "reference")
