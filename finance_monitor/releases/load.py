"""Bring ledger files in: check, keep as a batch. What is refused leaves nothing behind."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path

import polars as pl

from finance_monitor.errors import UserError, in_file
from finance_monitor.intake.check import Checked, check_file
from finance_monitor.intake.faults import Fault
from finance_monitor.intake.header import find_header, rate_head
from finance_monitor.intake.read import read_grid
from finance_monitor.ledgers.batch import BatchHeader
from finance_monitor.ledgers.model import Ledger
from finance_monitor.store.batches import Batch, Parts, add_batch
from finance_monitor.store.store import Store
from finance_monitor.world import World

# What says that a file is another ledger; anything else is wrong with the file itself.
_HEADER_FAULTS = frozenset(
    f"intake.{name}" for name in ("no_header", "missing_columns", "column_twice", "no_unit", "other_unit")
)


@dataclass(frozen=True, slots=True)
class Loaded:
    """What came of one file; `batch` is None where it was only checked (--dry-run)."""

    file: Path
    header: BatchHeader
    checked: Checked
    batch: Batch | None


class NothingTakenError(UserError):
    """No row of a file could be taken; its faults say why."""

    def __init__(self, path: Path, checked: Checked) -> None:
        key = "releases.empty_file" if checked.rows_in == 0 else "releases.nothing_taken"
        super().__init__(key, in_file(path), rows=checked.rows_in)
        self.checked = checked


def check_only(store: Store, world: World, path: Path, header: BatchHeader) -> Checked:
    """Check a file as loading would; nothing is kept. Raise UserError where the file is refused."""
    if header.days[0] > store.today():
        raise UserError("releases.future_period", in_file(path), period=header.period, today=store.today())
    return check_file(
        path,
        world.ledgers[header.ledger_id],
        header,
        regions=world.regions,
        known_indicators={indicator.id: indicator.name.zh for indicator in world.indicators.values()},
        person_key=store.keying(),
        demo=store.is_demo,
        known_targets={target.id: target.title.zh for policy in world.policies.values() for target in policy.targets},
    )


def load_file(store: Store, world: World, path: Path, header: BatchHeader, *, may_be_empty: bool = False) -> Loaded:
    """Check a file and keep it as a batch. The caller holds the loader's place (`store.loading`).

    A batch replaces the one before, so a file of which no row can be taken is refused: it would wipe good figures.
    A report of nothing (零报送) is only taken where it is said to be one (`may_be_empty`).
    """
    checked = check_only(store, world, path, header)
    refuse_nothing(path, checked, may_be_empty=may_be_empty)
    parts = Parts(checked.rows, checked.quarantined, checked.persons, faults_frame(checked.faults))
    return Loaded(path, header, checked, add_batch(store, header, parts, path))


def refuse_nothing(path: Path, checked: Checked, *, may_be_empty: bool) -> None:
    """Raise NothingTakenError where no row can be taken and it is not said to be a report of nothing."""
    if checked.rows.height == 0 and not (may_be_empty and checked.rows_in == 0):
        raise NothingTakenError(path, checked)


def faults_frame(faults: tuple[Fault, ...]) -> pl.DataFrame:
    """Return the faults as a table, personal values already masked."""
    return pl.DataFrame(
        [(f.level, f.rule, f.key, f.sheet, f.row, f.column, f.value) for f in faults],
        schema={
            "level": pl.String,
            "rule": pl.String,
            "key": pl.String,
            "sheet": pl.String,
            "row": pl.Int64,
            "column": pl.String,
            "value": pl.String,
        },
        orient="row",
    )


def recognise(path: Path, world: World) -> Ledger:
    """Return the ledger whose header the file carries; raise UserError where none or several fit."""
    fitting = []
    for ledger in world.ledgers.values():
        try:
            find_header(read_grid(path, partial(rate_head, ledger)), ledger)
        except UserError as fault:
            if fault.key not in _HEADER_FAULTS:
                raise
            continue
        fitting.append(ledger)
    if len(fitting) != 1:
        names = "、".join(ledger.id for ledger in fitting or world.ledgers.values())
        raise UserError("releases.unrecognised", in_file(path), candidates=names)
    return fitting[0]
