"""What the charts, the map and the table of the page on loans show: one choice for all of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import streamlit as st

from dashboard import memory
from dashboard.frame import View
from dashboard.lending import year_start

GRANTED, BALANCE, OVERDUE = "loans_granted", "loan_balance", "loans_overdue_amount"
HOUSEHOLDS, COUNT, SHARE = "households_with_loans", "loans_count", "loans_overdue_share"
# The word of the address -> the indicator.
_KINDS = {"granted": GRANTED, "balance": BALANCE, "households": HOUSEHOLDS, "overdue": OVERDUE}


@dataclass(frozen=True, slots=True)
class Measure:
    """An indicator under a name; `since`: only what happened after that day."""

    key: str
    indicator: str
    name: str
    since: date | None


def choose(view: View) -> Measure:
    """Draw the choice and return it."""
    key = "loans_measure"
    asked = view.address.view if view.address.view in _KINDS else next(iter(_KINDS))
    st.session_state[key] = asked
    st.segmented_control(
        view.say("loans_page.measure"),
        list(_KINDS),
        key=key,
        required=True,
        format_func=lambda one: view.say(f"loans_page.measure.{one}"),
        on_change=lambda: memory.change(view=st.session_state[key]),
    )
    since = year_start(view.as_of) if asked == "granted" else None
    return Measure(str(asked), _KINDS[str(asked)], view.say(f"loans_page.measure.{asked}"), since)
