"""A plain pydeck page: GeoJSON in the chart, colours in the properties, as the documentation shows it."""

from __future__ import annotations

import pydeck as pdk
import streamlit as st

from tests.benchmarks.ui.shapes import PERIODS, features, values

BLUES = ([227, 238, 249], [189, 215, 238], [83, 158, 205], [36, 116, 183], [11, 63, 127])

st.set_page_config(layout="wide")
size = st.query_params["size"]
period = st.selectbox("period", range(PERIODS), key="period")


@st.cache_data(show_spinner=False)
def coloured(size: str, period: int) -> dict[str, object]:
    """Return the shapes with a colour each."""
    known = values(size, period)
    breaks = sorted(known.values())
    shown = [
        one
        | {
            "properties": one["properties"]
            | {"value": known[one["id"]], "colour": BLUES[_class(known[one["id"]], breaks)]}
        }
        for one in features(size)["features"]
    ]
    return {"type": "FeatureCollection", "features": shown}


def _class(value: float, breaks: list[float]) -> int:
    return sum(value >= breaks[len(breaks) * part // 5] for part in range(1, 5))


selected = st.session_state.get("map", {}).get("selection", {}).get("objects", {}).get("shapes", [])
st.text(f"picked={selected[0]['properties']['code'] if selected else None}")
layer = pdk.Layer(
    "GeoJsonLayer",
    coloured(size, period),
    id="shapes",
    pickable=True,
    stroked=True,
    get_fill_color="properties.colour",
    get_line_color=[125, 144, 165],
    line_width_min_pixels=0.5,
)
tip = {"text": "{name}\n{value}"}
VIEW = pdk.ViewState(longitude=106, latitude=34, zoom=4.6)
deck = pdk.Deck([layer], initial_view_state=VIEW, map_provider=None, tooltip=tip)
st.pydeck_chart(deck, on_select="rerun", selection_mode="single-object", key="map", height=560)
