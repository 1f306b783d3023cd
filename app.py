"""The server: `streamlit run app.py`. Streamlit's own routes, and ours for maps."""

from __future__ import annotations

import streamlit as st

from dashboard.addresses import shapes_folder
from dashboard.routes import routes
from dashboard.starting import make_demo_if_none
from finance_monitor.settings import ROOT

make_demo_if_none()
app = st.App(ROOT / "dashboard" / "main.py", routes=routes(shapes_folder()))
