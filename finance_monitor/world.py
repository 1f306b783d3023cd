"""Everything that is data and not records: regions, scope lists, policies, ledgers, indicators."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from finance_monitor.indicators.catalogue import indicators
from finance_monitor.indicators.model import Indicator
from finance_monitor.ledgers.catalogue import ledgers
from finance_monitor.ledgers.model import Ledger
from finance_monitor.policy.loader import policies
from finance_monitor.policy.model import Policy, Target
from finance_monitor.regions import Regions, Scope, regions, scopes

# The one ledger in which units fill in figures of any indicator themselves (单位填报).
REPORTED_FIGURES = "reported_figures"


@dataclass(frozen=True, slots=True)
class World:
    """What the figures are held against."""

    regions: Regions
    scopes: Mapping[str, Scope]
    policies: Mapping[str, Policy]
    ledgers: Mapping[str, Ledger]
    indicators: Mapping[str, Indicator]

    def target(self, target_id: str) -> tuple[Policy, Target]:
        """Return a target with its policy; raise KeyError for an unknown id."""
        for policy in self.policies.values():
            for target in policy.targets:
                if target.id == target_id:
                    return policy, target
        raise KeyError(target_id)


@cache
def world() -> World:
    """Load everything once."""
    return World(regions(), scopes(), policies(), ledgers(), indicators())
