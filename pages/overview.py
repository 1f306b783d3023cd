"""总体情况: who holds the targets back, how they stand, every document, what changed, who has not reported."""

from dashboard import cache, cards, change_list, gap_list, silence_list
from dashboard.frame import page

with page("overview") as view:
    found = cache.all_targets(view.seat, view.region, view.as_of)
    gap_list.draw(view)
    cards.headline(view, found)
    cards.policies(view, found)
    change_list.draw(view)
    silence_list.draw(view)
