"""数据报送: the ledgers a region owes, with template and columns of each."""

from dashboard import submit_view
from dashboard.frame import page

with page("submit") as view:
    submit_view.draw(view)
