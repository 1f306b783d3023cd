"""A row of buttons for files; a file is made only when its button is pressed."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

import streamlit as st

from finance_monitor.reports.sheet import Sheet
from finance_monitor.reports.sheet_csv import sheet_csv
from finance_monitor.reports.sheet_xlsx import sheet_xlsx

if TYPE_CHECKING:
    from dashboard.frame import View

_FORBIDDEN = re.compile(r'[\\/:*?"<>|\s]+')
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def context_of(view: View) -> tuple[tuple[str, str], ...]:
    """Return what a file must say of itself: region, day, filters, release, whether invented, how made."""
    release = view.desk.release
    told = {
        "region": f"{view.region_name} {view.region}",
        "as_of": view.as_of.isoformat(),
        "filters": _filters(view),
        "release": view.say("kit.context.release.said", release=release.number, day=release.data_date),
        "data": view.say("kit.context.demo" if release.is_demo else "kit.context.real"),
        "made": view.say("kit.context.made.said"),
    }
    return tuple((view.say(f"kit.context.{key}"), said) for key, said in told.items())


def _filters(view: View) -> str:
    said = [
        view.say("kit.context.filter", what=view.say(f"kit.context.{name}"), value=value) for name, value in view.where
    ]
    return view.say("overview.join").join(said) or view.say("kit.context.filters.none")


def file_name(view: View, name: str, ending: str) -> str:
    """Return a file's name: region, what it is, day."""
    said = view.say("kit.file_name", region=view.region_name, name=name, day=view.as_of)
    return f"{safe_name(said)}.{ending}"


def safe_name(text: str) -> str:
    """Return a text as every system takes it for a file's name."""
    return _FORBIDDEN.sub("_", text).strip("_.")


def downloads(
    view: View, make: Callable[[], Sheet], name: str, key: str, geojson: Callable[[], bytes] | None = None
) -> None:
    """Draw the buttons in a row."""
    with st.container(horizontal=True, gap="small", key=f"downloads_{key}"):
        download_buttons(view, make, name, key, geojson)


def download_buttons(
    view: View, make: Callable[[], Sheet], name: str, key: str, geojson: Callable[[], bytes] | None = None
) -> None:
    """Draw the buttons where the caller has already opened a row."""
    kinds: list[tuple[str, str, Callable[[], bytes]]] = [
        ("csv", "text/csv", lambda: sheet_csv(make())),
        ("xlsx", XLSX, lambda: sheet_xlsx(make(), view.lang)),
    ]
    if geojson is not None:
        kinds.append(("geojson", "application/geo+json", geojson))
    for ending, mime, made in kinds:
        st.download_button(
            view.say(f"kit.{ending}"),
            data=made,
            file_name=file_name(view, name, ending),
            mime=mime,
            key=f"{ending}_{key}",
            on_click="ignore",
            icon=":material/download:",
        )
