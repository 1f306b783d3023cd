"""The elements of all targets as they are committed: long lists as how many there are, and the first."""

from __future__ import annotations

from typing import Any

from finance_monitor.access import system_viewer
from finance_monitor.disclosure.desk import open_desk, show_all
from finance_monitor.reports.element import element
from finance_monitor.store.store import Store
from finance_monitor.world import world

_MANY = 3


def elements_of(store: Store) -> dict[str, Any]:
    """Return the shortened element of every target by its id."""
    shown = show_all(open_desk(store, world(), system_viewer(world().regions)))
    return {one.target.id: shortened(element(one)) for one in shown}


def shortened(one: dict[str, Any]) -> dict[str, Any]:
    """Keep every figure and sentence; of long lists how many there are, and the first."""
    for progress in (one, *one["parts"]):
        progress["shortfall"] = _few(progress["shortfall"])
    return one | {"unreported": _few(one["unreported"]), "batches": _few(one["batches"])}


def _few(listed: list[Any]) -> dict[str, Any]:
    return {"count": len(listed), "first": listed[:_MANY]}
