"""区域分析: any indicator by region, month and dimension, as a table, a chart and a long table."""

import streamlit as st

from dashboard import analysis_choice, analysis_view
from dashboard.frame import page

with page("analysis", narrows=("bank", "product", "category")) as view, st.container(key="analysis_page"):
    analysis_view.draw(view, analysis_choice.choose(view))
