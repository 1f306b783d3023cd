"""All ledgers of `data/ledgers/`, checked when they are read."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from finance_monitor.errors import UserError
from finance_monitor.ledgers.definition import definition_faults
from finance_monitor.ledgers.model import Ledger
from finance_monitor.settings import DATA
from finance_monitor.yaml_files import check_yaml


@cache
def ledgers() -> dict[str, Ledger]:
    """Return every ledger by its id; raise the first fault of a definition as UserError with file and line."""
    return load_ledgers(DATA / "ledgers")


def ledger(ledger_id: str) -> Ledger:
    """Return one ledger, or say which there are."""
    known = ledgers()
    if ledger_id not in known:
        raise UserError("ledgers.unknown", ledger=ledger_id, known=", ".join(sorted(known)))
    return known[ledger_id]


def load_ledgers(folder: Path) -> dict[str, Ledger]:
    """Read the definitions of a folder, in the order of their file names."""
    return {path.stem: load_ledger(path) for path in sorted(folder.glob("*.yaml"))}


def load_ledger(path: Path) -> Ledger:
    """Read one definition; raise its first fault."""
    faults = ledger_faults(path)
    if isinstance(faults, Ledger):
        return faults
    raise faults[0]


def ledger_faults(path: Path) -> Ledger | list[UserError]:
    """Return the ledger, or every fault of its file in the order of lines."""
    made, document, faults = check_yaml(path, Ledger)
    if made is not None and document is not None and not faults:
        faults = sorted(definition_faults(made, document), key=lambda fault: fault.place.row or 0)
    return made if made is not None and not faults else faults
