"""总体情况: how the targets stand, the widest gaps, who holds them back, documents, changes, silence."""

from dashboard import cache, cards, change_list, demo_steps, gap_list, overview_top, silence_list
from dashboard.frame import page

with page("overview") as view:
    found = cache.all_targets(view.seat, view.region, view.as_of)
    overview_top.draw(view, found)
    demo_steps.draw(view)
    gap_list.draw(view)
    cards.policies(view, found)
    change_list.draw(view)
    silence_list.draw(view)
