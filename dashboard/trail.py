"""Under the heading: the way from the viewer's own region to the one looked at, and the filters that are active."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dashboard import side_filters
from dashboard.addresses import under_base
from dashboard.parts import part
from dashboard.side_region import to_region

if TYPE_CHECKING:
    from dashboard.frame import View


def draw(view: View, page: str) -> None:
    """Draw the trail; each region but the last can be picked, the filters are cleared by one click."""
    known = view.desk.regions
    path = [[one.code, one.name] for one in known.path(view.region) if known.covers(view.seat.region, one.code)]
    chips, note = side_filters.active(view), side_filters.not_followed(view)
    if len(path) == 1 and not chips and not note:
        return
    data: dict[str, Any] = {
        "page": under_base(f"/{page}"),
        "path": path if len(path) > 1 else [],
        "chips": list(chips),
        "note": note,
    }
    data |= {"label": view.say("frame.crumbs"), "filters": view.say("frame.filters"), "clear": view.say("frame.clear")}
    part("trail", data, region=to_region, clear=lambda _: side_filters.clear())
