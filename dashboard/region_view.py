"""区域画像 on the page: what the region is, how it stands in sentences, its targets, indicators and peers."""

from __future__ import annotations

import streamlit as st

from dashboard import memory, region_cache
from dashboard.downloads import download_buttons
from dashboard.frame import View
from dashboard.grid import grid
from dashboard.headings import heading, plain
from dashboard.links import page_link, rows_to
from dashboard.region_file import profile_sheet, text_of
from dashboard.region_rows import Tables, target_columns
from dashboard.routing import existing_pages
from dashboard.share import copy_text
from finance_monitor.disclosure.facts import Fact
from finance_monitor.written import number

_LINKED = ("map", "targets", "loans", "referrals", "outlets", "stations", "analysis")


def draw(view: View) -> None:
    """Draw the profile of the region looked at."""
    with st.spinner(view.say("map.counting")):
        tables = region_cache.tables(view.seat, view.region, view.as_of, view.lang)
    _facts(view)
    _said(view)
    _targets(view, tables)
    _indicators(view, tables)
    _peers(view, tables)


def _facts(view: View) -> None:
    """Draw people and households in one line, and the ways to the other pages."""
    found = region_cache.facts(view.seat, view.region, view.as_of)
    if found:
        st.markdown(plain(view.say("region.join").join(_fact(view, one) for one in found)))
    else:
        st.caption(view.say("region.facts.none"))
    with st.container(horizontal=True, gap="small", key="region_links"):
        for page in _LINKED:
            if page in existing_pages():
                page_link(page, view.say(f"page.{page}"), view.address.with_(level=None, view=None, compare=None))


def _fact(view: View, one: Fact) -> str:
    """Say one fact: how many, of when, and where it is not told by all."""
    if one.value is None:
        value = view.say("figure.hidden")
    else:
        value = view.say(f"region.fact.said.{one.fact}", value=number(one.value))
    key = "region.fact" if one.regions_told == one.regions_total else "region.fact.some"
    return view.say(
        key,
        name=view.say(f"region.fact.{one.fact}"),
        value=value,
        day=one.newest_on,
        told=one.regions_told,
        total=one.regions_total,
    )


def _said(view: View) -> None:
    """Draw the sentences with the button that copies them, and the files."""
    heading(view.say("region.text"))
    told = region_cache.sentences(view.seat, view.region, view.as_of, view.lang)
    with st.container(border=True, key="region_said"):
        for one in told:
            st.markdown(plain(one.text))
    with st.container(horizontal=True, gap="small", vertical_alignment="center", key="tools_region"):
        copy_text(view, text_of(view), "region_copy")
        download_buttons(view, lambda: profile_sheet(view), view.say("page.region"), "region")


def _targets(view: View, tables: Tables) -> None:
    heading(view.say("region.targets"))
    if not tables.targets:
        st.caption(view.say("targets.none", region=view.region_name))
        return
    address = rows_to("targets", "target", indicator=None, level=None, policy=None, view=None, compare=None)
    grid(
        "region_targets",
        view.say("region.targets"),
        target_columns(view.lang),
        tables.targets,
        _to_target,
        None,
        address,
    )


def _indicators(view: View, tables: Tables) -> None:
    heading(view.say("region.indicators"))
    if not tables.indicators:
        st.caption(view.say("region.indicators.none", region=view.region_name))
        return
    st.caption(plain(view.say("region.indicators.about")))
    address = rows_to("analysis", "indicator", target=None, level=None, view=None, compare=None)
    grid(
        "region_indicators",
        view.say("region.indicators"),
        tables.indicator_columns,
        tables.indicators,
        _to_indicator,
        None,
        address,
    )


def _peers(view: View, tables: Tables) -> None:
    heading(view.say("region.peers"))
    peers = region_cache.peers(view.seat, view.region, view.as_of)
    if not tables.peers:
        st.caption(view.say("region.peers.none" if peers.others else "region.peers.no_other"))
        return
    measure = view.say(f"region.measure.{peers.measure}")
    st.caption(plain(view.say("region.peers.about", within=peers.within.name, measure=measure, others=peers.others)))
    address = rows_to("region", "region", level=None)
    grid("region_peers", view.say("region.peers"), tables.peer_columns, tables.peers, _to_region, None, address)


def _to_target(target: str) -> None:
    memory.go("targets", target=target, indicator=None, level=None, policy=None, view=None, compare=None)


def _to_indicator(indicator: str) -> None:
    memory.go("analysis", indicator=indicator, target=None, level=None, view=None, compare=None)


def _to_region(region: str) -> None:
    memory.change(region=region, level=None)
