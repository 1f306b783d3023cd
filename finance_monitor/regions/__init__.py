"""Regions: the dated list of regions, the scope lists that targets count, and published reference rates."""

from finance_monitor.regions.finding import short_name
from finance_monitor.regions.load import load_regions, regions
from finance_monitor.regions.model import LEVELS, Region, full_code, level_rank
from finance_monitor.regions.rates import known_up_to, rate_on
from finance_monitor.regions.scopes import Scope, load_scopes, scopes
from finance_monitor.regions.tree import Regions

__all__ = [
    "LEVELS",
    "Region",
    "Regions",
    "Scope",
    "full_code",
    "known_up_to",
    "level_rank",
    "load_regions",
    "load_scopes",
    "rate_on",
    "regions",
    "scopes",
    "short_name",
]
