"""Our component, the plainest page there is around it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import streamlit as st

from dashboard.addresses import geometry_url
from dashboard.choropleth import Acts, choropleth
from finance_monitor.disclosure.figure import Figure
from finance_monitor.maps import MapView, map_view
from tests.benchmarks.ui.shapes import PERIODS, drawn, values

st.set_page_config(layout="wide")
size = st.query_params["size"]
period = st.selectbox("period", range(PERIODS), key="period")


@st.cache_resource(show_spinner=False)
def made(size: str, period: int) -> MapView:
    """Return the map of a period, ready to draw."""
    shape = drawn(size)
    figures = [
        Figure(code, name, date(2023, 11, 20), "shown", Decimal(str(value)), None, None, "万元", 1)
        for (code, value), name in zip(values(size, period).items(), shape.names, strict=True)
    ]
    return map_view(figures, shape, "value", "zh")


def picked(code: str) -> None:
    """Remember what was clicked."""
    st.session_state.picked = code


st.text(f"picked={st.session_state.get('picked')}")
choropleth(made(size, period), geometry_url(drawn(size)), "map", st.session_state.get("picked"), Acts(picked), 560)
