"""The page: ?region=&level=&mode=&seed=&demo=&lang=&height=&ranks=. What is done with the map is written below it."""

from __future__ import annotations

import os
from pathlib import Path

import streamlit as st

from dashboard.addresses import geometry_url
from dashboard.choropleth import Acts, choropleth, lines_of_map, months_of_map
from finance_monitor.maps import frames, geometry, map_view, months_of, small_lines
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


def kept(name: str):
    def keep(value: str | None = "asked") -> None:
        st.session_state[name] = value

    return keep


mode, lang = asked.get("mode", "value"), asked.get("lang", "zh")
shown = figures(shape, int(seed))
ranks = {code: number for number, code in enumerate(shape.codes, start=1)} if asked.get("ranks") else {}
view = map_view(
    shown,
    shape,
    mode,
    lang,
    title="脱贫人口小额信贷余额",
    demo=bool(asked.get("demo")),
    method=asked.get("method", "quantile"),
    ranks=ranks,
)
acts = Acts(picked, upped, kept("legend"), kept("months"), kept("day"))
only = st.session_state.get("legend")
height = int(asked.get("height", 560))
choropleth(
    view,
    geometry_url(shape),
    "map",
    st.session_state.get("picked"),
    acts,
    height,
    only=only,
    selection="one",
    lines="all",
)
months = months_of([f"2024-{month:02d}-28" for month in range(1, 13)], [figures(shape, n) for n in range(1, 13)], shape)
if asked.get("months"):
    lines_of_map("lines", "all", small_lines(months))
    if st.session_state.get("months"):
        months_of_map("more", "one", frames(months, mode, lang, 1))
for name in ("picked", "legend", "months", "day"):
    st.text(f"{name}={st.session_state.get(name)}")
