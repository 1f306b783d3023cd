"""推荐办贷: what has become of the referrals, who waits, which counties have reached what is asked."""

import streamlit as st

from dashboard import (
    figure_cache,
    lending,
    referrals_cache,
    referrals_funnel,
    referrals_head,
    referrals_parts,
    referrals_reach,
    referrals_trend,
)
from dashboard.frame import page

with page("referrals", narrows=("category", "product", "bank")) as view:
    found = referrals_cache.funnel_of(view.seat, view.region, view.as_of, view.where)
    pushed = found.step("pushed").told
    if pushed.figure.state == "missing" and not pushed.unmet:
        lending.nothing_reported(view, [step.told for step in found.steps])
    else:
        target = lending.target_of(view, referrals_head.PERSONS, ("per_unit_min",))
        referrals_head.draw(view, found, target)
        left, right = st.columns([3, 2], gap="medium")
        with left:
            referrals_funnel.steps(view, found)
            referrals_parts.days(view)
        with right:
            referrals_funnel.standings(view, found)
            referrals_funnel.ages(view, found)
        lending.silent(view, figure_cache.parts(view.seat, pushed.indicator.id, view.region, None, view.as_of))
        referrals_reach.draw(view, target)
        referrals_trend.draw(view, target)
        left, right = st.columns(2, gap="medium")
        with left:
            referrals_parts.by(view, "category")
            referrals_parts.by(view, "product")
            referrals_parts.by(view, "bank")
        with right:
            referrals_parts.reasons(view)
