"""数据质量: how fresh and complete the data are, what was held back, where two paths differ."""

from dashboard import quality_view
from dashboard.frame import page

with page("quality") as view:
    quality_view.draw(view)
