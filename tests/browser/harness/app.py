"""A server with one page: the map component over invented figures, addressed by its query."""

from __future__ import annotations

import os
from pathlib import Path

import streamlit as st

from dashboard.routes import routes

app = st.App(Path(__file__).parent / "page.py", routes=routes(Path(os.environ["HARNESS_SHAPES"])))
