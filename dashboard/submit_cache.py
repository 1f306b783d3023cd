"""Answers of the page 数据报送, kept as in `cache`; and templates, made when they are asked for."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import streamlit as st

from dashboard import cache, quality_cache
from dashboard.seat import Seat
from finance_monitor.intake.template import write_template
from finance_monitor.reports.owed import Owed, owed
from finance_monitor.texts import Lang
from finance_monitor.world import world


@st.cache_resource(max_entries=200, show_spinner=False)
def owed_by(seat: Seat, region: str, as_of: date) -> tuple[Owed, ...]:
    """Return what a region owes."""
    brought = quality_cache.delivered(seat, region, as_of)
    return owed(cache.all_targets(seat, region, as_of), brought, cache.desk(seat).world)


def template(ledger_id: str, region: str, lang: Lang) -> bytes:
    """Return the blank workbook of a ledger for a region."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "template.xlsx"
        write_template(world().ledgers[ledger_id], path, region, world().regions, lang)
        return path.read_bytes()
