"""The page: ?region=&level=&mode=&seed=&demo=&lang=&height=. Picks go to the address, so that tests can read them."""

from __future__ import annotations

import os
from pathlib import Path

import streamlit as st

from dashboard.addresses import geometry_url
from dashboard.choropleth import choropleth
from finance_monitor.maps import geometry, map_view
from finance_monitor.regions import regions
from tests.browser.harness.figures import figures

BELOW = {
    "nation": "province",
    "province": "prefecture",
    "prefecture": "county",
    "county": "township",
    "township": "village",
}

st.set_page_config(layout="wide")
asked = st.query_params
region = asked.get("region", "0" * 12)
level = asked.get("level") or BELOW[regions().get(region).level]
shape = geometry(Path(os.environ["HARNESS_SHAPES"]), region, level)
seed = st.number_input("seed", value=int(asked.get("seed", "1")))


def picked(code: str) -> None:
    st.session_state.picked = code
    found = regions().get(code)
    if asked.get("drill") and found.level in BELOW:
        st.query_params.region = code
        st.query_params.level = BELOW[found.level]


def upped() -> None:
    st.session_state.picked = "up"


view = map_view(
    figures(shape, int(seed)),
    shape,
    asked.get("mode", "value"),
    asked.get("lang", "zh"),
    title="脱贫人口小额信贷余额",
    demo=bool(asked.get("demo")),
    method=asked.get("method", "quantile"),
)
choropleth(
    view, geometry_url(shape), "map", st.session_state.get("picked"), picked, int(asked.get("height", 560)), upped
)
st.text(f"picked={st.session_state.get('picked')}")
