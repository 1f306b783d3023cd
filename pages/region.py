"""区域画像: one page a region, for any level."""

import streamlit as st

from dashboard import region_view
from dashboard.frame import page

with page("region") as view, st.container(key="region_page"):
    region_view.draw(view)
