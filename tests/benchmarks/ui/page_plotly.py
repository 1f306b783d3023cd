"""A plain plotly choropleth: GeoJSON in the figure, built on every run, as the documentation shows it."""

from __future__ import annotations

import plotly.graph_objects as go
import streamlit as st

from tests.benchmarks.ui.shapes import PERIODS, features, values

st.set_page_config(layout="wide")
size = st.query_params["size"]
period = st.selectbox("period", range(PERIODS), key="period")
points = st.session_state.get("map", {}).get("selection", {}).get("points", [])
st.text(f"picked={points[0].get('location') if points else None}")
known = values(size, period)
trace = go.Choroplethmap(
    geojson=features(size), locations=list(known), z=list(known.values()), colorscale="Blues", marker_line_width=0.5
)
figure = go.Figure(trace, {"map": {"style": "white-bg", "center": {"lat": 34, "lon": 106}, "zoom": 4.2}, "height": 560})
figure.update_layout(margin={"l": 0, "r": 0, "t": 0, "b": 0})
st.plotly_chart(figure, on_select="rerun", selection_mode="points", key="map")
