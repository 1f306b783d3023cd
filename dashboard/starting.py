"""What happens before the first page: a fresh checkout gets the demo, so that there is something to see."""

from __future__ import annotations

import os

from finance_monitor.cli.keeping import make_demo_store
from finance_monitor.settings import DEFAULT_STORE
from finance_monitor.texts import LANGS


def make_demo_if_none() -> None:
    """Make the demo in the default place where no store is; a store named by the user is never made up."""
    if "FINANCE_MONITOR_STORE" in os.environ or (DEFAULT_STORE / "store.json").exists():
        return
    make_demo_store(DEFAULT_STORE, 1.0, LANGS[0])
