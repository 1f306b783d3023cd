"""演示要点: on invented data a small box with the steps worth seeing, each a link."""

from __future__ import annotations

from functools import cache

import streamlit as st
from pydantic import BaseModel, ConfigDict

from dashboard.frame import View
from dashboard.links import page_link
from finance_monitor.policy.model import Said
from finance_monitor.settings import DATA
from finance_monitor.yaml_files import read_yaml


class _Step(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)
    text: Said
    page: str
    region: str
    target: str


class _Steps(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)
    steps: tuple[_Step, ...]


@cache
def _steps() -> tuple[_Step, ...]:
    return read_yaml(DATA / "reference" / "demo_steps.yaml", _Steps).steps


def draw(view: View) -> None:
    """Draw the steps the viewer may follow; nothing on real data."""
    if not view.desk.release.is_demo:
        return
    steps = [step for step in _steps() if view.desk.regions.covers(view.seat.region, step.region)]
    if not steps:
        return
    # What is in a closed box would still be reached by the Tab key.
    box = st.expander(view.say("demo.steps"), key="demo_steps", on_change="rerun")
    if not box.open:
        return
    with box:
        for step in steps:
            address = view.address.with_(region=step.region, target=step.target, policy=None, indicator=None, view=None)
            page_link(step.page, step.text.in_(view.lang), address)
