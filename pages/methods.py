"""指标口径: every indicator's definition, the documents and open points, words, lights and sources."""

from dashboard import methods_view
from dashboard.frame import page

with page("methods") as view:
    methods_view.draw(view)
