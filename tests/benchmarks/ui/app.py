"""One server for one of the pages; ours needs the routes that serve geometry and code."""

from __future__ import annotations

import os
from pathlib import Path

import streamlit as st

from dashboard.routes import routes
from tests.benchmarks.ui.shapes import FOLDER, PAGE

app = st.App(Path(__file__).parent / f"page_{os.environ[PAGE]}.py", routes=routes(Path(os.environ[FOLDER])))
