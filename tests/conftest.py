"""One full demo store for all tests that only read it."""

from __future__ import annotations

from pathlib import Path

import pytest
from filelock import FileLock

from finance_monitor.demo import make_demo
from finance_monitor.store.store import Store, open_store


@pytest.fixture(scope="session")
def full_demo(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Store:
    """Make the demo once for all workers. Read only: whoever brings something in copies the folder and its key."""
    base = tmp_path_factory.getbasetemp()
    shared = base if worker_id == "master" else base.parent
    folder: Path = shared / "full-demo"
    with FileLock(shared / "full-demo.lock"):
        if not (folder / "CURRENT.json").exists():
            make_demo(folder)
    return open_store(folder)
