"""数据质量 at a glance, and which part of it is looked at."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import streamlit as st

from dashboard import memory, quality_cache, quality_complete, quality_files, quality_fresh
from dashboard.frame import View
from dashboard.headings import plain
from finance_monitor.settings import settings
from finance_monitor.written import number

_SECTIONS: Mapping[str, Callable[[View], None]] = {
    "fresh": quality_fresh.draw,
    "complete": quality_complete.draw,
    "files": quality_files.draw,
    "paths": quality_files.draw_paths,
}


def draw(view: View) -> None:
    """Draw the numbers, the choice of a part, and the part."""
    if not quality_cache.delivered(view.seat, view.region, view.as_of):
        st.info(view.say("quality.none", region=view.region_name, release=view.desk.release.number))
    else:
        _numbers(view)
    asked = (view.address.view or "").partition("_")[0]
    section = asked if asked in _SECTIONS else next(iter(_SECTIONS))
    st.session_state["quality_section"] = section
    st.segmented_control(
        view.say("quality.section"),
        list(_SECTIONS),
        key="quality_section",
        format_func=lambda name: view.say(f"quality.section.{name}"),
        label_visibility="collapsed",
        on_change=lambda: memory.change(view=st.session_state["quality_section"] or section),
    )
    _SECTIONS[section](view)
    _small_counts(view)


def _numbers(view: View) -> None:
    found = quality_cache.delivered(view.seat, view.region, view.as_of)
    asked = quality_cache.complete(view.seat, view.region, view.as_of, view.lang)
    units = sum(len(one.asked) for one in asked)
    silent = sum(len(one.silent) for one in asked)
    held, rows = sum(one.rows_held for one in found), sum(one.rows_in for one in found)
    differ = len(quality_cache.differing(view.seat, view.region, view.as_of))
    told: dict[str, str] = {
        "newest": view.say("day", on=max(one.stands_for_on for one in found)),
        "late": _said(view, "late", late=sum(one.days_late > 0 for one in found), total=len(found)),
        "reported": _said(view, "reported", reported=units - silent, asked=units),
        "held": _said(view, "held", held=held, total=rows),
        "differ": _said(view, "differ", count=differ),
    }
    with st.container(horizontal=True, gap="large", key="quality_numbers"):
        for name, said in told.items():
            st.metric(view.say(f"quality.metric.{name}"), said, width="content")


def _said(view: View, name: str, **counts: int) -> str:
    return view.say(f"quality.metric.{name}.said", **{key: number(count) for key, count in counts.items()})


def _small_counts(view: View) -> None:
    told = settings().disclosure
    count = sum(one.sensitivity == "personal" for one in view.desk.world.indicators.values())
    st.caption(plain(view.say("quality.small", count=count, threshold=told.threshold, source=told.source)))
