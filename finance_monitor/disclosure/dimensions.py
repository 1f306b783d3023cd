"""What an indicator's figures can be narrowed to and parted by: the dimensions of the ledgers it is counted from."""

from __future__ import annotations

from finance_monitor.indicators.counting import indicator_query
from finance_monitor.indicators.model import Indicator
from finance_monitor.store.narrowing import dimensions_in
from finance_monitor.world import World


def dimensions_of(world: World, indicator: Indicator) -> tuple[str, ...]:
    """Return the dimensions of an indicator; none where no records give it."""
    pieces = indicator_query(indicator)
    return () if pieces is None else tuple(dimensions_in(pieces, world.ledgers))
