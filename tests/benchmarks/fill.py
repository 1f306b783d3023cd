"""Bring invented frames into a store as batches, and write the file that goes through the real intake."""

from __future__ import annotations

from pathlib import Path

import polars as pl

from finance_monitor.ledgers.batch import BatchHeader
from finance_monitor.ledgers.headers import header_of
from finance_monitor.money import FEN_IN
from finance_monitor.store.batches import Batch, Parts, add_batch
from finance_monitor.store.store import Store
from finance_monitor.world import World
from tests.benchmarks.invented import DATA_DATE, Made, id_numbers
from tests.benchmarks.invented_rest import NOBODY, rest

PERIOD = DATA_DATE.isoformat()
_BESIDE = ("province", "bank", "person")
# One row in so many is wrong (balance above the amount) and must be held back.
FAULTY_EVERY = 200


def bank_name(number: int) -> str:
    """Return the name of a bank that does not exist."""
    return f"演示银行{number}"


def add(store: Store, header: BatchHeader, rows: pl.DataFrame, folder: Path) -> Batch:
    """Keep typed rows as a batch; the source that is kept with it only names it."""
    source = folder / "delivery.csv"
    source.write_text(f"{header} {rows.height} {rows.hash_rows(seed=1).sum()}", encoding="utf-8")
    empty = pl.DataFrame()
    return add_batch(store, header, Parts(rows, empty, empty, empty), source)


def add_loans(store: Store, loans: pl.DataFrame, folder: Path) -> int:
    """Bring the loans in, a file a bank and province; return the bytes of Parquet."""
    total = 0
    for key, rows in loans.partition_by("province", "bank", as_dict=True).items():
        header = BatchHeader("loans", bank_name(key[1]), key[0], PERIOD)
        total += add(store, header, rows.drop(_BESIDE), folder).rows_file.stat().st_size
    return total


def add_others(store: Store, world: World, made: Made, rows: int, folder: Path) -> None:
    """Bring in the households, a file a province, and every other ledger."""
    for key, frame in made.households.partition_by("province", as_dict=True).items():
        add(store, BatchHeader("households", NOBODY, key[0], PERIOD), frame.drop("province"), folder)
    for header, frame in rest(world, rows):
        add(store, header, frame, folder)


def write_loans(path: Path, world: World, loans: pl.DataFrame) -> None:
    """Write loans as a bank would: the ledger's own headers, amounts in 万元, whole ID numbers, some rows wrong."""
    ledger = world.ledgers["loans"]
    wrong = pl.int_range(pl.len()) % FAULTY_EVERY == 0
    loans = loans.with_columns(
        borrower=id_numbers(loans["person"]),
        borrower_name=pl.lit("张某"),
        balance_fen=pl.when(wrong).then(pl.col("amount_fen") * 2).otherwise("balance_fen"),
    )
    cells = []
    for column in ledger.columns:
        cell = pl.col(column.name)
        if column.type == "money" and column.unit:
            cell = (cell / int(FEN_IN[column.unit])).round(6)
        cells.append(cell.alias(header_of(column)))
    loans.select(cells).write_csv(path)
