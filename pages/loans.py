"""信贷投放: what is lent, to how many, what is overdue; by bank, product and region, held against the target."""

import streamlit as st

from dashboard import lending, loans_ages, loans_head, loans_measures, loans_parts, loans_regions, loans_trend
from dashboard.frame import page

with page("loans", narrows=("bank", "product", "category")) as view:
    found = loans_head.figures(view)
    if all(one.figure.state == "missing" and not one.unmet for one in found.values()):
        lending.nothing_reported(view, found.values())
    else:
        target = lending.target_of(view, loans_measures.GRANTED, ("total", "flow"))
        loans_head.draw(view, found, target)
        measure = loans_measures.choose(view)
        left, right = st.columns([3, 2], gap="medium")
        told = loans_parts.panels(view, measure)
        rest = told
        with left:
            # Without a course the first panel takes its place.
            if not loans_trend.draw(view, measure, target) and told:
                loans_parts.by(view, measure, told[0])
                rest = told[1:]
        with right:
            loans_ages.ages(view)
        loans_parts.by_all(view, measure, rest, told)
        loans_regions.by_region(view, measure)
        if measure.indicator != loans_measures.OVERDUE:
            loans_trend.months(view)
