"""总体情况: what lags behind and where, then every document with its targets."""

from dashboard import cache, cards
from dashboard.frame import page

with page("overview") as view:
    found = cache.all_targets(view.seat, view.region, view.as_of)
    cards.headline(view, found)
    cards.policies(view, found)
