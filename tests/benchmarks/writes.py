"""What loading and publishing cost: the intake of one file, batches, a whole release, a release after a small file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import polars as pl

from finance_monitor.access import system_viewer
from finance_monitor.disclosure.desk import open_desk
from finance_monitor.indicators.model import Reading
from finance_monitor.ledgers.batch import BatchHeader
from finance_monitor.regions import level_rank
from finance_monitor.releases.build import publish
from finance_monitor.releases.load import check_only
from finance_monitor.store.batches import list_batches
from finance_monitor.store.release_files import Release, read_release
from finance_monitor.store.store import Store
from finance_monitor.world import World
from tests.benchmarks.fill import FAULTY_EVERY, PERIOD, add, add_loans, bank_name, write_loans
from tests.benchmarks.invented import DATA_DATE, Made
from tests.benchmarks.timing import seconds, stopwatch

CSV_ROWS, SMALL_BATCH = 200_000, 1_000
_BESIDE = ("province", "bank", "person")


@dataclass(frozen=True)
class Write:
    """One thing done: rows that went through it, seconds, and what else is worth knowing."""

    name: str
    rows: int
    seconds: float
    more: dict[str, float]

    @property
    def rows_per_second(self) -> float:
        """Return how many rows went through in a second."""
        return self.rows / self.seconds


def intake(store: Store, world: World, made: Made, folder: Path) -> Write:
    """Check a CSV of loans as `load --dry-run` does: read, convert, judge, key every person."""
    path = folder / "loans.csv"
    loans = made.loans.head(CSV_ROWS)
    write_loans(path, world, loans)
    nation = system_viewer(world.regions).region_code
    header = BatchHeader("loans", bank_name(0), nation, PERIOD)
    taken, checked = seconds(lambda: check_only(store, world, path, header))
    if (checked.rows.height, checked.quarantined.height) != _expected(loans.height):
        raise AssertionError(f"taken {checked.rows.height}, held back {checked.quarantined.height}")
    more = {"MB of CSV": path.stat().st_size / 1e6, "rows held back": checked.quarantined.height}
    return Write("loans.csv through the intake", loans.height, taken, more)


def _expected(rows: int) -> tuple[int, int]:
    held = len(range(0, rows, FAULTY_EVERY))
    return rows - held, held


def batches(store: Store, made: Made, folder: Path) -> Write:
    """Keep all loans as batches, a file a bank and province."""
    taken, size = seconds(lambda: add_loans(store, made.loans, folder))
    files = sum(batch.ledger_id == "loans" for batch in list_batches(store))
    return Write("loans kept as batches", made.loans.height, taken, {"MB of Parquet": size / 1e6, "files": files})


def first_release(store: Store, world: World, rows: int) -> Write:
    """Publish for the first time."""
    with stopwatch() as parts:
        release = publish(store, world, data_date=DATA_DATE)
    return Write("publish for the first time", rows, parts["whole"], _about(parts, release))


def from_scratch(store: Store, world: World, rows: int) -> Write:
    """Publish without taking anything from the current release; both must be the same to the last row."""
    current = read_release(store)
    with stopwatch() as parts:
        release = publish(store, world, data_date=DATA_DATE, from_scratch=True)
    if release.tables != current.tables:
        raise AssertionError("a release built on the one before differs from one built anew")
    return Write("publish everything anew", rows, parts["whole"], _about(parts, release))


def after_small_batch(store: Store, world: World, made: Made, folder: Path) -> Write:
    """Publish after a bank has corrected and added loans in one county; the county's figure must have moved."""
    county = largest_county(world, made.loans)
    header, rows, added = _small_batch(world, made.loans, county)
    before = _granted(store, world, county)
    add(store, header, rows, folder)
    with stopwatch() as parts:
        release = publish(store, world, data_date=DATA_DATE)
    moved = (_granted(store, world, county).numerator or 0) - (before.numerator or 0)
    if moved != added:
        raise AssertionError(f"{county}: {added} fen added, the figure moved by {moved}")
    return Write("publish after a small batch of loans", rows.height, parts["whole"], _about(parts, release))


def after_other_batch(store: Store, world: World, folder: Path) -> Write:
    """Publish after a small batch of a ledger that is not about loans: their movements are taken as they are."""
    batch = next(batch for batch in list_batches(store) if batch.ledger_id == "post_stations")
    rows = pl.read_parquet(batch.rows_file).tail(SMALL_BATCH)
    add(store, BatchHeader("post_stations", bank_name(9), batch.region_code, PERIOD), rows, folder)
    with stopwatch() as parts:
        release = publish(store, world, data_date=DATA_DATE)
    return Write("publish after a small batch of stations", rows.height, parts["whole"], _about(parts, release))


def largest_county(world: World, loans: pl.DataFrame) -> str:
    """Return the county with the most loans."""
    counties = world.regions.closure().filter(pl.col("ancestor_level") == level_rank("county"))
    counted = loans.join(counties, left_on="region_code", right_on="descendant_code").group_by("ancestor_code").len()
    return str(counted.sort("len", "ancestor_code", descending=True)["ancestor_code"][0])


def _small_batch(world: World, loans: pl.DataFrame, county: str) -> tuple[BatchHeader, pl.DataFrame, int]:
    """Half of the rows are loans known already, now paid back; half are new. Return the fen newly lent, too."""
    inside = [region.code for region in world.regions.descendants(county, "township")]
    own = loans.filter(pl.col("region_code").is_in(inside) & (pl.col("bank") == 0)).head(SMALL_BATCH // 2)
    paid = own.with_columns(
        balance_fen=pl.lit(0, pl.Int64), overdue_fen=pl.lit(0, pl.Int64), settled_on=pl.lit(DATA_DATE)
    )
    # Of households the register does not know: all of them count.
    new = own.with_columns(
        loan_no=pl.lit("N") + pl.col("loan_no"),
        household_no=pl.lit(None, pl.String),
        disbursed_on=pl.lit(DATA_DATE - timedelta(days=3)),
        settled_on=pl.lit(None, pl.Date),
    )
    rows = pl.concat([paid, new]).drop(_BESIDE).with_columns(source_row=pl.int_range(2, pl.len() + 2, dtype=pl.Int64))
    return BatchHeader("loans", bank_name(0), county, PERIOD), rows, int(new["amount_fen"].sum())


def _granted(store: Store, world: World, county: str) -> Reading:
    desk = open_desk(store, world, system_viewer(world.regions))
    return desk.readings.of("loans_granted", DATA_DATE, [county])[county]


def _about(parts: dict[str, float], release: Release) -> dict[str, float]:
    named = {
        "views and regions s": parts["tables ready"],
        "movements s": parts["movements ready"],
        "readings s": parts["readings ready"],
        "verify, hash, close s": parts["release built"],
    }
    sizes = {"rows of readings": release.tables["readings"][0], "MB of release": release.file.stat().st_size / 1e6}
    return {**named, **sizes}
