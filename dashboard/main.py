"""What every page has in common. It lies outside the folder of pages/, so that Streamlit routes only by our menu."""

from __future__ import annotations

import streamlit as st

from dashboard.routing import current_lang, navigate
from finance_monitor.texts import say

lang = current_lang()
page = navigate(lang)
title = say("frame.title", lang, page=page.title, product=say("page.product", lang))
st.set_page_config(page_title=title, layout="wide")
page.run()
