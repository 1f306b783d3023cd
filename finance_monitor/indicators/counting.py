"""How an indicator is counted from records."""

from __future__ import annotations

from finance_monitor.indicators.model import Indicator
from finance_monitor.store.queries import Query, pieces_query


def indicator_query(indicator: Indicator) -> Query | None:
    """Return the SQL of an indicator: its own, the one it names, or None where it is only reported (单位填报)."""
    return pieces_query(indicator.statement or indicator.id)
