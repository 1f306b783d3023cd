"""The core of the inclusive-finance monitor: ledgers in, figures out; it never imports streamlit."""
