"""Where the browser finds what we serve ourselves."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from finance_monitor.maps import Geometry
from finance_monitor.settings import DEFAULT_STORE


def shapes_folder(store: Path = DEFAULT_STORE) -> Path:
    """Return where a store keeps its shapes and drawn maps."""
    return store / "shapes"


def under_base(address: str) -> str:
    """Put an address under the base path the server is configured with."""
    base = str(st.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{base}{address}" if base else address


def geometry_url(geometry: Geometry) -> str:
    """Return the address a browser fetches a map's geometry from."""
    return under_base(f"/geo/{geometry.file}")
